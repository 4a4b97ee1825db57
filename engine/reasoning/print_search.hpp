// Sets of figures found by trying: for each contradicted rule one of its figures is printed as the rules leave it, and so on for
// what is contradicted then. Every set is proved by checking again; that there is no other is not said.
#pragma once

#include <functional>
#include <span>

#include "engine/reasoning/repair.hpp"

namespace crossfoot::reasoning {

// May `figure` change beside those that change already (ascending)?
using MayChange = std::function<bool(NodeId figure, std::span<const NodeId> changed)>;

// All sets of exactly `size` slips that are found: of one figure each, or, of two slips and more, also of two neighbours with each
// other's print. `reach`: how many of the contradicted instances one figure is used by at most. `cut_short` where the checks
// allowed were spent.
[[nodiscard]] RepairSearch search_prints(Rechecker& rechecker, Proposals& proposals, std::span<const InstanceId> contradicted,
                                         std::size_t reach, std::size_t size, const MayChange& may_change, const ReasoningOptions& options);

}  // namespace crossfoot::reasoning
