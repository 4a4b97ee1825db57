// Printing numbers for people, in the report's language (grouping, decimal sign, scale word, unit).
#pragma once

#include <string>

#include "engine/quantity/interval.hpp"
#include "engine/quantity/unit.hpp"

namespace crossfoot {

// `value` (base units) in `unit` with the fewest decimals that print it exactly, at most `most_decimals`
// beyond which it is rounded in `direction`: "19,65 M€", "12 828", "- 5,05 %" → "-5,05 %". U+202F groups in fr,
// comma in en; a no-break space before the unit in fr.
[[nodiscard]] std::string print_quantity(const Rational& value, const Unit& unit, Language language,
                                         Rational::Direction direction = Rational::Direction::nearest,
                                         int most_decimals = 6);

// "[19,65; 19,75] M€", "]19,65; +∞[ M€"; a point as its value. Ends that have no finite print are rounded outward.
[[nodiscard]] std::string print_interval(const Interval& interval, const Unit& unit, Language language);

}  // namespace crossfoot
