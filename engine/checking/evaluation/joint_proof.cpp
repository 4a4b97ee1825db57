#include "engine/checking/evaluation/joint_proof.hpp"

#include <algorithm>
#include <map>

#include "engine/checking/evaluation/linear_system.hpp"

namespace crossfoot {

using ast::Comparison;

namespace {

Comparison turned(Comparison comparison) {
    switch (comparison) {
        case Comparison::less: return Comparison::greater;
        case Comparison::less_equal: return Comparison::greater_equal;
        default: return comparison;
    }
}

}  // namespace

std::optional<JointProof> joint_proof(const Terms& terms, const Comparing& relation, const Box& box) {
    auto system = system_of(terms, relation, box);
    if (!system) return std::nullopt;
    const std::vector<Inequality> links = *system;
    const Elimination found = eliminate(std::move(*system), terms);
    if (!found.contradiction) return std::nullopt;
    JointProof out;
    std::map<VariableId, Rational> sum;
    Rational constant;
    bool strict = false;
    for (const Inequality& each : links) {
        if (each.links.empty()) continue;   // the end of a range
        const std::size_t number = each.links.begin()->first;
        const auto taken = found.contradiction->links.find(number);
        if (taken == found.contradiction->links.end() || taken->second.is_zero()) continue;
        const Rational& times = taken->second;
        for (const auto& [id, factor] : each.factors) sum[id] += factor * times;
        constant += each.constant * times;
        strict = strict || each.strict;
        const std::size_t link = number / 2;
        if (relation.comparisons[link] != Comparison::equal) out.comparison = Comparison::less_equal;
        out.links.emplace_back(link, number % 2 == 0 ? times : -times);
    }
    if (strict) out.comparison = Comparison::less;
    std::erase_if(sum, [](const auto& entry) { return entry.second.is_zero(); });
    if (sum.empty()) {   // all unknowns cancel out: 0 would have to be another number
        out.wanted = -constant;
        return out;
    }
    // so that the smallest factor is 1, and the first one above 0
    const auto least = std::min_element(sum.begin(), sum.end(), [](const auto& a, const auto& b) { return a.second.abs() < b.second.abs(); });
    const Rational by = sum.begin()->second.sign() < 0 ? -least->second.abs() : least->second.abs();
    if (by.sign() < 0) out.comparison = turned(out.comparison);
    for (const auto& [id, factor] : sum) out.sum.emplace_back(id, factor / by);
    for (auto& [link, times] : out.links) times = times / by;
    out.wanted = -constant / by;
    return out;
}

TermId sum_of(Terms& terms, const Comparing& relation, const JointProof& proof) {
    std::map<VariableId, TermId> unknowns;
    for (const Operand& side : relation.sides) {
        std::vector<TermId> below;
        terms.collect(side.term, below);
        for (const TermId id : below)
            if (terms.term(id).op == TermOp::variable) unknowns.emplace(terms.term(id).a, id);
    }
    std::vector<TermId> parts;
    for (const auto& [id, factor] : proof.sum) {
        const TermId unknown = unknowns.at(id);
        parts.push_back(factor == Rational(1) ? unknown : terms.combine(TermOp::multiply, terms.constant(factor), unknown));
    }
    if (parts.empty()) return terms.constant(0);
    return parts.size() == 1 ? parts.front() : terms.gather(TermOp::sum, parts);
}

std::string sum_text(const Terms& terms, const JointProof& proof) {
    std::string out;
    for (const auto& [id, factor] : proof.sum) {
        const NodeId node = terms.variable(id).node;
        if (node == kNoNode) return {};
        if (out.empty()) out += factor.sign() < 0 ? "-" : "";
        else out += factor.sign() < 0 ? " - " : " + ";
        if (const Rational size = factor.abs(); size != Rational(1)) out += size.fraction() + " * ";
        out += terms.dataset().path(node);
    }
    return out.empty() ? "0" : out;
}

}  // namespace crossfoot
