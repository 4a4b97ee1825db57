// GitLab's code quality report: a JSON array that a merge request shows beside its changes (a subset of the Code
// Climate format). One entry for each finding that does not hold; waived ones are left out, for the format has no
// word for them.
#pragma once

#include <string>

#include "reports/material.hpp"
#include "reports/page.hpp"

namespace crossfoot::reports {

// The whole document. error: critical, warning: major, info: minor; what could not be verified or applies to
// nothing: info. The place is that of the first figure.
[[nodiscard]] std::string render_gitlab(const Material& material, const Page& page);

}  // namespace crossfoot::reports
