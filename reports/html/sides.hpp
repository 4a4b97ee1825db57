// The two sides of a relation as the page speaks of them: one is printed in the report, the other recomputed from other
// figures, or required by the rule itself.
#pragma once

#include "reports/html/sheet.hpp"

namespace crossfoot::reports::html {

enum class SideKind : std::uint8_t {
    printed,     // one figure, as it stands
    recomputed,  // computed from figures
    required,    // written in the rule: a number, no figure
};

[[nodiscard]] SideKind kind_of(const Side& side, const Dataset& dataset);
[[nodiscard]] const Template& word_for(SideKind kind);

// Has the finding two sides that say something? Not where both can be any value.
[[nodiscard]] bool has_sides(const Finding& finding);
// May they be drawn: is there a gap to speak of between them?
[[nodiscard]] bool has_gap(const Finding& finding);

// The value of a side computed from the printed values, and what it can be: "51 M€", "50,85 à 51,15 M€". The value is
// empty where something withheld is in it.
[[nodiscard]] std::string value_of(const Side& side, const Finding& finding, const Sheet& sheet);
[[nodiscard]] std::string range_of(const Side& side, const Finding& finding, const Sheet& sheet);

// "2,8 %" of a part, with two significant digits.
[[nodiscard]] std::string percent_of(const Rational& part, const Sheet& sheet);

}  // namespace crossfoot::reports::html
