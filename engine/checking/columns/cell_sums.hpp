// Exact sums of a column's cells as its blocks pass: of printed values and of the widths of their ranges, in units of
// 10^-kSumPlaces of the column's unit (key_table.hpp).
#pragma once

#include <array>

#include "engine/checking/columns/key_table.hpp"
#include "engine/dataset/table/block_columns.hpp"

namespace crossfoot::columns {

// The width of a cell's range; -1 where the cell is no plain number whose range is known, and cannot be summed.
[[nodiscard]] inline std::int64_t summed_width(const table::Column& column, const Widths& widths, std::size_t row) {
    if (column.states[row] != table::CellState::plain || column.decimals > kSumPlaces) return -1;
    return widths[column.mixed ? column.printed_decimals[row] : column.decimals];
}

// Is the cell printed with decimals? Meant of plain numbers.
[[nodiscard]] inline bool has_decimals(const table::Column& column, std::size_t row) {
    return (column.mixed ? column.printed_decimals[row] : column.decimals) > 0;
}

// As what truncation leaves open depends on the sign: positive figures, negative ones and zeros.
struct SignedSums {
    std::array<KeySum, 3> of;
    bool decimals = false;   // some cell is printed with decimals
    void add(Wide value, std::int64_t width, bool with_decimals) {
        decimals = decimals || with_decimals;
        KeySum& sum = of[value > 0 ? 0 : value < 0 ? 1 : 2];
        sum.value += value;
        sum.width += width;
    }
    void add(const SignedSums& other);
};

[[nodiscard]] Rational rational(Wide value);

}  // namespace crossfoot::columns
