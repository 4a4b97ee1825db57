#include "engine/checking/columns/series.hpp"

#include <algorithm>

namespace crossfoot::columns {
namespace {

// The array has these rows for as long as this lives.
class Shown {
public:
    Shown(Dataset& dataset, NodeId array, const std::vector<NodeId>& rows)
        : dataset_(dataset), array_(array), before_(dataset.children(array).begin(), dataset.children(array).end()) {
        dataset_.set_children(array_, rows);
    }
    ~Shown() { dataset_.set_children(array_, std::move(before_)); }
    Shown(const Shown&) = delete;
    Shown& operator=(const Shown&) = delete;

private:
    Dataset& dataset_;
    NodeId array_;
    std::vector<NodeId> before_;
};

// A finding of one row, and how bad it is.
struct OfRow {
    Worst worst;
    std::size_t row = 0;
    Finding finding;
    [[nodiscard]] std::uint64_t place() const { return row; }
};

}  // namespace

bool Series::take(const BoundRule& rule) {
    const auto series = series_rule(rule, streamed_);
    if (series) rules_[&rule].of = *series;
    return series.has_value();
}

void Series::ask(NodeId array, PassAsked& asked) {
    for (auto& [rule, state] : rules_) {
        if (state.of.table->rows != array) continue;
        state.run = std::make_unique<SeriesRun>(state.of, dataset_, check_.known);
        asked.visitors.push_back(state.run->visitor());
        asked.columns.insert(asked.columns.end(), state.run->columns().begin(), state.run->columns().end());
    }
}

std::map<const BoundRule*, std::set<NodeId>> Series::judge(const std::map<NodeId, const PassResult*>& passes) {
    std::map<const BoundRule*, std::set<NodeId>> out;
    for (auto& [rule, state] : rules_) {
        const Table& table = *state.of.table;
        const PassResult& pass = *passes.at(table.rows);
        const auto decided = state.run->decide(check_.keep_holding ? options_.max_findings : 0);
        state.judged = decided && decided->open.size() + decided->beside.size() <= options_.rows_held;
        state.run.reset();   // its columns are done with
        if (!state.judged) {
            out.emplace(rule, std::set{table.rows});
            continue;
        }
        state.holds = decided->holds;
        std::vector<std::uint64_t> places;
        std::set_union(decided->open.begin(), decided->open.end(), decided->beside.begin(), decided->beside.end(), std::back_inserter(places));
        if (!places.empty()) state.rows = rows_at(table, pass, places);
        for (const std::uint64_t each : decided->open) state.open.push_back(pass.first_row[each >> 32U] + (each & 0xFFFFFFFFU));
    }
    return out;
}

std::vector<const BoundRule*> Series::judged() const {
    std::vector<const BoundRule*> out;
    for (const auto& [rule, state] : rules_)
        if (state.judged) out.push_back(rule);
    return out;
}

void Series::add_rows(NodeId array, std::map<std::uint64_t, table::HeldRow>& rows) const {
    for (const auto& [rule, state] : rules_)
        if (state.judged && state.of.table->rows == array)
            for (const auto& [number, row] : state.rows) rows.try_emplace(number, row);
}

bool Series::find(const BoundRule& rule, const std::map<NodeId, std::map<std::uint64_t, NodeId>>& nodes, RowRunner& runner) {
    const auto found = rules_.find(&rule);
    if (found == rules_.end() || !found->second.judged) return false;
    State& state = found->second;
    const NodeId array = state.of.table->rows;
    for (const auto& [number, row] : state.rows) state.held.push_back(nodes.at(array).at(number));
    for (const std::uint64_t number : state.open) state.open_nodes.push_back(nodes.at(array).at(number));
    state.rows.clear();
    Findings& out = runner.out();
    const Shown shown(dataset_, array, state.held);
    const Summary before = out.summary;
    if (state.open.empty() && state.holds > 0) out.rules.push_back(rule.info);
    else list(rule, state, runner);
    RuleInfo& info = out.rules.back();
    info.one_by_one = state.open.size();
    out.summary.instances += state.holds;
    out.summary.holds += state.holds;
    info.instances = static_cast<std::uint32_t>(out.summary.instances - before.instances);
    // A rule whose rows were all left out, but that holds elsewhere, binds to something.
    if (state.holds > 0 && out.summary.vacuous > before.vacuous) {
        out.summary.vacuous = before.vacuous;
        std::erase_if(out.findings, [&](const Finding& each) { return each.verdict == Verdict::vacuous && each.rule_index + 1 == out.rules.size(); });
    }
    return true;
}

void Series::list(const BoundRule& rule, State& state, RowRunner& runner) {
    Findings& out = runner.out();
    const std::size_t before = out.findings.size();
    runner.rows(rule, state.open_nodes);
    if (out.findings.size() - before <= options_.max_findings) return;
    std::vector<OfRow> all;
    for (std::size_t i = before; i < out.findings.size(); ++i) {
        std::vector<Finding> one;
        one.push_back(std::move(out.findings[i]));
        all.push_back({worst_of(one), i, std::move(one.front())});
    }
    const std::size_t made = all.size();
    Tally left;
    for (const OfRow& each : all) left.add(each.finding.verdict, each.finding.severity);
    keep_worst(all, options_.max_findings);
    std::sort(all.begin(), all.end(), [](const OfRow& a, const OfRow& b) { return a.row < b.row; });
    out.findings.resize(before);
    std::set<NodeId> listed;
    for (OfRow& each : all) {
        left.remove([&] {
            Tally one;
            one.add(each.finding.verdict, each.finding.severity);
            return one;
        }());
        for (const Binding& binding : each.finding.bindings)
            if (binding.node) listed.insert(*binding.node);
        out.findings.push_back(std::move(each.finding));
    }
    for (const NodeId each : state.open_nodes)
        if (!listed.contains(each)) state.unlisted.push_back(each);
    out.rules.back().unlisted = made - all.size();
    out.rules.back().left = left;
}

bool Series::visit(const BoundRule& rule, const SeeFinding& see) {
    const auto found = rules_.find(&rule);
    if (found == rules_.end() || !found->second.judged) return false;
    const State& state = found->second;
    const Shown shown(dataset_, state.of.table->rows, state.held);
    CheckOptions check = check_;
    check.keep_holding = false;
    RowRunner runner(dataset_, check);
    Identities identities(dataset_);
    for (const NodeId each : state.unlisted) {
        runner.rows(rule, {&each, 1});
        Findings& out = runner.out();
        std::erase_if(out.findings, [](const Finding& finding) { return finding.verdict == Verdict::vacuous; });
        for (Finding& finding : out.findings)
            if (!see(finding, identities)) return true;
        out.findings.clear();
        out.rules.clear();
    }
    return true;
}

}  // namespace crossfoot::columns
