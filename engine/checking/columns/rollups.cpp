#include "engine/checking/columns/rollups.hpp"

#include <algorithm>

namespace crossfoot::columns {

bool Rollups::take(const BoundRule& rule, RollKeys keys) {
    auto plan = rolled(rule, dataset_, streamed_, keys);
    if (!plan) return false;
    State& state = rules_[&rule];
    state.rule = std::move(plan->rule);
    for (RolledTable& each : plan->tables)
        state.runs.push_back(std::make_unique<RollupRun>(std::move(each), dataset_.units, options_.rows_held));
    return true;
}

void Rollups::ask(NodeId array, PassAsked& asked) {
    for (auto& [rule, state] : rules_)
        for (const auto& run : state.runs) {
            if (run->of().table->rows != array) continue;
            asked.visitors.push_back(run->visitor());
            asked.columns.insert(asked.columns.end(), run->of().sums.begin(), run->of().sums.end());
            asked.columns.insert(asked.columns.end(), run->of().keys.begin(), run->of().keys.end());
        }
}

std::map<const BoundRule*, std::set<NodeId>> Rollups::judge(const std::map<NodeId, const PassResult*>& passes) {
    std::map<const BoundRule*, std::set<NodeId>> out;
    for (auto& [rule, state] : rules_) {
        std::set<NodeId> arrays;
        bool large = false, too_much = false;
        for (const auto& run : state.runs) {
            arrays.insert(run->of().table->rows);
            large = large || passes.at(run->of().table->rows)->rows > options_.rows_held;
            too_much = too_much || run->too_much();
        }
        if (!large || too_much) {
            out.emplace(rule, std::move(arrays));
            continue;
        }
        state.judged = true;
        for (const auto& run : state.runs) {
            state.places.push_back(run->odd_rows());
            state.odd.push_back(rows_at(*run->of().table, *passes.at(run->of().table->rows), state.places.back()));
        }
    }
    return out;
}

void Rollups::add_rows(NodeId array, std::map<std::uint64_t, table::HeldRow>& rows) const {
    for (const auto& [rule, state] : rules_)
        for (std::size_t i = 0; i < state.odd.size(); ++i)
            if (state.runs[i]->of().table->rows == array)
                for (const auto& [number, row] : state.odd[i]) rows.try_emplace(number, row);
}

void Rollups::hold(const std::map<NodeId, std::map<std::uint64_t, NodeId>>& nodes) {
    for (auto& [rule, state] : rules_) {
        if (!state.judged) continue;
        for (std::size_t i = 0; i < state.runs.size(); ++i) {
            // in the order of the first rows they stand for, which is that of groups
            auto rows = state.runs[i]->add_rows(dataset_);
            auto place = state.places[i].begin();
            for (const auto& [number, held] : state.odd[i]) {
                rows.emplace_back(*place++, nodes.at(state.runs[i]->of().table->rows).at(number));
                state.counts.emplace_back(rows.back().second, add_count(dataset_, rows.back().second, 1));
            }
            std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
            std::vector<NodeId>& all = state.rows.emplace_back();
            for (const auto& [at, row] : rows) all.push_back(row);
        }
    }
}

bool Rollups::find(const BoundRule& rule, RowRunner& runner) {
    const auto found = rules_.find(&rule);
    if (found == rules_.end() || !found->second.judged) return false;
    State& state = found->second;
    std::vector<std::pair<NodeId, std::vector<NodeId>>> before;   // children as they were
    for (std::size_t i = 0; i < state.runs.size(); ++i) {
        const NodeId array = state.runs[i]->of().table->rows;
        before.emplace_back(array, std::vector<NodeId>(dataset_.children(array).begin(), dataset_.children(array).end()));
        dataset_.set_children(array, state.rows[i]);
    }
    for (const auto& [row, count] : state.counts) {
        std::vector<NodeId> cells(dataset_.children(row).begin(), dataset_.children(row).end());
        before.emplace_back(row, cells);
        cells.push_back(count);
        set_cells(dataset_, row, std::move(cells));
    }
    runner.whole(state.rule);
    for (auto& [node, children] : before) dataset_.set_children(node, std::move(children));
    return true;
}

}  // namespace crossfoot::columns
