#include "engine/quantity/interval.hpp"

#include <algorithm>
#include <array>

namespace crossfoot {

bool Interval::contains(const Rational& value) const {
    const bool above = low.unbounded || low.value < value || (!low.open && low.value == value);
    const bool below = high.unbounded || value < high.value || (!high.open && high.value == value);
    return above && below;
}

bool low_less(const End& a, const End& b) {
    if (b.unbounded) return false;
    if (a.unbounded) return true;
    return a.value < b.value || (a.value == b.value && !a.open && b.open);
}

bool high_less(const End& a, const End& b) {
    if (a.unbounded) return false;
    if (b.unbounded) return true;
    return a.value < b.value || (a.value == b.value && a.open && !b.open);
}

bool empty_between(const End& low, const End& high) {
    if (low.unbounded || high.unbounded) return false;
    return high.value < low.value || (high.value == low.value && (low.open || high.open));
}

std::optional<Interval> intersection(const Interval& a, const Interval& b) {
    const End& low = low_less(a.low, b.low) ? b.low : a.low;
    const End& high = high_less(a.high, b.high) ? a.high : b.high;
    if (empty_between(low, high)) return std::nullopt;
    return Interval{low, high};
}

Interval hull(const Interval& a, const Interval& b) {
    return {low_less(a.low, b.low) ? a.low : b.low, high_less(a.high, b.high) ? b.high : a.high};
}

namespace {

End negated(const End& end) { return {-end.value, end.open, end.unbounded}; }

End sum(const End& a, const End& b) {
    if (a.unbounded || b.unbounded) return End::infinite();
    return {a.value + b.value, a.open || b.open, false};
}

// An end as a factor: its sign at infinity matters, so an unbounded one carries it.
struct Factor {
    const End* end;
    int infinite;   // -1, 0 (finite), +1
};

struct Product {
    Rational value;
    int infinite;
    bool open;
};

Product product(const Factor& a, const Factor& b) {
    const auto zero_closed = [](const Factor& f) { return f.infinite == 0 && f.end->value.is_zero() && !f.end->open; };
    const auto zero = [](const Factor& f) { return f.infinite == 0 && f.end->value.is_zero(); };
    // 0 times anything is 0; it is reached when a zero is reached
    if (zero(a) || zero(b)) return {0, 0, !(zero_closed(a) || zero_closed(b))};
    const int sign_a = a.infinite != 0 ? a.infinite : a.end->value.sign();
    const int sign_b = b.infinite != 0 ? b.infinite : b.end->value.sign();
    if (a.infinite != 0 || b.infinite != 0) return {0, sign_a * sign_b, true};
    return {a.end->value * b.end->value, 0, a.end->open || b.end->open};
}

// Negative if `a` lies below `b`.
int compare(const Product& a, const Product& b) {
    if (a.infinite != 0 || b.infinite != 0) return a.infinite - b.infinite;
    return a.value < b.value ? -1 : b.value < a.value ? 1 : 0;
}

End to_end(const Product& p) { return p.infinite != 0 ? End::infinite() : End{p.value, p.open, false}; }

bool below_zero(const Interval& a) { return !a.high.unbounded && (a.high.value.sign() < 0 || (a.high.value.is_zero() && a.high.open)); }
bool above_zero(const Interval& a) { return !a.low.unbounded && (a.low.value.sign() > 0 || (a.low.value.is_zero() && a.low.open)); }

// 1/a for an `a` on one side of 0 (an end at 0 must be open or is cut off by the caller).
Interval reciprocal(const Interval& a) {
    const auto inverse = [](const End& end) {
        if (end.unbounded) return End{0, true, false};
        if (end.value.is_zero()) return End::infinite();
        return End{Rational(1) / end.value, end.open, false};
    };
    return {inverse(a.high), inverse(a.low)};
}

}  // namespace

Interval operator-(const Interval& a) { return {negated(a.high), negated(a.low)}; }

Interval operator+(const Interval& a, const Interval& b) { return {sum(a.low, b.low), sum(a.high, b.high)}; }

Interval operator-(const Interval& a, const Interval& b) { return a + -b; }

Interval operator*(const Interval& a, const Interval& b) {
    const auto positive = [](const Interval& of) { return !of.low.unbounded && !of.high.unbounded && of.low.value.sign() > 0; };
    if (positive(a) && positive(b))
        return {{a.low.value * b.low.value, a.low.open || b.low.open, false}, {a.high.value * b.high.value, a.high.open || b.high.open, false}};
    const std::array<Factor, 2> left{Factor{&a.low, a.low.unbounded ? -1 : 0}, Factor{&a.high, a.high.unbounded ? 1 : 0}};
    const std::array<Factor, 2> right{Factor{&b.low, b.low.unbounded ? -1 : 0}, Factor{&b.high, b.high.unbounded ? 1 : 0}};
    Product least = product(left[0], right[0]);
    Product most = least;
    for (const auto& x : left) {
        for (const auto& y : right) {
            const Product p = product(x, y);
            if (const int order = compare(p, least); order < 0) least = p;
            else if (order == 0) least.open = least.open && p.open;
            if (const int order = compare(p, most); order > 0) most = p;
            else if (order == 0) most.open = most.open && p.open;
        }
    }
    // 0 strictly inside one factor is reached whatever the other's ends are
    Interval out{to_end(least), to_end(most)};
    if (a.contains(0) || b.contains(0)) {
        if (!out.low.unbounded && out.low.value.is_zero()) out.low.open = false;
        if (!out.high.unbounded && out.high.value.is_zero()) out.high.open = false;
    }
    return out;
}

Interval operator/(const Interval& a, const Interval& b) {
    if (above_zero(b) || below_zero(b)) return a * reciprocal(b);
    // 0 is in the divisor: one-sided when it is an end, and only the rest of the divisor counts
    if (!b.low.unbounded && b.low.value.is_zero()) return a * reciprocal({End::opened(0), b.high});
    if (!b.high.unbounded && b.high.value.is_zero()) return a * reciprocal({b.low, End::opened(0)});
    return Interval::everything();
}

Interval min(const Interval& a, const Interval& b) {
    return {low_less(b.low, a.low) ? b.low : a.low, high_less(b.high, a.high) ? b.high : a.high};
}

Interval max(const Interval& a, const Interval& b) {
    return {low_less(a.low, b.low) ? b.low : a.low, high_less(a.high, b.high) ? b.high : a.high};
}

}  // namespace crossfoot
