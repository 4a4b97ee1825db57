// One row of the tree whose cells are put in anew for each row of a streamed table: what the plain evaluator looks at
// where the columns cannot decide. Each thread has its own; the dataset does not grow.
#pragma once

#include <vector>

#include "engine/dataset/dataset.hpp"
#include "engine/dataset/table/cell.hpp"

namespace crossfoot::table {

class ScratchRow {
public:
    ScratchRow(Dataset& dataset, const Table& table);
    [[nodiscard]] NodeId node() const { return row_; }
    [[nodiscard]] NodeId cell(std::size_t column) const { return cells_[column].node; }
    // `value` is no problem.
    void set(std::size_t column, CellValue value);

private:
    struct Cell {
        NodeId node;
        std::uint32_t figure, text, date;
    };
    Dataset& dataset_;
    NodeId row_;
    std::vector<Cell> cells_;
};

}  // namespace crossfoot::table
