// A JSON report as short lines, one a finding, for cases that are about verdicts and not about wording.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace crossfoot::testing {

// `rule[name=path, …] verdict agreement code`, what is null left out, in the order of the report. Each of `columns`
// adds ` name=value`: severity certain relation gap allowance left right left_out assumed bound_only witness figures
// title; `summary` adds a last line with the summary's counts that are not 0. Throws std::invalid_argument for a text
// that is no JSON report and for an unknown column.
[[nodiscard]] std::string expect_lines(std::string_view report, const std::vector<std::string>& columns);

}  // namespace crossfoot::testing
