// Interval arithmetic against the slow way: operate on members near every corner.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/quantity/generators.hpp"

namespace crossfoot::testing {
namespace {

// Is the result what the members' results fill: does it hold them all, is a closed end reached by one, is an
// open one approached and never reached, an unbounded one passed by any distance?
template <class Operation>
void expect_tight(const Interval& result, const std::vector<Rational>& xs, const std::vector<Rational>& ys, Operation operation) {
    RC_ASSERT(!empty_between(result.low, result.high));
    bool low_reached = false, high_reached = false, low_near = false, high_near = false, very_low = false, very_high = false;
    const Rational near = Rational::power_of_ten(-4), far = Rational::power_of_ten(6);
    for (const Rational& x : xs) {
        for (const Rational& y : ys) {
            const auto z = operation(x, y);
            if (!z) continue;
            RC_ASSERT(result.contains(*z));
            low_reached = low_reached || *z == result.low.value;
            high_reached = high_reached || *z == result.high.value;
            low_near = low_near || (*z - result.low.value).abs() < near;
            high_near = high_near || (*z - result.high.value).abs() < near;
            very_low = very_low || *z < -far;
            very_high = very_high || far < *z;
        }
    }
    RC_ASSERT((result.low.unbounded ? very_low : result.low.open ? low_near && !low_reached : low_reached));
    RC_ASSERT((result.high.unbounded ? very_high : result.high.open ? high_near && !high_reached : high_reached));
}

using Result = std::optional<Rational>;

}  // namespace

RC_GTEST_PROP(Interval, SumIsTight, ()) {
    const Interval a = *any_interval(), b = *any_interval();
    expect_tight(a + b, members(a), members(b), [](const Rational& x, const Rational& y) -> Result { return x + y; });
}

RC_GTEST_PROP(Interval, DifferenceIsTight, ()) {
    const Interval a = *any_interval(), b = *any_interval();
    expect_tight(a - b, members(a), members(b), [](const Rational& x, const Rational& y) -> Result { return x - y; });
}

RC_GTEST_PROP(Interval, ProductIsTight, ()) {
    const Interval a = *any_interval(), b = *any_interval();
    expect_tight(a * b, members(a), members(b), [](const Rational& x, const Rational& y) -> Result { return x * y; });
}

RC_GTEST_PROP(Interval, QuotientIsTight, ()) {
    const Interval a = *any_interval(), b = *any_interval();
    RC_PRE(b != Interval::point(0));
    RC_PRE(!(a == Interval::point(0) && b.contains(0)));   // unbounded by contract, though only 0 can come out
    // 0 inside a divisor leaves out what divides by it
    expect_tight(a / b, members(a), members(b), [](const Rational& x, const Rational& y) -> Result {
        if (y.is_zero()) return std::nullopt;
        return x / y;
    });
}

RC_GTEST_PROP(Interval, MinimumAndMaximumAreTight, ()) {
    const Interval a = *any_interval(), b = *any_interval();
    expect_tight(min(a, b), members(a), members(b), [](const Rational& x, const Rational& y) -> Result { return min(x, y); });
    expect_tight(max(a, b), members(a), members(b), [](const Rational& x, const Rational& y) -> Result { return max(x, y); });
}

RC_GTEST_PROP(Interval, NegationMirrors, ()) {
    const Interval a = *any_interval();
    RC_ASSERT(-(-a) == a);
    for (const Rational& x : members(a)) RC_ASSERT((-a).contains(-x));
}

RC_GTEST_PROP(Interval, IntersectionHoldsWhatBothHold, ()) {
    const Interval a = *any_interval(), b = *any_interval();
    const auto both = intersection(a, b);
    RC_ASSERT(intersection(b, a) == both);
    std::vector<Rational> points = members(a);
    for (const Rational& x : members(b)) points.push_back(x);
    if (both)
        for (const Rational& x : members(*both)) points.push_back(x);
    for (const Rational& x : points) RC_ASSERT((both && both->contains(x)) == (a.contains(x) && b.contains(x)));
}

RC_GTEST_PROP(Interval, HullHoldsBothAndNoMore, ()) {
    const Interval a = *any_interval(), b = *any_interval();
    const Interval hulled = hull(a, b);
    for (const Rational& x : members(a)) RC_ASSERT(hulled.contains(x));
    for (const Rational& x : members(b)) RC_ASSERT(hulled.contains(x));
    RC_ASSERT(hulled.low == a.low || hulled.low == b.low);
    RC_ASSERT(hulled.high == a.high || hulled.high == b.high);
}

RC_GTEST_PROP(Interval, OrderOfEndsAgreesWithMembership, ()) {
    const Interval a = *any_interval(), b = *any_interval();
    // a begins before b: something of a's side is not in b
    const Interval from_a{a.low, End::infinite()}, from_b{b.low, End::infinite()};
    bool only_a = false;
    for (const Rational& x : members(from_a)) only_a = only_a || !from_b.contains(x);
    RC_ASSERT(low_less(a.low, b.low) == only_a);
}

TEST(Interval, ZeroTimesUnboundedIsZero) {
    EXPECT_EQ(Interval::point(0) * Interval::everything(), Interval::point(0));
}

TEST(Interval, DivisorThatTouchesZeroGivesAHalfLine) {
    const Interval quotient = Interval::closed(1, 2) / Interval::closed(0, 4);
    EXPECT_EQ(quotient, (Interval{End::closed(Rational(1, 4)), End::infinite()}));
    EXPECT_EQ(Interval::closed(1, 2) / Interval::closed(-1, 4), Interval::everything());
}

}  // namespace crossfoot::testing
