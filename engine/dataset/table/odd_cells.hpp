// Cells that can be read, but not as they stand beside the others: points beside decimal commas, a machine's print of a
// binary number. Whether they are, only a look at the whole column tells; so the first of each are kept until then.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/dataset/table/block_reader.hpp"
#include "engine/dataset/table/cell.hpp"

namespace crossfoot::table {

// Of one column, as far as it was looked at; of several threads put together by add().
struct OddCells {
    bool comma = false;              // a cell has a decimal comma
    std::uint64_t points = 0;        // cells with a point alone, of a column in whose language the comma is the decimal sign
    std::uint64_t machine = 0;       // cells with a point and 16 digits or more, where no machine's print was declared
    std::vector<Problem> first_points, first_machine;   // the first of each, in order, not the last word: see settle()
    void add(OddCells other);
};

// Is the comma the decimal sign in this column, and is nothing declared that says what a point is?
[[nodiscard]] bool has_decimal_commas(const TableColumn& column);
// "12.5", "-1.234": digits with one point and nothing else but a sign.
[[nodiscard]] bool is_point_alone(std::string_view text);
// Has a number with a point as many digits as a machine prints of a binary number?
[[nodiscard]] bool is_machine_print(std::string_view text);
// "12,5": does a comma stand before a digit?
[[nodiscard]] bool has_comma(std::string_view text);

[[nodiscard]] CellProblem point_beside_comma(std::string_view text, const TableColumn& column);
[[nodiscard]] CellProblem machine_print(std::string_view text, const TableColumn& column);

// What the whole table says of its columns' odd cells: errors (points beside commas) are added to `problems` and counted in
// `wrong`, warnings to `warnings`, at most `most` of each kind.
void settle(std::vector<OddCells> columns, std::size_t most, std::vector<Problem>& problems, std::uint64_t& wrong,
            std::vector<Problem>& warnings, std::uint64_t& warned);

}  // namespace crossfoot::table
