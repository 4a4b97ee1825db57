// Causes that no other print repairs: the figures may stand as they are, but the statement was computed otherwise than the
// rule says. Each is proved by computing it that way.
#pragma once

#include <vector>

#include "engine/checking/recheck.hpp"
#include "engine/reasoning/cause.hpp"

namespace crossfoot {

// Of a contradicted statement: a rise divided by the new value, a difference of rates printed as a change or the reverse, a
// part left out of the total or counted twice, a truncated total. `clears` is left empty.
[[nodiscard]] std::vector<Cause> readings_of(const Statement& statement, const Dataset& dataset);

// The same of the instance that makes the statement; of one that asserts nothing for sure (`some n`) also that it would hold if
// its changes were divided by the new value, where one rate alone stands in it.
[[nodiscard]] std::vector<Cause> readings_at(Rechecker& rechecker, InstanceId instance, const Statement& statement);

// Of a statement that holds within rounding only: the total is the printed sum, truncated.
[[nodiscard]] std::vector<Cause> truncated_totals(const Statement& statement, const Dataset& dataset);

}  // namespace crossfoot
