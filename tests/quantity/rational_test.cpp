// Rationals against Boost's own, which is slower and knows no small numbers.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <boost/multiprecision/cpp_int.hpp>
#include <limits>

#include "engine/quantity/rational.hpp"

namespace crossfoot::testing {
namespace {

using Reference = boost::multiprecision::cpp_rational;
using Wide = boost::multiprecision::cpp_int;
using Direction = Rational::Direction;

// A number as both. Its parts are small, near the end of 64 bits, or wide.
struct Pair {
    Rational ours;
    Reference theirs;
};

Pair pair_of(const std::string& numerator, const std::string& denominator) {
    return {Rational::from_decimal(numerator) / Rational::from_decimal(denominator), Reference(Wide(numerator)) / Reference(Wide(denominator))};
}

void showValue(const Pair& pair, std::ostream& out) { out << pair.theirs; }

rc::Gen<Pair> any_pair() {
    const auto part = rc::gen::oneOf(
        rc::gen::map(rc::gen::inRange(-50, 50), [](int n) { return std::to_string(n); }),
        rc::gen::map(rc::gen::arbitrary<std::int64_t>(), [](std::int64_t n) { return std::to_string(n); }),
        rc::gen::element<std::string>("9223372036854775807", "-9223372036854775807", "-9223372036854775808", "9223372036854775808",
                                      "4611686018427387904", "1000000000000000000", "123456789012345678901234567890"));
    return rc::gen::map(rc::gen::tuple(part, part), [](const auto& parts) {
        const auto& [numerator, denominator] = parts;
        return pair_of(numerator, denominator == "0" ? "7" : denominator);
    });
}

// Boost takes a leading 0 for octal.
std::string without_zeros(const std::string& digits) {
    return digits.substr(std::min(digits.find_first_not_of('0'), digits.size() - 1));
}

// Down to more decimals than two different numbers of this size can share.
void expect_equal(const Rational& ours, const Reference& theirs) {
    constexpr int kPlaces = 160;
    const Wide scaled = numerator(theirs) * boost::multiprecision::pow(Wide(10), kPlaces);
    Wide whole = scaled / denominator(theirs);
    if (scaled < 0 && whole * denominator(theirs) != scaled) --whole;
    std::string printed = ours.fixed(kPlaces, Direction::down);
    printed.erase(printed.find('.'), 1);
    RC_ASSERT(Wide(printed.starts_with('-') ? "-" + without_zeros(printed.substr(1)) : without_zeros(printed)) == whole);
    // and in lowest terms: equal numbers are equal member by member
    RC_ASSERT(ours == pair_of(numerator(theirs).str(), denominator(theirs).str()).ours);
    RC_ASSERT(ours.sign() == theirs.sign());
}

}  // namespace

RC_GTEST_PROP(Rational, AddsSubtractsMultipliesDividesLikeTheReference, ()) {
    const Pair a = *any_pair(), b = *any_pair();
    expect_equal(a.ours + b.ours, a.theirs + b.theirs);
    expect_equal(a.ours - b.ours, a.theirs - b.theirs);
    expect_equal(a.ours * b.ours, a.theirs * b.theirs);
    if (b.theirs != 0) expect_equal(a.ours / b.ours, a.theirs / b.theirs);
    expect_equal(-a.ours, -a.theirs);
}

RC_GTEST_PROP(Rational, OrdersLikeTheReference, ()) {
    const Pair a = *any_pair(), b = *any_pair();
    RC_ASSERT((a.ours < b.ours) == (a.theirs < b.theirs));
    RC_ASSERT((a.ours == b.ours) == (a.theirs == b.theirs));
    RC_ASSERT((a.ours > b.ours) == (a.theirs > b.theirs));
}

RC_GTEST_PROP(Rational, FloorAndCeilingAreTheNearestWholeNumbers, ()) {
    const Rational value = (*any_pair()).ours;
    RC_ASSERT(value.floor().is_whole() && value.floor() <= value && value < value.floor() + 1);
    RC_ASSERT(value.ceil().is_whole() && value.ceil() >= value && value > value.ceil() - 1);
    RC_ASSERT(value.truncated().abs() <= value.abs());
}

RC_GTEST_PROP(Rational, DecimalIsExactOrRoundedOutward, ()) {
    const Rational value = (*any_pair()).ours;
    const int digits = *rc::gen::inRange(1, 40);
    const Rational down = Rational::from_decimal(value.decimal(Direction::down, digits));
    const Rational up = Rational::from_decimal(value.decimal(Direction::up, digits));
    RC_ASSERT(down <= value);
    RC_ASSERT(value <= up);
    // both at most one unit of the last digit away
    RC_ASSERT((up - down) * Rational::power_of_ten(digits - 1) <= value.abs() * Rational(10) || down == up);
    const Rational nearest = Rational::from_decimal(value.decimal(Direction::nearest, digits));
    RC_ASSERT(nearest == down || nearest == up);
}

RC_GTEST_PROP(Rational, FixedPrintsExactlyThatManyDecimals, ()) {
    const Rational value = (*any_pair()).ours;
    const int places = *rc::gen::inRange(0, 12);
    const std::string printed = value.fixed(places, Direction::nearest);
    const std::size_t point = printed.find('.');
    RC_ASSERT((places == 0) == (point == std::string::npos));
    if (places > 0) RC_ASSERT(printed.size() - point - 1 == static_cast<std::size_t>(places));
    RC_ASSERT((Rational::from_decimal(printed) - value).abs() * Rational(2) <= Rational::power_of_ten(-places));
}

TEST(Rational, SmallestInteger) {
    const Rational smallest(std::numeric_limits<std::int64_t>::min());
    EXPECT_EQ((-smallest).decimal(Direction::nearest), "9223372036854775808");
    EXPECT_EQ(smallest, Rational::from_decimal("-9223372036854775808"));
    EXPECT_EQ(smallest + 1, Rational(std::numeric_limits<std::int64_t>::min() + 1));
}

TEST(Rational, Decimal) {
    EXPECT_EQ(Rational(1, 3).decimal(Direction::down, 5), "0.33333");
    EXPECT_EQ(Rational(1, 3).decimal(Direction::up, 5), "0.33334");
    EXPECT_EQ(Rational(-1, 3).decimal(Direction::down, 5), "-0.33334");
    EXPECT_EQ(Rational(2, 3).decimal(Direction::nearest, 3), "0.667");
    EXPECT_EQ(Rational(19'650'000).decimal(Direction::down), "19650000");
    EXPECT_EQ(Rational(999'999).decimal(Direction::up, 3), "1000000");
    EXPECT_EQ(Rational(-549, 10'000).decimal(Direction::down), "-0.0549");
    EXPECT_EQ(Rational(0).decimal(Direction::down), "0");
    EXPECT_EQ(Rational(5, 2).fixed(0, Direction::nearest), "3");
    EXPECT_EQ(Rational(-5, 2).fixed(0, Direction::nearest), "-3");
    EXPECT_EQ(Rational(1250).fixed(-2, Direction::nearest), "1300");
    EXPECT_EQ(Rational(1, 3).decimals(), -1);
    EXPECT_EQ(Rational(1, 40).decimals(), 3);
}

TEST(Rational, PowersOfTen) {
    EXPECT_EQ(Rational::power_of_ten(0), Rational(1));
    EXPECT_EQ(Rational::power_of_ten(-3), Rational(1, 1000));
    EXPECT_EQ(Rational::power_of_ten(18) * Rational::power_of_ten(1), Rational::power_of_ten(19));
    EXPECT_EQ(Rational::power_of_ten(-19) * Rational::power_of_ten(19), Rational(1));
}

TEST(Rational, ToInt64) {
    std::int64_t out = 0;
    EXPECT_TRUE(Rational(-7).to_int64(out));
    EXPECT_EQ(out, -7);
    EXPECT_FALSE(Rational(1, 2).to_int64(out));
    EXPECT_FALSE(Rational::power_of_ten(30).to_int64(out));
}

}  // namespace crossfoot::testing
