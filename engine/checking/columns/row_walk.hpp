// The rows of a streamed table once more, in order, after a pass has found where its blocks begin: for the few that are to
// be held.
#pragma once

#include <map>

#include "engine/checking/columns/table_pass.hpp"
#include "engine/dataset/table/fields.hpp"

namespace crossfoot::columns {

class RowWalk {
public:
    RowWalk(const Table& table, const PassResult& pass) : table_(table), pass_(pass), reader_(table) {}

    // To the next row; false at the end.
    [[nodiscard]] bool next();
    [[nodiscard]] std::uint64_t place() const { return place_of(block_.number, row_); }
    [[nodiscard]] std::uint64_t number() const { return pass_.first_row[block_.number] + row_; }
    // The content of a declared column's field, valid until the next call with the same `space`.
    [[nodiscard]] std::string_view content(std::size_t column, std::string& space) const {
        const std::uint32_t place = block_.header->place[column];
        return place == table::kAbsent ? std::string_view() : table::content(fields_.raw(row_, place), space);
    }
    [[nodiscard]] bool ascii() const { return fields_.ascii(); }
    [[nodiscard]] table::HeldRow held();

private:
    const Table& table_;
    const PassResult& pass_;
    table::BlockReader reader_;
    table::Block block_;
    table::Fields fields_;
    std::size_t row_ = 0;
    bool begun_ = false;
    std::uint32_t at_ = 0;      // up to here line ends are counted
    std::uint64_t line_ = 0;
};

// Rows at given places (ascending), by number.
[[nodiscard]] std::map<std::uint64_t, table::HeldRow> rows_at(const Table& table, const PassResult& pass, const std::vector<std::uint64_t>& places);

}  // namespace crossfoot::columns
