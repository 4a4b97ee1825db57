#include "engine/reasoning/reasoning.hpp"

#include <array>

#include "engine/checking/recheck.hpp"
#include "engine/reasoning/incidents.hpp"
#include "engine/reasoning/joint.hpp"

namespace crossfoot {

bool reasoning_built_in() { return reasoning::Solver::built_in(); }

std::string_view to_string(CauseKind kind) {
    static constexpr std::array<std::string_view, 16> kNames{
        "digit_replaced",     "digit_omitted",   "digit_added",  "digits_exchanged",  "sign",      "power_of_ten",
        "percent_for_points", "wrong_base",      "truncated",    "figures_exchanged", "last_year", "part_left_out",
        "part_twice",         "years_exchanged", "round_number", "truncated_total"};
    return kNames.at(static_cast<std::size_t>(kind));
}

Reasoning reason(const Dataset& dataset, const RuleSet& rules, const Findings& findings,
                 const ReasoningOptions& options) {
    Reasoning out;
    out.available = reasoning_built_in();
    out.causes_of_finding.resize(findings.findings.size());
    if (!out.available) return out;
    Rechecker rechecker(dataset, rules, options.check);
    if (!rechecker.ready()) return out;

    reasoning::System system;
    const auto instances = rechecker.instances();
    for (InstanceId id = 0; id < instances.size(); ++id)
        if (instances[id].verdict != Verdict::unverifiable)
            system.add(id, rechecker.statement(id), rechecker.dataset());
    std::vector<reasoning::FactId> holding;
    for (reasoning::FactId id = 0; id < system.facts().size(); ++id)
        if (instances[system.facts()[id].instance].verdict == Verdict::holds) holding.push_back(id);

    reasoning::Solver solver(options.solver_effort, options.most_questions);
    const auto name = [&](InstanceId id) { return RuleInstance{id, instances[id].rule, instances[id].bindings}; };
    reasoning::find_joint(system, holding, solver, options, name, out);
    reasoning::find_incidents(rechecker, findings, system, solver, options, out);
    out.cut_short = out.cut_short || solver.spent();
    return out;
}

}  // namespace crossfoot
