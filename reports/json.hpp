// The JSON report, format 1: page 4.1 of the specification to the letter. Numbers are decimal strings in the
// base unit of their dimension, low ends rounded down and high ends up where they have no finite form.
#pragma once

#include <string>

#include "engine/checking/findings.hpp"
#include "reports/page.hpp"

namespace crossfoot::reports {

// The whole document. Only `page.language` is used, for the `message` of each finding.
[[nodiscard]] std::string render_json(const Findings& findings, const Dataset& dataset, const Page& page);

}  // namespace crossfoot::reports
