// Texts as they are compared: in Unicode normal form C (UAX #15), and in lower case.
#pragma once

#include <string>
#include <string_view>

namespace crossfoot {

[[nodiscard]] std::string composed(std::string_view text);
[[nodiscard]] std::string lowered(std::string_view text);

}  // namespace crossfoot
