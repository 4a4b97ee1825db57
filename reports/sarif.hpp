// The SARIF report (OASIS, version 2.1.0), for code scanning services, editors and auditors: the rules as
// descriptors, one result for each finding, every figure of a finding as a related location.
#pragma once

#include <string>

#include "reports/material.hpp"
#include "reports/page.hpp"

namespace crossfoot::reports {

// The whole document, one run, without times. A contradiction is of kind `fail` with the level of its severity
// (`info`: `note`); unverifiable: `open`; vacuous: `notApplicable`, and a notification, for it is the rules that want
// mending; waived: `fail` with a suppression; what holds, with `page.all`: `pass`. URIs are relative to SRCROOT, the
// directory that the program was started in; columns count Unicode characters, ends are exclusive.
[[nodiscard]] std::string render_sarif(const Material& material, const Page& page);

}  // namespace crossfoot::reports
