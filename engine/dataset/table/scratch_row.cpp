#include "engine/dataset/table/scratch_row.hpp"

namespace crossfoot::table {

ScratchRow::ScratchRow(Dataset& dataset, const Table& table) : dataset_(dataset) {
    Node row;
    row.kind = NodeKind::table;
    row.parent = table.rows;
    row.payload = dataset.add_group();
    row_ = dataset.add(row);
    for (const TableColumn& column : table.columns) {
        Cell cell{kNoNode, dataset.add_figure({}), dataset.add_text(""), dataset.add_date({})};
        Node node;
        node.parent = row_;
        node.key = column.key;
        node.kind = NodeKind::text;
        node.payload = cell.text;
        cell.node = dataset.add(node);
        dataset.append_child(row_, cell.node);
        cells_.push_back(cell);
    }
}

void ScratchRow::set(std::size_t column, CellValue value) {
    const Cell& cell = cells_[column];
    Node& node = dataset_.edit(cell.node);
    if (auto* figure = std::get_if<Figure>(&value)) {
        node.kind = NodeKind::figure;
        node.payload = cell.figure;
        dataset_.edit_figure(cell.node) = std::move(*figure);
    } else if (const auto* date = std::get_if<DayRange>(&value)) {
        node.kind = NodeKind::date;
        node.payload = cell.date;
        dataset_.edit_date(cell.node) = *date;
    } else if (auto* text = std::get_if<std::string>(&value)) {
        node.kind = NodeKind::text;
        node.payload = cell.text;
        dataset_.edit_text(cell.node) = std::move(*text);
    }
}

}  // namespace crossfoot::table
