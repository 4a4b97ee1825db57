#include "engine/quantity/printed_number.hpp"

#include <algorithm>
#include <array>

namespace crossfoot {
namespace {

// As many digits as certainly fit in 64 bits.
constexpr int kSmall = 18;

}  // namespace

PrintedNumber printed_number(std::string_view digits, char decimal_sign) {
    PrintedNumber out;
    std::int64_t small = 0;
    int place = 0, last_place = -1;   // digits seen; the last that is not 0
    bool decimals = false;
    for (const char c : digits) {
        if (c == decimal_sign) decimals = true;
        if (!is_digit(c)) continue;
        if (decimals) ++out.decimals;
        ++place;
        if (c != '0') last_place = place;
        if (c == '0' && out.significant == 0) continue;
        if (++out.significant <= kSmall) small = small * 10 + (c - '0');
    }
    out.last_exponent = last_place < 0 ? -out.decimals : place - last_place - out.decimals;
    if (out.significant <= kSmall) {
        out.value = small;
        if (out.decimals > 0) out.value *= Rational::power_of_ten(-out.decimals);
    } else if (out.significant <= kMostSignificantDigits) {
        std::string plain;
        for (const char c : digits) {
            if (is_digit(c)) plain += c;
            else if (c == decimal_sign) plain += '.';
        }
        out.value = Rational::from_decimal(plain);
    }
    return out;
}

namespace {

struct Habit {
    std::string_view groups;
    char decimal;
};
constexpr Habit kEnglish{" ',", '.'};
constexpr Habit kFrench{" '", ','};
constexpr Habit kDotted{" '.", ','};   // German, Spanish, Italian

struct Parts {
    std::string whole, decimals;
};

std::optional<Parts> read_by(const Habit& habit, std::string_view digits) {
    Parts out;
    const std::size_t sign = digits.find(habit.decimal);
    if (sign != std::string_view::npos) {
        out.decimals = digits.substr(sign + 1);
        if (out.decimals.empty() || !std::all_of(out.decimals.begin(), out.decimals.end(), is_digit)) return std::nullopt;
    }
    int group = 0;
    bool grouped = false;
    for (const char c : digits.substr(0, sign)) {
        if (is_digit(c)) {
            out.whole += c;
            ++group;
            continue;
        }
        if (habit.groups.find(c) == std::string_view::npos || group == 0 || group > 3 || (grouped && group != 3)) return std::nullopt;
        grouped = true;
        group = 0;
    }
    if (grouped ? group != 3 : group == 0) return std::nullopt;
    return out;
}

std::string written(Parts parts, Language language) {
    std::string& text = parts.whole;
    text.erase(0, std::min(text.find_first_not_of('0'), text.size() - 1));
    for (std::size_t at = text.size(); at > 3;) {
        at -= 3;
        text.insert(at, 1, language == Language::fr ? ' ' : ',');
    }
    if (parts.decimals.empty()) return text;
    return text + (language == Language::fr ? "," : ".") + parts.decimals;
}

}  // namespace

bool is_own_number(std::string_view digits, Language language) {
    return read_by(language == Language::fr ? kFrench : kEnglish, digits).has_value();
}

std::optional<ForeignNumber> read_foreign(std::string_view digits, Language language) {
    const char foreign = language == Language::fr ? '.' : ',';
    const char own = language == Language::fr ? ',' : '.';
    const std::size_t at = digits.find(foreign);
    const bool once = at != std::string_view::npos && digits.find(foreign, at + 1) == std::string_view::npos &&
                      digits.find(own) == std::string_view::npos;
    if (once && digits.size() == at + 4) {
        const auto parts = read_by(language == Language::fr ? kEnglish : kFrench, digits);
        if (!parts || parts->decimals.size() != 3) return std::nullopt;
        return ForeignNumber{true, written({parts->whole + parts->decimals, ""}, language), written(*parts, language)};
    }
    for (const Habit& habit : {language == Language::fr ? kEnglish : kFrench, kDotted})
        if (const auto parts = read_by(habit, digits)) return ForeignNumber{false, {}, written(*parts, language)};
    return std::nullopt;
}

}  // namespace crossfoot
