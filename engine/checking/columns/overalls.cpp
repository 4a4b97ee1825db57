#include "engine/checking/columns/overalls.hpp"

#include <algorithm>

#include "engine/checking/columns/row_walk.hpp"

namespace crossfoot::columns {
namespace {

// Conditions are those of one place in a rule each.
bool same_figures(const Overall& a, const Overall& b) {
    return a.function == b.function && a.table == b.table && a.column == b.column && a.known == b.known && a.grouped == b.grouped &&
           a.conditions.empty() && b.conditions.empty();
}
bool same_number(const Overall& a, const Overall& b) { return same_figures(a, b) && a.from_part == b.from_part; }

}  // namespace

bool Overalls::take(const BoundRule& rule) {
    auto asked = overall_numbers(rule, dataset_, streamed_);
    if (!asked) return false;
    taken_.push_back(&rule);
    for (Overall& each : *asked) {
        const Core* core = each.core;
        const auto same = std::find_if(runs_.begin(), runs_.end(), [&](const auto& run) { return same_number(run->of(), each); });
        OverallRun* run = same == runs_.end() ? nullptr : same->get();
        const auto ranked = std::find_if(runs_.begin(), runs_.end(), [&](const auto& other) {
            return each.from_part && other->of().from_part && same_figures(other->of(), each);
        });
        const OverallRun* of_values = ranked == runs_.end() ? nullptr : ranked->get();
        if (run == nullptr) run = runs_.emplace_back(std::make_unique<OverallRun>(std::move(each), dataset_.units)).get();
        if (of_values != nullptr && of_values != run) run->take_values_of(*of_values);
        asked_[&rule].emplace_back(core, run);
    }
    return true;
}

void Overalls::work_out(const CheckOptions& check, Diagnostics& diagnostics) {
    for (const Table* table : streamed_) {
        std::vector<OverallRun*> runs;
        for (const auto& each : runs_)
            if (each->of().table == table) runs.push_back(each.get());
        if (!runs.empty()) work_out(*table, std::move(runs), check, diagnostics);
    }
    // what is left to the plain evaluator is left to it as a whole
    for (const auto& [rule, all] : asked_)
        if (!has(*rule))
            for (const auto& [core, run] : all) numbers_.erase(core);
}

void Overalls::work_out(const Table& table, std::vector<OverallRun*> runs, const CheckOptions& check, Diagnostics& diagnostics) {
    const std::vector<OverallRun*> all = runs;
    PassResult passed;
    while (!runs.empty()) {
        PassAsked asked;
        for (OverallRun* each : runs) asked.visitors.push_back(each->visitor());
        passed = pass(dataset_, table, asked, check, options_);
        if (passed.wrong > 0) return;   // told by the pass in which the rules are judged
        std::erase_if(runs, [](OverallRun* each) { return !each->again(); });
    }
    std::set<std::uint64_t> places;
    for (const OverallRun* each : all)
        if (!each->failed())
            for (const std::uint64_t place : each->places()) places.insert(place);
    const std::vector<std::uint64_t> order(places.begin(), places.end());
    Held& held = held_[table.rows];
    held.rows = rows_at(table, passed, order);
    if (held.rows.size() != order.size()) return;   // the table has changed, which ends the run
    std::vector<table::HeldRow> rows_in_order;
    for (const auto& [number, row] : held.rows) rows_in_order.push_back(row);
    const std::vector<NodeId> nodes = table::hold(dataset_, table, passed.headers, rows_in_order, {}, passed.first_line, diagnostics);
    dataset_.set_children(table.rows, {});
    std::map<std::uint64_t, NodeId> rows;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        rows.emplace(order[i], nodes[i]);
        held.nodes.emplace(rows_in_order[i].number, nodes[i]);
    }
    for (const auto& [rule, numbers] : asked_)
        for (const auto& [core, run] : numbers)
            if (run->of().table == &table && !run->failed() && !run->of_nothing()) numbers_.emplace(core, run->kept(dataset_, rows));
}

void Overalls::add_rows(NodeId array, std::map<std::uint64_t, table::HeldRow>& rows) const {
    if (const auto held = held_.find(array); held != held_.end())
        for (const auto& [number, row] : held->second.rows) rows.try_emplace(number, row);
}

void Overalls::place(NodeId array, const std::map<std::uint64_t, NodeId>& nodes) {
    const auto held = held_.find(array);
    if (held == held_.end()) return;
    for (const auto& [number, row] : held->second.nodes) {
        const NodeId there = nodes.at(number);
        dataset_.edit(row).span = dataset_.node(there).span;
        for (const NodeId cell : dataset_.children(row))
            if (const NodeId same = dataset_.child(there, dataset_.key(cell)); same != kNoNode) dataset_.edit(cell).span = dataset_.node(same).span;
    }
}

bool Overalls::has(const BoundRule& rule) const {
    const auto& all = asked_.at(&rule);
    return std::all_of(all.begin(), all.end(), [&](const auto& each) { return numbers_.contains(each.first); });
}

std::set<NodeId> Overalls::arrays(const BoundRule& rule) const {
    std::set<NodeId> out;
    for (const auto& [core, run] : asked_.at(&rule)) out.insert(run->of().table->rows);
    return out;
}

void Overalls::ask(NodeId array, PassAsked& asked) const {
    for (const auto& each : runs_)
        if (each->of().table->rows == array) asked.columns.insert(asked.columns.end(), each->of().columns.begin(), each->of().columns.end());
}

}  // namespace crossfoot::columns
