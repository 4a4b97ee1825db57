// The part of the text report that comes after the findings: what cannot be true together, then the contradictions by
// common cause, with what would have to change; and the words of it for other renderers. Empty where there is nothing.
#pragma once

#include <string>
#include <vector>

#include "engine/reasoning/reasoning.hpp"
#include "reports/material.hpp"
#include "reports/page.hpp"

namespace crossfoot::reports {

[[nodiscard]] std::string render_joint(const Reasoning& reasoning, const Material& material, const Page& page);
[[nodiscard]] std::string render_incidents(const Reasoning& reasoning, const Material& material, const Page& page);

// "agences/total [y = 2013]"
[[nodiscard]] std::string instance_in_words(const RuleInstance& instance, const Findings& findings);
// The way to a joint contradiction, one sentence a step, in the language of the messages.
[[nodiscard]] std::vector<std::string> steps_in_words(const JointContradiction& joint, const Material& material,
                                                      Language language);
// What is known of the figure where `set` is what changes; null where that holds of another set only. A suspect is
// described with the others of its set changed as well.
[[nodiscard]] const Suspect* suspect_of(NodeId figure, const Repair& set, const Incident& incident);
// "changing this figure would repair it", by how many sets there are and of how many figures; there are some.
[[nodiscard]] const Template& head_of(const Incident& incident);
// Errors where all of its rules are, else the least severe of them: what the gate of a run looks at.
[[nodiscard]] Severity severity_of(const JointContradiction& joint, const Findings& findings);
// "these rules cannot all hold, though each of them can: ab, ac"
[[nodiscard]] std::string joint_in_words(const JointContradiction& joint, const Findings& findings, Language language);
[[nodiscard]] std::string undecided_in_words(const Undecided& undecided, const Findings& findings, Language language);

// "19,7 M€ → 19,8 M€; all the rest says 19,75 à 19,85 M€"
[[nodiscard]] std::string change_in_words(const NewPrint& change, const Suspect& suspect, const Material& material,
                                          Language language);

}  // namespace crossfoot::reports
