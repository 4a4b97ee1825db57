// What statistical offices and programs write where a table holds no number.
#pragma once

#include <cstdint>
#include <string_view>

namespace crossfoot::profile {

enum class MarkerKind : std::uint8_t { none, missing, suppressed };

// By the markers in use; `<5` and its like are withheld values. The text has no white space around it; a mark or a flag may
// stand behind the marker: "n.d. (1)", ": c".
[[nodiscard]] MarkerKind known_marker(std::string_view text);
// No known marker, but short and without digits, as one would be.
[[nodiscard]] bool may_be_marker(std::string_view text);

// The parts of a marker with something behind it; the marker is the whole where nothing is.
struct MarkerParts {
    std::string_view marker;
    std::string_view flag;   // a letter that has to be declared
};
[[nodiscard]] MarkerParts parts_of_marker(std::string_view text);

}  // namespace crossfoot::profile
