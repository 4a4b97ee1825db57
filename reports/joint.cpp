#include "reports/joint.hpp"

#include <algorithm>

#include "engine/checking/known/identity.hpp"
#include "reports/wording.hpp"

namespace crossfoot::reports {

std::span<const JointContradiction> joint_of(const Material& material) {
    if (material.reasoning == nullptr) return {};
    return material.reasoning->joint;
}

std::string joint_name(const std::vector<RuleInstance>& rules, const Findings& findings) {
    std::string out;
    for (const RuleInstance& each : rules) out.append(out.empty() ? "" : ", ").append(instance_in_words(each, findings));
    return out;
}

Span first_place(const JointContradiction& joint, const Material& material) {
    for (const NodeId node : joint.figures)
        if (const Span span = material.dataset.node(node).span; span.valid()) return span;
    return joint.rules.empty() ? Span{} : material.findings.rules.at(joint.rules.front().rule).span;
}

std::string joint_statement(const JointContradiction& joint, const Material& material, Language language) {
    std::string out = joint_in_words(joint, material.findings, language);
    std::size_t number = 0;
    for (const std::string& step : steps_in_words(joint, material, language)) {
        out.append(number == 0 ? "." : semicolon(language));
        ++number;
        out.append(" (").append(std::to_string(number)).append(") ").append(step);
    }
    return out;
}

std::string fingerprint(const JointContradiction& joint, const Material& material) {
    // As of a finding of the rule `joint` that is bound to its rules: a set of them, whatever their order.
    Finding all;
    all.rule = kJointRule;
    all.figures = joint.figures;
    for (const RuleInstance& each : joint.rules)
        all.bindings.push_back({"rule", instance_in_words(each, material.findings), std::nullopt});
    std::sort(all.bindings.begin(), all.bindings.end(),
              [](const Binding& a, const Binding& b) { return a.value < b.value; });
    return Identities(material.dataset).identity(all);
}

}  // namespace crossfoot::reports
