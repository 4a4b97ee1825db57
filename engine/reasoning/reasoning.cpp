#include "engine/reasoning/reasoning.hpp"

#include <algorithm>
#include <map>

#include "engine/checking/recheck.hpp"
#include "engine/reasoning/cause_weights.hpp"
#include "engine/reasoning/causes.hpp"
#include "engine/reasoning/incidents.hpp"
#include "engine/reasoning/joint.hpp"
#include "engine/reasoning/joint_repairs.hpp"

namespace crossfoot {

namespace {

// The slips of incidents that one figure alone, or one exchange of two, can repair.
std::vector<Cause> sole_suspects(const std::vector<Incident>& incidents) {
    std::vector<Cause> out;
    for (const Incident& each : incidents) {
        if (each.least_sets.size() != 1 || each.cut_short) continue;
        const Repair& repair = each.least_sets.front();
        const NewPrint& first = repair.figures.front();
        if (!first.kind || (repair.figures.size() > 1 && !repair.exchange)) continue;
        out.push_back({*first.kind, first.figure, first.print, first.other, each.findings, cost_of(*first.kind)});
    }
    return out;
}

std::string name_of(std::uint32_t rule, const std::vector<Binding>& bindings) {
    std::string out = std::to_string(rule);
    for (const Binding& each : bindings) out.append(1, '\0').append(each.name).append("=").append(each.value);
    return out;
}

// Where rules are left out, findings are numbered with their instances: here as the rechecker numbers them. What it knows
// nothing of counts as vacuous, in its place.
Findings renumbered(const Findings& findings, const Rechecker& rechecker) {
    Findings out = findings;
    std::map<std::string, InstanceId> known;
    const auto instances = rechecker.instances();
    for (InstanceId id = 0; id < instances.size(); ++id) known.emplace(name_of(instances[id].rule, instances[id].bindings), id);
    for (Finding& each : out.findings) {
        const auto found = known.find(name_of(each.rule_index, each.bindings));
        if (found == known.end()) each.verdict = Verdict::vacuous;
        else each.instance = found->second;
    }
    return out;
}

bool any_left_out(const Rechecker& rechecker) {
    for (std::uint32_t rule = 0; rule < rechecker.rules().size(); ++rule)
        if (rechecker.left_out(rule)) return true;
    return false;
}

}  // namespace

bool reasoning_built_in() { return reasoning::Solver::built_in(); }

Reasoning reason(const Dataset& dataset, const RuleSet& rules, const Findings& given, const ReasoningOptions& options) {
    Reasoning out;
    out.available = reasoning_built_in();
    out.causes_of_finding.resize(given.findings.size());
    Rechecker rechecker(dataset, rules, options.check);
    if (!rechecker.ready()) return out;
    const std::optional<Findings> here = any_left_out(rechecker) ? std::optional(renumbered(given, rechecker)) : std::nullopt;
    const Findings& findings = here ? *here : given;
    if (!out.available) {
        out.causes_of_finding = likely_causes(rechecker, findings);
        return out;
    }

    reasoning::System system;
    const auto instances = rechecker.instances();
    // what needs a missing figure bounds it: each such rule may be true, and all together may not
    for (InstanceId id = 0; id < instances.size(); ++id)
        system.add(id, rechecker.statement(id, {}, MissingFigures::anything), rechecker.dataset());
    std::vector<reasoning::FactId> holding;
    for (reasoning::FactId id = 0; id < system.facts().size(); ++id)
        if (instances[system.facts()[id].instance].verdict != Verdict::contradicted) holding.push_back(id);

    reasoning::Solver solver({options.solver_steps, options.solver_steps_in_all, options.most_questions});
    const auto name = [&](InstanceId id) { return RuleInstance{id, instances[id].rule, instances[id].bindings}; };
    reasoning::find_joint(system, holding, solver, options, name, out);
    reasoning::find_joint_repairs(rechecker, system, holding, solver, out);
    reasoning::find_incidents(rechecker, findings, system, solver, options, out);
    out.causes_of_finding = likely_causes(rechecker, findings, sole_suspects(out.incidents));
    out.cut_short = out.cut_short || solver.spent();
    return out;
}

}  // namespace crossfoot
