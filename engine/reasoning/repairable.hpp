// Which figures of an instance may be wrong: all that it uses, but for those that only choose its rows.
#pragma once

#include <vector>

#include "engine/checking/recheck.hpp"

namespace crossfoot::reasoning {

// In order of first use. A key of a filter, or what a `where` looks at, is none: with another one the instance speaks of other
// rows, or is gone, and that repairs nothing. One that it asserts something of as well may be wrong.
[[nodiscard]] std::vector<NodeId> repairable(Rechecker& rechecker, InstanceId instance);

}  // namespace crossfoot::reasoning
