// The slips that a figure's strength is measured with: those of slips.hpp that happen when numbers are typed or copied.
#pragma once

#include <vector>

#include "engine/reasoning/slips.hpp"

namespace crossfoot {

// One digit replaced, one omitted, two neighbours exchanged, the other sign, ten times too much or too little; each as it
// would be read in the place of the figure, those left out that print what the figure means already. Nothing for a figure
// that is missing or withheld.
[[nodiscard]] std::vector<Figure> typical_slips(Rechecker& rules, NodeId figure);

}  // namespace crossfoot
