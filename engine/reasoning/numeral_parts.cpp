#include "engine/reasoning/numeral_parts.hpp"

#include <algorithm>
#include <array>

#include "engine/quantity/marks.hpp"

namespace crossfoot {
namespace {

constexpr std::array<std::string_view, 4> kSpaces{" ", "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89"};
constexpr std::array<std::string_view, 4> kSigns{"+", "-", "\xE2\x88\x92", "\xE2\x80\x93"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool digit_at(std::string_view text, std::size_t at) { return at < text.size() && is_digit(text[at]); }

// Exactly three digits from `at` on.
bool group_at(std::string_view text, std::size_t at) {
    return digit_at(text, at) && digit_at(text, at + 1) && digit_at(text, at + 2) && !digit_at(text, at + 3);
}

// The grouping sign at `at`, or nothing.
std::string_view separator_at(std::string_view text, std::size_t at, Language language, NumberSigns declared) {
    for (const std::string_view space : kSpaces)
        if (text.substr(at).starts_with(space)) return space;
    const auto groups = group_signs(language, declared);
    return std::find(groups.begin(), groups.end(), text[at]) != groups.end() ? text.substr(at, 1) : std::string_view();
}

// Takes the sign, and the spaces behind it, off the end of what stands before the numeral. A hyphen inside a word is none.
std::string take_sign(std::string& before) {
    std::size_t end = before.size();
    for (bool found = true; found;) {
        found = false;
        for (const std::string_view space : kSpaces)
            if (std::string_view(before).substr(0, end).ends_with(space)) end -= space.size(), found = true;
    }
    for (const std::string_view sign : kSigns) {
        if (!std::string_view(before).substr(0, end).ends_with(sign)) continue;
        std::string out = before.substr(end - sign.size());
        before.erase(end - sign.size());
        return out;
    }
    return {};
}

}  // namespace

std::optional<NumeralParts> numeral_parts(std::string_view print, Language language, NumberSigns declared) {
    const auto first = std::find_if(print.begin(), print.end(), is_digit);
    if (first == print.end()) return std::nullopt;
    NumeralParts out;
    auto at = static_cast<std::size_t>(first - print.begin());
    out.before = print.substr(0, at);
    while (digit_at(print, at)) out.whole += print[at++];
    for (;;) {
        const std::string_view separator = at < print.size() ? separator_at(print, at, language, declared) : std::string_view();
        if (separator.empty() || out.whole.empty() || !group_at(print, at + separator.size())) break;
        out.separator = separator;
        at += separator.size();
        out.whole += print.substr(at, 3);
        at += 3;
    }
    if (out.separator.empty() && out.whole.size() <= 3) {
        const char group = group_signs(language, declared).back();
        out.separator = group == ' ' ? "\xE2\x80\xAF" : std::string(1, group);
    }
    const char own = decimal_sign(language, declared);
    out.decimal_sign = std::string(1, own);
    // a TOML number has a point in any language
    if (at < print.size() && (print[at] == own || print[at] == '.') && digit_at(print, at + 1)) {
        out.decimal_sign = std::string(1, print[at]);
        for (++at; digit_at(print, at); ++at) out.decimals += print[at];
    }
    out.after = print.substr(at);
    // the digits of a mark, "(1)", are not those of a second numeral
    const auto marked = without_marks(print);
    const std::string_view behind = print.substr(at, std::max(at, marked ? marked->number.size() : print.size()) - at);
    if (std::any_of(behind.begin(), behind.end(), is_digit)) return std::nullopt;
    out.sign = take_sign(out.before);
    return out;
}

std::string put_together(const NumeralParts& parts) {
    std::string out = parts.before + parts.sign;
    for (std::size_t at = 0; at < parts.whole.size(); ++at) {
        if (at > 0 && (parts.whole.size() - at) % 3 == 0) out += parts.separator;
        out += parts.whole[at];
    }
    if (!parts.decimals.empty()) out += parts.decimal_sign + parts.decimals;
    return out + parts.after;
}

}  // namespace crossfoot
