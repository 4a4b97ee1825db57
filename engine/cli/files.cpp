#include "engine/cli/files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <system_error>

#include "engine/cli/messages.hpp"
#include "engine/dataset/file_kind.hpp"
#include "reports/cells.hpp"

namespace crossfoot::cli {
namespace {

class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() { close_now(); }
    [[nodiscard]] int number() const { return number_; }
    // 0 or errno: some file systems tell only here that a write failed.
    int close_now() {
        if (number_ < 0) return 0;
        const int result = ::close(number_);
        number_ = -1;
        return result == 0 ? 0 : errno;
    }

private:
    int number_;
};

// 0 or errno.
int write_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return errno;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return 0;
}

Diagnostic unwritable(const std::string& path, const Message& reason) {
    Diagnostic out{Code::XF605, Message(words::cannot_write, path, reason), {}, {}, {}, {}, {}};
    out.file = path;
    return out;
}

// To a device or a pipe that somebody reads from. Opening waits for nobody; writing takes as long as the reader does.
int write_through(const std::string& target, std::string_view bytes) {
    Descriptor device(::open(target.c_str(), O_WRONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    if (device.number() < 0) return errno;
    const int flags = ::fcntl(device.number(), F_GETFL);
    if (flags < 0 || ::fcntl(device.number(), F_SETFL, flags & ~O_NONBLOCK) != 0) return errno;
    const int error = write_all(device.number(), bytes);
    return error != 0 ? error : device.close_now();
}

// The mode that a new file gets, or that of the file that is replaced. umask can only be read by setting it.
mode_t mode_for(const struct stat* present) {
    if (present != nullptr) return present->st_mode & 07777U;
    const mode_t mask = umask(0);
    umask(mask);
    return 0666U & ~mask;
}

// While a file is written an interruption waits: the temporary file is then gone, and the report whole.
class InterruptionWaits {
public:
    InterruptionWaits() {
        sigset_t ending;
        sigemptyset(&ending);
        for (const int each : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&ending, each);
        pthread_sigmask(SIG_BLOCK, &ending, &before_);
    }
    InterruptionWaits(const InterruptionWaits&) = delete;
    InterruptionWaits& operator=(const InterruptionWaits&) = delete;
    ~InterruptionWaits() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

private:
    sigset_t before_{};
};

int replace_file(const std::string& path, const struct stat* present, std::string_view bytes) {
    const InterruptionWaits until_written;
    std::string temporary = path + ".XXXXXX";
    Descriptor file(::mkstemp(temporary.data()));
    if (file.number() < 0) return errno;
    int error = write_all(file.number(), bytes);
    if (error == 0 && ::fchmod(file.number(), mode_for(present)) != 0) error = errno;
    if (error == 0 && ::fsync(file.number()) != 0 && errno != EINVAL) error = errno;
    const int closing = file.close_now();
    if (error == 0) error = closing;
    if (error == 0 && ::rename(temporary.c_str(), path.c_str()) != 0) error = errno;
    if (error != 0) ::unlink(temporary.c_str());
    return error;
}

}  // namespace

Message system_reason(int error) {
    switch (error) {
        case ENOENT: return Message(words::no_such_file);
        case EACCES:
        case EPERM: return Message(words::no_permission);
        case ENOSPC:
        case EDQUOT: return Message(words::disk_full);
        case EISDIR: return Message(words::is_directory);
        case ENOTDIR: return Message(words::not_a_directory);
        case EROFS: return Message(words::read_only);
        case EBADF: return Message(words::closed_descriptor);
        default: return Message::verbatim(std::generic_category().message(error));
    }
}

std::optional<Diagnostic> write_file(const std::string& path, std::string_view bytes) {
    std::error_code ignored;
    const std::filesystem::path real = std::filesystem::weakly_canonical(path, ignored);
    const std::string target = ignored || real.empty() ? path : real.string();
    struct stat present {};
    const bool exists = ::stat(target.c_str(), &present) == 0;
    if (exists && S_ISDIR(present.st_mode)) return unwritable(path, system_reason(EISDIR));
    // A file that may not be written is not to be replaced, though its directory would allow it.
    if (exists && ::access(target.c_str(), W_OK) != 0) return unwritable(path, system_reason(errno));
    if (exists && (S_ISBLK(present.st_mode) || S_ISSOCK(present.st_mode))) return unwritable(path, loading::kind_told(present.st_mode));
    int error = 0;
    if (exists && !S_ISREG(present.st_mode)) {
        error = write_through(target, bytes);
        if (error == ENXIO && S_ISFIFO(present.st_mode)) return unwritable(path, Message(words::nobody_reads));
    } else {
        error = replace_file(target, exists ? &present : nullptr, bytes);
    }
    if (error == 0) return std::nullopt;
    return unwritable(path, system_reason(error));
}

std::optional<Diagnostic> write_standard_output(std::string_view bytes) {
    const int error = write_all(STDOUT_FILENO, bytes);
    if (error == 0 || error == EPIPE) return std::nullopt;
    return Diagnostic{Code::XF605, Message(words::cannot_write_stdout, system_reason(error)), {}, {}, {}, {}, {}};
}

void write_standard_error(std::string_view text) { static_cast<void>(write_all(STDERR_FILENO, reports::guarded(text))); }

void write_line_again(std::string_view text) {
    constexpr std::string_view kClearLine = "\r\x1b[K";
    static_cast<void>(write_all(STDERR_FILENO, std::string(kClearLine) + reports::guarded(text)));
}

std::variant<std::string, Diagnostic> read_file(const std::string& path, std::size_t most, Code code) {
    const bool standard = path == "-";
    const auto refused = [&](const Message& reason) {
        Diagnostic out{
            code, standard ? Message(words::cannot_read_stdin, reason) : Message(words::cannot_read, path, reason),
            {},   {},
            {},   {},
            {}};
        if (!standard) out.file = path;
        return out;
    };
    const auto unreadable = [&](int error) { return refused(system_reason(error)); };
    struct stat there {};   // a pipe might never end
    if (!standard && ::stat(path.c_str(), &there) == 0 && !S_ISREG(there.st_mode)) return refused(loading::kind_told(there.st_mode));
    Descriptor opened(standard ? -1 : ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    const int descriptor = standard ? STDIN_FILENO : opened.number();
    if (descriptor < 0) return unreadable(errno);
    std::string text;
    std::size_t size = 0;
    while (size <= most) {
        constexpr std::size_t kChunk = 1U << 16U;
        text.resize(std::min(std::max(2 * size, kChunk), most + 1));
        const ssize_t got = ::read(descriptor, text.data() + size, text.size() - size);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return unreadable(errno);
        if (got == 0) break;
        size += static_cast<std::size_t>(got);
    }
    text.resize(size);
    return text;
}

}  // namespace crossfoot::cli
