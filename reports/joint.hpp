// What cannot be true together: its part of the text report, and the words of it for other renderers. The formats for
// other tools know findings only; there a joint contradiction is one of a rule of its own.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "reports/incidents.hpp"

namespace crossfoot::reports {

inline constexpr std::string_view kJointRule = "joint_rules";   // with an underscore, which no rule's id has

// The joint contradictions of a report; none where reasoning was not asked for.
[[nodiscard]] std::span<const JointContradiction> joint_of(const Material& material);
// "ab, ac [y = 2013]"
[[nodiscard]] std::string joint_name(const std::vector<RuleInstance>& rules, const Findings& findings);
// The first of its figures that stands somewhere, else the first rule. Valid where that rule's span is.
[[nodiscard]] Span first_place(const JointContradiction& joint, const Material& material);
// "these rules cannot all hold, though each of them can: ab, ac. (1) by ab, …; (2) by ac, …"
[[nodiscard]] std::string joint_statement(const JointContradiction& joint, const Material& material, Language language);
// 16 hexadecimal digits of its rules, their bindings and the paths of its figures (see identity.hpp).
[[nodiscard]] std::string fingerprint(const JointContradiction& joint, const Material& material);

// The way to a joint contradiction, one sentence a step, in the language of the messages.
[[nodiscard]] std::vector<std::string> steps_in_words(const JointContradiction& joint, const Material& material,
                                                      Language language);
// That the only figure in common may stand for several facts; empty where there is no such figure.
[[nodiscard]] std::string link_in_words(const JointContradiction& joint, const Dataset& dataset, Language language);
// Errors where all of its rules are, else the least severe of them: what the gate of a run looks at.
[[nodiscard]] Severity severity_of(const JointContradiction& joint, const Findings& findings);
// "these rules cannot all hold, though each of them can: ab, ac"
[[nodiscard]] std::string joint_in_words(const JointContradiction& joint, const Findings& findings, Language language);
[[nodiscard]] std::string undecided_in_words(const Undecided& undecided, const Findings& findings, Language language);

// After the findings of the text report. Empty where there is nothing.
[[nodiscard]] std::string render_joint(const Reasoning& reasoning, const Material& material, const Page& page);

}  // namespace crossfoot::reports
