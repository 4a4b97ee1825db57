#include "engine/checking/findings.hpp"

#include <algorithm>

namespace crossfoot {

std::size_t room_of(const Finding& finding) {
    std::size_t out = sizeof(Finding) + finding.rule.capacity() + finding.title.capacity() + finding.computed.capacity();
    for (const Binding& each : finding.bindings) out += sizeof(Binding) + each.name.capacity() + each.value.capacity();
    for (const std::vector<NodeId>* nodes : {&finding.figures, &finding.missing, &finding.read}) out += nodes->capacity() * sizeof(NodeId);
    for (const std::optional<Side>* side : {&finding.left, &finding.right})
        if (*side) out += (*side)->text.capacity() + (*side)->figures.capacity() * sizeof(NodeId);
    return out;
}

void Tally::add(Verdict verdict, Severity severity, std::uint64_t times) {
    switch (verdict) {
        case Verdict::contradicted: contradicted.at(static_cast<std::size_t>(severity)) += times; break;
        case Verdict::unverifiable: unverifiable += times; break;
        case Verdict::waived: waived += times; break;
        case Verdict::holds:
        case Verdict::vacuous: break;
    }
}

void Tally::add(const Tally& other) {
    for (std::size_t i = 0; i < contradicted.size(); ++i) contradicted[i] += other.contradicted[i];
    unverifiable += other.unverifiable;
    waived += other.waived;
}

void Tally::remove(const Tally& other) {
    const auto less = [](std::uint64_t& from, std::uint64_t count) { from -= std::min(from, count); };
    for (std::size_t i = 0; i < contradicted.size(); ++i) less(contradicted[i], other.contradicted[i]);
    less(unverifiable, other.unverifiable);
    less(waived, other.waived);
}

std::uint64_t unlisted_of(const Findings& findings, bool holding) {
    std::uint64_t out = 0;
    for (const RuleInfo& each : findings.rules) out += holding ? each.unlisted : each.left.all();
    return out;
}

std::uint64_t contradictions_of(const Findings& findings, Severity severity) {
    std::uint64_t out = 0;
    for (const Finding& each : findings.findings) out += each.verdict == Verdict::contradicted && each.severity == severity ? 1U : 0U;
    for (const RuleInfo& each : findings.rules) out += each.left.contradicted.at(static_cast<std::size_t>(severity));
    return out;
}

std::string_view to_string(Verdict verdict) {
    switch (verdict) {
        case Verdict::holds: return "holds";
        case Verdict::contradicted: return "contradicted";
        case Verdict::unverifiable: return "unverifiable";
        case Verdict::waived: return "waived";
        case Verdict::vacuous: return "vacuous";
    }
    return "";
}

std::string_view to_string(Agreement agreement) {
    switch (agreement) {
        case Agreement::exact: return "exact";
        case Agreement::rounded: return "rounded";
        case Agreement::within: return "within";
        case Agreement::truncated: return "truncated";
        case Agreement::none: return "none";
    }
    return "";
}

std::string_view to_string(Severity severity) {
    switch (severity) {
        case Severity::info: return "info";
        case Severity::warning: return "warning";
        case Severity::error: return "error";
    }
    return "";
}

std::string_view to_string(Standing standing) {
    switch (standing) {
        case Standing::known: return "known";
        case Standing::worse: return "worse";
        case Standing::fresh: return "new";
    }
    return "";
}

std::string_view to_string(ast::Comparison comparison) {
    switch (comparison) {
        case ast::Comparison::equal: return "=";
        case ast::Comparison::not_equal: return "!=";
        case ast::Comparison::less: return "<";
        case ast::Comparison::less_equal: return "<=";
        case ast::Comparison::greater: return ">";
        case ast::Comparison::greater_equal: return ">=";
    }
    return "";
}

}  // namespace crossfoot
