#include "reports/html/card.hpp"

#include <algorithm>

#include "engine/quantity/print_text.hpp"
#include "reports/causes.hpp"
#include "reports/cells.hpp"
#include "reports/descriptions.hpp"
#include "reports/html/axis.hpp"
#include "reports/html/incident_messages.hpp"
#include "reports/html/messages.hpp"
#include "reports/html/parts.hpp"
#include "reports/html/trace.hpp"
#include "reports/message.hpp"

namespace crossfoot::reports::html {
namespace {

// Without the indentation that all lines but the first have in common.
std::string dedented(std::string_view text) {
    std::size_t common = std::string_view::npos;
    for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
        const std::size_t begin = text.find_first_not_of(' ', at + 1);
        if (begin != std::string_view::npos && text[begin] != '\n') common = std::min(common, begin - at - 1);
    }
    if (common == std::string_view::npos) return std::string(text);
    std::string out;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
        const std::string_view line = text.substr(0, end);
        const bool first = out.empty();
        // the rule itself stands two columns to the left of what it says
        const std::size_t cut = first || common < 2 ? 0 : std::min(common - 2, line.find_first_not_of(' '));
        out += line.substr(std::min(cut, line.size()));
        text.remove_prefix(end);
    }
    return out;
}

void write_causes(Html& out, std::size_t finding, const Sheet& sheet) {
    if (sheet.reasoning() == nullptr) return;
    for (const Cause& each : sheet.reasoning()->causes_of_finding.at(finding))
        if (each.kind != CauseKind::truncated)   // the finding says so itself
            write_remark(out, words::likely, cause_line(each, sheet.dataset(), sheet.language()));
}

}  // namespace

void write_rule(Html& out, const Finding& finding, const Sheet& sheet) {
    const RuleInfo& rule = sheet.findings().rules.at(finding.rule_index);
    if (!rule.span.valid()) return;
    out.open("figure", {{"class", "rule"}}).open("figcaption").text(words::rule).text(" ");
    out.open("code").path(sheet.place(rule.span)).close().close();
    out.open("pre")
        .open("code")
        .source(dedented(sheet.dataset().sources.text(rule.span)))
        .close()
        .close()
        .close()
        .line();
}

void write_card(Html& out, std::size_t index, const Sheet& sheet) {
    const Finding& finding = sheet.findings().findings[index];
    const Language language = sheet.language();
    const std::string& name = sheet.anchor_of(index);
    out.open("article", {{"class", "card"}, {"id", name}, {"aria-labelledby", name + ".h"}}).line();
    out.open("header").open("p", {{"class", "head"}});
    if (const std::size_t number = sheet.number_of(index); number != 0)
        out.element("span", {{"class", "ordinal"}}, Message(words::number, number).in(language)).text(" ");
    write_word(out, finding);
    out.text(" ").open("code", {{"class", "id"}}).path(sheet.rule_with_bindings(finding)).close();
    if (const std::size_t incident = sheet.incident_of(index); incident != 0)
        out.text(" ").element("a", {{"href", "#incident-" + std::to_string(incident)}},
                              Message(words::incident, incident).in(language));
    out.close().line();
    const std::string equation = reports::equation(finding, sheet.dataset(), language, Equation::as_printed);
    const bool titled = !finding.title.empty();
    out.open("h3", {{"id", name + ".h"}, titled ? sheet.report_language() : Attribute{}});
    out.text(titled ? unbroken(finding.title) : equation.empty() ? finding.rule : unbroken(equation)).close().close().line();

    out.open("p", {{"class", "sentence"}})
        .prose(first_letter_raised(claim(finding, sheet.dataset(), language)))
        .text(".")
        .close()
        .line();
    write_remark(out, words::reason, finding.waived_because, sheet.report_language());
    if (has_axis(finding)) write_axis(out, finding, name, sheet);
    write_trace(out, finding, sheet);
    for (const std::string& remark : remarks(finding, sheet.dataset(), language))
        write_remark(out, finding.agreement == Agreement::truncated ? words::likely : words::note, remark);
    write_causes(out, index, sheet);
    for (const std::string& note : notes_of(finding, sheet.dataset())) write_remark(out, words::note, note, sheet.report_language());
    write_remark(out, words::note, sheet.findings().rules.at(finding.rule_index).note, sheet.report_language());
    write_rule(out, finding, sheet);
    out.close().line();
}

}  // namespace crossfoot::reports::html
