// Both sides of a relation on one axis, as an inline SVG. Places on the axis are percentages of its width (computed
// exactly, two decimals), heights are pixels: the drawing grows with the page and its letters do not.
#pragma once

#include "reports/html/sheet.hpp"

namespace crossfoot::reports::html {

// Can the finding be drawn: two sides, a gap, two values that differ?
[[nodiscard]] bool has_axis(const Finding& finding);

// Writes the drawing. `name` is the finding's anchor, of which the ids of title and description are made. Ends that are
// in are strokes, ends that are out are rings, no end is an arrow; the printed value is a diamond; the strip between
// ranges that do not meet is shaded; the gap is measured between the printed values.
void write_axis(Html& out, const Finding& finding, const std::string& name, const Sheet& sheet);

}  // namespace crossfoot::reports::html
