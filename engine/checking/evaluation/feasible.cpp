#include "engine/checking/evaluation/feasible.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "engine/checking/evaluation/linear_system.hpp"
#include "engine/checking/evaluation/relation.hpp"

namespace crossfoot {
namespace {

constexpr std::size_t kMostFree = 6;   // unknowns whose corners are tried for a witness

std::optional<Feasible> by_elimination(const Terms& terms, const Comparing& relation, const Box& box) {
    auto system = system_of(terms, relation, box);
    if (!system) return std::nullopt;
    const Elimination found = eliminate(std::move(*system), terms);
    if (found.undecided) return Feasible::undecided;
    return found.contradiction ? Feasible::no : Feasible::yes;
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
