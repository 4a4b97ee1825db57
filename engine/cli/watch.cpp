#include "engine/cli/watch.hpp"

#include <poll.h>
#include <sys/inotify.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>

#include "engine/cli/files.hpp"

namespace crossfoot::cli {
namespace {

namespace fs = std::filesystem;

// A save of several files comes as one change when no more than this lies between them.
constexpr int kStill = 50;        // milliseconds
constexpr int kMostMoments = 40;  // then a file that never rests does not hold everything up

// The place of a path with every link of its directories followed, whether it is there or not.
fs::path real(const fs::path& path) {
    std::error_code error;
    fs::path out = fs::weakly_canonical(fs::absolute(path, error), error);
    return error ? path : out;
}

bool is_folder(const fs::path& path) {
    std::error_code ignored;
    return fs::is_directory(path, ignored);
}

// Held back from the program and read instead, until this ends.
class HeldSignals {
public:
    HeldSignals() {
        sigemptyset(&set_);
        sigaddset(&set_, SIGINT);
        sigaddset(&set_, SIGTERM);
        pthread_sigmask(SIG_BLOCK, &set_, &before_);
        descriptor_ = ::signalfd(-1, &set_, SFD_CLOEXEC | SFD_NONBLOCK);
    }
    ~HeldSignals() {
        if (descriptor_ >= 0) ::close(descriptor_);
        pthread_sigmask(SIG_SETMASK, &before_, nullptr);
    }
    HeldSignals(const HeldSignals&) = delete;
    HeldSignals& operator=(const HeldSignals&) = delete;
    [[nodiscard]] int descriptor() const { return descriptor_; }
    // The signal that came; 0: none.
    [[nodiscard]] int take() const {
        signalfd_siginfo info{};
        return ::read(descriptor_, &info, sizeof info) == sizeof info ? static_cast<int>(info.ssi_signo) : 0;
    }

private:
    sigset_t set_{}, before_{};
    int descriptor_ = -1;
};

}  // namespace

Watch::Watch() : events_(::inotify_init1(IN_CLOEXEC | IN_NONBLOCK)) {
    if (events_ < 0) error_ = errno;
}

Watch::~Watch() {
    if (events_ >= 0) ::close(events_);
}

std::optional<Message> Watch::cover(const WatchedPaths& paths) {
    known_.clear();
    written_.clear();
    of_data_.clear();
    for (const std::string& each : paths.written) written_.insert(real(each));
    for (const std::string& each : paths.files) {
        know(each);
        of_data_.insert(real(each).parent_path());
    }
    for (const std::string& each : paths.directories) {
        know(each);
        watch_below(real(each));
    }
    if (error_ == 0) return std::nullopt;
    return system_reason(error_);
}

// The file by its own name and where its links lead: either may be replaced. A directory that is not there yet is
// waited for in the nearest one that is.
void Watch::know(const fs::path& path) {
    std::error_code ignored;
    const fs::path whole = fs::absolute(path, ignored).lexically_normal();
    const fs::path named = whole.has_filename() ? whole : whole.parent_path();
    for (fs::path each : {real(named.parent_path()) / named.filename(), real(named)}) {
        known_.insert(each);
        while (each.has_relative_path() && !is_folder(each.parent_path())) {
            each = each.parent_path();
            known_.insert(each);
        }
        watch_directory(each.parent_path());
    }
}

void Watch::watch_directory(const fs::path& directory) {
    constexpr std::uint32_t kChanges = IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ONLYDIR;
    const int watch = ::inotify_add_watch(events_, directory.c_str(), kChanges);
    if (watch >= 0) directories_[watch] = directory;
    else if (errno != ENOENT && errno != ENOTDIR && errno != EACCES && error_ == 0) error_ = errno;
}

void Watch::watch_below(const fs::path& directory) {
    if (!is_folder(directory)) return;
    watch_directory(directory);
    of_data_.insert(directory);
    std::error_code error;
    fs::recursive_directory_iterator each(directory, fs::directory_options::skip_permission_denied, error);
    for (; !error && each != fs::recursive_directory_iterator(); each.increment(error)) {
        if (!is_folder(each->path()) || each->is_symlink()) continue;
        if (each->path().filename().string().starts_with('.')) {
            each.disable_recursion_pending();
            continue;
        }
        watch_directory(each->path());
        of_data_.insert(each->path());
    }
}

bool Watch::matters(int watch, const std::string& name, bool is_directory) const {
    const auto directory = directories_.find(watch);
    if (directory == directories_.end() || name.empty()) return false;
    const fs::path path = directory->second / name;
    if (written_.contains(path)) return false;
    if (known_.contains(path)) return true;
    if (name.starts_with('.') || !of_data_.contains(directory->second)) return false;
    const fs::path kind = path.extension();
    return is_directory || kind == ".toml" || kind == ".csv" || kind == ".xf";
}

bool Watch::drain() {
    alignas(inotify_event) std::array<char, 1U << 16U> buffer{};
    bool mattered = false;
    for (;;) {
        const ssize_t got = ::read(events_, buffer.data(), buffer.size());
        if (got <= 0) return mattered;
        for (std::size_t at = 0; at < static_cast<std::size_t>(got);) {
            inotify_event event{};
            std::memcpy(&event, buffer.data() + at, sizeof event);
            const std::string name = event.len > 0 ? std::string(buffer.data() + at + sizeof event) : std::string();
            at += sizeof event + event.len;
            if ((event.mask & IN_Q_OVERFLOW) != 0) mattered = true;  // what was lost may have mattered
            if (matters(event.wd, name, (event.mask & IN_ISDIR) != 0)) mattered = true;
            if ((event.mask & IN_IGNORED) != 0) directories_.erase(event.wd);
        }
    }
}

void Watch::settle() {
    for (int moment = 0; moment < kMostMoments; ++moment) {
        pollfd events{events_, POLLIN, 0};
        if (::poll(&events, 1, kStill) <= 0) return;
        static_cast<void>(drain());
    }
}

Watch::Woken Watch::wait() {
    const HeldSignals signals;
    for (;;) {
        // Of standard output nothing is asked; the system tells all the same when its reader has gone.
        std::array<pollfd, 3> sources{{{events_, POLLIN, 0}, {signals.descriptor(), POLLIN, 0}, {STDOUT_FILENO, 0, 0}}};
        if (::poll(sources.data(), sources.size(), -1) < 0 && errno != EINTR) return Woken::no_reader;
        if (sources[1].revents != 0) {
            signal_ = signals.take();
            if (signal_ != 0) return Woken::signalled;
        }
        if (sources[2].revents != 0) return Woken::no_reader;
        if (sources[0].revents == 0 || !drain()) continue;
        settle();
        return Woken::changed;
    }
}

}  // namespace crossfoot::cli
