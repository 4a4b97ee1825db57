// What a cell of a table is. Digits with at most one point are a decimal as written, as a bare TOML number is, in every
// language; all else is read as the report prints it. A cell that does not fit its column is a problem, never a guess.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "engine/dataset/table/block_reader.hpp"
#include "engine/quantity/date.hpp"
#include "engine/quantity/figure.hpp"

namespace crossfoot::table {

struct CellProblem {
    Code code = Code::XF123;
    Message headline;
    std::vector<Message> help;
    std::uint32_t begin = 0, end = 0;  // bytes of the cell's content
};

// A missing cell is a missing figure, whatever its column; an empty cell of a text column is missing, its other markers
// are text.
using CellValue = std::variant<Figure, DayRange, std::string, CellProblem>;

// `units` gains the printed units it meets; a figure has its column's unit all the same.
[[nodiscard]] CellValue read_cell(std::string_view content, const TableColumn& column, const Table& table,
                                  Units& units);

// What a row has of an optional column that its part lacks: a missing figure, whatever the column.
[[nodiscard]] CellValue absent_cell(const TableColumn& column);

// An optional minus, up to 18 digits, at most one point with digits on both sides: its digits as one whole number, and
// how many of them stand after the point. `text` may be read up to 8 bytes past its end.
struct MachineNumber {
    std::int64_t digits = 0;
    std::uint8_t decimals = 0;
    bool read = false;
};
[[nodiscard]] MachineNumber machine_number(std::string_view text);

// "2013-12-31" as a day; false for anything else.
[[nodiscard]] bool machine_day(std::string_view text, std::int32_t& day);

// Is any marker itself a number as a machine writes it? Then no cell is a number before it was compared.
[[nodiscard]] bool markers_look_like_numbers(const Table& table);

}  // namespace crossfoot::table
