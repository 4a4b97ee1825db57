// How far a figure is to be trusted, before its print is looked at.
#pragma once

#include "engine/checking/recheck.hpp"
#include "engine/reasoning/reasoning.hpp"
#include "engine/reasoning/system.hpp"

namespace crossfoot::reasoning {

// The `_trust` of a figure (1 where there is none), times more for each holding instance that uses it and where one of
// these says that it is printed the same elsewhere.
struct Weight {
    Rational weight;
    std::uint32_t confirmed_by = 0;
    bool printed_alike = false;
};
[[nodiscard]] Weight weight_of(Rechecker& rechecker, const System& system, NodeId figure);

// The `_trust` alone.
[[nodiscard]] Rational trust_of(const Dataset& dataset, NodeId figure);

// A suspect of which no range is known yet.
[[nodiscard]] Suspect suspect(NodeId figure, const Weight& weight);

}  // namespace crossfoot::reasoning
