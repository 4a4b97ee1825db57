// The rows of a table as blocks of whole records, one after the other, over all parts. A block is the unit of work:
// it is taken by one thread and needs nothing of another block. Quoted fields may hold line ends (RFC 4180).
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/dataset/table/byte_source.hpp"
#include "engine/dataset/table/table.hpp"

namespace crossfoot::table {

// What is wrong with a row or file: the place is byte `begin` to `end` of `text`, or the file as a whole.
struct Problem {
    Code code;
    Message headline;
    std::vector<Message> help;
    std::size_t part = 0;
    std::uint64_t block = 0;           // orders problems; first_line(block) + line is the line of `text`
    std::uint64_t line = 0;            // lines before it in the block
    bool whole_file = false;           // no row of it: what follows says nothing
    bool in_file = false;              // `line` counts the lines before it in the file
    std::string text;                  // the record, or its beginning
    std::uint32_t begin = 0, end = 0;  // bytes of `text`
};

// A file that cannot be read to its end may have given rows that never stood in it: only the file is told.
void forget_rows_of_failed_files(std::vector<Problem>& problems, std::uint64_t& wrong);

// The place of an optional column that a part lacks.
inline constexpr std::uint32_t kAbsent = 0xFFFFFFFFU;

// The columns of one part: how many fields a row has, and in which field each declared column stands.
struct Header {
    std::size_t fields = 0;
    std::vector<std::uint32_t> place;  // by column of the table; kAbsent
};

struct Block {
    std::uint64_t number = 0;  // from 0, over all parts
    std::size_t part = 0;
    const Header* header = nullptr;  // of its part; the reader's
    std::vector<char> bytes;         // at least kPadding more than `size`
    std::size_t size = 0;            // whole records, each with its line end
    std::uint64_t lines_before = 0;  // empty lines above its text that are in no block
    bool quotes = false;             // is there a quote at all?
    bool blank = false;              // empty lines are no rows
    Encoding encoding = Encoding::utf8;   // of the file; the bytes are decoded
    static constexpr std::size_t kPadding = 64;
    [[nodiscard]] std::string_view text() const { return {bytes.data(), size}; }
};

class BlockReader {
public:
    // From part `first_part` on.
    explicit BlockReader(const Table& table, std::size_t block_bytes = 512U << 10U, std::size_t first_part = 0);
    // Puts the next block into `block`, whose memory is used again; false at the end. For one thread at a time.
    [[nodiscard]] bool next(Block& block);
    // Problems of files and headers so far.
    [[nodiscard]] std::vector<Problem>& problems() { return problems_; }
    // Bytes of files taken so far, for progress.
    [[nodiscard]] std::uint64_t taken() const { return taken_ + (bytes_ ? bytes_->taken() : 0); }
    // What the headers say, by part; of a part that was not opened nothing.
    [[nodiscard]] const std::vector<Header>& headers() const { return headers_; }
    // The number of lines of a part down to the end of its header.
    [[nodiscard]] const std::vector<std::uint64_t>& header_lines() const { return header_lines_; }

private:
    bool open_next();
    bool skip_lines();
    void unreadable();
    void tell_open_quote(const Block& block, std::size_t quote, bool too_long);
    [[nodiscard]] std::size_t header_length(std::string_view text) const;
    void hold_back_empty_lines(Block& block);
    bool fill(Block& block, std::size_t wanted);
    bool read_header(Block& block);
    Problem& file_problem(Code code, Message headline);
    bool look_at_header(Block& block, std::string_view record, std::uint64_t line, std::vector<std::string> names);

    const Table& table_;
    std::size_t block_bytes_;
    std::unique_ptr<ByteSource> bytes_;
    std::vector<char> carry_;  // the beginning of a record that did not end in the last block
    std::vector<Problem> problems_;
    std::vector<std::uint64_t> header_lines_;
    std::vector<Header> headers_;     // by part
    const Header* header_ = nullptr;  // of the part that is open
    std::size_t next_part_ = 0;
    std::uint64_t next_block_ = 0, taken_ = 0;
    std::uint64_t held_back_ = 0;     // empty lines that stand above what comes next, or at the end
    bool ended_ = true;  // the part has no more bytes
};

// The length of the whole records at the beginning of `text`; `unclosed` is the place of a quote that is open at its
// end, else npos.
struct Records {
    std::size_t length = 0;
    std::size_t unclosed = std::string_view::npos;
};
[[nodiscard]] Records whole_records(std::string_view text, char separator);

}  // namespace crossfoot::table
