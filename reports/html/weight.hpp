// How much a finding weighs, so that what matters most is read first.
#pragma once

#include <optional>
#include <vector>

#include "engine/checking/findings.hpp"

namespace crossfoot::reports::html {

// By how much the gap exceeds what rounding allows: gap - allowance (base units). Nothing where a finding has no gap to
// speak of: no relation, no printed value on one side, no bound, two sides that must differ.
[[nodiscard]] std::optional<Rational> excess(const Finding& finding);

// The excess as a part of the figure: (gap - allowance) / m, where m is the larger of the two sides' printed values
// without their signs. 0.005 is half a percent of the figure. Nothing where there is no excess; 0 where m is 0.
[[nodiscard]] std::optional<Rational> relative_excess(const Finding& finding);

// Indices into `findings` of those with that verdict, heaviest first: errors before warnings before infos, then by
// relative excess, the largest first and those without one last, then by rule id and in binding order.
[[nodiscard]] std::vector<std::size_t> by_weight(const std::vector<Finding>& findings, Verdict verdict);

// How many percent of its allowance the gap of a finding that holds takes, rounded down; nothing where it has none.
[[nodiscard]] std::optional<Rational> used_percent(const Finding& finding);
// Does it hold only by using 95 % or more of its allowance?
[[nodiscard]] bool is_tight(const Finding& finding);

}  // namespace crossfoot::reports::html
