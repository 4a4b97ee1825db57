#include "engine/checking/evaluation/linear_system.hpp"

#include <algorithm>

#include "engine/checking/evaluation/relation.hpp"

namespace crossfoot {
namespace {

constexpr std::size_t kMostInequalities = 2000;

// The term as factors and constant, where it is a sum of unknowns times constants.
std::optional<Inequality> linear(const Terms& terms, TermId root) {
    std::vector<TermId> ids;
    terms.collect(root, ids);
    if (ids.size() > 200) return std::nullopt;
    std::vector<Inequality> forms(ids.size());
    const auto of = [&](TermId id) -> const Inequality& { return forms[terms.position(id)]; };
    const auto add = [](Inequality& into, const Inequality& what, const Rational& times) {
        into.constant += what.constant * times;
        for (const auto& [id, factor] : what.factors)
            if ((into.factors[id] += factor * times).is_zero()) into.factors.erase(id);
    };
    for (std::size_t at = 0; at < ids.size(); ++at) {
        const Term& term = terms.term(ids[at]);
        Inequality& out = forms[at];
        switch (term.op) {
            case TermOp::constant: out.constant = terms.constant_value(term); break;
            case TermOp::variable: out.factors[term.a] = 1; break;
            case TermOp::negate: add(out, of(term.a), -1); break;
            case TermOp::add:
            case TermOp::subtract:
                add(out, of(term.a), 1);
                add(out, of(term.b), term.op == TermOp::add ? 1 : -1);
                break;
            case TermOp::sum:
                for (const TermId each : terms.operands(term)) add(out, of(each), 1);
                break;
            case TermOp::multiply: {
                const Inequality &a = of(term.a), &b = of(term.b);
                if (a.factors.empty()) add(out, b, a.constant);
                else if (b.factors.empty()) add(out, a, b.constant);
                else return std::nullopt;
                break;
            }
            case TermOp::divide:
                if (!of(term.b).factors.empty() || of(term.b).constant.is_zero()) return std::nullopt;
                add(out, of(term.a), Rational(1) / of(term.b).constant);
                break;
            case TermOp::min:
            case TermOp::max: return std::nullopt;
        }
    }
    return forms.back();
}

}  // namespace

std::optional<std::vector<Inequality>> system_of(const Terms& terms, const Comparing& relation, const Box& box) {
    if (relation.within != kNoTerm) return std::nullopt;
    std::vector<Inequality> sides, system;
    for (const Operand& side : relation.sides) {
        auto form = linear(terms, side.term);
        if (!form || form->factors.size() > 60) return std::nullopt;
        sides.push_back(std::move(*form));
    }
    std::map<VariableId, bool> seen;
    for (const Inequality& side : sides)
        for (const auto& [id, factor] : side.factors) seen[id] = true;
    if (seen.size() > 40) return std::nullopt;
    const auto less = [&](std::size_t a, std::size_t b, bool strict) {
        Inequality out = sides[a];
        out.strict = strict;
        out.constant -= sides[b].constant;
        for (const auto& [id, factor] : sides[b].factors) out.factors[id] -= factor;
        std::erase_if(out.factors, [](const auto& entry) { return entry.second.is_zero(); });
        out.links[a < b ? 2 * a : 2 * b + 1] = 1;
        system.push_back(std::move(out));
    };
    for (std::size_t i = 0; i < relation.comparisons.size(); ++i) {
        switch (relation.comparisons[i]) {
            case ast::Comparison::equal:
                less(i, i + 1, false);
                less(i + 1, i, false);
                break;
            case ast::Comparison::less: less(i, i + 1, true); break;
            case ast::Comparison::less_equal: less(i, i + 1, false); break;
            case ast::Comparison::greater: less(i + 1, i, true); break;
            case ast::Comparison::greater_equal: less(i + 1, i, false); break;
            case ast::Comparison::not_equal: return std::nullopt;
        }
    }
    for (const auto& [id, unused] : seen) {
        const Interval& range = box[id];
        if (!range.high.unbounded) system.push_back({{{id, 1}}, -range.high.value, range.high.open, {}});
        if (!range.low.unbounded) system.push_back({{{id, -1}}, range.low.value, range.low.open, {}});
    }
    return system;
}

Elimination eliminate(std::vector<Inequality> system, const Terms& terms) {
    while (true) {
        std::optional<VariableId> pick;
        for (const Inequality& each : system)
            if (!each.factors.empty()) pick = each.factors.begin()->first;
        if (!pick) break;
        std::vector<Inequality> next, above, below;   // the unknown bounded from above, from below
        for (Inequality& each : system) {
            const auto found = each.factors.find(*pick);
            if (found == each.factors.end()) next.push_back(std::move(each));
            else (found->second.sign() > 0 ? above : below).push_back(std::move(each));
        }
        for (const Inequality& upper : above) {
            for (const Inequality& lower : below) {
                const Rational a = upper.factors.at(*pick), b = -lower.factors.at(*pick);
                Inequality sum;
                sum.strict = upper.strict || lower.strict;
                sum.constant = upper.constant * b + lower.constant * a;
                for (const auto& [id, factor] : upper.factors) sum.factors[id] += factor * b;
                for (const auto& [id, factor] : lower.factors) sum.factors[id] += factor * a;
                for (const auto& [link, times] : upper.links) sum.links[link] += times * b;
                for (const auto& [link, times] : lower.links) sum.links[link] += times * a;
                std::erase_if(sum.factors, [](const auto& entry) { return entry.second.is_zero(); });
                next.push_back(std::move(sum));
                if (next.size() > kMostInequalities || !terms.spend(1 + next.back().factors.size())) return {true, std::nullopt};
            }
        }
        system = std::move(next);
    }
    Elimination out;
    for (Inequality& each : system) {
        if (each.strict ? each.constant.sign() < 0 : each.constant.sign() <= 0) continue;
        if (!out.contradiction || each.links.size() < out.contradiction->links.size()) out.contradiction = std::move(each);
    }
    return out;
}

}  // namespace crossfoot
