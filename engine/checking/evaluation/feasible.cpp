#include "engine/checking/evaluation/feasible.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "engine/checking/evaluation/relation.hpp"

namespace crossfoot {
namespace {

constexpr std::size_t kMostInequalities = 2000;
constexpr std::size_t kMostFree = 6;   // unknowns whose corners are tried for a witness

// Sum of factors * unknowns + constant; the sum is < 0 where strict, else <= 0.
struct Inequality {
    std::map<VariableId, Rational> factors;
    Rational constant;
    bool strict = false;
};

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

// Fourier–Motzkin: eliminates one unknown after the other; what is left are constants that must satisfy their own sign.
Feasible eliminate(const Terms& terms, std::vector<Inequality> system) {
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
                std::erase_if(sum.factors, [](const auto& entry) { return entry.second.is_zero(); });
                next.push_back(std::move(sum));
                if (next.size() > kMostInequalities || !terms.spend(1 + next.back().factors.size())) return Feasible::undecided;
            }
        }
        system = std::move(next);
    }
    const bool fine = std::all_of(system.begin(), system.end(), [](const Inequality& each) {
        return each.strict ? each.constant.sign() < 0 : each.constant.sign() <= 0;
    });
    return fine ? Feasible::yes : Feasible::no;
}

std::optional<Feasible> by_elimination(const Terms& terms, const Comparing& relation, const Box& box) {
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
        if (!range.high.unbounded) system.push_back({{{id, 1}}, -range.high.value, range.high.open});
        if (!range.low.unbounded) system.push_back({{{id, -1}}, range.low.value, range.low.open});
    }
    return eliminate(terms, std::move(system));
}

bool satisfies(const Terms& terms, const Comparing& relation, const std::vector<Rational>& values) {
    for (std::size_t i = 0; i < relation.comparisons.size(); ++i) {
        const auto a = terms.at(relation.sides[i].term, values), b = terms.at(relation.sides[i + 1].term, values);
        if (!a || !b) return false;
        Rational slack = 0;
        if (relation.within != kNoTerm) {
            const auto tolerance = terms.at(relation.within, values);
            const auto printed = terms.printed(relation.sides[i + 1].term);
            if (!tolerance || (relation.relative && !printed)) return false;
            slack = relation.relative ? *tolerance * printed->abs() : *tolerance;
        }
        const Rational d = *a - *b;
        bool fine = false;
        switch (relation.comparisons[i]) {
            case ast::Comparison::equal: fine = d.abs() <= slack; break;
            case ast::Comparison::not_equal: fine = !d.is_zero(); break;
            case ast::Comparison::less: fine = d < slack; break;
            case ast::Comparison::less_equal: fine = d <= slack; break;
            case ast::Comparison::greater: fine = -slack < d; break;
            case ast::Comparison::greater_equal: fine = -slack <= d; break;
        }
        if (!fine) return false;
    }
    return true;
}

// Tries the printed values, then the corners of the box (closed, bounded ends only).
bool witness(const Terms& terms, const Comparing& relation, const std::map<VariableId, std::size_t>& used, const Box& box) {
    std::vector<Rational> values;
    std::vector<VariableId> free;
    for (VariableId id = 0; id < terms.variables().size(); ++id) {
        const Interval& range = box[id];
        const auto& printed = terms.variable(id).printed;
        const Rational inner = printed && range.contains(*printed) ? *printed
                               : !range.low.unbounded && !range.low.open ? range.low.value
                               : !range.high.unbounded && !range.high.open ? range.high.value
                               : range.bounded() ? (range.low.value + range.high.value) / 2 : Rational(0);
        values.push_back(inner);
        if (used.contains(id) && !range.is_point() && free.size() < kMostFree) free.push_back(id);
    }
    if (satisfies(terms, relation, values)) return true;
    std::vector<Rational> tried = values;
    std::size_t combinations = 1;
    for (std::size_t i = 0; i < free.size(); ++i) combinations *= 3;
    for (std::size_t code = 0; code < combinations; ++code) {
        std::size_t rest = code;
        for (const VariableId id : free) {
            const Interval& range = box[id];
            const std::size_t choice = rest % 3;
            rest /= 3;
            if (choice == 1 && !range.low.unbounded && !range.low.open) tried[id] = range.low.value;
            else if (choice == 2 && !range.high.unbounded && !range.high.open) tried[id] = range.high.value;
            else tried[id] = values[id];
        }
        if (satisfies(terms, relation, tried)) return true;
    }
    return false;
}

}  // namespace

Feasible jointly_feasible(const Terms& terms, const Comparing& relation, const Box& box) {
    std::map<VariableId, std::size_t> sides_of;
    bool shared = false;
    for (const Operand& side : relation.sides) {
        for (const VariableId id : terms.unknowns(side.term)) {
            if (terms.variable(id).missing) return Feasible::yes;   // Kleene has said unknown already
            shared = shared || (++sides_of[id] > 1 && !box[id].is_point());
        }
    }
    if (!shared) return Feasible::yes;   // independent intervals on a line: pairs suffice (Helly)
    if (const auto exact = by_elimination(terms, relation, box)) return *exact;
    return witness(terms, relation, sides_of, box) ? Feasible::yes : Feasible::undecided;
}

}  // namespace crossfoot
