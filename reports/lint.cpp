#include "reports/lint.hpp"

#include <algorithm>
#include <utility>

#include "reports/cells.hpp"
#include "reports/excerpt.hpp"
#include "reports/message.hpp"
#include "reports/rule_set_messages.hpp"
#include "reports/wording.hpp"

namespace crossfoot::reports {
namespace {

// "y = 2012, r = agences.anru"; empty where the rule binds nothing.
std::string bindings_in_words(const Rechecker& rules, InstanceId instance) {
    std::string out;
    if (instance == kNoInstance) return out;
    for (const Binding& each : rules.instances()[instance].bindings)
        out.append(out.empty() ? "" : ", ").append(each.name).append(" = ").append(each.value);
    return out;
}

std::string block(const LintFinding& finding, const LintMaterial& material, Places& places, const Page& page) {
    const bool error = severity_of(finding.kind) == Severity::error;
    const Style style = error ? Style::error : Style::warning;
    std::string word((error ? words::error : words::warning).in(page.language));
    word.append("[").append(to_string(finding.kind)).append("]");
    std::string out = paint(page, style, word).append(colon(page.language)).append(" ");
    out.append(paint(page, Style::bold, clean(lint_sentence(finding, material.rules, page.language)))).append("\n");

    std::vector<Mark> marks{{finding.span, bindings_in_words(material.rules, finding.instance), true}};
    if (finding.other_span.valid() && !(finding.other_span == finding.span))
        marks.push_back({finding.other_span, bindings_in_words(material.rules, finding.other_instance), false});
    const std::vector<Excerpt> excerpts = excerpts_of(std::move(marks));
    const unsigned gutter = gutter_width(excerpts, places);
    for (const Excerpt& excerpt : excerpts) append_excerpt(out, excerpt, places, page, style, gutter);
    const std::string remark = lint_remark(finding, material.dataset, page.language);
    if (remark.empty()) return out;
    append_gutter(out, page, gutter);
    append_remark(out, page, gutter, std::string(words::note.in(page.language)).append(colon(page.language)), remark);
    return out;
}

}  // namespace

std::string lint_sentence(const LintFinding& finding, const Rechecker& rules, Language language) {
    const auto id = [&](std::uint32_t rule) { return rule == kNoRule ? std::string() : rules.rules()[rule].id; };
    const std::string one = id(finding.rule), other = id(finding.other);
    switch (finding.kind) {
        case LintKind::contradiction:
            if (finding.rule == finding.other) return Message(words::lint_self_contradiction, one).in(language);
            return Message(words::lint_contradiction, one, other).in(language);
        case LintKind::never_holds: return Message(words::lint_never_holds, one).in(language);
        case LintKind::never_fails:
            return Message(words::lint_never_fails, one, counted(words::n_figures, finding.figures.size(), language)).in(language);
        case LintKind::same_statement: return Message(words::lint_same, one, other).in(language);
        case LintKind::follows: return Message(words::lint_follows, one, other).in(language);
        case LintKind::mixed_bases: return Message(words::lint_bases, one).in(language);
        case LintKind::binds_nothing: return Message(words::lint_binds_nothing, one).in(language);
        case LintKind::unused_definition: return Message(words::lint_unused, finding.name).in(language);
    }
    return {};
}

std::string lint_remark(const LintFinding& finding, const Dataset& dataset, Language language) {
    if (finding.kind == LintKind::never_fails) return std::string(words::lint_too_wide.in(language));
    if (finding.kind != LintKind::mixed_bases) return {};
    const NodeId a = finding.figures[0], b = finding.figures[1];
    return Message(words::lint_wholes, dataset.path(a), printed_form(a, dataset), dataset.path(b), printed_form(b, dataset)).in(language);
}

std::size_t count_of(const Lint& lint, Severity severity) {
    return static_cast<std::size_t>(std::count_if(lint.findings.begin(), lint.findings.end(), [&](const LintFinding& each) {
        return severity_of(each.kind) == severity;
    }));
}

std::string render_lint(const LintMaterial& material, const Page& page) {
    std::string out;
    Places places(material.dataset.sources);
    for (const LintFinding& each : material.lint.findings) out.append(block(each, material, places, page)).append("\n");
    const std::size_t errors = count_of(material.lint, Severity::error), warnings = count_of(material.lint, Severity::warning);
    const std::string rules = counted(words::n_rules, material.lint.rules, page.language);
    const Message last = errors + warnings == 0
                             ? Message(words::lint_nothing, rules)
                             : Message(words::lint_summary, counted(words::n_errors, errors, page.language),
                                       counted(words::n_warnings, warnings, page.language), rules);
    return out.append(paint(page, errors > 0 ? Style::error : Style::plain, last.in(page.language))).append("\n");
}

}  // namespace crossfoot::reports
