// The HTML report: one self-contained file that an editor reads beside the draft and an auditor prints. It needs no
// network and no script; the script only adds a filter to the table of all checks. Well-formed whatever the texts of
// the dataset hold; the same inputs give the same bytes.
#pragma once

#include <string>

#include "reports/material.hpp"
#include "reports/page.hpp"

namespace crossfoot::reports {

// The whole document. The findings hold every instance (CheckOptions::keep_holding).
[[nodiscard]] std::string render_html(const Material& material, const Page& page);

}  // namespace crossfoot::reports
