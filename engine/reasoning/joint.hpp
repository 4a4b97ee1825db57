// Joint contradictions: parts of the system that are impossible although each rule alone can hold, each reduced to a
// smallest set of rules and figures and explained.
#pragma once

#include <functional>

#include "engine/reasoning/reasoning.hpp"
#include "engine/reasoning/solver.hpp"
#include "engine/reasoning/system.hpp"

namespace crossfoot::reasoning {

using NameInstance = std::function<RuleInstance(InstanceId)>;

// Looks at all `facts`, which belong to instances that hold; adds to `out`, and marks it where a bound was met.
void find_joint(const System& system, std::span<const FactId> facts, Solver& solver, const ReasoningOptions& options,
                const NameInstance& name, Reasoning& out);

// Rules and figures that cannot all be true, reduced and explained. `facts` are impossible in the printed ranges.
[[nodiscard]] JointContradiction smallest(const System& system, std::vector<FactId> facts, Solver& solver,
                                          const NameInstance& name);

// How the facts come to be impossible in `box` (where what does not matter is everything): fills steps and clash, or
// the combination. Neither where no short way is found.
void explain(const System& system, std::span<const FactId> facts, const std::vector<Interval>& box,
             const NameInstance& name, JointContradiction& into);

}  // namespace crossfoot::reasoning
