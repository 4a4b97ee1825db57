// Texts as they are compared: in Unicode normal form C (UAX #15), and in lower case.
#pragma once

#include <string>
#include <string_view>

namespace crossfoot {

// A text of ASCII alone is its own normal form.
[[nodiscard]] bool is_ascii(std::string_view text);
[[nodiscard]] std::string composed(std::string_view text);
[[nodiscard]] std::string lowered(std::string_view text);

}  // namespace crossfoot
