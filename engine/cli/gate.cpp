#include "engine/cli/gate.hpp"

#include <algorithm>
#include <functional>

#include "engine/cli/messages.hpp"
#include "engine/text/nearest.hpp"

namespace crossfoot::cli {
namespace {

std::size_t rule_count(const std::vector<ast::Declaration>& declarations) {
    std::size_t count = 0;
    for (const ast::Declaration& each : declarations) {
        if (std::holds_alternative<ast::Rule>(each)) ++count;
        else if (const auto* group = std::get_if<std::unique_ptr<ast::Group>>(&each))
            count += rule_count((*group)->declarations);
    }
    return count;
}

std::size_t rule_count(const RuleSet& rules) {
    std::size_t count = 0;
    for (const RuleSet::Loaded& each : rules.files) count += rule_count(each.file.declarations);
    return count;
}

Diagnostic problem(Code code, Message headline) { return {code, std::move(headline), {}, {}, {}, {}, {}}; }

Diagnostic none_selected(const RuleSet& rules, const Selection& selection) {
    if (!selection.only.empty()) {
        std::string globs = selection.only.front();
        for (std::size_t i = 1; i < selection.only.size(); ++i) globs += "`, `" + selection.only[i];
        return problem(Code::XF606, Message(words::none_selected_only, globs));
    }
    if (!selection.tags.empty()) {
        Message tags = Message::verbatim("`" + selection.tags.front() + "`");
        for (std::size_t i = 1; i < selection.tags.size(); ++i)
            tags = Message(words::alternative, std::move(tags), "`" + selection.tags[i] + "`");
        return problem(Code::XF606, Message(words::none_selected_tags, std::move(tags)));
    }
    return problem(Code::XF606, Message(words::none_selected, rule_count(rules)));
}

}  // namespace

bool fails(const Findings& findings, FailOn threshold, bool only_new) {
    if (threshold == FailOn::never) return false;
    const Severity least = threshold == FailOn::error ? Severity::error : Severity::warning;
    const bool listed = std::any_of(findings.findings.begin(), findings.findings.end(), [&](const Finding& each) {
        if (only_new && each.standing == Standing::known) return false;
        if (each.verdict == Verdict::unverifiable) return threshold == FailOn::unverifiable;
        return each.verdict == Verdict::contradicted && each.severity >= least;
    });
    return listed || std::any_of(findings.rules.begin(), findings.rules.end(), [&](const RuleInfo& rule) {
        Tally counts = rule.left;
        if (only_new) counts.remove(rule.left_known);
        if (threshold == FailOn::unverifiable && counts.unverifiable > 0) return true;
        for (std::size_t severity = 0; severity < counts.contradicted.size(); ++severity)
            if (static_cast<Severity>(severity) >= least && counts.contradicted[severity] > 0) return true;
        return false;
    });
}

bool fails(const Reasoning& reasoning, const Findings& findings, FailOn threshold, bool only_new) {
    if (threshold == FailOn::never) return false;
    const Severity least = threshold == FailOn::error ? Severity::error : Severity::warning;
    return std::any_of(reasoning.joint.begin(), reasoning.joint.end(), [&](const JointContradiction& each) {
        if (only_new && each.standing == Standing::known) return false;
        return std::all_of(each.rules.begin(), each.rules.end(),
                           [&](const RuleInstance& rule) { return findings.rules.at(rule.rule).severity >= least; });
    });
}

std::vector<Diagnostic> empty_pass(const RuleSet& rules, const Findings& findings, const Selection& selection) {
    std::vector<Diagnostic> out;
    const Summary& sum = findings.summary;
    if (rule_count(rules) == 0) {
        out.push_back(problem(Code::XF601, Message(rules.files.empty() ? words::no_rules : words::no_rules_in_files)));
        out.back().suggest(Message(words::how_to_name_rules));
    } else if (findings.rules.empty()) {
        out.push_back(none_selected(rules, selection));
    }
    if (sum.figures == 0) out.push_back(problem(Code::XF602, Message(words::no_figures)));

    bool some_file = false;
    for (const RuleSet::Loaded& each : rules.files) {
        const auto here = [&](const RuleInfo& rule) { return rule.span.file == each.file.id; };
        const bool any = std::any_of(findings.rules.begin(), findings.rules.end(), here);
        const bool applied = std::any_of(findings.rules.begin(), findings.rules.end(),
                                         [&](const RuleInfo& rule) { return here(rule) && rule.instances > 0; });
        if (!each.asked || !any || applied) continue;
        out.push_back(problem(Code::XF603, Message(words::file_binds_nothing)));
        out.back().file = each.path;
        some_file = true;
    }
    const bool nothing_decided = sum.holds + sum.contradicted + sum.waived == 0;
    if (!findings.rules.empty() && nothing_decided) {
        if (sum.instances == 1) out.push_back(problem(Code::XF604, Message(words::one_unverifiable)));
        else if (sum.instances > 0)
            out.push_back(problem(Code::XF604, Message(words::all_unverifiable, sum.instances)));
        else if (!some_file) out.push_back(problem(Code::XF604, Message(words::all_vacuous)));
    }
    if (!out.empty()) out.back().suggest(Message(words::allow_empty));
    return out;
}

}  // namespace crossfoot::cli
