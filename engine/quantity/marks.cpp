#include "engine/quantity/marks.hpp"

#include <array>

#include "engine/quantity/print_text.hpp"

namespace crossfoot {
namespace {

constexpr std::array<std::string_view, 3> kSigns{"*", "†", "‡"};
constexpr std::array<std::string_view, 10> kSuperscripts{"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
constexpr std::array<std::string_view, 5> kBlanks{" ", "\t", "\u00A0", "\u202F", "\u2009"};

std::string_view without_last_blanks(std::string_view text) {
    for (bool again = true; again;) {
        again = false;
        for (const std::string_view blank : kBlanks)
            if (text.ends_with(blank)) text.remove_suffix(blank.size()), again = true;
    }
    return text;
}

bool is_word_byte(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte | 0x20U) - 'a' < 26U || byte >= 0x80U;
}

// "(1)", "(a)": the length, or 0.
std::size_t reference_at_end(std::string_view text) {
    if (text.size() < 3 || !text.ends_with(')') || text[text.size() - 3] != '(') return 0;
    const char c = text[text.size() - 2];
    return (c >= '1' && c <= '9') || (c >= 'a' && c <= 'z') ? 3 : 0;
}

// Superscripts at the end, where they cannot be a power.
std::size_t superscripts_at_end(std::string_view text) {
    std::string_view rest = text;
    for (bool again = true; again;) {
        again = false;
        for (const std::string_view each : kSuperscripts)
            if (rest.ends_with(each)) rest.remove_suffix(each.size()), again = true;
    }
    if (rest.size() == text.size() || rest.empty()) return 0;
    const bool letter = is_word_byte(rest.back()) && !rest.ends_with("€") && without_last_blanks(rest).size() == rest.size();
    const char before_ten = rest.size() > 2 ? rest[rest.size() - 3] : ' ';
    const bool ten = rest.ends_with("10") && !is_digit(before_ten) && before_ten != ',' && before_ten != '.';
    return letter || ten ? 0 : text.size() - rest.size();
}

}  // namespace

std::optional<MarkedText> without_marks(std::string_view text) {
    const std::string_view whole = without_last_blanks(text);
    std::string_view rest = whole;
    for (;;) {
        std::size_t taken = reference_at_end(rest);
        if (taken == 0) taken = superscripts_at_end(rest);
        for (const std::string_view sign : kSigns)
            if (taken == 0 && rest.ends_with(sign)) taken = sign.size();
        // what is left when all is a mark is the number: "(5) (1)"
        if (taken == 0 || without_last_blanks(rest.substr(0, rest.size() - taken)).empty()) break;
        rest = without_last_blanks(rest.substr(0, rest.size() - taken));
    }
    if (rest.size() == whole.size() || rest.empty()) return std::nullopt;
    std::string_view mark = whole.substr(rest.size());
    for (bool again = true; again;) {
        again = false;
        for (const std::string_view blank : kBlanks)
            if (mark.starts_with(blank)) mark.remove_prefix(blank.size()), again = true;
    }
    return MarkedText{rest, mark};
}

std::optional<MarkedText> without_flag(std::string_view text, const std::vector<std::string>& flags) {
    const std::string_view whole = without_last_blanks(text);
    for (const std::string& flag : flags) {
        if (flag.empty() || !whole.ends_with(flag) || whole.size() == flag.size()) continue;
        const std::string_view before = whole.substr(0, whole.size() - flag.size()), rest = without_last_blanks(before);
        if (rest.empty() || (rest.size() == before.size() && is_word_byte(before.back()) && !before.ends_with("€"))) continue;
        return MarkedText{rest, whole.substr(before.size())};
    }
    return std::nullopt;
}

}  // namespace crossfoot
