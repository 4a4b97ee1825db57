// How numbers, ranges and counts are said. Figures are printed in the language of their report, the words
// around them in the language of the messages.
#pragma once

#include <optional>
#include <string>

#include "engine/checking/findings.hpp"
#include "reports/messages.hpp"

namespace crossfoot::reports {

// ":" or, in French, " :" with a no-break space.
[[nodiscard]] std::string_view colon(Language language);
[[nodiscard]] std::string_view semicolon(Language language);

// A count, grouped as the language does; and in its phrase ("1 error", "2 errors"; French: 0 and 1 alike).
[[nodiscard]] std::string number(std::uint64_t count, Language language);
[[nodiscard]] std::string counted(const words::Counted& phrase, std::uint64_t count, Language language);

// A unit to print in, with the number of decimals that tells the values at hand apart.
struct Scale {
    Unit unit;
    int decimals = 6;
    Language numerals = Language::en;
};

// Decimals that show a difference of `distance` (base units, not 0) to two digits.
[[nodiscard]] int decimals_for(const Rational& distance, const Unit& unit);

// The scale for both sides of a finding's relation (each in its own unit), and for the gap between them
// (points between rates). The finding has both sides.
[[nodiscard]] Scale scale_of(const Side& side, const Finding& finding, const Dataset& dataset);
[[nodiscard]] Scale scale_of_gap(const Finding& finding, const Dataset& dataset);
// The scale for one figure's range.
[[nodiscard]] Scale scale_of(const Figure& figure, const Dataset& dataset);

// A value (base units) as a figure: with all its decimals where they are few, else with those of the scale.
[[nodiscard]] std::string quantity(const Rational& value, const Scale& scale,
                                   Rational::Direction direction = Rational::Direction::nearest);
// "19,65 à 19,75 M€", "plus de 5 %", "12 828": low ends rounded down, high ends up.
[[nodiscard]] std::string range_in_words(const Interval& range, const Scale& scale, Language words);

// Beside an underlined figure: its range, "exact", "missing". Empty for a node that is no figure.
[[nodiscard]] std::string figure_in_words(NodeId node, const Dataset& dataset, Language words);
// "draft, lines 46-57", or empty.
[[nodiscard]] std::string draft_in_words(NodeId node, const Dataset& dataset, Language words);

}  // namespace crossfoot::reports
