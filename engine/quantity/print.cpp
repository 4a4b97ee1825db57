#include "engine/quantity/print.hpp"

#include <algorithm>

#include "engine/quantity/units_data.hpp"

namespace crossfoot {
namespace {

using Direction = Rational::Direction;

constexpr std::string_view kNarrowNoBreakSpace = "\xE2\x80\xAF";
constexpr std::string_view kNoBreakSpace = "\xC2\xA0";

// "-1234.5" as the language writes it.
std::string localized(const std::string& plain, Language language) {
    const bool french = language == Language::fr;
    std::string out;
    const std::size_t first = plain.starts_with('-') ? 1 : 0;
    const std::size_t point = std::min(plain.find('.'), plain.size());
    out.append(plain, 0, first);
    for (std::size_t at = first; at < point; ++at) {
        if (at > first && (point - at) % 3 == 0) out += french ? kNarrowNoBreakSpace : ",";
        out += plain[at];
    }
    if (point < plain.size()) (out += french ? ',' : '.').append(plain, point + 1);
    return out;
}

std::string number(const Rational& value, Language language, Direction direction, int most_decimals) {
    const int exact = value.decimals();
    const int places = exact >= 0 && exact <= most_decimals ? exact : most_decimals;
    std::string plain = value.fixed(places, direction);
    if (plain.find('.') != std::string::npos) {
        plain.erase(plain.find_last_not_of('0') + 1);
        if (plain.ends_with('.')) plain.pop_back();
    }
    if (plain == "-0") plain = "0";
    return localized(plain, language);
}

// English has "1 month" and "1.5 months", French "1,5 euro" and "2 euros".
bool beside_singular(std::string_view number, Language language) {
    if (number.starts_with('-')) number.remove_prefix(1);
    if (language == Language::en) return number == "1";
    const std::string_view whole = number.substr(0, number.find(','));
    return whole == "1" || whole == "0";
}

// A currency before the number takes the sign out to its own front: "-£5".
std::string with_unit(std::string number, const Unit& unit, Language language) {
    if (!unit.before.empty()) number.insert(number.starts_with('-') ? 1 : 0, unit.before);
    if (unit.symbol.empty()) return number;
    const bool touches = language == Language::en && (unit.symbol == "%" || unit.symbol == "‰" || (!unit.before.empty() && unit.symbol.size() <= 2));
    const bool one = beside_singular(number, language);
    if (!touches) number += language == Language::fr ? kNoBreakSpace : " ";
    return number.append(one ? singular(unit.symbol, language) : unit.symbol);
}

}  // namespace

std::string print_quantity(const Rational& value, const Unit& unit, Language language, Direction direction, int most_decimals) {
    return with_unit(number(value / unit.size, language, direction, most_decimals), unit, language);
}

std::string print_interval(const Interval& interval, const Unit& unit, Language language) {
    constexpr int kMostDecimals = 6;
    if (interval.is_point()) return print_quantity(interval.low.value, unit, language, Direction::nearest, kMostDecimals);
    // "[4,45; 4,55] Md€", but "[£4.45bn; £4.55bn]"
    const bool each_with_unit = !unit.before.empty();
    const auto end = [&](const End& each, std::string_view infinite, Direction outward) {
        if (each.unbounded) return std::string(infinite);
        std::string text = number(each.value / unit.size, language, outward, kMostDecimals);
        return each_with_unit ? with_unit(std::move(text), unit, language) : text;
    };
    std::string out = interval.low.open ? "]" : "[";
    out += end(interval.low, "-∞", Direction::down);
    out += "; ";
    out += end(interval.high, "+∞", Direction::up);
    out += interval.high.open ? "[" : "]";
    return each_with_unit ? out : with_unit(std::move(out), unit, language);
}

}  // namespace crossfoot
