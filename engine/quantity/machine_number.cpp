// A machine's print of a binary number: its shortest decimal, or one digit too many, sometimes with an exponent.
#include <algorithm>
#include <optional>

#include "engine/quantity/numeral.hpp"

namespace crossfoot {
namespace {

constexpr int kDigits = 15;            // that every double keeps (DBL_DIG)
constexpr int kMostExponent = 400;     // a double goes to 10^308
constexpr std::size_t kLongest = 400;

bool digit(char c) { return c >= '0' && c <= '9'; }

std::size_t digits_at(std::string_view text, std::size_t at) {
    const auto* end = std::find_if_not(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), digit);
    return static_cast<std::size_t>(end - text.begin()) - at;
}

// The number as it is written; nothing where it is none.
std::optional<Rational> value_of(std::string_view text) {
    if (text.size() > kLongest) return std::nullopt;
    if (text.starts_with('+')) text.remove_prefix(1);
    std::size_t at = text.starts_with('-') ? 1 : 0;
    const std::size_t whole = digits_at(text, at);
    if (whole == 0) return std::nullopt;
    at += whole;
    if (at < text.size() && text[at] == '.') {
        const std::size_t decimals = digits_at(text, at + 1);
        if (decimals == 0) return std::nullopt;
        at += 1 + decimals;
    }
    Rational out = Rational::from_decimal(text.substr(0, at));
    if (at == text.size()) return out;
    if (text[at] != 'e' && text[at] != 'E') return std::nullopt;
    ++at;
    const bool smaller = at < text.size() && text[at] == '-';
    if (at < text.size() && (text[at] == '-' || text[at] == '+')) ++at;
    const std::size_t size = digits_at(text, at);
    if (size == 0 || size > 4 || at + size != text.size()) return std::nullopt;
    int exponent = 0;
    for (; at < text.size(); ++at) exponent = exponent * 10 + (text[at] - '0');
    if (exponent > kMostExponent) return std::nullopt;
    return out * Rational::power_of_ten(smaller ? -exponent : exponent);
}

// The power of ten of the first digit that is not 0, of decimal digits with some.
int first_exponent(std::string_view digits) {
    if (digits.starts_with('-')) digits.remove_prefix(1);
    const std::size_t point = std::min(digits.find('.'), digits.size());
    const std::size_t first = digits.find_first_of("123456789");
    return first < point ? static_cast<int>(point - first) - 1 : -static_cast<int>(first - point);
}

}  // namespace

ReadResult read_machine_number(std::string_view text, const Reading& reading, Units& units) {
    const auto value = value_of(text);
    if (!value) return NotAFigure{std::any_of(text.begin(), text.end(), digit), 0, static_cast<std::uint32_t>(text.size()), {}};
    Figure out;
    out.unit = reading.unit.value_or(0);
    out.machine = out.fractional = true;
    out.each = reading.each;
    out.rounding = reading.rounding.value_or(Rounding::nearest);
    out.rounding_declared = reading.rounding.has_value();
    if (value->is_zero()) return out;
    const std::string digits = value->decimal(Rational::Direction::nearest, kDigits);
    const Rational& size = units.unit(out.unit).size;
    out.value = Rational::from_decimal(digits) * size;
    out.step = Rational::power_of_ten(first_exponent(digits) - kDigits + 1) * size;
    out.range = Interval::closed(out.value - out.step, out.value + out.step);
    return out;
}

}  // namespace crossfoot
