// Where the statements of the rules leave one figure, whatever its own print is.
#pragma once

#include <span>

#include "engine/checking/recheck.hpp"
#include "engine/reasoning/solver.hpp"
#include "engine/reasoning/system.hpp"

namespace crossfoot::reasoning {

struct Implied {
    Answer possible = Answer::undecided;          // can the facts hold at all, for some value of the figure?
    Interval range = Interval::everything();      // where it lies then; meant unless it is impossible
    bool exact = false;                           // false: it lies within `range`, which is only bounded
};

// By those of `facts` (ascending) that are connected with `unknown`. `box`: the ranges of all unknowns, this one's
// everything. Of a great many facts the range is only bounded.
[[nodiscard]] Implied implied_range(const System& system, Solver& solver, const std::vector<FactId>& facts,
                                    const std::vector<Interval>& box, UnknownId unknown);

// Do the facts of a system say all that the rules say of the figure? Not where its print decides, or a tolerance is a part
// of it: nothing is said of those once the print changes.
[[nodiscard]] bool facts_say_all(Rechecker& rechecker, NodeId figure);

}  // namespace crossfoot::reasoning
