#include "engine/quantity/rational.hpp"

#include <boost/multiprecision/cpp_int.hpp>
#include <cassert>
#include <limits>
#include <numeric>
#include <optional>
#include <utility>

namespace crossfoot {

using Wide = boost::multiprecision::cpp_int;
__extension__ typedef __int128 Int128;

struct WideRational {
    Wide numerator;
    Wide denominator;
};

namespace {

constexpr std::int64_t kMin = std::numeric_limits<std::int64_t>::min();
// Decimal digits that certainly fit in 64 bits.
constexpr int kSmallDigits = 18;

bool fits(Int128 value) {
    // the smallest int64 is kept out so that negation is always safe
    return value > kMin && value <= std::numeric_limits<std::int64_t>::max();
}

Int128 gcd128(Int128 a, Int128 b) {
    if (a < 0) a = -a;
    if (b < 0) b = -b;
    while (b != 0) {
        if (fits(a) && fits(b))
            return std::gcd(static_cast<std::int64_t>(a), static_cast<std::int64_t>(b));
        a %= b;
        std::swap(a, b);
    }
    return a;
}

Wide floor_div(const Wide& numerator, const Wide& denominator) {
    Wide quotient, remainder;
    boost::multiprecision::divide_qr(numerator, denominator, quotient, remainder);
    if (remainder < 0) --quotient;
    return quotient;
}

Wide magnitude(const Wide& value) { return value < 0 ? Wide(-value) : value; }

Wide power_of_ten_wide(unsigned exponent) { return boost::multiprecision::pow(Wide(10), exponent); }

}  // namespace

Rational::Rational(WidePtr wide) : wide_(std::move(wide)) {}

void Rational::Delete::operator()(WideRational* wide) const noexcept { delete wide; }

Rational::WidePtr Rational::copy(const WideRational& wide) { return WidePtr(new WideRational(wide)); }

Rational::Rational(std::int64_t numerator, std::int64_t denominator) {
    assert(denominator != 0);
    *this = Rational(numerator) / Rational(denominator);
}

void Rational::widen_smallest() {
    numerator_ = 0;
    wide_ = copy({Wide(kMin), Wide(1)});
}

WideRational Rational::widened() const {
    if (wide_) return *wide_;
    return {Wide(numerator_), Wide(denominator_)};
}

Rational Rational::narrowed(WideRational&& wide) {
    if (wide.denominator < 0) {
        wide.numerator = -wide.numerator;
        wide.denominator = -wide.denominator;
    }
    const Wide divisor = boost::multiprecision::gcd(wide.numerator, wide.denominator);
    if (divisor != 1) {
        wide.numerator /= divisor;
        wide.denominator /= divisor;
    }
    const Wide most = std::numeric_limits<std::int64_t>::max();
    if (wide.denominator <= most && wide.numerator <= most && wide.numerator >= -most) {
        Rational out;
        out.numerator_ = static_cast<std::int64_t>(wide.numerator);
        out.denominator_ = static_cast<std::int64_t>(wide.denominator);
        return out;
    }
    return Rational(WidePtr(new WideRational(std::move(wide))));
}

Rational Rational::from_decimal(std::string_view digits) {
    const bool negative = digits.starts_with('-');
    if (negative) digits.remove_prefix(1);
    Wide mantissa = 0;
    std::int64_t small = 0;
    int places = -1, count = 0;
    for (const char c : digits) {
        if (c == '.') { places = 0; continue; }
        if (places >= 0) ++places;
        // as many digits as certainly fit, then wide
        if (++count == kSmallDigits + 1) mantissa = small;
        if (count <= kSmallDigits) small = small * 10 + (c - '0');
        else mantissa = mantissa * 10 + (c - '0');
    }
    if (count <= kSmallDigits) {
        if (negative) small = -small;
        return places > 0 ? Rational(small) * power_of_ten(-places) : Rational(small);
    }
    if (negative) mantissa = -mantissa;
    return narrowed({std::move(mantissa), power_of_ten_wide(places > 0 ? static_cast<unsigned>(places) : 0U)});
}

Rational Rational::power_of_ten(int exponent) {
    const int magnitude = exponent < 0 ? -exponent : exponent;
    if (magnitude <= kSmallDigits) {
        std::int64_t small = 1;
        for (int i = 0; i < magnitude; ++i) small *= 10;
        Rational out;
        (exponent < 0 ? out.denominator_ : out.numerator_) = small;
        if (exponent < 0) out.numerator_ = 1;
        return out;
    }
    const Wide power = power_of_ten_wide(static_cast<unsigned>(exponent < 0 ? -exponent : exponent));
    return exponent < 0 ? narrowed({Wide(1), power}) : narrowed({power, Wide(1)});
}

int Rational::sign() const {
    if (wide_) return wide_->numerator.sign();
    return (numerator_ > 0) - (numerator_ < 0);
}

bool Rational::is_whole() const { return wide_ ? wide_->denominator == 1 : denominator_ == 1; }

Rational Rational::abs() const { return sign() < 0 ? -*this : *this; }

Rational Rational::floor() const {
    if (is_whole()) return *this;
    const WideRational wide = widened();
    return narrowed({floor_div(wide.numerator, wide.denominator), Wide(1)});
}

Rational Rational::ceil() const { return -(-*this).floor(); }

std::size_t Rational::bits() const {
    if (!wide_) return 64;
    const auto width = [](const Wide& value) { return value == 0 ? 1U : boost::multiprecision::msb(magnitude(value)) + 1U; };
    return std::max(width(wide_->numerator), width(wide_->denominator));
}

Rational Rational::operator-() const {
    Rational out = *this;
    if (out.wide_) out.wide_->numerator = -out.wide_->numerator;
    else out.numerator_ = -out.numerator_;
    return out;
}

namespace {

// n / d in lowest terms when both fit, else nothing; d > 0.
std::optional<std::pair<std::int64_t, std::int64_t>> reduced(Int128 n, Int128 d) {
    if (d != 1) {
        const Int128 divisor = gcd128(n, d);
        if (divisor != 1) {
            n /= divisor;
            d /= divisor;
        }
    }
    if (!fits(n) || !fits(d)) return std::nullopt;
    return std::pair(static_cast<std::int64_t>(n), static_cast<std::int64_t>(d));
}

}  // namespace

Rational operator+(const Rational& a, const Rational& b) {
    if (!a.wide_ && !b.wide_) {
        const Int128 da = a.denominator_, db = b.denominator_;
        std::optional<std::pair<std::int64_t, std::int64_t>> sum;
        if (da == db) {
            sum = reduced(Int128{a.numerator_} + b.numerator_, da);
        } else {
            // both products stay below 2^126, their sum below 2^127
            sum = reduced(a.numerator_ * db + b.numerator_ * da, da * db);
        }
        if (sum) {
            Rational out;
            out.numerator_ = sum->first;
            out.denominator_ = sum->second;
            return out;
        }
    }
    const WideRational x = a.widened(), y = b.widened();
    return Rational::narrowed({x.numerator * y.denominator + y.numerator * x.denominator, x.denominator * y.denominator});
}

Rational operator-(const Rational& a, const Rational& b) { return a + -b; }

Rational operator*(const Rational& a, const Rational& b) {
    if (!a.wide_ && !b.wide_) {
        if (const auto product = reduced(Int128{a.numerator_} * b.numerator_, Int128{a.denominator_} * b.denominator_)) {
            Rational out;
            out.numerator_ = product->first;
            out.denominator_ = product->second;
            return out;
        }
    }
    const WideRational x = a.widened(), y = b.widened();
    return Rational::narrowed({x.numerator * y.numerator, x.denominator * y.denominator});
}

Rational operator/(const Rational& a, const Rational& b) {
    assert(!b.is_zero());
    if (!a.wide_ && !b.wide_) {
        Int128 n = Int128{a.numerator_} * b.denominator_;
        Int128 d = Int128{a.denominator_} * b.numerator_;
        if (d < 0) {
            n = -n;
            d = -d;
        }
        if (const auto quotient = reduced(n, d)) {
            Rational out;
            out.numerator_ = quotient->first;
            out.denominator_ = quotient->second;
            return out;
        }
    }
    const WideRational x = a.widened(), y = b.widened();
    return Rational::narrowed({x.numerator * y.denominator, x.denominator * y.numerator});
}

bool operator==(const Rational& a, const Rational& b) {
    if (!a.wide_ != !b.wide_) return false;
    if (!a.wide_) return a.numerator_ == b.numerator_ && a.denominator_ == b.denominator_;
    return a.wide_->numerator == b.wide_->numerator && a.wide_->denominator == b.wide_->denominator;
}

std::strong_ordering operator<=>(const Rational& a, const Rational& b) {
    if (!a.wide_ && !b.wide_) {
        if (a.denominator_ == b.denominator_) return a.numerator_ <=> b.numerator_;
        const Int128 left = Int128{a.numerator_} * b.denominator_;
        const Int128 right = Int128{b.numerator_} * a.denominator_;
        return left < right ? std::strong_ordering::less : left > right ? std::strong_ordering::greater : std::strong_ordering::equal;
    }
    const WideRational x = a.widened(), y = b.widened();
    const int order = Wide(x.numerator * y.denominator).compare(Wide(y.numerator * x.denominator));
    return order < 0 ? std::strong_ordering::less : order > 0 ? std::strong_ordering::greater : std::strong_ordering::equal;
}

int Rational::decimals() const {
    WideRational wide = widened();
    int twos = 0, fives = 0;
    while ((wide.denominator & 1) == 0) { wide.denominator >>= 1; ++twos; }
    while (wide.denominator % 5 == 0) { wide.denominator /= 5; ++fives; }
    return wide.denominator == 1 ? std::max(twos, fives) : -1;
}

std::string Rational::fixed(int places, Direction direction) const {
    if (!wide_ && denominator_ == 1 && places == 0) return std::to_string(numerator_);
    const WideRational wide = widened();
    Wide numerator = wide.numerator, denominator = wide.denominator;
    if (places >= 0) numerator *= power_of_ten_wide(static_cast<unsigned>(places));
    else denominator *= power_of_ten_wide(static_cast<unsigned>(-places));
    Wide units;
    switch (direction) {
        case Direction::down: units = floor_div(numerator, denominator); break;
        case Direction::up: units = -floor_div(-numerator, denominator); break;
        case Direction::nearest: {
            const bool negative = numerator < 0;
            const Wide rounded = floor_div(2 * magnitude(numerator) + denominator, 2 * denominator);
            units = negative ? Wide(-rounded) : rounded;
            break;
        }
    }
    const bool negative = units < 0;
    std::string digits = magnitude(units).str();
    if (places < 0 && units != 0) digits.append(static_cast<std::size_t>(-places), '0');
    if (places > 0) {
        const auto decimals = static_cast<std::size_t>(places);
        if (digits.size() <= decimals) digits.insert(0, decimals + 1 - digits.size(), '0');
        digits.insert(digits.size() - decimals, 1, '.');
    }
    return negative ? "-" + digits : digits;
}

std::string Rational::fraction() const {
    const WideRational wide = widened();
    std::string out = wide.numerator.str();
    if (wide.denominator != 1) out.append("/").append(wide.denominator.str());
    return out;
}

std::string Rational::decimal(Direction direction, int digits) const {
    if (is_zero()) return "0";
    const WideRational wide = widened();
    // the power of ten of the leading digit, found from the lengths and mended by comparing
    int leading = static_cast<int>(magnitude(wide.numerator).str().size()) - static_cast<int>(wide.denominator.str().size());
    if (abs() < power_of_ten(leading)) --leading;
    const int places = decimals();
    if (places >= 0 && leading + 1 + places <= digits) return fixed(places, direction);
    std::string text = fixed(digits - 1 - leading, direction);
    if (text.find('.') != std::string::npos) {
        text.erase(text.find_last_not_of('0') + 1);
        if (text.ends_with('.')) text.pop_back();
    }
    return text;
}

bool Rational::to_int64(std::int64_t& out) const {
    if (wide_ || denominator_ != 1) return false;
    out = numerator_;
    return true;
}

}  // namespace crossfoot
