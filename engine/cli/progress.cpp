#include "engine/cli/progress.hpp"

#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>

#include "engine/cli/files.hpp"
#include "engine/cli/messages.hpp"
#include "reports/cells.hpp"
#include "reports/wording.hpp"

namespace crossfoot::cli {
namespace {

constexpr std::string_view kClearLine = "\r\x1b[K";

// Rounded down to three digits, so that the line does not flicker.
std::uint64_t three_digits(std::uint64_t number) {
    std::uint64_t step = 1;
    while (number / step >= 1'000) step *= 10;
    return number / step * step;
}

// What is left of a second counts as one.
Message time_left(std::uint64_t seconds) {
    constexpr std::uint64_t kMinute = 60;
    if (seconds < kMinute) return Message(words::seconds_left, seconds + 1);
    return Message(words::minutes_left, seconds / kMinute + 1);
}

// An interruption while the line stands takes it away, then ends the program as it would have.
extern "C" void take_line_away(int signal) {
    (void)!::write(STDERR_FILENO, kClearLine.data(), kClearLine.size());
    ::signal(signal, SIG_DFL);
    ::raise(signal);
}

// Signals that are ignored, or watched for, stay so.
void catch_interruptions(bool on) {
    for (const int each : {SIGINT, SIGTERM, SIGHUP}) {
        struct sigaction known{};
        if (::sigaction(each, nullptr, &known) != 0) continue;
        const bool ours = (known.sa_flags & SA_SIGINFO) == 0 && known.sa_handler == take_line_away;
        if (on && (known.sa_flags & SA_SIGINFO) == 0 && known.sa_handler == SIG_DFL) ::signal(each, take_line_away);
        if (!on && ours) ::signal(each, SIG_DFL);
    }
}

}  // namespace

Progress::Progress(const Stream& errors, std::string text) : width_(errors.width), text_(std::move(text)) {
    if (errors.terminal) thread_ = std::thread([this] { watch(); });
}

Progress::~Progress() {
    if (!thread_.joinable()) return;
    {
        const std::lock_guard lock(mutex_);
        done_ = true;
    }
    ended_.notify_all();
    thread_.join();
    if (!shown_) return;
    catch_interruptions(false);
    write_line_again("");
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
        // a line that filled the last cell would be broken, and its beginning stay
        if (!shown_) catch_interruptions(true);
        write_line_again(reports::cut(reports::clean(text_), std::max(width_, 2U) - 1));
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
    progress_->say(Message(words::rows_read, reports::number(three_digits(rows), language_),
                           reports::number(three_digits(1000 * rows / passed), language_), time_left(left))
                       .in(language_));
}

}  // namespace crossfoot::cli
