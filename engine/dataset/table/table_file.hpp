// A file of a table as it was when it was first opened. A run reads a table in several passes, and all of them must see
// the same bytes: each reading compares the file's place, size and time, and a checksum of every chunk, with those of
// the readings before. A file that differs, is replaced or is deleted has failed, and stays so for all who read it.
#pragma once

#include <sys/stat.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "engine/text/message.hpp"

namespace crossfoot::table {

// So many files of the tables of a dataset are kept open; a system lets a program have some hundreds.
inline constexpr std::size_t kMostKeptOpen = 128;

class TableFile {
public:
    static constexpr std::size_t kChunk = 1U << 19U;

    // Opens nothing yet. With `keep_open` the file stays open until this ends, else only while it is read.
    explicit TableFile(std::string path, bool keep_open = true) : path_(std::move(path)), keep_open_(keep_open) {}
    // Knows what the other has seen, and opens the file by itself.
    TableFile(const TableFile& other);
    TableFile& operator=(const TableFile&) = delete;
    ~TableFile();

    // Begins a reading, which close() ends: opens the file, or compares it with what was opened before. False where it has
    // failed; then there is nothing to close.
    [[nodiscard]] bool open();
    void close();
    // Of an open file: fills `into` with the chunk of that number, as many bytes as its part of the file has, fewer where it
    // has failed.
    [[nodiscard]] std::size_t read(std::uint64_t chunk, char* into);
    // Is it what it was? It is opened for that where it is not open.
    [[nodiscard]] bool check();
    // Did both see the same file: its place, size and time, and the chunks that both have read?
    [[nodiscard]] bool saw_the_same(const TableFile& other) const;
    // Why it cannot be read, or not as what it was; empty where all is well. What failed once has failed for good.
    [[nodiscard]] Message failed() const;
    [[nodiscard]] const std::string& path() const { return path_; }
    // Bytes; 0 before it was opened.
    [[nodiscard]] std::uint64_t size() const;
    // Called before every chunk is read and before the file is compared: tests change it from there.
    void tell_before(std::function<void()> told) { told_ = std::move(told); }

private:
    // What tells that a file is the same and was not written to.
    struct Identity {
        dev_t device;
        ino_t inode;
        off_t size;
        timespec written;
    };
    static Identity identity(const struct stat& of);
    bool opened();
    bool compare();
    bool fail(Message why);

    std::string path_;
    bool keep_open_;
    int descriptor_ = -1, readers_ = 0;
    std::optional<Identity> was_;
    std::vector<std::optional<std::uint64_t>> sums_;   // by chunk, where it was read
    Message failed_;
    std::function<void()> told_;
    mutable std::mutex mutex_;
};

// The file of a part, which is copied with it.
class OwnFile {
public:
    OwnFile(std::string path, bool keep_open) : file_(std::make_unique<TableFile>(std::move(path), keep_open)) {}
    OwnFile(const OwnFile& other) : file_(std::make_unique<TableFile>(*other.file_)) {}
    OwnFile(OwnFile&&) = default;
    OwnFile& operator=(OwnFile other) {
        std::swap(file_, other.file_);
        return *this;
    }
    ~OwnFile() = default;
    TableFile& operator*() const { return *file_; }
    TableFile* operator->() const { return file_.get(); }

private:
    std::unique_ptr<TableFile> file_;
};

}  // namespace crossfoot::table
