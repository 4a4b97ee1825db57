#include "reports/lint.hpp"

#include <algorithm>
#include <utility>

#include "engine/reasoning/reasoning.hpp"
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

    std::vector<Mark> marks{{finding.at.span, bindings_in_words(material.rules, finding.at.instance), true}};
    for (const LintPlace& each : finding.others) {
        const std::string bindings = bindings_in_words(material.rules, each.instance);
        const auto same = std::find_if(marks.begin(), marks.end(), [&](const Mark& mark) { return mark.span == each.span; });
        if (same == marks.end()) marks.push_back({each.span, bindings, false});
        else if (same->text != bindings) same->text.append("; ").append(bindings);
    }
    const std::vector<Excerpt> excerpts = excerpts_of(std::move(marks));
    const unsigned gutter = gutter_width(excerpts, places);
    for (const Excerpt& excerpt : excerpts) append_excerpt(out, excerpt, places, page, style, gutter);
    const std::string remark = lint_remark(finding, material, page.language);
    if (remark.empty()) return out;
    append_gutter(out, page, gutter);
    append_remark(out, page, gutter, std::string(words::note.in(page.language)).append(colon(page.language)), remark);
    return out;
}

// "`a`, `b` and `c`".
std::string rules_in_words(const std::vector<std::string>& rules, Language language) {
    std::string out;
    for (std::size_t i = 0; i < rules.size(); ++i) {
        const std::string quoted = "`" + rules[i] + "`";
        if (i == 0) out = quoted;
        else if (i + 1 < rules.size()) out.append(", ").append(quoted);
        else out = Message(words::list_and, out, quoted).in(language);
    }
    return out;
}

}  // namespace

std::vector<std::string> lint_others(const LintFinding& finding, const Rechecker& rules) {
    std::vector<std::string> out;
    for (const LintPlace& each : finding.others) {
        const std::string& id = rules.rules()[each.rule].id;
        if (std::find(out.begin(), out.end(), id) == out.end()) out.push_back(id);
    }
    return out;
}

std::string lint_sentence(const LintFinding& finding, const Rechecker& rules, Language language) {
    const std::string one = finding.at.rule == kNoRule ? std::string() : rules.rules()[finding.at.rule].id;
    std::vector<std::string> others = lint_others(finding, rules);
    const std::string other = others.empty() ? std::string() : others.front();
    switch (finding.kind) {
        case LintKind::contradiction:
            std::erase(others, one);
            if (others.empty()) return Message(words::lint_self_contradiction, one).in(language);
            others.insert(others.begin(), one);
            return Message(others.size() > 2 ? words::lint_contradiction_of_several : words::lint_contradiction,
                           rules_in_words(others, language)).in(language);
        case LintKind::never_holds: return Message(words::lint_never_holds, one).in(language);
        case LintKind::never_fails:
            if (finding.figures.empty()) return Message(words::lint_by_form, one).in(language);
            return Message(words::lint_never_fails, one, counted(words::n_figures, finding.figures.size(), language)).in(language);
        case LintKind::same_statement: return Message(words::lint_same, one, other).in(language);
        case LintKind::follows: return Message(words::lint_follows, one, rules_in_words(others, language)).in(language);
        case LintKind::mixed_bases: return Message(words::lint_bases, one).in(language);
        case LintKind::binds_nothing: return Message(words::lint_binds_nothing, one).in(language);
        case LintKind::unused_definition: return Message(words::lint_unused, finding.name).in(language);
        case LintKind::hidden_function: return Message(words::lint_hidden, finding.name).in(language);
    }
    return {};
}

std::string lint_remark(const LintFinding& finding, const LintMaterial& material, Language language) {
    const Dataset& dataset = material.dataset;
    switch (finding.kind) {
        case LintKind::never_fails: return std::string((finding.whatever ? words::lint_whatever : words::lint_too_wide).in(language));
        case LintKind::follows:
            return lint_others(finding, material.rules).size() < 2 ? std::string() : std::string(words::lint_by_rounding.in(language));
        case LintKind::mixed_bases: {
            const NodeId a = finding.figures[0], b = finding.figures[1];
            return Message(words::lint_wholes, dataset.path(a), printed_form(a, dataset), dataset.path(b), printed_form(b, dataset)).in(language);
        }
        default: return {};
    }
}

std::string lint_undecided(const LintMaterial& material, Language language) {
    if (material.lint.undecided.empty()) return {};
    const std::string rules = counted(words::n_rules, material.lint.undecided.size(), language);
    return Message(reasoning_built_in() ? words::lint_undecided : words::lint_no_solver, rules).in(language);
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
    const std::string undecided = lint_undecided(material, page.language);
    if (!undecided.empty()) out.append(words::note.in(page.language)).append(colon(page.language)).append(" ").append(undecided).append("\n\n");
    return out.append(paint(page, errors > 0 ? Style::error : Style::plain, last.in(page.language))).append("\n");
}

}  // namespace crossfoot::reports
