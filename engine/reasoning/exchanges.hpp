// Two neighbours, each with the other's print: two figures and one slip.
#pragma once

#include <span>
#include <vector>

#include "engine/reasoning/proposals.hpp"

namespace crossfoot::reasoning {

// Exchanges that clear all of `contradicted` (not empty) and break nothing, where neither print alone does. The first of
// each two has the cost of the slip, kLooseExchange where the rules ask for no more than an order.
[[nodiscard]] std::vector<std::vector<Proposal>> exchanges_that_repair(Rechecker& rechecker,
                                                                       std::span<const InstanceId> contradicted);

[[nodiscard]] bool is_exchange(std::span<const Proposal> set);

}  // namespace crossfoot::reasoning
