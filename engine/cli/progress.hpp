// A line on the terminal while a run takes longer than half a second; gone without trace when it ends.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <string>
#include <thread>

#include "engine/cli/terminal.hpp"

namespace crossfoot::cli {

class Progress {
public:
    // Nothing is shown, and no thread started, where standard error is no terminal. The line is cut to its width.
    Progress(const Stream& errors, std::string text);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    void say(std::string text);

private:
    void watch();

    std::mutex mutex_;
    std::condition_variable ended_;
    unsigned width_;
    std::string text_;
    bool done_ = false, shown_ = false, changed_ = false;
    std::thread thread_;
};

// Says how far a large table is: rows, how fast, how long it will take. Told of rows so far, and of bytes of how many.
class RowsTold {
public:
    RowsTold(Progress& progress, Language language) : progress_(&progress), language_(language) {}
    void operator()(std::uint64_t rows, std::uint64_t bytes, std::uint64_t of_bytes);

private:
    using Clock = std::chrono::steady_clock;
    Progress* progress_;
    Language language_;
    Clock::time_point start_ = Clock::now(), last_ = start_;
};

}  // namespace crossfoot::cli
