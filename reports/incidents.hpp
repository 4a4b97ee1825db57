// The last part of the text report: the contradictions by common cause, with what would have to change; and the words of it
// for other renderers. Empty where there is nothing.
#pragma once

#include <string>
#include <vector>

#include "engine/reasoning/reasoning.hpp"
#include "reports/material.hpp"
#include "reports/page.hpp"

namespace crossfoot::reports {

[[nodiscard]] std::string render_incidents(const Reasoning& reasoning, const Material& material, const Page& page);

// The ways, one line for each figure, below a line that says what they would do. There are some.
[[nodiscard]] std::string render_ways(const Ways& ways, const Material& material, const Page& page);

// "agences/total [y = 2013]"
[[nodiscard]] std::string instance_in_words(const RuleInstance& instance, const Findings& findings);
// What is known of the figure where `set` is what changes; null where that holds of another set only. A suspect is
// described with the others of its set changed as well.
[[nodiscard]] const Suspect* suspect_of(NodeId figure, const Repair& set, const Ways& ways);
// "changing this figure would repair it", by how many sets there are and of how many figures; there are some.
[[nodiscard]] const Template& head_of(const Ways& ways);
// "19,7 M€ → 19,8 M€; all the rest says 19,75 à 19,85 M€"
[[nodiscard]] std::string change_in_words(const NewPrint& change, const Suspect& suspect, const Material& material,
                                          Language language);

}  // namespace crossfoot::reports
