// What makes a finding the same one in another run: its rule, its bindings and the paths of its figures. Neither
// values nor lines are part of it, so it survives corrections, moved lines and another order of files and tables.
#pragma once

#include <string>

#include "engine/checking/findings.hpp"

namespace crossfoot::reports {

// 16 hexadecimal digits (FNV-1a, 64 bits), the same on every machine.
[[nodiscard]] std::string fingerprint(const Finding& finding, const Dataset& dataset);

}  // namespace crossfoot::reports
