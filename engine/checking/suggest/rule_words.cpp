#include "engine/checking/suggest/rule_words.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "engine/text/text_form.hpp"

namespace crossfoot::suggest {
namespace {

bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool digit(char c) { return c >= '0' && c <= '9'; }

// Letters with accents, as French and its neighbours have them, without.
constexpr std::array<std::pair<std::string_view, std::string_view>, 22> kPlain{
    {{"à", "a"}, {"á", "a"}, {"â", "a"}, {"ä", "a"}, {"ç", "c"}, {"è", "e"}, {"é", "e"},  {"ê", "e"},
     {"ë", "e"}, {"î", "i"}, {"ï", "i"}, {"í", "i"}, {"ñ", "n"}, {"ô", "o"}, {"ö", "o"},  {"ó", "o"},
     {"ù", "u"}, {"ú", "u"}, {"û", "u"}, {"ü", "u"}, {"ÿ", "y"}, {"œ", "oe"}}};

}  // namespace

bool is_name(std::string_view name) {
    return !name.empty() && (letter(name[0]) || name[0] == '_') &&
           std::all_of(name.begin(), name.end(), [](char c) { return letter(c) || digit(c) || c == '_'; });
}

std::string key(std::string_view name) { return is_name(name) ? std::string(name) : text(name); }

std::string text(std::string_view content) {
    std::string out = "\"";
    constexpr std::string_view kHex = "0123456789ABCDEF";
    for (const char c : content) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') out.append(1, '\\').append(1, c);
        else if (byte < 0x20 || byte == 0x7F) out.append("\\u00").append(1, kHex[byte >> 4U]).append(1, kHex[byte & 15U]);
        else out += c;
    }
    return out + "\"";
}

std::string word(std::string_view name) {
    const std::string low = lowered(name);
    std::string out;
    for (std::size_t at = 0; at < low.size(); ++at) {
        const auto plain = std::find_if(kPlain.begin(), kPlain.end(),
                                        [&](const auto& each) { return low.compare(at, each.first.size(), each.first) == 0; });
        if (plain != kPlain.end()) {
            out += plain->second;
            at += plain->first.size() - 1;
        } else if (letter(low[at]) || digit(low[at])) {
            out += low[at];
        } else if (!out.empty() && out.back() != '-') {
            out += '-';
        }
    }
    while (out.ends_with('-')) out.pop_back();
    return !out.empty() && digit(out[0]) ? "c" + out : out;
}

std::string number(const Rational& value, std::string_view unit) {
    std::string digits = value.abs().decimal(Rational::Direction::nearest);
    const std::size_t whole = std::min(digits.find('.'), digits.size());
    for (std::size_t at = whole; at > 3; at -= 3)
        if (whole > 4) digits.insert(at - 3, "_");
    if (value.sign() < 0) digits.insert(0, "-");
    return unit.empty() ? digits : digits.append(" ").append(unit);
}

Rational one_digit(const Rational& value, Rational::Direction direction) {
    if (value.is_zero()) return value;
    int power = 0;
    const Rational size = value.abs();
    while (size >= Rational::power_of_ten(power + 1)) ++power;
    while (size < Rational::power_of_ten(power)) --power;
    const Rational step = Rational::power_of_ten(power);
    const Rational parts = value / step;
    return (direction == Rational::Direction::up ? parts.ceil() : parts.floor()) * step;
}

std::string title(std::string_view words) {
    std::string out;
    for (const char c : words) {
        out += c;
        if (c == '{' || c == '}') out += c;
    }
    return text(out);
}

}  // namespace crossfoot::suggest
