// The difference of two texts for a failed test.
#pragma once

#include <string>
#include <string_view>

namespace crossfoot::testing {

// A unified diff (three lines of context, `-` expected, `+` actual); empty where the texts are equal. A last line
// without line end is marked as in diff(1).
[[nodiscard]] std::string unified_diff(std::string_view expected, std::string_view actual);

}  // namespace crossfoot::testing
