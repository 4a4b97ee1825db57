#include <algorithm>

#include "engine/checking/columns/program.hpp"

namespace crossfoot::columns {

bool read_columns(const Core& core, Slot row, const Table& table, std::vector<std::size_t>& out) {
    if (core.op == Op::local && core.slot == row) return false;
    const bool of_row =
        !core.args.empty() && core.args[0] && core.args[0]->op == Op::local && core.args[0]->slot == row;
    std::vector<std::string> names;
    if (of_row && core.op == Op::child) names.push_back(core.text);
    if (of_row && core.op == Op::members) names = core.keys;
    for (const std::string& name : names)
        if (const auto column = table.column(name)) out.push_back(*column);
    if (!names.empty()) return true;
    return std::all_of(core.args.begin(), core.args.end(),
                       [&](const CorePtr& each) { return !each || read_columns(*each, row, table, out); });
}

bool columns_read(const BoundRule& rule, const Table& table, std::vector<std::size_t>& out) {
    const Slot row = rule.fors.front().slot;
    bool told = read_columns(*rule.body, row, table, out);
    for (const CoreTitlePiece& piece : rule.title)
        if (piece.path) told = read_columns(*piece.path, row, table, out) && told;
    for (const CoreFor& each : rule.fors) {
        if (each.where) told = read_columns(*each.where, row, table, out) && told;
        if (&each != &rule.fors.front()) told = read_columns(*each.domain, row, table, out) && told;
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return told;
}

}  // namespace crossfoot::columns
