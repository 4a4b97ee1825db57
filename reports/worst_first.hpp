// The order in which a reader with little room wants findings: what matters most first.
#pragma once

#include <optional>
#include <vector>

#include "engine/checking/findings.hpp"

namespace crossfoot::reports {

// By how much the gap exceeds the allowance, as a part of the larger printed side (0.01: a hundredth of the figure).
// None where the finding has no gap to speak of, no bound, or nothing printed on a side.
[[nodiscard]] std::optional<Rational> relative_excess(const Finding& finding);

// Contradictions by severity, then by relative excess, the largest first, those without one last; then what is
// unverifiable, vacuous, waived, and what holds. Findings alike keep their order. Pointers into `findings`.
[[nodiscard]] std::vector<const Finding*> worst_first(const Findings& findings);

}  // namespace crossfoot::reports
