// The sentence of a finding: what was compared, what each side can be, the gap; or why it could not be
// verified. One line, no final period, in the language of the messages; figures as the report prints them.
#pragma once

#include <string>

#include "engine/checking/findings.hpp"
#include "engine/checking/known/identity.hpp"   // printed_form

namespace crossfoot::reports {

// « 19,7 M€ ≠ 19,8 M€ : `anru[2013]` vaut 19,65 à 19,75 M€, … ; écart 0,1 M€, tolérance 0,1 M€ »
[[nodiscard]] std::string sentence(const Finding& finding, const Dataset& dataset, Language language);

// Its parts, for renderers that show the rest otherwise.
// What was found, without the remarks and without the reason of a waiver.
[[nodiscard]] std::string claim(const Finding& finding, const Dataset& dataset, Language language);
// « 19,7 M€ ≠ 19,8 M€ »; empty where the finding has no relation. With `said`, the relation is as the rule states it.
enum class Equation : std::uint8_t { as_printed, as_stated };
[[nodiscard]] std::string equation(const Finding& finding, const Dataset& dataset, Language language, Equation how);
// Why an instance could not be verified, with the missing figures; or why a rule is vacuous.
[[nodiscard]] std::string reason(const Finding& finding, const Dataset& dataset, Language language);
// What is to be said beside the numbers: truncated, only bounded, witness, left out, assumed.
[[nodiscard]] std::vector<std::string> remarks(const Finding& finding, const Dataset& dataset, Language language);
// A side without printed value is shown by its range.
[[nodiscard]] std::string side_value(const Side& side, const Finding& finding, const Dataset& dataset,
                                     Language language);
// The waiver of a finding: its reason, who granted it and until when, or why it covers the finding no longer. The finding
// has a waiver.
[[nodiscard]] std::string waiver_in_words(const Finding& finding, Language language);

}  // namespace crossfoot::reports
