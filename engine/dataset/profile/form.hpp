// How the files of a table seem to be laid out: encoding, separator, lines above the header, its rows, lines below the last
// row, empty lines. Looks at the beginning and the end of each file; what it finds is a guess, and the profile says so.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/dataset/table/table.hpp"

namespace crossfoot::profile {

struct Form {
    char separator = ',';
    table::Layout layout;
    bool has_mark = false;                          // the encoding is said by a mark at the beginning
    bool is_utf8 = false;                           // characters beyond ASCII say so
    std::vector<std::vector<std::string>> names;    // of the header, by part, in normal form C; none where there is no header
    std::string footer_shown;                       // the first line below the last row
};

// `encoding`: known already, where the rows have shown that the beginning misled.
[[nodiscard]] Form sniff_form(const std::vector<TablePart>& parts, std::optional<table::Encoding> encoding);

// The records of a text and the lines at which they begin; one that goes on for many lines, or does not end, is a line.
struct Record {
    std::uint64_t line = 0;   // lines above it
    std::string_view text;    // with its line end
    std::vector<std::string> fields;
    [[nodiscard]] bool empty_line() const;
    [[nodiscard]] std::size_t filled() const;
};
[[nodiscard]] std::vector<Record> records_of(std::string_view text, char separator, std::size_t most);

// What a cell looks like, in either language.
enum class Look : std::uint8_t { empty, marker, year, number, words };
[[nodiscard]] Look look_of(std::string_view cell);

// The header among the records, as indices [begin, end), and how many records follow that fit it.
struct HeaderPlace {
    std::size_t begin = 0, end = 0, width = 0, rows = 0;
};
[[nodiscard]] HeaderPlace find_header(const std::vector<Record>& records);

}  // namespace crossfoot::profile
