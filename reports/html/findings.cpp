#include <algorithm>

#include "engine/quantity/print_text.hpp"
#include "reports/html/card.hpp"
#include "reports/cells.hpp"
#include "reports/descriptions.hpp"
#include "reports/html/messages.hpp"
#include "reports/html/parts.hpp"
#include "reports/html/sections.hpp"
#include "reports/html/weight.hpp"
#include "reports/message.hpp"
#include "reports/wording.hpp"

namespace crossfoot::reports::html {
namespace {

constexpr std::size_t kMostCards = 300;    // shown in full; a page of thousands could not be opened
constexpr std::size_t kMostMissing = 200;  // cells of one finding

template <class Predicate>
bool any_finding(const Sheet& sheet, Predicate predicate) {
    return std::any_of(sheet.findings().findings.begin(), sheet.findings().findings.end(), predicate);
}


void write_cards(Html& out, const std::vector<std::size_t>& indices, const Sheet& sheet) {
    for (std::size_t i = 0; i < std::min(indices.size(), kMostCards); ++i) write_card(out, indices[i], sheet);
    if (indices.size() <= kMostCards) return;
    const Message left_out(words::more_contradictions, number(indices.size() - kMostCards, sheet.language()));
    out.element("p", {{"class", "about"}}, left_out.in(sheet.language())).line();
}

void write_contradictions(Html& out, const Sheet& sheet) {
    const bool none = sheet.contradictions().empty();
    out.element("p", {{"class", "about"}}, none ? words::no_contradiction : words::sorted_by_weight).line();
    write_cards(out, sheet.contradictions(), sheet);
}

bool has_waived(const Sheet& sheet) { return !sheet.waived().empty(); }
void write_waived(Html& out, const Sheet& sheet) { write_cards(out, sheet.waived(), sheet); }

bool has_tight(const Sheet& sheet) { return any_finding(sheet, is_tight); }

void write_tight(Html& out, const Sheet& sheet) {
    const Dataset& dataset = sheet.dataset();
    out.element("p", {{"class", "about"}}, words::about_tight).line();
    out.open("table", {{"class", "tight"}}).open("thead").open("tr");
    out.element("th", {{"scope", "col"}}, words::check).element("th", {{"scope", "col"}}, words::result);
    for (const Template* head : {&words::gap, &words::allowance, &words::used_part})
        out.element("th", {{"scope", "col"}, {"class", "number"}}, *head);
    out.close().close().line().open("tbody");
    for (const Finding& finding : sheet.findings().findings) {
        if (!is_tight(finding)) continue;
        const Scale scale = scale_of_gap(finding, dataset);
        out.open("tr").open("th", {{"scope", "row"}});
        write_title(out, finding, sheet);
        out.close();
        write_cell(out, words::result, "", unbroken(equation(finding, dataset, sheet.language(), Equation::as_stated)));
        write_cell(out, words::gap, "number", quantity(*finding.gap, scale));
        write_cell(out, words::allowance, "number", quantity(*finding.allowance, scale));
        const std::string percent = used_percent(finding)->decimal(Rational::Direction::down);
        write_cell(out, words::used_part, "number", Message(words::percent, percent).in(sheet.language()));
        out.close().line();
    }
    out.close().close().line();
}

bool is_unverifiable(const Finding& finding) { return finding.verdict == Verdict::unverifiable; }
bool has_unverifiable(const Sheet& sheet) { return any_finding(sheet, is_unverifiable); }

void write_missing(Html& out, const Finding& finding, const Sheet& sheet) {
    if (finding.missing.empty()) return;
    out.open("table", {{"class", "trace"}}).element("caption", words::missing_figures).open("thead").open("tr");
    write_figure_heads(out, words::printed);
    out.close().close().line().open("tbody");
    const std::size_t shown = std::min(finding.missing.size(), kMostMissing);
    for (std::size_t i = 0; i < shown; ++i)
        write_figure_row(out, finding.missing[i], i == 0 ? kNoNode : finding.missing[i - 1], sheet);
    if (shown < finding.missing.size()) {
        const std::string more = counted(words::more_figures, finding.missing.size() - shown, sheet.language());
        out.open("tr").element("td", {{"colspan", "5"}}, more).close().line();
    }
    out.close().close().line();
}

// What could not be judged: title, why, and what is missing.
void write_open(Html& out, std::size_t index, const Sheet& sheet) {
    const Finding& finding = sheet.findings().findings[index];
    const std::string& name = sheet.anchor_of(index);
    out.open("article", {{"class", "card open"}, {"id", name}, {"aria-labelledby", name + ".h"}}).line();
    out.open("header").open("p", {{"class", "head"}});
    write_word(out, finding);
    out.text(" ").open("code", {{"class", "id"}}).path(sheet.rule_with_bindings(finding)).close().close().line();
    const bool titled = !finding.title.empty();
    out.element("h3", {{"id", name + ".h"}, titled ? sheet.report_language() : Attribute{}},
                titled ? unbroken(finding.title) : finding.rule);
    out.close().line();
    out.open("p", {{"class", "sentence"}})
        .prose(first_letter_raised(reason(finding, sheet.dataset(), sheet.language())))
        .text(".")
        .close()
        .line();
    write_missing(out, finding, sheet);
    for (const std::string& note : notes_of(finding, sheet.dataset())) write_remark(out, words::note, note, sheet.report_language());
    write_rule(out, finding, sheet);
    out.close().line();
}

void write_all_open(Html& out, const Sheet& sheet, Verdict verdict) {
    std::size_t left = kMostCards, left_out = 0;
    for (std::size_t i = 0; i < sheet.findings().findings.size(); ++i) {
        if (sheet.findings().findings[i].verdict != verdict) continue;
        if (left == 0) ++left_out;
        else --left, write_open(out, i, sheet);
    }
    if (left_out == 0) return;
    out.element("p", {{"class", "about"}},
                Message(words::more_open, number(left_out, sheet.language())).in(sheet.language()))
        .line();
}

void write_unverifiable(Html& out, const Sheet& sheet) { write_all_open(out, sheet, Verdict::unverifiable); }

bool is_vacuous(const Finding& finding) { return finding.verdict == Verdict::vacuous; }
bool has_vacuous(const Sheet& sheet) { return any_finding(sheet, is_vacuous); }
void write_vacuous(Html& out, const Sheet& sheet) { write_all_open(out, sheet, Verdict::vacuous); }

}  // namespace

Section contradictions_section() { return {"contradictions", &words::contradictions, always, write_contradictions}; }
Section tight_section() { return {"tight", &words::close_to_limit, has_tight, write_tight}; }
Section unverifiable_section() { return {"unverifiable", &words::not_verified, has_unverifiable, write_unverifiable}; }
Section waived_section() { return {"waived", &words::under_waiver, has_waived, write_waived}; }
Section vacuous_section() { return {"vacuous", &words::apply_to_nothing, has_vacuous, write_vacuous}; }

}  // namespace crossfoot::reports::html
