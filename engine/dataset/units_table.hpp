// `[units]`: named counts, labels, multiples of known units.
#pragma once

#include "engine/dataset/loading.hpp"

namespace crossfoot::loading {

// Declares every unit; the order in which they stand does not matter. Problems are XF111 or those of numerals.
void declare_units(const Member& units, Loading& loading);

}  // namespace crossfoot::loading
