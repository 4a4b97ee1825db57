// Which expressions of a bound rule depend on nothing but the dataset: they are worth the same in every instance, and
// wherever they stand within one. A local that a `let` or a definition gives to such an expression is one, too.
#pragma once

#include "engine/checking/binding/core.hpp"

namespace crossfoot {

// Sets Core::closed throughout the rule.
void mark_closed(BoundRule& rule);

}  // namespace crossfoot
