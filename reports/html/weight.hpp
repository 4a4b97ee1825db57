// How much a finding weighs, so that what matters most is read first.
#pragma once

#include <optional>
#include <vector>

#include "engine/checking/findings.hpp"
#include "reports/worst_first.hpp"

namespace crossfoot::reports::html {

// By how much the gap exceeds what rounding allows: gap - allowance (base units). Nothing where a finding has no gap to
// speak of: no relation, no printed value on one side, no bound, two sides that must differ.
[[nodiscard]] std::optional<Rational> excess(const Finding& finding);

// Indices into `findings` of those with that verdict, heaviest first: errors before warnings before infos, then by
// relative excess (reports/worst_first.hpp), the largest first and those without one last, then by rule id and in binding order.
[[nodiscard]] std::vector<std::size_t> by_weight(const std::vector<Finding>& findings, Verdict verdict);

// How many percent of its allowance the gap of a finding that holds takes, rounded down; nothing where it has none.
[[nodiscard]] std::optional<Rational> used_percent(const Finding& finding);
// Does it hold only by using 95 % or more of its allowance?
[[nodiscard]] bool is_tight(const Finding& finding);

}  // namespace crossfoot::reports::html
