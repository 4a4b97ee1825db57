#include "reports/html/parts.hpp"

#include "reports/cells.hpp"
#include "reports/descriptions.hpp"
#include "reports/evidence.hpp"
#include "reports/html/messages.hpp"
#include "reports/message.hpp"
#include "reports/wording.hpp"

namespace crossfoot::reports::html {
namespace {

struct Word {
    const Template* text;
    std::string_view css;
};

Word word_of(const Finding& finding) {
    switch (finding.verdict) {
        case Verdict::holds: return {&reports::words::holds, "word good"};
        case Verdict::unverifiable: return {&reports::words::unverifiable, "word open"};
        case Verdict::vacuous: return {&reports::words::vacuous, "word open"};
        case Verdict::waived: return {&reports::words::waived, "word waived"};
        case Verdict::contradicted: break;
    }
    if (finding.severity == Severity::error) return {&reports::words::error, "word error"};
    if (finding.severity == Severity::warning) return {&reports::words::warning, "word warning"};
    return {&reports::words::info, "word info"};
}

void write_values(Html& out, NodeId node, const Sheet& sheet) {
    const Dataset& dataset = sheet.dataset();
    const std::string printed = printed_form(node, dataset);
    write_cell(out, words::printed, "number", printed.empty() ? "–" : printed);
    write_cell(out, words::true_values, "number", figure_in_words(node, dataset, sheet.language()));
    out.open("td", {{"class", "place"}, {"data-label", words::dataset.in(out.language())}});
    out.path(sheet.place(dataset.node(node).span)).close();
    write_cell(out, words::draft, "number lines", draft_lines(node, dataset));
}

}  // namespace

void write_path(Html& out, NodeId node, NodeId above, const Sheet& sheet) {
    const Dataset& dataset = sheet.dataset();
    out.open("code").path(dataset.path(node)).close();
    const std::string said = described(node, dataset, out.language());
    if (said.empty() || (above != kNoNode && described(above, dataset, out.language()) == said)) return;
    out.text(" ").element("span", {{"class", "section"}, sheet.report_language()}, said);
}

void write_word(Html& out, const Finding& finding) {
    const Word word = word_of(finding);
    const std::string said = with_standing(std::string(word.text->in(out.language())), finding.standing, out.language());
    out.element("span", {{"class", word.css}}, said);
}

void write_title(Html& out, const Finding& finding, const Sheet& sheet) {
    if (!finding.title.empty())
        out.element("span", {{"class", "title"}, sheet.report_language()}, unbroken(finding.title)).text(" ");
    out.open("code", {{"class", "id"}}).path(sheet.rule_with_bindings(finding)).close();
}

std::string draft_lines(NodeId node, const Dataset& dataset) {
    const auto lines = dataset.draft_lines(node);
    if (!lines) return "–";
    const std::string first = std::to_string(lines->first);
    return lines->first == lines->second ? first : first + "–" + std::to_string(lines->second);
}

void write_remark(Html& out, const Template& label, std::string_view text, Attribute language) {
    if (text.empty()) return;
    out.open("p", {{"class", "remark"}})
        .element("b", Message(words::labelled, label.in(out.language())).in(out.language()));
    out.open("span", {language}).prose(text).close().close().line();
}

void write_cell(Html& out, const Template& column, std::string_view css, std::string_view text) {
    const bool is_number = css.starts_with("number");
    out.open("td", {{css.empty() ? "" : "class", css}, {"data-label", column.in(out.language())}});
    out.text(is_number ? unbroken(text) : std::string(text)).close();
}

void write_figure_row(Html& out, NodeId node, NodeId above, const Sheet& sheet) {
    out.open("tr").open("td", {{"class", "path"}});
    write_path(out, node, above, sheet);
    out.close();
    write_values(out, node, sheet);
    out.close().line();
}

void write_side_row(Html& out, NodeId node, const Template& word, const Sheet& sheet) {
    out.open("tr", {{"class", "side"}}).open("th", {{"scope", "row"}, {"class", "path"}}).text(word).text(" ");
    write_path(out, node, kNoNode, sheet);
    out.close();
    write_values(out, node, sheet);
    out.close().line();
}

void write_figure_heads(Html& out, const Template& values) {
    for (const Template* head : {&words::figure, &values, &words::true_values, &words::dataset, &words::draft})
        out.element("th", {{"scope", "col"}}, *head);
}

}  // namespace crossfoot::reports::html
