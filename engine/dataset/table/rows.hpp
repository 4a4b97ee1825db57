// Rows of a table as nodes of the dataset, so that rules, findings and reports see a row of a CSV file as they see a
// table of TOML. Only rows that are asked for become nodes: all of a small table, of a large one those that are shown.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/dataset/dataset.hpp"
#include "engine/dataset/table/block_reader.hpp"
#include "engine/text/diagnostic.hpp"

namespace crossfoot::table {

// A record that is kept, with where it stands.
struct HeldRow {
    std::uint64_t number = 0;  // of the row in the table, from 0
    std::size_t part = 0;
    std::uint64_t line = 0;  // of the file, from 1, where the record begins
    std::string text;        // without its line end
};

// Adds the rows (ascending by number) to the dataset as children of the table's array, in place of those that are
// there, and the lines of rows and problems to the sources. Problems, `lines` of whose block are given by block, become
// diagnostics; so do cells that do not fit.
std::vector<NodeId> hold(Dataset& dataset, const Table& table, const std::vector<Header>& headers,
                         const std::vector<HeldRow>& rows, const std::vector<Problem>& problems,
                         const std::vector<std::uint64_t>& first_line_of_block, Diagnostics& diagnostics);

// Is a file of it no longer what the run has read? Then that is told, at its declaration.
[[nodiscard]] bool tell_changes(const Table& table, Diagnostics& diagnostics);

// The row that binding looks at.
NodeId add_prototype(Dataset& dataset, const Table& table);

}  // namespace crossfoot::table
