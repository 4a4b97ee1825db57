// The table of what would repair something: for each way its figures, what is printed, what to print, and where all the
// rest says that the figure lies.
#pragma once

#include <vector>

#include "engine/reasoning/reasoning.hpp"
#include "reports/html/sheet.hpp"

namespace crossfoot::reports::html {

// There is a way. `causes`: where one of these asks for another print of a figure, that print is shown.
void write_ways(Html& out, const Ways& ways, const std::vector<const Cause*>& causes, const Sheet& sheet);

}  // namespace crossfoot::reports::html
