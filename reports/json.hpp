// The JSON report, format 1: page 4.1 of the specification to the letter. Numbers are decimal strings in the
// base unit of their dimension, low ends rounded down and high ends up where they have no finite form.
#pragma once

#include <string>

#include "reports/material.hpp"
#include "reports/page.hpp"

namespace crossfoot::reports {

// The whole document. `page.language` is that of the `message` of each finding; what holds is listed with `page.all`.
[[nodiscard]] std::string render_json(const Material& material, const Page& page);

}  // namespace crossfoot::reports
