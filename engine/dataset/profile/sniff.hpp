// A first look at a table: its separator, the names in its header, the language of its numbers, how each column is to
// be looked at, and which columns may be keys. Reads the beginning of the first file.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/dataset/profile/profile.hpp"
#include "engine/dataset/profile/tally.hpp"

namespace crossfoot::profile {

struct Sniffed {
    char separator = ',';
    std::vector<std::string> names;    // of the header, in normal form C; an empty one is no name
    std::size_t fields = 0;            // of the header
    std::optional<Language> language;  // where a number shows it
    std::vector<Sort> sorts;           // by column
    std::vector<Key> keys;             // no two of the first rows alike
};

// The hash of two values together.
[[nodiscard]] std::uint64_t joined(std::uint64_t first, std::uint64_t second);

// The separator and the header alone. A file that cannot be read, or has no header, leaves `names` empty: reading the
// table will say why.
[[nodiscard]] Sniffed sniff_header(const TablePart& part);
// The rest, from the rows of the table's first block. `table` has the names as columns.
void sniff_rows(const Table& table, Language words, Sniffed& out);

}  // namespace crossfoot::profile
