// Annotations of GitHub Actions: one workflow command for each finding that does not hold, which GitHub shows beside
// the line of the finding's first figure. Written to standard output of a step.
#pragma once

#include <string>

#include "reports/material.hpp"
#include "reports/page.hpp"

namespace crossfoot::reports {

// One line for each command, worst first, since GitHub shows no more than ten of each level: contradictions by their
// severity as error, warning or notice; what is unverifiable or vacuous as notice; waived findings not at all. Each
// names its figures with their places. A last notice sums up. Paths are as the program was given them.
[[nodiscard]] std::string render_github(const Material& material, const Page& page);

}  // namespace crossfoot::reports
