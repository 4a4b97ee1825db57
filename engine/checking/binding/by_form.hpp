// Rules that are true by their form: every instance holds, whatever its figures are, so the rule checks nothing.
#pragma once

#include "engine/checking/binding/core.hpp"

namespace crossfoot {

// Only what the form alone shows: sides that are the same sum of the same expressions, truths that are said, and what
// follows from them. A rule that some figures could contradict is never among them.
[[nodiscard]] bool true_by_form(const BoundRule& rule);

}  // namespace crossfoot
