// Divisions by a literal 1, also through `let`, definitions and their parameters: what they give is what is divided, and no
// computed number.
#pragma once

#include "engine/checking/binding/core.hpp"

namespace crossfoot {

// Sets Core::flag of such divisions throughout the rule.
void mark_literal_ones(BoundRule& rule);

}  // namespace crossfoot
