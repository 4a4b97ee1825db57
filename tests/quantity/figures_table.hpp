// The literate table of prints (figures.md): each row is a print, what the dataset declares about it, and
// what it means.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/quantity/numeral.hpp"

namespace crossfoot::testing {

struct TableRow {
    std::size_t line = 0;    // from 1
    std::string print;       // the first cell, without its backticks; ␣ is a no-break space, ⏎ a line feed
    std::string declared;    // "en, precision=1 000"
    std::string meaning;     // without backticks
};

// The rows of all tables of a document; headings and rules of tables are none.
[[nodiscard]] std::vector<TableRow> table_rows(const std::vector<std::string>& lines);

// What the print means, in one line: "[19650000; 19750000] EUR, 19700000, step 100000".
[[nodiscard]] std::string meaning_of(const TableRow& row);

// The set of true values alone, with its unit and the mark behind it: "[-275; -275] 1, mark *"; an end without finite
// decimals is a quotient. `unread` and `text` of what is no figure, the code of an error.
[[nodiscard]] std::string set_of(const TableRow& row);

// The units that figures.md declares in its first lines.
[[nodiscard]] Units table_units();

[[nodiscard]] std::string spelled(const Interval& interval);
[[nodiscard]] std::string spelled(const ReadResult& result, const Units& units, Language language);

}  // namespace crossfoot::testing
