#include "engine/checking/columns/keyed_rules.hpp"

#include <algorithm>

#include "engine/checking/messages.hpp"

namespace crossfoot::columns {

bool KeyedRules::take(const BoundRule& rule) {
    auto plan = keyed(rule, dataset_, streamed_);
    if (!plan) return false;
    rules_[&rule].run = std::make_unique<KeyedRun>(std::move(*plan), dataset_.units);
    return true;
}

void KeyedRules::ask(NodeId array, PassAsked& asked) {
    for (auto& [rule, state] : rules_) {
        const KeyedRule& keyed = state.run->rule();
        for (std::size_t side = 0; side < keyed.sides.size(); ++side) {
            if (keyed.sides[side].array != array) continue;
            asked.visitors.push_back(state.run->visitor(side));
            for (const KeyedSum& each : keyed.sums)
                if (each.side == side && each.column != kCount) asked.columns.push_back(each.column);
        }
    }
}

std::map<const BoundRule*, std::set<NodeId>> KeyedRules::judge(const std::map<NodeId, const PassResult*>& passes) {
    std::map<const BoundRule*, std::set<NodeId>> out;
    for (auto& [rule, state] : rules_) {
        std::set<NodeId> arrays;
        bool large = false;
        for (const KeyedSide& side : state.run->rule().sides) {
            state.passes.push_back(passes.at(side.array));
            arrays.insert(side.array);
            large = large || state.passes.back()->rows > options_.rows_held;
        }
        if (!large) {
            out.emplace(rule, std::move(arrays));
            continue;
        }
        state.judged = true;
        state.refused = state.run->too_many_keys();
        if (state.refused) continue;
        state.verdicts = columns::judge(dataset_, *rule, *state.run, state.passes, check_, options_);
    }
    return out;
}

void KeyedRules::add_rows(NodeId array, std::map<std::uint64_t, table::HeldRow>& rows) const {
    for (const auto& [rule, state] : rules_)
        for (std::size_t side = 0; side < state.verdicts.rows.size(); ++side)
            if (state.run->rule().sides[side].array == array)
                for (const auto& [number, row] : state.verdicts.rows[side].rows) rows.try_emplace(number, row);
}

bool KeyedRules::find(const BoundRule& rule, const std::map<NodeId, std::map<std::uint64_t, NodeId>>& nodes, Findings& out) {
    const auto found = rules_.find(&rule);
    if (found == rules_.end() || !found->second.judged) return false;
    const KeyedRule& keyed = found->second.run->rule();
    if (found->second.refused) {
        add_refusal(rule, Message(say::too_many_keys, keyed.sides[0].table->name, KeyedRun::kMostKeys), out);
        return true;
    }
    std::vector<std::vector<NodeId>> children;
    for (const KeyedSide& side : keyed.sides) children.emplace_back(dataset_.children(side.array).begin(), dataset_.children(side.array).end());
    show(rule, found->second, nodes, out);
    for (std::size_t side = 0; side < keyed.sides.size(); ++side) dataset_.set_children(keyed.sides[side].array, std::move(children[side]));
    return true;
}

void KeyedRules::show(const BoundRule& rule, const State& state, const std::map<NodeId, std::map<std::uint64_t, NodeId>>& nodes,
                      Findings& out) {
    const KeyedRule& keyed = state.run->rule();
    const Summary& counted = state.verdicts.summary;
    RowRunner runner(dataset_, check_);
    out.rules.push_back(rule.info);
    const auto index = static_cast<std::uint32_t>(out.rules.size() - 1);
    const std::size_t before = out.findings.size();
    auto instance = static_cast<InstanceId>(out.summary.instances);
    const auto add = [&](Finding finding) {
        finding.rule_index = index;
        finding.instance = instance++;
        out.findings.push_back(std::move(finding));
    };
    const auto evaluate_rows = [&](const std::vector<std::vector<NodeId>>& seen) {
        evaluate(dataset_, rule, keyed, seen, runner);
        Findings& found = runner.out();
        for (Finding& each : found.findings)
            if (each.verdict != Verdict::vacuous || counted.instances == 0) add(std::move(each));   // a `where` may leave out a row
        for (NodeId node = 0; node < found.figure_checked.size() && node < out.figure_checked.size(); ++node)
            out.figure_checked[node] |= found.figure_checked[node];
    };
    struct Instances {
        std::uint32_t first = 0;                    // number of the row that they stand at
        std::vector<std::vector<NodeId>> seen;      // by side
    };
    std::vector<Instances> in_order;
    for (const KeyVerdict& each : state.verdicts.listed) {
        if (each.too_large) {
            add_refusal(rule, Message(say::key_too_large, keyed.sides[0].table->name, each.of.key, each.of.rows, options_.rows_at_once), out);
            out.rules.pop_back();
            --out.summary.instances, --out.summary.unverifiable;   // counted already
            out.findings.back().rule_index = index;
            out.findings.back().instance = instance++;
            continue;
        }
        const bool together = keyed.form == KeyedRule::Form::unique;
        Instances made;
        made.seen.resize(state.verdicts.rows.size());
        for (std::size_t side = 0; side < made.seen.size(); ++side) {
            const auto& held = nodes.at(keyed.sides[side].array);
            if (together) for (const auto& [number, row] : state.verdicts.rows[side].rows) made.seen[side].push_back(held.at(number));
            else for (const std::uint64_t number : state.verdicts.rows[side].seen(each.of.key)) made.seen[side].push_back(held.at(number));
        }
        if (made.seen.empty() || made.seen[0].empty()) {   // a column in which nothing stands twice holds without any row
            made.seen.assign(keyed.sides.size(), {});
            in_order.push_back(std::move(made));
            continue;
        }
        made.first = dataset_.node(made.seen[0].front()).key;
        if (keyed.form != KeyedRule::Form::rows) {
            in_order.push_back(std::move(made));
            continue;
        }
        for (const NodeId row : made.seen[0]) {   // rows of one key do not stand together
            in_order.push_back({dataset_.node(row).key, made.seen});
            in_order.back().seen[0] = {row};
        }
    }
    std::stable_sort(in_order.begin(), in_order.end(), [](const Instances& a, const Instances& b) { return a.first < b.first; });
    for (const Instances& each : in_order) evaluate_rows(each.seen);
    if (counted.instances == 0) evaluate_rows(std::vector<std::vector<NodeId>>(keyed.sides.size()));
    out.summary.instances += counted.instances;
    out.summary.holds += counted.holds;
    out.summary.contradicted += counted.contradicted;
    out.summary.unverifiable += counted.unverifiable;
    out.summary.vacuous += counted.instances == 0 ? 1 : 0;
    RuleInfo& info = out.rules.back();
    info.instances = static_cast<std::uint32_t>(counted.instances);
    if (counted.instances > 0) info.unlisted = state.verdicts.findings + (check_.keep_holding ? counted.holds : 0) - (out.findings.size() - before);
}

void add_refusal(const BoundRule& rule, const Message& why, Findings& out) {
    out.rules.push_back(rule.info);
    out.rules.back().instances = 1;
    ++out.summary.instances;
    ++out.summary.unverifiable;
    Finding finding;
    finding.rule = rule.info.id;
    finding.rule_index = static_cast<std::uint32_t>(out.rules.size() - 1);
    finding.severity = rule.info.severity;
    for (const CoreTitlePiece& piece : rule.title) finding.title += piece.text;
    finding.verdict = Verdict::unverifiable;
    finding.code = Code::XF510;
    finding.reason = why;
    out.findings.push_back(std::move(finding));
}

}  // namespace crossfoot::columns
