// Does a rule look at tables whose rows are not in the tree?
#pragma once

#include "engine/checking/binding/core.hpp"

namespace crossfoot {

// Is `node` the array of a streamed table, or above one?
[[nodiscard]] bool reaches_streamed(NodeId node, const Dataset& dataset);
[[nodiscard]] bool reaches_streamed(const BoundRule& rule, const Dataset& dataset);

}  // namespace crossfoot
