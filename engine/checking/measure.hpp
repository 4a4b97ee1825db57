// In which unit a number is to be shown: what the figures say that it is computed from.
#pragma once

#include "engine/checking/ranges/term.hpp"

namespace crossfoot {

struct Measure {
    Dimension dimension;
    bool any = true;                      // constants and missing figures have every dimension
    bool sure = true;                     // no constant, whose unit is not known here, takes part in a product or quotient
    UnitId unit = 0;                      // that of the figures which are added up to it, changed by no other figure but a rate
    UnitId likely = 0;                    // of a product or quotient: that of the one operand which has a dimension
};

// Linear in the terms below `root`.
[[nodiscard]] Measure measure_of(const Terms& terms, TermId root);

}  // namespace crossfoot
