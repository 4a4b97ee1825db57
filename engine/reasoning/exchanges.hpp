// Two neighbours, each with the other's print: two figures and one slip.
#pragma once

#include <span>
#include <vector>

#include "engine/reasoning/proposals.hpp"

namespace crossfoot::reasoning {

[[nodiscard]] CauseKind exchange_kind(const Dataset& dataset, NodeId a, NodeId b);

// The two as each would be read in the other's place; nothing where they cannot be put for one another.
[[nodiscard]] std::vector<Change> exchange_of(Rechecker& rechecker, NodeId a, NodeId b);

// Exchanges that clear all of `contradicted` (not empty) and break nothing, where neither print alone does. The first of
// each two has the cost of the slip, kLooseExchange where the rules ask for no more than an order.
[[nodiscard]] std::vector<std::vector<Proposal>> exchanges_that_repair(Rechecker& rechecker,
                                                                       std::span<const InstanceId> contradicted);

// Contradictions, two or more each, all of which look at the one or the other of two neighbours and are cleared by their
// exchange, which breaks nothing: they may share no figure and have one cause all the same. `contradicted` is ascending.
[[nodiscard]] std::vector<std::vector<InstanceId>> cleared_by_one_exchange(Rechecker& rechecker,
                                                                          std::span<const InstanceId> contradicted);

// Exchanges of one of the figures with a neighbour, as proposals for the two; only where what is contradicted are equations: an
// order of two figures that must differ holds the other way round, always.
[[nodiscard]] std::vector<std::vector<Proposal>> exchanges_with(Rechecker& rechecker, NodeId figure);
[[nodiscard]] bool are_equations(Rechecker& rechecker, std::span<const InstanceId> instances);

[[nodiscard]] bool is_exchange(std::span<const Proposal> set);

}  // namespace crossfoot::reasoning
