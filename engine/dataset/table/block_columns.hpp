// The figures and dates of a block of rows as columns of whole numbers, so that rules run over them without looking at
// a cell twice. Every cell is read or told to be wrong; what is no plain number (missing, withheld, « environ 40 »)
// only gets a mark: such a row is for the plain evaluator.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/dataset/table/cell.hpp"
#include "engine/dataset/table/fields.hpp"
#include "engine/dataset/table/odd_cells.hpp"

namespace crossfoot::table {

enum class CellState : std::uint8_t { plain, missing, other };

struct Column {
    // A figure: its value is numbers × 10^-decimals in the column's unit. A date: its day.
    std::vector<std::int64_t> numbers;
    std::vector<CellState> states;
    std::vector<std::uint8_t> printed_decimals;  // of each cell, where they differ (`mixed`)
    std::uint8_t decimals = 0;
    bool mixed = false;
    bool all_plain = true;
    std::int64_t largest = 0;  // of the absolute values
};

class BlockColumns {
public:
    BlockColumns(const Table& table, const Units& units);
    // Columns that were put together otherwise, all of `rows` rows; it has no texts, and `value` must not be asked.
    BlockColumns(const Table& table, std::vector<Column> columns, std::size_t rows);
    // Cells that do not fit are told in `problems`, at most `most`, and counted in `wrong`.
    void read(const Block& block, const Fields& fields, std::vector<Problem>& problems, std::size_t most,
              std::uint64_t& wrong);
    [[nodiscard]] const Column& column(std::size_t index) const { return columns_[index]; }
    // The content of a cell, valid until the next call with the same `space`.
    [[nodiscard]] std::string_view text(std::size_t row, std::size_t column, std::string& space) const;
    [[nodiscard]] CellValue value(std::size_t row, std::size_t column);
    [[nodiscard]] std::size_t rows() const { return fields_ == nullptr ? rows_ : fields_->rows(); }
    // Odd cells of all blocks so far, by column; those of other threads are to be put to them.
    [[nodiscard]] std::vector<OddCells>& odd() { return odd_; }
    [[nodiscard]] bool ascii() const { return fields_ == nullptr || fields_->ascii(); }
    [[nodiscard]] const Table& table() const { return table_; }

private:
    void read_numbers(std::size_t index, const Block& block, std::vector<Problem>& problems, std::size_t most,
                      std::uint64_t& wrong);
    static void align(Column& column, std::uint8_t least, std::uint8_t most);

    const Table& table_;
    Units units_;                 // of this thread: reading a cell may meet a new printed unit
    bool compare_first_ = false;  // markers look like numbers
    const Fields* fields_ = nullptr;
    const Header* header_ = nullptr;
    std::size_t rows_ = 0;        // where there are no fields
    std::vector<Column> columns_;
    static constexpr std::size_t kMostOdd = 100;   // kept of each kind, of one column
    std::vector<OddCells> odd_;
    std::string space_;
};

}  // namespace crossfoot::table
