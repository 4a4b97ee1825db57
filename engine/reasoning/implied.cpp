#include "engine/reasoning/implied.hpp"

#include <algorithm>

#include "engine/reasoning/narrow.hpp"

namespace crossfoot::reasoning {
namespace {

// Beyond this many facts round a figure its range is only bounded, by this many looks at each fact.
constexpr std::size_t kMostFacts = 300, kImplyingRounds = 6;

Part part_round(const System& system, UnknownId unknown, const std::vector<FactId>& facts, const std::vector<Interval>& box) {
    const auto with = system.facts_with(unknown);
    for (Part& part : parts_of(system, facts, box))
        for (const FactId id : with)
            if (std::binary_search(part.facts.begin(), part.facts.end(), id)) return std::move(part);
    return {};
}

// How much there may be to fill in when the sums are solved for one another: the optimizer counts no steps of its last
// stage (Z3 4.8), so that what it is asked is bounded beforehand. Twenty-four sums of twenty-four terms take a third of a
// second.
bool is_small(const System& system, const Part& part) {
    constexpr std::size_t kMostFill = 15'000;
    std::size_t fill = 0;
    for (const FactId id : part.facts) fill += system.facts()[id].unknowns.size() * system.facts()[id].unknowns.size();
    return part.facts.size() <= kMostFacts && fill <= kMostFill;
}

}  // namespace

Implied implied_range(const System& system, Solver& solver, const std::vector<FactId>& facts, const std::vector<Interval>& box,
                      UnknownId unknown) {
    const Part part = part_round(system, unknown, facts, box);
    std::vector<Interval> narrowed = box;
    const bool tree = part.tree && part.facts.size() <= kMostFacts;
    const Narrowed done = narrow(system, part.facts, narrowed, tree ? SIZE_MAX / (part.facts.size() + 1) : kImplyingRounds);
    Implied out;
    if (done == Narrowed::impossible) {
        out.possible = Answer::impossible;
        return out;
    }
    out.range = narrowed[unknown];
    if (done == Narrowed::settled && tree) {
        out.possible = Answer::possible;
        out.exact = true;
    } else if (is_small(system, part)) {
        if (const auto range = solver.range(system, part.facts, narrowed, unknown)) {
            out.possible = Answer::possible;
            out.range = *range;
            out.exact = true;
        }
    }
    return out;
}

bool facts_say_all(Rechecker& rechecker, NodeId figure) {
    const auto users = rechecker.using_figure(figure);
    return std::all_of(users.begin(), users.end(), [&](InstanceId id) {
        if (rechecker.instances()[id].verdict == Verdict::unverifiable) return true;
        const Statement statement = rechecker.statement(id);
        const auto of_prints = [](const AssertedRelation& each) { return each.exactly || each.tolerance_of_print; };
        if (std::any_of(statement.relations.begin(), statement.relations.end(), of_prints)) return false;
        return !std::binary_search(statement.deciding.begin(), statement.deciding.end(), figure) &&
               std::binary_search(statement.figures.begin(), statement.figures.end(), figure);
    });
}

}  // namespace crossfoot::reasoning
