#include "engine/cli/progress.hpp"

#include <chrono>

#include "engine/cli/files.hpp"
#include "engine/cli/messages.hpp"
#include "engine/quantity/print.hpp"

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

void RowsTold::operator()(std::uint64_t rows, std::uint64_t bytes, std::uint64_t of_bytes) {
    using std::chrono::milliseconds;
    const auto now = Clock::now();
    if (now - last_ < milliseconds(200) || bytes == 0) return;
    last_ = now;
    const auto passed = static_cast<std::uint64_t>(std::chrono::duration_cast<milliseconds>(now - start_).count());
    const std::uint64_t left = of_bytes > bytes ? (of_bytes - bytes) / (bytes / passed + 1) / 1000 : 0;
    const std::string millions =
        print_quantity(Rational(static_cast<std::int64_t>(rows), 1'000'000), Unit{}, language_, Rational::Direction::nearest, 1);
    progress_->say(Message(words::rows_read, millions, rows / passed, left).in(language_));
}

}  // namespace crossfoot::cli
