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

}  // namespace crossfoot::reasoning
