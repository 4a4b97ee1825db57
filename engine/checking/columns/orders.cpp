#include "engine/checking/columns/orders.hpp"

namespace crossfoot::columns {

bool Orders::take(const BoundRule& rule) {
    const auto order = column_order(rule, dataset_, streamed_);
    if (!order) return false;
    rules_[&rule].run = std::make_unique<OrderRun>(*order);
    return true;
}

void Orders::ask(NodeId array, PassAsked& asked) {
    for (const auto& [rule, state] : rules_) {
        if (state.run->of().table->rows != array) continue;
        asked.visitors.push_back(state.run->visitor());
        asked.columns.push_back(state.run->of().column);
    }
}

std::map<const BoundRule*, std::set<NodeId>> Orders::judge(const std::map<NodeId, const PassResult*>& passes) {
    std::map<const BoundRule*, std::set<NodeId>> out;
    for (auto& [rule, state] : rules_) {
        const Table& table = *state.run->of().table;
        state.judged = !state.run->failed();
        if (state.judged) state.rows = rows_at(table, *passes.at(table.rows), state.run->places());
        else out.emplace(rule, std::set{table.rows});
    }
    return out;
}

void Orders::add_rows(NodeId array, std::map<std::uint64_t, table::HeldRow>& rows) const {
    for (const auto& [rule, state] : rules_)
        if (state.run->of().table->rows == array)
            for (const auto& [number, row] : state.rows) rows.try_emplace(number, row);
}

bool Orders::find(const BoundRule& rule, const std::map<NodeId, std::map<std::uint64_t, NodeId>>& nodes, RowRunner& runner) {
    const auto found = rules_.find(&rule);
    if (found == rules_.end() || !found->second.judged) return false;
    const NodeId array = found->second.run->of().table->rows;
    const std::vector<NodeId> before(dataset_.children(array).begin(), dataset_.children(array).end());
    std::vector<NodeId> rows;
    for (const auto& [number, row] : found->second.rows) rows.push_back(nodes.at(array).at(number));
    dataset_.set_children(array, std::move(rows));
    runner.whole(rule);
    dataset_.set_children(array, before);
    return true;
}

}  // namespace crossfoot::columns
