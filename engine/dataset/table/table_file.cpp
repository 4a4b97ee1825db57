#include "engine/dataset/table/table_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <ctime>

#include "engine/dataset/file_kind.hpp"
#include "engine/dataset/table/checksum.hpp"
#include "engine/dataset/table/messages.hpp"

namespace crossfoot::table {
namespace {

bool earlier(const timespec& a, const timespec& b) { return a.tv_sec != b.tv_sec ? a.tv_sec < b.tv_sec : a.tv_nsec < b.tv_nsec; }

// A file written this very moment can be written again without its time telling it: the clock of files goes in steps of
// some milliseconds. So the step is waited for.
bool settled(int descriptor, struct stat& of) {
    constexpr int kMostSteps = 50;
    for (int i = 0; i < kMostSteps; ++i) {
        if (::fstat(descriptor, &of) != 0) return false;
        timespec now{};
        ::clock_gettime(CLOCK_REALTIME_COARSE, &now);
        const bool future = of.st_mtim.tv_sec > now.tv_sec + 1;   // waiting would not help
        if (future || earlier(of.st_mtim, now)) return true;
        const timespec step{0, 1'000'000};
        ::nanosleep(&step, nullptr);
    }
    return true;
}

}  // namespace

TableFile::TableFile(const TableFile& other) : keep_open_(other.keep_open_) {
    const std::lock_guard lock(other.mutex_);
    path_ = other.path_;
    was_ = other.was_;
    sums_ = other.sums_;
    failed_ = other.failed_;
}

TableFile::~TableFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

TableFile::Identity TableFile::identity(const struct stat& of) { return {of.st_dev, of.st_ino, of.st_size, of.st_mtim}; }

bool TableFile::fail(Message why) {
    if (failed_.empty()) failed_ = std::move(why);
    return false;
}

Message TableFile::failed() const {
    const std::lock_guard lock(mutex_);
    return failed_;
}

std::uint64_t TableFile::size() const {
    const std::lock_guard lock(mutex_);
    return was_ ? static_cast<std::uint64_t>(was_->size) : 0;
}

// Both the open file and the one that its path leads to are those of the first opening.
bool TableFile::compare() {
    struct stat open{}, there{};
    if (::fstat(descriptor_, &open) != 0) return fail(loading::system_reason(errno));
    if (::stat(path_.c_str(), &there) != 0)
        return fail(errno == ENOENT ? Message(messages::deleted_meanwhile) : loading::system_reason(errno));
    for (const struct stat& each : {open, there})
        if (each.st_dev != was_->device || each.st_ino != was_->inode) return fail(Message(messages::replaced_meanwhile));
    if (open.st_size != was_->size) return fail(Message(messages::resized_meanwhile, was_->size, open.st_size));
    if (earlier(open.st_mtim, was_->written) || earlier(was_->written, open.st_mtim)) return fail(Message(messages::written_meanwhile));
    return true;
}

bool TableFile::opened() {
    if (descriptor_ >= 0) return true;
    // a pipe would wait to be opened, and a device could do something
    if (auto problem = loading::no_regular_file(path_); problem && !was_) return fail(std::move(*problem));
    descriptor_ = ::open(path_.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor_ >= 0) return true;
    return fail(was_ && errno == ENOENT ? Message(messages::deleted_meanwhile) : loading::system_reason(errno));
}

bool TableFile::open() {
    if (told_) told_();
    const std::lock_guard lock(mutex_);
    if (!failed_.empty() || !opened()) return false;
    if (was_) {
        if (!compare()) return false;
    } else {
        struct stat of{};
        if (!settled(descriptor_, of)) return fail(loading::system_reason(errno));
        if (!S_ISREG(of.st_mode)) return fail(loading::kind_told(of.st_mode));
        was_ = identity(of);
        sums_.resize((static_cast<std::size_t>(of.st_size) + kChunk - 1) / kChunk);
        ::posix_fadvise(descriptor_, 0, 0, POSIX_FADV_SEQUENTIAL);
    }
    ++readers_;
    return true;
}

void TableFile::close() {
    const std::lock_guard lock(mutex_);
    if (--readers_ > 0 || keep_open_) return;
    ::close(descriptor_);
    descriptor_ = -1;
}

std::size_t TableFile::read(std::uint64_t chunk, char* into) {
    if (told_) told_();
    const std::uint64_t begin = chunk * kChunk, end = std::min<std::uint64_t>(size(), begin + kChunk);
    if (begin >= end) return 0;
    const std::size_t size = end - begin;
    std::size_t got = 0;
    while (got < size) {
        const ssize_t now = ::pread(descriptor_, into + got, size - got, static_cast<off_t>(begin + got));
        if (now < 0 && errno == EINTR) continue;
        const int error = errno;
        const std::lock_guard lock(mutex_);
        if (now < 0) return fail(loading::system_reason(error)), 0;
        if (now == 0) return fail(Message(messages::resized_meanwhile, was_->size, begin + got)), 0;
        got += static_cast<std::size_t>(now);
    }
    const std::uint64_t sum = checksum({into, size});
    const std::lock_guard lock(mutex_);
    if (!failed_.empty()) return 0;
    std::optional<std::uint64_t>& was = sums_[chunk];
    if (was && *was != sum) return fail(Message(messages::other_bytes_meanwhile)), 0;
    was = sum;
    return size;
}

bool TableFile::saw_the_same(const TableFile& other) const {
    const std::scoped_lock lock(mutex_, other.mutex_);
    if (!failed_.empty() || !other.failed_.empty() || !was_ || !other.was_) return false;
    const Identity &a = *was_, &b = *other.was_;
    if (a.device != b.device || a.inode != b.inode || a.size != b.size) return false;
    if (earlier(a.written, b.written) || earlier(b.written, a.written)) return false;
    for (std::size_t i = 0; i < sums_.size(); ++i)
        if (sums_[i] && other.sums_[i] && *sums_[i] != *other.sums_[i]) return false;
    return true;
}

bool TableFile::check() {
    if (!open()) return false;
    close();
    return true;
}

}  // namespace crossfoot::table
