// Which figure, printed otherwise, would make a joint contradiction possible, and where all the rest says it lies.
#pragma once

#include "engine/checking/recheck.hpp"
#include "engine/reasoning/reasoning.hpp"
#include "engine/reasoning/solver.hpp"
#include "engine/reasoning/system.hpp"

namespace crossfoot::reasoning {

// Fills the ways of every joint contradiction in `out`. `facts`: all that hold, ascending; those of other joint contradictions are
// left out of account, but for those that meet it in a figure: these are judged together, and where no figure alone makes them all
// possible, sets of up to four are looked for. A print is listed where no rule is contradicted with it and the facts can hold
// together, both decided; a figure is a suspect where it is listed so.
void find_joint_repairs(Rechecker& rechecker, const System& system, const std::vector<FactId>& facts, Solver& solver,
                        Reasoning& out);

}  // namespace crossfoot::reasoning
