#include "engine/cli/progress.hpp"

#include <chrono>

#include "engine/cli/files.hpp"

namespace crossfoot::cli {
namespace {

constexpr std::string_view kClearLine = "\r\x1b[K";

}  // namespace

Progress::Progress(bool terminal, std::string text) : text_(std::move(text)) {
    if (terminal) thread_ = std::thread([this] { watch(); });
}

Progress::~Progress() {
    if (!thread_.joinable()) return;
    {
        const std::lock_guard lock(mutex_);
        done_ = true;
    }
    ended_.notify_all();
    thread_.join();
    if (shown_) write_standard_error(kClearLine);
}

void Progress::say(std::string text) {
    const std::lock_guard lock(mutex_);
    text_ = std::move(text);
    changed_ = true;
    ended_.notify_all();
}

void Progress::watch() {
    std::unique_lock lock(mutex_);
    if (ended_.wait_for(lock, std::chrono::milliseconds(500), [this] { return done_; })) return;
    while (!done_) {
        write_standard_error(std::string(kClearLine) + text_);
        shown_ = true;
        changed_ = false;
        ended_.wait(lock, [this] { return done_ || changed_; });
    }
}

}  // namespace crossfoot::cli
