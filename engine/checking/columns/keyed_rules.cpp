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
            asked.columns.insert(asked.columns.end(), keyed.sides[side].read.begin(), keyed.sides[side].read.end());
        }
    }
}

std::map<const BoundRule*, std::set<NodeId>> KeyedRules::judge(const std::map<NodeId, const PassResult*>& passes) {
    std::map<const BoundRule*, std::set<NodeId>> out;
    for (auto& [rule, state] : rules_) {
        std::set<NodeId> arrays;
        // over all rows a lookup looks at every row for every key
        bool large = state.run->rule().sides.size() > 1 || state.run->rule().own;
        for (const KeyedSide& side : state.run->rule().sides) {
            state.passes.push_back(passes.at(side.array));
            arrays.insert(side.array);
            large = large || state.passes.back()->rows > options_.rows_held;
        }
        // for a row without key it hangs on the other conditions of all rows
        const KeyedRule& keyed = state.run->rule();
        const bool conditions = std::any_of(keyed.sides.begin(), keyed.sides.end(), [](const KeyedSide& each) { return each.conditions; });
        if (conditions && keyed.form == KeyedRule::Form::rows && state.run->first_without_key(0) != UINT64_MAX) large = false;
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

bool KeyedRules::find(const BoundRule& rule, const HeldNodes& nodes, Findings& out) {
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

// In the order of rows: of groups the first, of rows each by itself, since rows of one key do not stand together.
std::vector<KeyedRules::Shown> KeyedRules::shown(const State& state, const HeldNodes& nodes) const {
    const KeyedRule& keyed = state.run->rule();
    std::vector<Shown> out;
    for (const KeyVerdict& each : state.verdicts.listed) {
        if (each.too_many_rows > 0) continue;
        Shown made;
        made.seen.resize(keyed.sides.size());
        for (std::size_t side = 0; side < state.verdicts.rows.size(); ++side) {
            const SideRows& rows = state.verdicts.rows[side];
            const auto& held = nodes.at(keyed.sides[side].array);
            for (const std::uint64_t number : rows.seen(each.keys)) made.seen[side].push_back(held.at(number));
        }
        if (!made.seen[0].empty()) made.first = dataset_.node(made.seen[0].front()).key;
        if (keyed.form != KeyedRule::Form::rows) {
            out.push_back(std::move(made));
            continue;
        }
        std::vector<NodeId> rows = made.seen[0];
        if (keyed.own) {   // beside them there are rows that are only looked up
            rows.clear();
            const SideRows& first = state.verdicts.rows[0];
            for (const std::string& key : each.keys)
                if (const auto found = first.of_key.find(key); found != first.of_key.end())
                    for (const std::uint64_t number : found->second) rows.push_back(nodes.at(keyed.sides[0].array).at(number));
        }
        for (const NodeId row : rows) {
            out.push_back({dataset_.node(row).key, made.seen, {row}});
            if (!keyed.own) out.back().seen[0] = {row};
        }
    }
    std::stable_sort(out.begin(), out.end(), [](const Shown& a, const Shown& b) { return a.first < b.first; });
    return out;
}

void KeyedRules::show(const BoundRule& rule, const State& state, const HeldNodes& nodes, Findings& out) {
    const KeyedRule& keyed = state.run->rule();
    const Summary& counted = state.verdicts.summary;
    RowRunner runner(dataset_, check_);
    out.rules.push_back(rule.info);
    const auto index = static_cast<std::uint32_t>(out.rules.size() - 1);
    const std::size_t before = out.findings.size();
    auto instance = static_cast<InstanceId>(out.summary.instances);
    Tally listed;
    const auto add = [&](Finding finding) {
        finding.rule_index = index;
        finding.instance = instance++;
        listed.add(finding.verdict, finding.severity);
        out.findings.push_back(std::move(finding));
    };
    for (const KeyVerdict& each : state.verdicts.listed)
        if (each.too_many_rows > 0)
            add(refusal(rule, Message(say::key_too_large, keyed.sides[0].table->name, each.keys.front(), each.too_many_rows,
                                      options_.rows_at_once)));
    std::vector<Shown> all = shown(state, nodes);
    const bool vacuous = counted.instances == 0;
    if (vacuous) all.push_back({0, std::vector<std::vector<NodeId>>(keyed.sides.size()), {}});
    for (const Shown& each : all) {
        evaluate(dataset_, rule, keyed, each.seen, each.instances, runner);
        for (Finding& finding : runner.out().findings)
            if (finding.verdict != Verdict::vacuous || vacuous) add(std::move(finding));   // a `where` may leave out a row
    }
    const auto& checked = runner.out().figure_checked;
    for (NodeId node = 0; node < checked.size() && node < out.figure_checked.size(); ++node) out.figure_checked[node] |= checked[node];
    out.summary.add_instances(counted);
    out.summary.vacuous += vacuous ? 1 : 0;
    RuleInfo& info = out.rules.back();
    info.instances = static_cast<std::uint32_t>(counted.instances);
    const std::uint64_t findings = state.verdicts.findings + (check_.keep_holding ? counted.holds : 0);
    if (vacuous) return;
    info.unlisted = findings - (out.findings.size() - before);
    info.left = state.verdicts.found;
    info.left.remove(listed);
}

Finding refusal(const BoundRule& rule, const Message& why) {
    Finding out;
    out.rule = rule.info.id;
    out.severity = rule.info.severity;
    for (const CoreTitlePiece& piece : rule.title) out.title += piece.text;
    out.verdict = Verdict::unverifiable;
    out.code = Code::XF510;
    out.reason = why;
    return out;
}

void add_refusal(const BoundRule& rule, const Message& why, Findings& out) {
    out.rules.push_back(rule.info);
    out.rules.back().instances = 1;
    ++out.summary.instances;
    ++out.summary.unverifiable;
    Finding made = refusal(rule, why);
    made.rule_index = static_cast<std::uint32_t>(out.rules.size() - 1);
    out.findings.push_back(std::move(made));
}

}  // namespace crossfoot::columns
