// The parts of a SARIF run that speak of the tool: its rules, and what it had to say about its configuration.
#pragma once

#include <set>

#include "engine/checking/findings.hpp"
#include "reports/json_writer.hpp"

namespace crossfoot::reports {

class SarifTool {
public:
    // All are used as long as this is.
    // With `joint`, the rule of what cannot be true together stands after all others.
    SarifTool(const Findings& findings, const Dataset& dataset, bool joint, Language language, JsonWriter& json);

    // `"tool": {...}`: the driver with its version, every rule, and the codes that notifications refer to.
    void driver();
    // `"invocations": [...]`: rules that check nothing, and texts that could not be read. No times, no arguments.
    void invocation();

private:
    void rule(const RuleInfo& rule);
    void joint_rule();
    void applies_to_nothing(const Finding& finding);
    void reference(std::string_view key, std::string_view id, std::size_t index);

    const Findings& findings_;
    const Dataset& dataset_;
    bool joint_;
    Language language_;
    JsonWriter& json_;
    std::set<Code> codes_;
};

}  // namespace crossfoot::reports
