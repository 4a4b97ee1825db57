#include "engine/checking/evaluation/long_chain.hpp"

#include <map>
#include <unordered_map>
#include <vector>

namespace crossfoot {

using ast::Comparison;

namespace {

bool leads_up(Comparison c) { return c == Comparison::equal || c == Comparison::less || c == Comparison::less_equal; }

bool leads_down(Comparison c) { return c == Comparison::equal || c == Comparison::greater || c == Comparison::greater_equal; }

// Every side must be able to lie at or above each one before it, as far back as the comparisons lead upwards. Of these
// only the one that begins highest matters, and whether it must lie strictly below.
template <class Leads>
std::optional<std::pair<std::size_t, std::size_t>> overtaken(const std::vector<Interval>& ranges,
                                                             const std::vector<Comparison>& comparisons, Leads leads) {
    std::size_t highest = 0;
    bool strict = false;
    for (std::size_t i = 1; i < ranges.size(); ++i) {
        const Comparison c = comparisons[i - 1];
        if (!leads(c)) {
            highest = i;
            strict = false;
            continue;
        }
        strict = strict || c == Comparison::less || c == Comparison::greater;
        const End &low = ranges[highest].low, &high = ranges[i].high;
        if (!low.unbounded && !high.unbounded && (strict ? !(low.value < high.value) : empty_between(low, high)))
            return std::pair(highest, i);
        const End& own = ranges[i].low;
        if (own.unbounded) continue;
        const bool higher = low.unbounded || low.value < own.value || (low.value == own.value && own.open && !strict);
        if (!higher) continue;
        highest = i;
        strict = false;
    }
    return std::nullopt;
}

// Two plain sides of a run of `=` that are printed as finely as each other and differ.
std::optional<std::pair<std::size_t, std::size_t>> printed_apart(const Terms& terms, const Comparing& relation) {
    std::map<Rational, std::size_t> first;   // by step
    for (std::size_t i = 0; i < relation.sides.size(); ++i) {
        if (i > 0 && relation.comparisons[i - 1] != Comparison::equal) first.clear();
        const NodeId node = relation.sides[i].plain;
        if (node == kNoNode) continue;
        const Figure& figure = terms.dataset().figure(node);
        const auto [entry, fresh] = first.try_emplace(relation.sides[i].derived ? figure.whole_step : figure.step, i);
        if (!fresh && terms.dataset().figure(relation.sides[entry->second].plain).value != figure.value)
            return std::pair(entry->second, i);
    }
    return std::nullopt;
}

}  // namespace

bool too_long_a_chain(const Terms& terms, const Comparing& relation) {
    if (relation.sides.size() <= kMostPaired) return false;
    if (relation.within != kNoTerm) return true;
    std::unordered_map<VariableId, bool> alone;   // the unknowns so far: whether they stood alone in their sides
    for (const Operand& side : relation.sides) {
        const bool bare = terms.term(side.term).op == TermOp::variable;
        for (const VariableId id : terms.unknowns(side.term)) {
            if (terms.variable(id).range.is_point()) continue;
            const auto [entry, fresh] = alone.try_emplace(id, bare);
            if (!fresh && !(bare && entry->second)) return true;
        }
    }
    return false;
}

std::optional<Crossing> crossing(const Terms& terms, const Comparing& relation, Mode mode) {
    std::vector<Interval> ranges;
    ranges.reserve(relation.sides.size());
    const Box box(terms, mode);
    for (const Operand& side : relation.sides) ranges.push_back(tight_range(terms, side.term, box).interval);
    auto found = printed_apart(terms, relation);
    if (!found) found = overtaken(ranges, relation.comparisons, leads_up);
    if (!found) {
        for (Interval& each : ranges) each = -each;
        found = overtaken(ranges, relation.comparisons, leads_down);
    }
    if (!found) return std::nullopt;
    const auto comparison = implied(relation.comparisons, found->first, found->second);
    return Crossing{found->first, found->second, comparison.value_or(Comparison::equal)};
}

}  // namespace crossfoot
