#include "reports/sarif_tool.hpp"

#include <iterator>

#include "reports/evidence.hpp"
#include "reports/joint.hpp"
#include "reports/markdown_text.hpp"
#include "reports/sarif_places.hpp"
#include "reports/version.hpp"
#include "reports/wording.hpp"

namespace crossfoot::reports {
SarifTool::SarifTool(const Findings& findings, const Dataset& dataset, bool joint, Language language,
                     JsonWriter& json)
    : findings_(findings), dataset_(dataset), joint_(joint), language_(language), json_(json) {
    for (const Finding& each : findings_.findings)
        if (each.verdict == Verdict::vacuous && each.code) codes_.insert(*each.code);
}

void SarifTool::driver() {
    json_.key("tool");
    json_.begin_object();
    json_.key("driver");
    json_.begin_object();
    json_.member("name", "crossfoot");
    json_.member("version", version());
    json_.member("semanticVersion", version());
    json_.member("language", to_string(language_));
    json_.key("rules");
    json_.begin_array();
    for (const RuleInfo& each : findings_.rules) rule(each);
    if (joint_) joint_rule();
    json_.end_array();
    json_.key("notifications");
    json_.begin_array();
    for (const Code code : codes_) {
        json_.begin_object(kInline);
        json_.member("id", name(code));
        sarif_message(json_, "shortDescription", sarif_text(entry(code).title(language_)));
        json_.end_object();
    }
    json_.end_array();
    json_.end_object();
    json_.end_object();
}

void SarifTool::rule(const RuleInfo& rule) {
    json_.begin_object();
    json_.member("id", rule.id);
    if (own_name(rule.id) != rule.id) json_.member("name", own_name(rule.id));
    sarif_message(json_, "shortDescription", sarif_text(rule.title.empty() ? rule.id : rule.title));
    if (!rule.note.empty()) sarif_message(json_, "fullDescription", sarif_text(rule.note));
    // The rule itself is what helps: it says what must be true.
    if (rule.span.valid()) {
        const std::string_view text = dataset_.sources.text(rule.span);
        json_.key("help");
        json_.begin_object(kInline);
        json_.member("text", sarif_text(text));
        json_.member("markdown", sarif_text(markdown_block(text)));
        json_.end_object();
    }
    json_.key("defaultConfiguration");
    json_.begin_object(kInline);
    json_.member("level", sarif_level(rule.severity));
    json_.end_object();
    json_.key("properties");
    json_.begin_object(kInline);
    json_.key("tags");
    json_.begin_array();
    std::set<std::string_view> seen;  // tags are a set in the schema
    for (const std::string& tag : rule.tags)
        if (seen.insert(tag).second) json_.text(tag);
    json_.end_array();
    json_.end_object();
    json_.end_object();
}

void SarifTool::joint_rule() {
    json_.begin_object();
    json_.member("id", kJointRule);
    sarif_message(json_, "shortDescription", sarif_text(words::joint_rule.in(language_)));
    json_.key("defaultConfiguration");
    json_.begin_object(kInline);
    json_.member("level", sarif_level(Severity::error));
    json_.end_object();
    json_.end_object();
}

void SarifTool::invocation() {
    json_.key("invocations");
    json_.begin_array();
    json_.begin_object();
    json_.member("executionSuccessful", true);
    json_.key("toolConfigurationNotifications");
    json_.begin_array();
    for (const Finding& each : findings_.findings)
        if (each.verdict == Verdict::vacuous) applies_to_nothing(each);
    json_.end_array();
    json_.key("toolExecutionNotifications");
    json_.begin_array();
    if (const std::uint64_t unread = findings_.summary.unread; unread > 0) {
        json_.begin_object(kInline);
        sarif_message(json_, "message", sarif_text(counted(words::n_unread, unread, language_)));
        json_.member("level", "note");
        json_.end_object();
    }
    json_.end_array();
    json_.end_object();
    json_.end_array();
}

void SarifTool::applies_to_nothing(const Finding& finding) {
    json_.begin_object();
    if (finding.code) {
        const auto index = std::distance(codes_.begin(), codes_.find(*finding.code));
        reference("descriptor", name(*finding.code), static_cast<std::size_t>(index));
    }
    reference("associatedRule", finding.rule, finding.rule_index);
    json_.member("level", "warning");
    sarif_message(json_, "message", sarif_text(statement(finding, dataset_, language_)));
    json_.end_object();
}

void SarifTool::reference(std::string_view key, std::string_view id, std::size_t index) {
    json_.key(key);
    json_.begin_object(kInline);
    json_.member("id", id);
    json_.member("index", std::uint64_t{index});
    json_.end_object();
}

}  // namespace crossfoot::reports
