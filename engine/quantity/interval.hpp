// Sets of true values: intervals of exact numbers whose ends are closed (in), open (out) or unbounded.
// Arithmetic is exact for independent operands (every value of the result is reached by some choice);
// where one figure stands twice in an expression, engine/checking/ranges/range.hpp is the place.
#pragma once

#include <optional>

#include "engine/quantity/rational.hpp"

namespace crossfoot {

// One end. An unbounded end is also open, and its value is 0.
struct End {
    Rational value;
    bool open = false;
    bool unbounded = false;

    [[nodiscard]] static End closed(Rational value) { return {std::move(value), false, false}; }
    [[nodiscard]] static End opened(Rational value) { return {std::move(value), true, false}; }
    [[nodiscard]] static End infinite() { return {0, true, true}; }
    friend bool operator==(const End&, const End&) = default;
};

// Never empty: low <= high, and both ends closed where they are equal.
struct Interval {
    End low;
    End high;

    [[nodiscard]] static Interval point(Rational value) { return {End::closed(value), End::closed(value)}; }
    [[nodiscard]] static Interval closed(Rational low, Rational high) {
        return {End::closed(std::move(low)), End::closed(std::move(high))};
    }
    [[nodiscard]] static Interval everything() { return {End::infinite(), End::infinite()}; }
    [[nodiscard]] bool is_point() const { return !low.unbounded && !high.unbounded && low.value == high.value; }
    [[nodiscard]] bool contains(const Rational& value) const;
    [[nodiscard]] bool bounded() const { return !low.unbounded && !high.unbounded; }
    friend bool operator==(const Interval&, const Interval&) = default;
};

// Order of ends as low ends (an open one begins after a closed one) and as high ends (an open one ends before).
[[nodiscard]] bool low_less(const End& a, const End& b);
[[nodiscard]] bool high_less(const End& a, const End& b);
// Is there nothing at or above `low` and at or below `high`?
[[nodiscard]] bool empty_between(const End& low, const End& high);

[[nodiscard]] std::optional<Interval> intersection(const Interval& a, const Interval& b);
[[nodiscard]] Interval hull(const Interval& a, const Interval& b);

Interval operator-(const Interval& a);
Interval operator+(const Interval& a, const Interval& b);
Interval operator-(const Interval& a, const Interval& b);
Interval operator*(const Interval& a, const Interval& b);
// A divisor that contains 0 gives everything (a one-sided one, the half line); {0} itself is not allowed.
Interval operator/(const Interval& a, const Interval& b);
[[nodiscard]] Interval min(const Interval& a, const Interval& b);
[[nodiscard]] Interval max(const Interval& a, const Interval& b);

}  // namespace crossfoot
