// Comparing what a renderer writes with a file of tests/reports/golden, byte for byte.
#pragma once

#include <string>
#include <string_view>

namespace crossfoot::testing {

// Fails the running test with a unified diff where the text differs. With CROSSFOOT_UPDATE_GOLDEN set the file is
// written instead, which is refused where CI is set.
void expect_golden(const std::string& name, std::string_view actual);

}  // namespace crossfoot::testing
