// The text report: what a person reads in a terminal. One block per finding: headline, the figures underlined
// where they stand, the rule, both ranges, the gap, the likely reading; a summary line at the end. What holds
// is silent, or one line each where the page asks for all.
#pragma once

#include <string>

#include "reports/material.hpp"
#include "reports/page.hpp"

namespace crossfoot::reports {

[[nodiscard]] std::string render_text(const Material& material, const Page& page);

// The closing lines alone: verdicts, rules, figures; unread texts.
// `joint`: how many sets of rules cannot hold together.
[[nodiscard]] std::string render_summary(const Findings& findings, const Page& page, std::uint64_t joint = 0);

}  // namespace crossfoot::reports
