#include "reports/evidence.hpp"

#include <algorithm>
#include <unordered_set>

#include "reports/block.hpp"
#include "reports/message.hpp"
#include "reports/wording.hpp"

namespace crossfoot::reports {

bool undecided(const Finding& finding) {
    return finding.verdict == Verdict::unverifiable || finding.verdict == Verdict::vacuous;
}

std::vector<NodeId> cited_figures(const Finding& finding) {
    std::vector<NodeId> nodes;
    std::unordered_set<NodeId> seen;
    for (const auto* list : {&finding.figures, &finding.missing})
        for (const NodeId node : *list)
            if (seen.insert(node).second) nodes.push_back(node);
    // what fails is no relation of figures: the texts and dates that it read are its evidence
    const bool no_sides = !finding.left && (finding.verdict == Verdict::contradicted || finding.verdict == Verdict::waived);
    if (nodes.empty() || no_sides)
        for (const NodeId node : finding.read)
            if (seen.insert(node).second) nodes.push_back(node);
    if (finding.verdict == Verdict::unverifiable) {
        const std::unordered_set<NodeId> missing(finding.missing.begin(), finding.missing.end());
        std::stable_partition(nodes.begin(), nodes.end(), [&](NodeId node) { return missing.contains(node); });
    }
    return nodes;
}

std::vector<NodeId> read_cells(const Finding& finding, const Dataset& dataset) {
    std::vector<NodeId> nodes = cited_figures(finding);
    std::unordered_set<NodeId> seen(nodes.begin(), nodes.end());
    for (const NodeId node : finding.read)
        if (dataset.node(node).kind != NodeKind::figure && seen.insert(node).second) nodes.push_back(node);
    return nodes;
}

std::vector<NodeId> cited_rows(const Finding& finding, const Dataset& dataset) {
    std::vector<NodeId> rows;
    for (const Binding& binding : finding.bindings) {
        if (!binding.node) continue;
        const NodeId array = dataset.node(*binding.node).parent;
        if (array != kNoNode && dataset.table_at(array) != nullptr) rows.push_back(*binding.node);
    }
    return rows;
}

Span first_place(const Finding& finding, const RuleInfo& rule, const Dataset& dataset) {
    for (const NodeId node : cited_figures(finding))
        if (dataset.node(node).span.valid()) return dataset.node(node).span;
    for (const NodeId row : cited_rows(finding, dataset))
        if (dataset.node(row).span.valid()) return dataset.node(row).span;
    return rule.span;
}

std::string figure_note(NodeId node, const Dataset& dataset, Language language) {
    std::string out = printed_form(node, dataset);
    const std::string range = figure_in_words(node, dataset, language);
    if (!range.empty()) out.append(out.empty() ? "" : std::string(colon(language)) + " ").append(range);
    const std::string draft = draft_in_words(node, dataset, language);
    if (!draft.empty()) out.append(" (").append(draft).append(")");
    return out;
}

std::string headline(const Finding& finding, const Dataset& dataset, Language language) {
    std::string out = finding.title;
    if (out.empty() && !undecided(finding)) out = equation(finding, dataset, language, Equation::as_printed);
    return out.empty() ? sentence(finding, dataset, language) : out;
}

std::string statement(const Finding& finding, const Dataset& dataset, Language language) {
    const std::string found = sentence(finding, dataset, language);
    return finding.title.empty() ? found : finding.title + std::string(colon(language)) + " " + found;
}

std::string_view group_of(std::string_view rule) {
    const std::size_t slash = rule.rfind('/');
    return slash == std::string_view::npos ? std::string_view() : rule.substr(0, slash);
}

std::string_view own_name(std::string_view rule) {
    const std::size_t slash = rule.rfind('/');
    return slash == std::string_view::npos ? rule : rule.substr(slash + 1);
}

std::string instance_name(const Finding& finding) {
    std::string out(own_name(finding.rule));
    const std::string bindings = bindings_in_words(finding);
    if (!bindings.empty()) out.append(" [").append(bindings).append("]");
    return out;
}

std::string_view standing_word(const Finding& finding, Language language) {
    switch (finding.verdict) {
        case Verdict::holds: return words::holds.in(language);
        case Verdict::unverifiable: return words::unverifiable.in(language);
        case Verdict::vacuous: return words::vacuous.in(language);
        case Verdict::waived: return words::waived.in(language);
        case Verdict::contradicted: break;
    }
    if (finding.severity == Severity::error) return words::error.in(language);
    return (finding.severity == Severity::warning ? words::warning : words::info).in(language);
}

std::string with_standing(std::string word, std::optional<Standing> standing, Language language) {
    if (!standing) return word;
    const Template& said = *standing == Standing::fresh   ? words::standing_new
                           : *standing == Standing::worse ? words::standing_worse
                                                          : words::standing_known;
    return Message(words::in_brackets, std::move(word), said.in(language)).in(language);
}

}  // namespace crossfoot::reports
