// "1h15", "12 h 30", "2 min 5 s": one duration in several units.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/quantity/unit.hpp"

namespace crossfoot {

// The text with its duration as one number of the smallest of its units: "75 min". Days, hours, minutes and seconds,
// each but the first less than one of the unit before it; behind hours and minutes the last may lack its unit where it
// has two digits.
[[nodiscard]] std::optional<std::string> as_one_duration(std::string_view text, Language language, const Units& units);

}  // namespace crossfoot
