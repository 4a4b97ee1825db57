// What cannot be true together, as the formats for other tools name it: what it is called, where an editor begins, the
// whole of it in one line. Those formats know findings only; a joint contradiction is one of a rule of its own.
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

}  // namespace crossfoot::reports
