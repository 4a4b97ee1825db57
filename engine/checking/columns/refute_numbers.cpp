// Relations of numbers in one row: their ranges, what they would be if all was truncated, and their gap.
#include <algorithm>

#include "engine/checking/columns/refute.hpp"

namespace crossfoot::columns {

using ast::Comparison;

namespace {

// A difference from 0: its ends, and whether they are out.
struct Difference {
    Wide low = 0, high = 0;
    bool low_open = false, high_open = false;
};

bool possible_in(Comparison comparison, const Difference& d) {
    const bool below = d.low < 0, above = d.high > 0;
    const bool at_most = below || (d.low == 0 && !d.low_open), at_least = above || (d.high == 0 && !d.high_open);
    switch (comparison) {
        case Comparison::equal: return at_most && at_least;
        case Comparison::not_equal: return below || above;
        case Comparison::less: return below;
        case Comparison::less_equal: return at_most;
        case Comparison::greater: return above;
        case Comparison::greater_equal: return at_least;
    }
    return false;
}

// For closed ends.
bool certain_in(Comparison comparison, Wide low, Wide high) {
    switch (comparison) {
        case Comparison::equal: return low == 0 && high == 0;
        case Comparison::not_equal: return low > 0 || high < 0;
        case Comparison::less: return high < 0;
        case Comparison::less_equal: return high <= 0;
        case Comparison::greater: return low > 0;
        case Comparison::greater_equal: return low >= 0;
    }
    return false;
}

// The range if every rounded figure were truncated towards zero (page 1.4): [v, v + u[, ]v - u, v], for 0 ]-u, u[.
Difference truncated(const Runner::Whole& sum, std::size_t row) {
    Difference out{sum.constant, sum.constant};
    for (const auto& term : sum.terms) {
        const Wide number = term.column->numbers[row], middle = term.factor * number, width = Wide{2} * term.half_of(row);
        out.low += middle;
        out.high += middle;
        if (width == 0) continue;
        const bool falls = number == 0 || (number < 0) == (term.factor > 0), rises = number == 0 || !falls;
        if (falls) out.low -= width, out.low_open = true;
        if (rises) out.high += width, out.high_open = true;
    }
    return out;
}

Wide size(Wide value) { return value < 0 ? -value : value; }

}  // namespace

bool Refuter::prepare(Leaf& leaf, const table::BlockColumns& block) const {
    const Step& step = *leaf.step;
    if (step.kind != Step::Kind::linear && step.kind != Step::Kind::quotient) return true;
    leaf.left = leaf.under = leaf.right = {};
    find_derived(leaf, block);
    const bool exact = step.exactly;
    if (!runner_.prepare(step.left, block, exact, {}, step.has_within ? &step.within : nullptr, 0, leaf.left)) return false;
    if (step.kind == Step::Kind::linear) {
        leaf.unit = Rational::power_of_ten(-leaf.left.places) / step.scaled;
        return true;
    }
    if (!runner_.prepare(step.under, block, exact, {}, nullptr, 0, leaf.under) ||
        !runner_.prepare(step.right, block, exact, {}, nullptr, 0, leaf.right))
        return false;
    const int exponent = leaf.under.places + leaf.right.places - leaf.left.places;
    if (exponent > 30 || exponent < -30) return false;
    leaf.alpha = power_of_ten(std::max(exponent, 0));
    leaf.beta = power_of_ten(std::max(-exponent, 0));
    leaf.unit = Rational::power_of_ten(-leaf.right.places);
    Wide left = 0, right = 0;
    return !__builtin_mul_overflow(leaf.left.largest, leaf.alpha, &left) && !__builtin_mul_overflow(leaf.right.largest, leaf.under.largest, &right) &&
           !__builtin_mul_overflow(right, leaf.beta, &right) && left <= kWide && right <= kWide;
}

void Refuter::find_derived(Leaf& leaf, const table::BlockColumns& block) const {
    const Step& step = *leaf.step;
    leaf.derived.clear();
    if (step.exactly || step.comparison != Comparison::equal) return;
    const auto find = [&](const Step::Derived& of) {
        const auto& scale = runner_.scale(of.column);
        if (scale && scale->steps[0] && !scale->steps[0]->is_zero()) return;   // a whole cell is rounded already
        const Mask rows = runner_.derived_rows(of, block);
        if (leaf.derived.empty()) leaf.derived = rows;
        else
            for (std::size_t row = 0; row < rows.size(); ++row) leaf.derived[row] |= rows[row];
    };
    if (step.derived) find(*step.derived);
    if (!step.same_print || step.left.terms.size() != 2) return;
    const std::size_t first = step.left.terms[0].first, second = step.left.terms[1].first;
    find({first, false, {second}});
    find({second, false, {first}});
}

bool Refuter::plain(const Runner::Whole& sum, std::size_t row) {
    return std::all_of(sum.terms.begin(), sum.terms.end(),
                       [&](const auto& term) { return term.column->all_plain || term.column->states[row] == table::CellState::plain; });
}

Refuter::Alike Refuter::alike(const Leaf& leaf, std::size_t row) const {
    const Step& step = *leaf.step;
    if (!step.same_print || step.exactly || step.comparison != Comparison::equal || leaf.left.terms.size() != 2) return Alike::no;
    if (leaf.left.terms[0].half_of(row) != leaf.left.terms[1].half_of(row)) return Alike::no;
    // a cell printed finer than a declared precision is not under the rule
    for (const auto& [column, weight] : step.left.terms)
        if (runner_.scale(column)->fixed) return Alike::perhaps;
    return Alike::yes;
}

Refuter::Part Refuter::linear(const Leaf& leaf, std::size_t row) const {
    Part out;
    if (!plain(leaf.left, row)) return out;
    const Comparison comparison = leaf.step->comparison;
    const auto [middle, half] = EndsOf<Wide>(leaf.left.terms, leaf.left.constant)(row);
    const Wide within = leaf.left.also;
    const auto widened = [&](Difference d) {
        d.low -= within;
        d.high += within;
        return possible_in(comparison, d);
    };
    out.possible = widened({middle - half, middle + half});
    // with a tolerance, of `=` only: every difference lies within it
    out.certain = leaf.step->has_within ? middle - half >= -within && middle + half <= within : certain_in(comparison, middle - half, middle + half);
    const Alike same = middle == 0 ? Alike::no : alike(leaf, row);
    if (out.possible && same == Alike::perhaps) return out;
    out.possible = out.possible && same != Alike::yes;
    if (!out.possible || leaf.chained) {
        out.if_truncated = !leaf.step->exactly && same != Alike::yes && widened(truncated(leaf.left, row));
        if (out.if_truncated && same == Alike::perhaps) return out;
    }
    out.known = out.numeric = true;
    out.agreed = out.possible ? Agreed::other : out.if_truncated ? Agreed::truncated : Agreed::none;
    out.first = {size(middle), 1, &leaf.unit};
    out.any_impossible = !out.possible;
    if (out.any_impossible) out.impossible = out.first;
    return out;
}

Refuter::Part Refuter::quotient(const Leaf& leaf, std::size_t row) {
    Part out;
    if (!plain(leaf.left, row) || !plain(leaf.under, row) || !plain(leaf.right, row)) return out;
    const Comparison comparison = leaf.step->comparison;
    // the signs of (least quotient - greatest right) and of (greatest quotient - least right)
    const auto signs = [&](const Difference& n, const Difference& d, const Difference& r) {
        return Difference{n.low * leaf.alpha - r.high * (n.low >= 0 ? d.high : d.low) * leaf.beta,
                          n.high * leaf.alpha - r.low * (n.high >= 0 ? d.low : d.high) * leaf.beta};
    };
    const auto range = [&](const Runner::Whole& sum) {
        const auto [middle, half] = EndsOf<Wide>(sum.terms, sum.constant)(row);
        return Difference{middle - half, middle + half};
    };
    const Difference under = range(leaf.under);
    if (under.low <= 0) return out;
    const Difference all = signs(range(leaf.left), under, range(leaf.right));
    out.possible = possible_in(comparison, all);
    out.certain = certain_in(comparison, all.low, all.high);
    if (!out.possible && !leaf.step->exactly) {
        // with all ends in: where even so nothing agrees it is `none`, else it is not told
        Difference n = truncated(leaf.left, row), d = truncated(leaf.under, row), r = truncated(leaf.right, row);
        if (d.low <= 0 || possible_in(comparison, signs(n, d, r))) return out;
    }
    out.known = out.numeric = true;
    out.agreed = out.possible ? Agreed::other : Agreed::none;
    const Wide n = EndsOf<Wide>(leaf.left.terms, leaf.left.constant)(row).middle, d = EndsOf<Wide>(leaf.under.terms, leaf.under.constant)(row).middle,
               r = EndsOf<Wide>(leaf.right.terms, leaf.right.constant)(row).middle;
    out.first = {size(n * leaf.alpha - r * d * leaf.beta), d * leaf.beta, &leaf.unit};
    out.any_impossible = !out.possible;
    if (out.any_impossible) out.impossible = out.first;
    return out;
}

}  // namespace crossfoot::columns
