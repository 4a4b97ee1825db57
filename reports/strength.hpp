// The strength of a rule set as text and as JSON (docs/strength.md), and what other reports say of it. Takes what
// engine/reasoning/strength.hpp measured and the dataset it speaks of.
#pragma once

#include <string>

#include "engine/reasoning/strength.hpp"
#include "reports/json_writer.hpp"
#include "reports/page.hpp"

namespace crossfoot::reports {

// The unprotected figures with their places, the weakest of the others, the chapters, and last the whole report.
[[nodiscard]] std::string render_strength(const Strength& strength, const Dataset& dataset, const Page& page);
[[nodiscard]] std::string render_strength_json(const Strength& strength, const Dataset& dataset);

// What stands in the JSON report of a check with `--strength`, too: the members of an object that is open.
void write_strength(JsonWriter& json, const Strength& strength, const Dataset& dataset);

// The whole report in one line, without a line end.
[[nodiscard]] std::string strength_in_words(const Strength& strength, Language language);
// The same, saying that it is the strength of the rules.
[[nodiscard]] std::string strength_line(const Strength& strength, Language language);
// The true values that go unnoticed. Empty for a figure that has no such range.
[[nodiscard]] std::string unnoticed_in_words(const FigureStrength& figure, const Dataset& dataset, Language language);
// The slip that is surely noticed: "0.2 M€". Empty where there is none.
[[nodiscard]] std::string surely_in_words(const FigureStrength& figure, const Dataset& dataset);
// Is less of the typical slips in `a` noticed than in `b`? Not asked of figures without any.
[[nodiscard]] bool weaker(const FigureStrength& a, const FigureStrength& b);

// "61.2 %" as the words' language writes it, rounded down: 100 % only where all are caught. "–" where there was none.
[[nodiscard]] std::string share_of(const SlipCount& slips, Language language);

}  // namespace crossfoot::reports
