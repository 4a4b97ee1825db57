// Waiting for files to change (inotify of Linux). Whole directories are watched, so that an editor that writes a new
// file and renames it, a file that appears and one that goes are seen alike.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/text/message.hpp"

namespace crossfoot::cli {

// What to look at. A path that is not there is waited for.
struct WatchedPaths {
    std::vector<std::string> files;
    std::vector<std::string> directories;  // with everything below, hidden directories left out
    std::vector<std::string> written;      // by the program itself: their changes wake nobody
};

class Watch {
public:
    enum class Woken : std::uint8_t { changed, signalled, no_reader };

    Watch();
    ~Watch();
    Watch(const Watch&) = delete;
    Watch& operator=(const Watch&) = delete;

    // From now on these. A change to a file of them, or to a file of their directories that could belong to a dataset
    // or to rules (*.toml, *.csv, *.xf), wakes; also one that happens before wait() is called. The system's reason
    // where it cannot be done.
    [[nodiscard]] std::optional<Message> cover(const WatchedPaths& paths);

    // Returns when something has changed and has then been still for a moment, when SIGINT or SIGTERM comes (signal()
    // is its number), or when nobody reads standard output any more. The signals are held back only meanwhile.
    [[nodiscard]] Woken wait();
    [[nodiscard]] int signal() const { return signal_; }

private:
    void watch_directory(const std::filesystem::path& directory);
    void watch_below(const std::filesystem::path& directory);
    void know(const std::filesystem::path& path);
    [[nodiscard]] bool drain();  // reads what has happened; did any of it matter?
    [[nodiscard]] bool matters(int watch, const std::string& name, bool is_directory) const;
    void settle();

    int events_ = -1;
    int error_ = 0;
    int signal_ = 0;
    std::map<int, std::filesystem::path> directories_;  // by the system's number
    std::set<std::filesystem::path> known_, written_;
    std::set<std::filesystem::path> of_data_;  // where a file that is not known yet may matter
};

}  // namespace crossfoot::cli
