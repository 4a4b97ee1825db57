// `[[waiver]]`: contradictions that the editor has accepted, as declared; the gate judges them.
#pragma once

#include "engine/dataset/loading.hpp"

namespace crossfoot::loading {

// Reads every waiver into the dataset. Problems are XF106 (unknown key) and XF107.
void read_waivers(const Member& waiver, Loading& loading);

}  // namespace crossfoot::loading
