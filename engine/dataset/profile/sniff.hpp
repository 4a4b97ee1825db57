// A first look at the rows of a table: the language of its numbers, dates, flags and brackets, how each column is to be
// looked at, and which columns may be keys.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/dataset/profile/profile.hpp"
#include "engine/dataset/profile/tally.hpp"

namespace crossfoot::profile {

struct Sniffed {
    std::optional<Language> language;  // where a number shows it
    Manners manners;                   // where cells show them, and none shows the contrary
    std::vector<Sort> sorts;           // by column
    std::vector<Key> keys;             // no two of the first rows alike
};

// The hash of two values together.
[[nodiscard]] std::uint64_t joined(std::uint64_t first, std::uint64_t second);

// Languages, sorts and keys, from the first rows of the first, the middle and the last file. `table` has the names as columns.
[[nodiscard]] Sniffed sniff_rows(const Table& table, Language words);

// Sets of so many columns, two or three, that may tell all rows apart, where no candidate did: by how many different values
// there are in all rows, and by a sample of the rows.
struct ColumnCounts {
    bool may = false;             // no cell is empty, and it is no measure
    std::uint64_t distinct = 0;   // at least
};
[[nodiscard]] std::vector<Key> keys_by_counts(std::size_t size, const std::vector<ColumnCounts>& columns, std::uint64_t rows,
                                              const std::vector<table::HeldRow>& sample, const std::vector<table::Header>& headers,
                                              char separator);

}  // namespace crossfoot::profile
