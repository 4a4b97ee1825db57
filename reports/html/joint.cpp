#include "engine/quantity/print_text.hpp"
#include "reports/html/card.hpp"
#include "reports/html/incident_messages.hpp"
#include "reports/html/messages.hpp"
#include "reports/html/parts.hpp"
#include "reports/html/sections.hpp"
#include "reports/html/ways.hpp"
#include "reports/incidents.hpp"
#include "reports/joint.hpp"
#include "reports/wording.hpp"

namespace crossfoot::reports::html {
namespace {

// What the pieces shared with cards ask for: a contradiction of that rule.
Finding as_finding(const RuleInstance& instance, const JointContradiction& joint, const Findings& findings) {
    Finding out;
    out.rule = findings.rules.at(instance.rule).id;
    out.rule_index = instance.rule;
    out.bindings = instance.bindings;
    out.severity = severity_of(joint, findings);
    out.verdict = Verdict::contradicted;
    out.standing = joint.standing;
    return out;
}

void write_figures(Html& out, const JointContradiction& joint, const Sheet& sheet) {
    if (joint.figures.empty()) return;
    out.open("table", {{"class", "trace"}}).element("caption", words::joint_figures).open("thead").open("tr");
    write_figure_heads(out, words::printed);
    out.close().close().line().open("tbody").line();
    NodeId above = kNoNode;
    for (const NodeId node : joint.figures) write_figure_row(out, node, above, sheet), above = node;
    out.close().close().line();
}

void write_one(Html& out, const JointContradiction& joint, std::size_t number, const Sheet& sheet) {
    const Language language = sheet.language();
    const std::string id = "joint-" + std::to_string(number);
    out.open("article", {{"class", "card"}, {"id", id}, {"aria-labelledby", id + ".h"}}).line();
    out.open("p", {{"class", "head"}});
    out.element("span", {{"class", "ordinal"}}, Message(words::number, number).in(language)).text(" ");
    if (!joint.rules.empty()) write_word(out, as_finding(joint.rules.front(), joint, sheet.findings()));
    out.close().line();
    out.element("h3", {{"id", id + ".h"}}, Message(words::cannot_all_hold, joint.rules.size()).in(language)).line();
    const std::vector<std::string> steps = steps_in_words(joint, sheet.material(), language);
    if (!steps.empty()) {
        out.open("ol", {{"class", "steps"}}).line();
        for (const std::string& step : steps) out.open("li").prose(first_letter_raised(step)).text(".").close().line();
        out.close().line();
    }
    write_figures(out, joint, sheet);
    if (!joint.least_sets.empty()) {
        out.element("p", {{"class", "about"}}, first_letter_raised(head_of(joint).in(language)) + ".").line();
        write_ways(out, joint, {}, sheet);
    }
    if (const std::string link = link_in_words(joint, sheet.material().dataset, language); !link.empty())
        out.open("p", {{"class", "about"}}).prose(first_letter_raised(link)).text(".").close().line();
    if (!joint.irreducible)
        out.element("p", {{"class", "about"}}, first_letter_raised(reports::words::perhaps_fewer.in(language)) + ".").line();
    for (const RuleInstance& each : joint.rules) {
        const Finding shown = as_finding(each, joint, sheet.findings());
        out.open("p", {{"class", "remark"}}).open("code", {{"class", "id"}});
        out.path(sheet.rule_with_bindings(shown)).close().close().line();
        write_rule(out, shown, sheet);
    }
    out.close().line();
}

bool joint_present(const Sheet& sheet) {
    return sheet.reasoning() != nullptr && !(sheet.reasoning()->joint.empty() && sheet.reasoning()->undecided.empty());
}

void write_joint(Html& out, const Sheet& sheet) {
    const Reasoning& reasoning = *sheet.reasoning();
    if (!reasoning.joint.empty()) out.element("p", {{"class", "about"}}, words::about_joint).line();
    std::size_t number = 0;
    for (const JointContradiction& each : reasoning.joint) write_one(out, each, ++number, sheet);
    for (const Undecided& each : reasoning.undecided) {
        const std::string said = undecided_in_words(each, sheet.findings(), sheet.language());
        out.open("p", {{"class", "about"}}).prose(first_letter_raised(said)).text(".").close().line();
    }
}

}  // namespace

Section joint_section() { return {"joint", &words::joint, joint_present, write_joint}; }

}  // namespace crossfoot::reports::html
