// What statistical offices and programs write where a table holds no number.
#pragma once

#include <cstdint>
#include <string_view>

namespace crossfoot::profile {

enum class MarkerKind : std::uint8_t { none, missing, suppressed };

// By the markers in use; `<5` and its like are withheld values. The text has no white space around it.
[[nodiscard]] MarkerKind known_marker(std::string_view text);
// No known marker, but short and without digits, as one would be.
[[nodiscard]] bool may_be_marker(std::string_view text);

}  // namespace crossfoot::profile
