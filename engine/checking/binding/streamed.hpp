// Does a rule look at tables whose rows are not in the tree?
#pragma once

#include "engine/checking/binding/core.hpp"

namespace crossfoot {

// Is `node` the array of a streamed table, or above one?
[[nodiscard]] bool reaches_streamed(const Core& core, const Dataset& dataset);
[[nodiscard]] bool reaches_streamed(NodeId node, const Dataset& dataset);
[[nodiscard]] bool reaches_streamed(const BoundRule& rule, const Dataset& dataset);
// The table of `streamed` all of whose rows an expression is: `tables.t`, `tables.t[*]`. Null where it is none.
[[nodiscard]] const Table* streamed_rows(const Core& core, const std::vector<const Table*>& streamed);

}  // namespace crossfoot
