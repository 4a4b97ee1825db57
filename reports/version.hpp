// The version of this build, as `crossfoot --version` and the reports give it ("0.1.0").
#pragma once

#include <string_view>

namespace crossfoot::reports {

[[nodiscard]] std::string_view version();

}  // namespace crossfoot::reports
