#include "engine/checking/evaluation/relation.hpp"

#include <algorithm>

#include "engine/checking/evaluation/feasible.hpp"
#include "engine/checking/evaluation/long_chain.hpp"

namespace crossfoot {

using ast::Comparison;

namespace {

bool needs_missing(const Terms& terms, TermId id) {
    const auto unknowns = terms.unknowns(id);
    return std::any_of(unknowns.begin(), unknowns.end(), [&](VariableId v) { return terms.variable(v).missing; });
}

// Values strictly below 0, given a low end; and at or below.
bool reaches_below(const End& low) { return low.unbounded || low.value.sign() < 0; }
bool reaches_zero(const End& low) { return reaches_below(low) || (low.value.is_zero() && !low.open); }

// Over every value of the missing figures: does the lower end lie below 0?
Truth end_below(const Interval& low, bool open, bool strictly) {
    const bool all_below = !low.high.unbounded && (low.high.value.sign() < 0 || (low.high.value.is_zero() && low.high.open));
    const bool all_at_most = !low.high.unbounded && low.high.value.sign() <= 0;
    const bool all_above = !low.low.unbounded && (low.low.value.sign() > 0 || (low.low.value.is_zero() && low.low.open));
    const bool all_at_least = !low.low.unbounded && low.low.value.sign() >= 0;
    if (all_below || (!strictly && all_at_most && !open)) return Truth::yes;
    if (all_above || (strictly && all_at_least)) return Truth::no;
    return Truth::unknown;
}

Interval mirrored(const Interval& interval) { return -interval; }

}  // namespace

Outlook outlook(const Terms& terms, TermId difference, const Box& box) {
    const Range range = tight_range(terms, difference, box);
    const Interval& all = range.interval;
    Outlook out;
    out.bound_only = !range.exact;
    out.below = truth(reaches_below(all.low));
    out.at_most = truth(reaches_zero(all.low));
    const Interval turned = -all;
    out.above = truth(reaches_below(turned.low));
    out.at_least = truth(reaches_zero(turned.low));
    if (!terms.any_missing() || !needs_missing(terms, difference)) return out;
    // what no value of the missing figures can give stays impossible; what all of them give is possible
    const Band ends = band(terms, difference, box);
    const auto refine = [&](Truth& whole, Truth each) {
        if (whole == Truth::yes) whole = each == Truth::yes && !ends.exact ? Truth::unknown : each;
    };
    const bool surely_below = !all.high.unbounded && (all.high.value.sign() < 0 || (all.high.value.is_zero() && all.high.open));
    const bool surely_at_most = !all.high.unbounded && all.high.value.sign() <= 0;
    const bool surely_above = !all.low.unbounded && (all.low.value.sign() > 0 || (all.low.value.is_zero() && all.low.open));
    const bool surely_at_least = !all.low.unbounded && all.low.value.sign() >= 0;
    if (!surely_below) refine(out.below, end_below(ends.low, ends.low_open, true));
    if (!surely_at_most) refine(out.at_most, end_below(ends.low, ends.low_open, false));
    if (!surely_above) refine(out.above, end_below(mirrored(ends.high), ends.high_open, true));
    if (!surely_at_least) refine(out.at_least, end_below(mirrored(ends.high), ends.high_open, false));
    return out;
}

Pair decide(Comparison comparison, const Outlook& lower, const Outlook& upper) {
    switch (comparison) {
        case Comparison::equal:
            return {conjunction(lower.at_most, upper.at_least), conjunction(negation(lower.above), negation(upper.below))};
        case Comparison::not_equal:
            return {disjunction(lower.above, upper.below), negation(conjunction(lower.at_most, upper.at_least))};
        case Comparison::less: return {lower.below, negation(lower.at_least)};
        case Comparison::less_equal: return {lower.at_most, negation(lower.above)};
        case Comparison::greater: return {upper.above, negation(upper.at_most)};
        case Comparison::greater_equal: return {upper.at_least, negation(upper.below)};
    }
    return {Truth::unknown, Truth::unknown};
}

bool same_print_rule(const Terms& terms, const Comparing& relation, std::size_t a, std::size_t b) {
    if (relation.within != kNoTerm) return false;
    const NodeId left = relation.sides[a].plain, right = relation.sides[b].plain;
    if (left == kNoNode || right == kNoNode) return false;
    const auto precision = [&](const Operand& side) -> const Rational& {
        const Figure& figure = terms.dataset().figure(side.plain);
        return side.derived ? figure.whole_step : figure.step;
    };
    return precision(relation.sides[a]) == precision(relation.sides[b]);
}

void widen_derived(Terms& terms, Comparing& relation) {
    std::vector<Operand>& sides = relation.sides;
    for (std::size_t first = 0, last = 0; first < sides.size(); first = last + 1) {
        for (last = first; last < relation.comparisons.size() && relation.comparisons[last] == Comparison::equal;) ++last;
        bool fractional = false;
        for (std::size_t i = first; i <= last; ++i) fractional = fractional || terms.fractional(sides[i].term);
        if (!fractional) continue;
        for (std::size_t i = first; i <= last; ++i) {
            // a figure that is exact because it is printed whole is not fractional itself: another side is
            if (sides[i].plain == kNoNode || terms.dataset().figure(sides[i].plain).whole_step.is_zero()) continue;
            sides[i].term = terms.derived(sides[i].plain);
            sides[i].derived = true;
        }
    }
}

std::optional<Differences> differences(Terms& terms, const Comparing& relation, std::size_t a, std::size_t b) {
    const TermId difference = terms.combine(TermOp::subtract, relation.sides[a].term, relation.sides[b].term);
    if (relation.within == kNoTerm) return Differences{difference, difference};
    TermId tolerance = relation.within;
    if (relation.relative) {
        const auto printed = terms.printed(relation.sides[b].term);
        if (!printed) return std::nullopt;
        tolerance = terms.combine(TermOp::multiply, relation.within, terms.constant(printed->abs()));
    }
    return Differences{terms.combine(TermOp::subtract, difference, tolerance), terms.combine(TermOp::add, difference, tolerance)};
}

std::optional<Comparison> implied(const std::vector<Comparison>& comparisons, std::size_t from, std::size_t to) {
    bool less = true, greater = true, strict = false, equal = true;
    for (std::size_t i = from; i < to; ++i) {
        const Comparison c = comparisons[i];
        less = less && (c == Comparison::equal || c == Comparison::less || c == Comparison::less_equal);
        greater = greater && (c == Comparison::equal || c == Comparison::greater || c == Comparison::greater_equal);
        strict = strict || c == Comparison::less || c == Comparison::greater;
        equal = equal && c == Comparison::equal;
    }
    if (equal) return Comparison::equal;
    if (less) return strict ? Comparison::less : Comparison::less_equal;
    if (greater) return strict ? Comparison::greater : Comparison::greater_equal;
    return std::nullopt;
}

Outcome judge(Terms& terms, const Comparing& relation, Mode mode) {
    Outcome out{Truth::yes, Truth::yes, false, false, 0, 1, relation.comparisons[0]};
    const auto pair = [&](std::size_t a, std::size_t b, Comparison comparison, bool link) {
        const auto sides = differences(terms, relation, a, b);
        if (!sides) {
            out.possible = conjunction(out.possible, Truth::unknown);
            if (link) out.certain = conjunction(out.certain, Truth::unknown);
            return;
        }
        const Box box(terms, mode);
        const Outlook lower = outlook(terms, sides->lower, box);
        const Outlook upper = sides->upper == sides->lower ? lower : outlook(terms, sides->upper, box);
        Pair verdict = decide(comparison, lower, upper);
        if (comparison == Comparison::equal && same_print_rule(terms, relation, a, b)) {
            const Dataset& data = terms.dataset();
            verdict.possible = truth(data.figure(relation.sides[a].plain).value == data.figure(relation.sides[b].plain).value);
        }
        if (verdict.possible == Truth::no && out.possible != Truth::no) {
            out.left = a;
            out.right = b;
            out.comparison = comparison;
        }
        out.possible = conjunction(out.possible, verdict.possible);
        if (link) out.certain = conjunction(out.certain, verdict.certain);
        out.bound_only = out.bound_only || lower.bound_only || upper.bound_only;
    };
    const std::size_t sides = relation.sides.size();
    for (std::size_t i = 0; i + 1 < sides; ++i) pair(i, i + 1, relation.comparisons[i], true);
    if (sides == 2 || out.possible == Truth::no) return out;
    if (sides > kMostPaired) {
        const auto apart = crossing(terms, relation, mode);
        if (apart) {
            out.possible = Truth::no;
            out.left = apart->left;
            out.right = apart->right;
            out.comparison = apart->comparison;
            return out;
        }
    }
    for (std::size_t distance = 2; sides <= kMostPaired && distance < sides; ++distance) {
        for (std::size_t i = 0; i + distance < sides; ++i) {
            const auto comparison = implied(relation.comparisons, i, i + distance);
            if (!comparison) continue;
            // tolerances of an ordered chain add up on the way; only those of `=` are the pair's own
            if (relation.within != kNoTerm && *comparison != Comparison::equal) continue;
            pair(i, i + distance, *comparison, false);
            if (out.possible == Truth::no) return out;
        }
    }
    // every pair agrees; figures that stand in several sides must agree in one choice of their values
    switch (jointly_feasible(terms, relation, Box(terms, mode))) {
        case Feasible::yes: break;
        case Feasible::no:
            out.possible = conjunction(out.possible, Truth::no);
            out.jointly = true;
            break;
        case Feasible::undecided: out.bound_only = true; break;
    }
    return out;
}

}  // namespace crossfoot
