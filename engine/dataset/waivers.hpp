// `[[waiver]]`: contradictions that the editor has accepted, as declared; the gate judges them.
#pragma once

#include "engine/dataset/loading.hpp"

namespace crossfoot::loading {

inline constexpr std::string_view kWaivers = "waiver";   // at the root of any file

// Reads every waiver of a file into the dataset. Problems are XF106 (unknown key) and XF107.
void read_waivers(const Value& waivers, Loading& loading);

}  // namespace crossfoot::loading
