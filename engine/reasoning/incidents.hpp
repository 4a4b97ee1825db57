// Incidents: contradicted findings grouped by the figures that they share, with the least sets of figures that repair
// each group and where each suspect would have to lie.
#pragma once

#include "engine/checking/recheck.hpp"
#include "engine/reasoning/reasoning.hpp"
#include "engine/reasoning/solver.hpp"
#include "engine/reasoning/system.hpp"

namespace crossfoot::reasoning {

// `system` holds the facts of all instances. Adds to `out`.
void find_incidents(Rechecker& rechecker, const Findings& findings, const System& system, Solver& solver,
                    const ReasoningOptions& options, Reasoning& out);

// How far a figure is to be trusted: its `_trust` (1 where there is none), times more for each holding instance that
// uses it and where one of these says that it is printed the same elsewhere.
struct Weight {
    Rational weight;
    std::uint32_t confirmed_by = 0;
    bool printed_alike = false;
};
[[nodiscard]] Weight weight_of(Rechecker& rechecker, const System& system, NodeId figure);

}  // namespace crossfoot::reasoning
