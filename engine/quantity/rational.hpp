// Exact numbers: rationals without limit of size. Small ones (both parts in 64 bits) are held in place,
// larger ones as wide integers (Boost.Multiprecision). Always in lowest terms with a positive
// denominator, so equal numbers are equal member by member. No operation rounds or overflows.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <string_view>

namespace crossfoot {

struct WideRational;  // two wide integers; see rational.cpp

class Rational {
public:
    Rational() = default;
    Rational(std::int64_t whole) : numerator_(whole) {  // NOLINT: whole numbers convert silently
        if (whole == std::numeric_limits<std::int64_t>::min()) widen_smallest();
    }
    Rational(std::int64_t numerator, std::int64_t denominator);  // denominator is not 0
    Rational(const Rational& other)
        : numerator_(other.numerator_), denominator_(other.denominator_), wide_(other.wide_ ? copy(*other.wide_) : nullptr) {}
    Rational(Rational&&) noexcept = default;
    Rational& operator=(const Rational& other) { return *this = Rational(other); }
    Rational& operator=(Rational&&) noexcept = default;
    ~Rational() = default;

    // Digits with an optional `-` and `.` ("-12.50"); the caller has checked the form.
    [[nodiscard]] static Rational from_decimal(std::string_view digits);
    // 10 to the power `exponent`, which may be negative.
    [[nodiscard]] static Rational power_of_ten(int exponent);

    [[nodiscard]] int sign() const;
    [[nodiscard]] bool is_zero() const { return sign() == 0; }
    [[nodiscard]] bool is_whole() const;
    [[nodiscard]] Rational abs() const;
    [[nodiscard]] Rational floor() const;   // the largest whole number that is not larger
    [[nodiscard]] Rational ceil() const;    // the smallest whole number that is not smaller
    [[nodiscard]] Rational truncated() const { return sign() < 0 ? ceil() : floor(); }  // towards zero
    // Number of bits of the larger part; what limits on growth are stated in.
    [[nodiscard]] std::size_t bits() const;
    // Is it held in two words? Then bits() is 64.
    [[nodiscard]] bool is_short() const { return !wide_; }

    Rational operator-() const;
    friend Rational operator+(const Rational& a, const Rational& b);
    friend Rational operator-(const Rational& a, const Rational& b);
    friend Rational operator*(const Rational& a, const Rational& b);
    friend Rational operator/(const Rational& a, const Rational& b);  // b is not 0
    Rational& operator+=(const Rational& b) { return *this = *this + b; }
    Rational& operator-=(const Rational& b) { return *this = *this - b; }
    Rational& operator*=(const Rational& b) { return *this = *this * b; }
    Rational& operator/=(const Rational& b) { return *this = *this / b; }
    friend bool operator==(const Rational& a, const Rational& b);
    friend std::strong_ordering operator<=>(const Rational& a, const Rational& b);

    // Towards -inf, towards +inf, or to the nearest (ties away from zero).
    enum class Direction : std::uint8_t { down, up, nearest };
    // The exact decimal ("19650000", "-0.0549") where it has a finite form of at most `digits`
    // significant digits, else that many digits rounded in `direction`. Never an exponent.
    [[nodiscard]] std::string decimal(Direction direction, int digits = 34) const;
    // Exact, in lowest terms: "705/729", "-3" where whole.
    [[nodiscard]] std::string fraction() const;
    // Rounded to `places` decimals (negative: to tens, hundreds), printed with exactly max(places, 0) decimals.
    [[nodiscard]] std::string fixed(int places, Direction direction) const;
    // Decimals that an exact finite form needs, or -1 where there is none.
    [[nodiscard]] int decimals() const;
    // The value where it is a whole number in 64 bits; otherwise false.
    [[nodiscard]] bool to_int64(std::int64_t& out) const;

private:
    struct Delete {
        void operator()(WideRational* wide) const noexcept;
    };
    using WidePtr = std::unique_ptr<WideRational, Delete>;
    static WidePtr copy(const WideRational& wide);
    explicit Rational(WidePtr wide);
    void widen_smallest();   // the one 64-bit number whose negation is none
    static Rational narrowed(WideRational&& wide);
    [[nodiscard]] WideRational widened() const;

    std::int64_t numerator_ = 0;
    std::int64_t denominator_ = 1;
    WidePtr wide_;  // when set, holds the value; never holds what fits in 64 bits
};

[[nodiscard]] inline const Rational& min(const Rational& a, const Rational& b) { return b < a ? b : a; }
[[nodiscard]] inline const Rational& max(const Rational& a, const Rational& b) { return a < b ? b : a; }

}  // namespace crossfoot
