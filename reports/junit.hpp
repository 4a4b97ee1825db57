// The JUnit report: one test case for each instance of a rule, one suite for each group of rules, as Jenkins,
// GitLab and others read it. No times: the same findings give the same bytes.
#pragma once

#include <string>

#include "reports/material.hpp"
#include "reports/page.hpp"

namespace crossfoot::reports {

// The whole document; the findings must hold every instance. A contradiction is a failure (of type `error` or
// `warning`), with the block of the text report as its body; one of severity `info` passes and says so in its
// output. What is unverifiable, vacuous or waived is skipped, with the reason.
[[nodiscard]] std::string render_junit(const Material& material, const Page& page);

}  // namespace crossfoot::reports
