// "1h15", "12 h 30", "2 min 5 s": one duration in several units.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/quantity/rational.hpp"
#include "engine/quantity/unit.hpp"

namespace crossfoot {

// The text with its duration as one number of the smallest of its units: "75 min". Days, hours, minutes and seconds,
// each but the first less than one of the unit before it; behind hours and minutes the last may lack its unit where it
// has two digits.
[[nodiscard]] std::optional<std::string> as_one_duration(std::string_view text, Language language, const Units& units);

// Another duration in the same units, as `text` writes its own: "1h15" and 9900 seconds are "2h45". Without its sign, rounded to
// the smallest of the units; numbers that had two digits keep two. Nothing where the text is no duration in several units.
[[nodiscard]] std::optional<std::string> duration_in_manner_of(std::string_view text, const Rational& seconds, Language language,
                                                                 const Units& units);

}  // namespace crossfoot
