#include "engine/dataset/table/byte_source.hpp"

#include <zlib.h>
#include <zstd.h>
#include <zstd_errors.h>

#include <algorithm>
#include <array>
#include <new>
#include <string_view>
#include <vector>

#include "engine/dataset/table/messages.hpp"

namespace crossfoot::table {
namespace {

constexpr std::size_t kPacked = 1U << 17U;

class PlainFile final : public ByteSource {
public:
    explicit PlainFile(TableFile& file) : file_(file), open_(file.open()) {
        if (!open_) fail();
    }
    PlainFile(const PlainFile&) = delete;
    PlainFile& operator=(const PlainFile&) = delete;
    ~PlainFile() override {
        if (open_) file_.close();
    }
    std::size_t read(char* into, std::size_t size) override {
        std::size_t got = 0;
        while (got < size && failed_.empty()) {
            if (at_ < held_.size()) {
                const std::size_t part = std::min(size - got, held_.size() - at_);
                std::copy_n(held_.data() + at_, part, into + got);
                at_ += part;
                got += part;
                continue;
            }
            // a whole chunk goes where it is wanted, of another a part is held until it is
            const bool whole = size - got >= TableFile::kChunk;
            if (!whole) held_.resize(TableFile::kChunk);
            const std::size_t now = file_.read(chunk_++, whole ? into + got : held_.data());
            if (!whole) held_.resize(now), at_ = 0;
            else got += now;
            if (now > 0) continue;
            if (!file_.failed().empty() || !file_.check()) fail();
            break;
        }
        taken_ += got;
        return got;
    }
    // The beginning again, after a look at it.
    void rewind() {
        if (chunk_ > 1) held_.clear(), chunk_ = 0;   // the look went past the end of the first chunk, which is no longer held
        at_ = 0;
        taken_ = 0;
    }

private:
    void fail() { failed_ = file_.failed(); }
    TableFile& file_;
    bool open_;
    std::vector<char> held_;
    std::size_t at_ = 0;         // of what is held
    std::uint64_t chunk_ = 0;    // the next
};

class GzipFile final : public ByteSource {
public:
    explicit GzipFile(std::unique_ptr<PlainFile> file) : file_(std::move(file)), packed_(kPacked) {
        constexpr int kGzipOnly = 15 + 16;
        if (inflateInit2(&stream_, kGzipOnly) == Z_MEM_ERROR) throw std::bad_alloc();
    }
    GzipFile(const GzipFile&) = delete;
    GzipFile& operator=(const GzipFile&) = delete;
    ~GzipFile() override { inflateEnd(&stream_); }
    std::size_t read(char* into, std::size_t size) override {
        stream_.next_out = reinterpret_cast<Bytef*>(into);
        stream_.avail_out = static_cast<uInt>(size);
        while (stream_.avail_out > 0 && failed_.empty() && !ended_) {
            if (stream_.avail_in == 0 && !refill()) break;
            if (between_ && inflateReset(&stream_) == Z_OK) between_ = false;
            const int state = inflate(&stream_, Z_NO_FLUSH);
            if (state == Z_STREAM_END) between_ = true;  // another member may follow
            else if (state == Z_MEM_ERROR) throw std::bad_alloc();
            else if (state != Z_OK && state != Z_BUF_ERROR) failed_ = Message(messages::packed_broken, "gzip");
        }
        taken_ = file_->taken();
        return size - stream_.avail_out;
    }

private:
    bool refill() {
        const std::size_t got = file_->read(packed_.data(), packed_.size());
        if (!file_->failed().empty()) failed_ = file_->failed();
        else if (got == 0 && !between_) failed_ = Message(messages::packed_truncated, "gzip");
        ended_ = got == 0;
        stream_.next_in = reinterpret_cast<Bytef*>(packed_.data());
        stream_.avail_in = static_cast<uInt>(got);
        return got > 0;
    }
    std::unique_ptr<PlainFile> file_;
    std::vector<char> packed_;
    z_stream stream_{};
    bool between_ = false, ended_ = false;
};

class ZstandardFile final : public ByteSource {
public:
    explicit ZstandardFile(std::unique_ptr<PlainFile> file)
        : file_(std::move(file)), packed_(kPacked), stream_(ZSTD_createDStream()) {
        if (stream_ == nullptr) throw std::bad_alloc();
    }
    ZstandardFile(const ZstandardFile&) = delete;
    ZstandardFile& operator=(const ZstandardFile&) = delete;
    ~ZstandardFile() override { ZSTD_freeDStream(stream_); }
    std::size_t read(char* into, std::size_t size) override {
        ZSTD_outBuffer out{into, size, 0};
        while (out.pos < out.size && failed_.empty()) {
            if (in_.pos == in_.size && !refill()) break;
            rest_ = ZSTD_decompressStream(stream_, &out, &in_);
            if (ZSTD_getErrorCode(rest_) == ZSTD_error_memory_allocation) throw std::bad_alloc();
            if (ZSTD_isError(rest_) != 0) failed_ = Message(messages::packed_broken, "zstd");
        }
        taken_ = file_->taken();
        return out.pos;
    }

private:
    bool refill() {
        const std::size_t got = file_->read(packed_.data(), packed_.size());
        if (!file_->failed().empty()) failed_ = file_->failed();
        else if (got == 0 && rest_ != 0) failed_ = Message(messages::packed_truncated, "zstd");
        in_ = {packed_.data(), got, 0};
        return got > 0;
    }
    std::unique_ptr<PlainFile> file_;
    std::vector<char> packed_;
    ZSTD_DStream* stream_;
    ZSTD_inBuffer in_{nullptr, 0, 0};
    std::size_t rest_ = 1;  // 0 at the end of a frame
};

}  // namespace

std::unique_ptr<ByteSource> open_bytes(TableFile& of) {
    auto file = std::make_unique<PlainFile>(of);
    if (!file->failed().empty()) return file;
    std::array<char, 4> first{};
    const std::size_t got = file->read(first.data(), first.size());
    file->rewind();
    const std::string_view magic(first.data(), got);
    if (magic.starts_with("\x1F\x8B")) return std::make_unique<GzipFile>(std::move(file));
    if (magic == "\x28\xB5\x2F\xFD") return std::make_unique<ZstandardFile>(std::move(file));
    return file;
}

}  // namespace crossfoot::table
