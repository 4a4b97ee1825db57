// How many samples a property is tried on in this run.
#pragma once

#include <cstdlib>
#include <string_view>

namespace crossfoot::testing {

// Fewer than usual, as under the sanitizers (tests/CMakeLists.txt): what share of them had some form says nothing then.
[[nodiscard]] inline bool few_samples() {
    const char* parameters = std::getenv("RC_PARAMS");
    return parameters != nullptr && std::string_view(parameters).find("max_success") != std::string_view::npos;
}

}  // namespace crossfoot::testing
