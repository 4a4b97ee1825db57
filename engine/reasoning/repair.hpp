// The search for repairs: the least sets of figures that, printed otherwise, clear given contradictions and break
// nothing. Each is proved by checking every rule that it touches again.
#pragma once

#include <functional>
#include <span>

#include "engine/checking/recheck.hpp"
#include "engine/reasoning/proposals.hpp"
#include "engine/reasoning/reasoning.hpp"
#include "engine/reasoning/solver.hpp"

namespace crossfoot::reasoning {

struct RepairSearch {
    // Of the fewest slips, and of more figures where these are trusted less in all (`_trust`); in order of finding; each set once,
    // by NodeId, none a part of another.
    std::vector<std::vector<Proposal>> sets;
    // There may be others of that size, or of more figures where there is none: a bound was met, or something is not decided.
    bool cut_short = false;
};

// `contradicted`: instances that are contradicted as the dataset stands, ascending. Sets of up to options.most_figures
// figures, or of as many as it takes at least, where each figure is used by only so many of them.
[[nodiscard]] RepairSearch search_repairs(Rechecker& rechecker, Proposals& proposals, Solver& solver,
                                          std::span<const InstanceId> contradicted, const ReasoningOptions& options);

// The sum of the costs of a set's prints.
[[nodiscard]] std::uint32_t cost_of(std::span<const Proposal> set);

// The set with its weight and its rank. `weight_of`: of one figure.
[[nodiscard]] Repair repair_of(const std::vector<Proposal>& set, const std::function<Rational(NodeId)>& weight_of);
// The least rank first.
void order_repairs(std::vector<Repair>& repairs);

// Where `figure` must lie by the instances given, with `changes` in force and its own print left out of account;
// nothing where they exclude each other. Bounded from outside.
[[nodiscard]] std::optional<Interval> where_allowed(Rechecker& rechecker, NodeId figure,
                                                    std::span<const InstanceId> instances,
                                                    std::span<const Change> changes);

// The values of `figure` with which the prints themselves agree, rounding left out of account: one of each equation of the
// instances given that can be solved for it.
[[nodiscard]] std::vector<Rational> exact_values(Rechecker& rechecker, NodeId figure, std::span<const InstanceId> instances,
                                                 std::span<const Change> changes);

}  // namespace crossfoot::reasoning
