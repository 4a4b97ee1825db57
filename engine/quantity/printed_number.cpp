#include "engine/quantity/printed_number.hpp"

#include <algorithm>
#include <array>

#include "engine/quantity/print_text.hpp"

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
    std::array<char, 3> groups;
    char decimal;
};
constexpr Habit kEnglish{{' ', '\'', ','}, '.'};
constexpr Habit kFrench{{' ', '\'', ' '}, ','};
constexpr Habit kDotted{{' ', '\'', '.'}, ','};   // German, Spanish, Italian

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
        const bool groups = std::find(habit.groups.begin(), habit.groups.end(), c) != habit.groups.end();
        if (!groups || group == 0 || group > 3 || (grouped && group != 3)) return std::nullopt;
        grouped = true;
        group = 0;
    }
    if (grouped ? group != 3 : group == 0) return std::nullopt;
    return out;
}

std::string written(Parts parts, Language language, NumberSigns declared) {
    return number_in(std::move(parts.whole), parts.decimals, language, declared);
}

}  // namespace

std::string number_in(std::string whole, std::string_view decimals, Language language, NumberSigns declared) {
    const char group = group_signs(language, declared).back();
    whole.erase(0, std::min(whole.find_first_not_of('0'), whole.size() - 1));
    for (std::size_t at = whole.size(); at > 3;) {
        at -= 3;
        whole.insert(at, 1, group);
    }
    if (decimals.empty()) return whole;
    return (whole += decimal_sign(language, declared)).append(decimals);
}

bool is_own_number(std::string_view digits, Language language, NumberSigns declared) {
    return read_by({group_signs(language, declared), decimal_sign(language, declared)}, digits).has_value();
}

std::optional<ForeignNumber> read_foreign(std::string_view digits, Language language, NumberSigns declared) {
    const char own = decimal_sign(language, declared);
    const char foreign = own == '.' || (own == '\'' && declared.group == '.') ? ',' : '.';
    const Habit& other = foreign == '.' ? kEnglish : kFrench;
    const std::size_t at = digits.find(foreign);
    // a sign that is declared to group has no second reading
    const bool once = at != std::string_view::npos && digits.find(foreign, at + 1) == std::string_view::npos &&
                      digits.find(own) == std::string_view::npos && declared.group != foreign;
    if (once && digits.size() == at + 4) {
        const auto parts = read_by(other, digits);
        if (!parts || parts->decimals.size() != 3) return std::nullopt;
        return ForeignNumber{true, written({parts->whole + parts->decimals, ""}, language, declared), written(*parts, language, declared),
                             foreign};
    }
    for (const Habit& habit : {other, kDotted, kEnglish})
        if (const auto parts = read_by(habit, digits)) return ForeignNumber{false, {}, written(*parts, language, declared), foreign};
    return std::nullopt;
}

}  // namespace crossfoot
