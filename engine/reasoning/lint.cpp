#include "engine/reasoning/lint.hpp"

#include <algorithm>
#include <tuple>

#include "engine/reasoning/lint_parts.hpp"

namespace crossfoot {

std::string_view to_string(LintKind kind) {
    switch (kind) {
        case LintKind::contradiction: return "contradiction";
        case LintKind::never_holds: return "never-holds";
        case LintKind::never_fails: return "never-fails";
        case LintKind::same_statement: return "same-statement";
        case LintKind::follows: return "follows";
        case LintKind::mixed_bases: return "mixed-bases";
        case LintKind::binds_nothing: return "binds-nothing";
        case LintKind::unused_definition: return "unused-definition";
        case LintKind::hidden_function: return "hidden-function";
    }
    return {};
}

Severity severity_of(LintKind kind) {
    return kind == LintKind::contradiction || kind == LintKind::never_holds ? Severity::error : Severity::warning;
}

Span linting::place_in_rule(Span relation, const RuleInfo& rule) {
    const bool inside = relation.file == rule.span.file && relation.begin >= rule.span.begin && relation.end <= rule.span.end;
    return inside ? relation : rule.body;
}

Lint lint(Rechecker& rules, const RuleSet& set, const LintOptions& options) {
    Lint out;
    out.rules = rules.rules().size();
    std::vector<linting::Stated> stated;
    std::vector<std::uint8_t> bound(out.rules, 0);
    for (InstanceId id = 0; id < rules.instances().size(); ++id) {
        const Instance& each = rules.instances()[id];
        bound[each.rule] = 1;
        stated.push_back({id, each.rule, rules.statement(id)});
    }
    for (std::uint32_t rule = 0; rule < out.rules; ++rule) {
        if (bound[rule] != 0 || rules.left_out(rule)) continue;
        LintFinding found;
        found.kind = LintKind::binds_nothing;
        found.at = {rule, kNoInstance, rules.rules()[rule].span};
        out.findings.push_back(std::move(found));
    }
    const std::vector<std::uint8_t> asking = linting::asking_more(rules.rules(), set);
    const linting::Bounds bounds = linting::bounds_of(rules, stated, asking);
    out.findings.insert(out.findings.end(), bounds.never_holds.begin(), bounds.never_holds.end());
    linting::compare_relations(rules, bounds, out.findings);
    linting::look_at_several(rules, bounds, options, out);
    linting::look_at_bases(rules, stated, out.findings);
    linting::look_for_failing(rules, stated, bounds, asking, out.findings);
    linting::look_for_unused(set, out.findings);
    linting::look_for_hidden(set, out.findings);
    const auto place = [](const LintFinding& each) {
        const Span other = each.others.empty() ? Span() : each.others.front().span;
        return std::tuple(each.kind, each.at.span.file, each.at.span.begin, other.file, other.begin);
    };
    std::stable_sort(out.findings.begin(), out.findings.end(),
                     [&](const LintFinding& a, const LintFinding& b) { return place(a) < place(b); });
    return out;
}

}  // namespace crossfoot
