// The arithmetic trace of a finding as a table: each side with its value and range, below it the figures it was
// computed from, each with its printed form, true values and places; at the end the gap, the allowance, and by how much
// the one exceeds the other.
#pragma once

#include "reports/html/sheet.hpp"

namespace crossfoot::reports::html {

// Nothing is written for a finding without figures. Long sums are cut, which is said.
void write_trace(Html& out, const Finding& finding, const Sheet& sheet);

}  // namespace crossfoot::reports::html
