// The fields of a block of CSV records: where each begins and ends. The scanner compares sixteen bytes at a time
// (SSE2 where the machine has it) as long as a block has no quote; with quotes it goes byte by byte.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/dataset/table/block_reader.hpp"

namespace crossfoot::table {

class Fields {
public:
    // Rows whose form is wrong are left out and told in `problems`, of which at most `most` are kept; all are counted.
    void read(const Block& block, char separator, std::vector<Problem>& problems, std::size_t most,
              std::uint64_t& wrong);

    [[nodiscard]] std::size_t rows() const { return row_begin_.size(); }
    // The bytes of a field as they stand, quotes included, without the line end.
    [[nodiscard]] std::string_view raw(std::size_t row, std::size_t field) const {
        const std::uint32_t* ends = ends_.data() + row_first_[row];
        const std::uint32_t begin = field == 0 ? row_begin_[row] : ends[field - 1] + 1;
        std::uint32_t end = ends[field];
        if (field + 1 == fields_ && end > begin && text_[end - 1] == '\r') --end;
        return text_.substr(begin, end - begin);
    }
    [[nodiscard]] std::uint32_t row_begin(std::size_t row) const { return row_begin_[row]; }
    // The bytes of a row without its line end.
    [[nodiscard]] std::string_view record(std::size_t row) const {
        const std::uint32_t begin = row_begin_[row];
        return text_.substr(begin, ends_[row_first_[row] + fields_ - 1] - begin);
    }
    [[nodiscard]] bool ascii() const { return ascii_; }

private:
    void scan_plain(char separator);
    void scan_quoted(char separator, const Block& block, std::vector<Problem>& problems, std::size_t most,
                     std::uint64_t& wrong);

    bool too_long(const Block& block, std::uint32_t begin, std::uint32_t first, std::uint32_t last, std::vector<Problem>& problems,
                  std::size_t most) const;

    std::string_view text_;
    std::size_t fields_ = 0;
    bool ascii_ = true;
    std::vector<std::uint32_t> ends_;  // of every field: the place of its separator or line end; `count_` of them
    std::size_t count_ = 0;
    std::vector<std::uint32_t> row_begin_, row_first_;
    std::vector<std::uint32_t> broken_;  // rows (by begin) with a quote where none may stand
};

// The content of a field: without its quotes, doubled ones as one. `space` holds it where it differs from `raw`.
[[nodiscard]] std::string_view content(std::string_view raw, std::string& space);

// The first record of `text`: its fields' contents, of more than kMostColumns the first; gives its length with the line end, 0 where it does not end.
[[nodiscard]] std::size_t first_record(std::string_view text, char separator, std::vector<std::string>& fields);

// Where field `field` of the first record begins.
[[nodiscard]] std::size_t field_begin(std::string_view text, char separator, std::size_t field);

// Bytes that are not UTF-8 as `?`; the text is as long as it was. And bytes 0 as spaces, so that it can be shown.
[[nodiscard]] std::string mended_text(std::string_view text);
[[nodiscard]] std::string shown_text(std::string_view text);

// A problem at bytes [begin, end) of the record that begins at `record` of the block.
[[nodiscard]] Problem problem_at(const Block& block, std::uint32_t record, std::string_view text, std::uint32_t begin,
                                 std::uint32_t end, Code code, Message headline);

}  // namespace crossfoot::table
