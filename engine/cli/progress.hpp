// A line on the terminal while a run takes longer than half a second; gone without trace when it ends.
#pragma once

#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

namespace crossfoot::cli {

class Progress {
public:
    // Nothing is shown, and no thread started, where standard error is no terminal.
    Progress(bool terminal, std::string text);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    void say(std::string text);

private:
    void watch();

    std::mutex mutex_;
    std::condition_variable ended_;
    std::string text_;
    bool done_ = false, shown_ = false, changed_ = false;
    std::thread thread_;
};

}  // namespace crossfoot::cli
