#include "tests/report/draft_text.hpp"

#include <algorithm>

namespace crossfoot::testing {
namespace {

// Valid UTF-8 is assumed; a stray byte becomes the character of its value.
std::u32string decoded(std::string_view utf8) {
    std::u32string out;
    for (std::size_t at = 0; at < utf8.size();) {
        const auto lead = static_cast<unsigned char>(utf8[at++]);
        const int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC0 ? 1 : 0;
        char32_t code = more == 3 ? lead & 0x07U : more == 2 ? lead & 0x0FU : more == 1 ? lead & 0x1FU : lead;
        for (int i = 0; i < more && at < utf8.size(); ++i) code = (code << 6U) | (static_cast<unsigned char>(utf8[at++]) & 0x3FU);
        out += code;
    }
    return out;
}

void append_utf8(std::string& out, char32_t code) {
    const auto byte = [&](char32_t value) { out += static_cast<char>(value); };
    if (code < 0x80) return byte(code);
    if (code < 0x800) byte(0xC0U | (code >> 6U));
    else if (code < 0x10000) byte(0xE0U | (code >> 12U));
    else byte(0xF0U | (code >> 18U));
    if (code >= 0x10000) byte(0x80U | ((code >> 12U) & 0x3FU));
    if (code >= 0x800) byte(0x80U | ((code >> 6U) & 0x3FU));
    byte(0x80U | (code & 0x3FU));
}

bool is_space(char32_t c) {
    return c == U' ' || (c >= U'\t' && c <= U'\r') || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x3000;
}
bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool is_upper(char32_t c) { return (c >= U'A' && c <= U'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7); }
bool is_letter(char32_t c) {
    const char32_t small = is_upper(c) ? c + 0x20 : c;
    return (small >= U'a' && small <= U'z') || (small >= 0xDF && small <= 0x24F && small != 0xF7) || small == 0xB2 || small == 0xB3;
}
bool is_word(char32_t c) { return is_digit(c) || is_letter(c); }
bool is_decimal_sign(char32_t c) { return c == U',' || c == U'.'; }

std::u32string lower(std::u32string text) {
    for (char32_t& c : text) c = is_upper(c) ? c + 0x20 : c;
    return text;
}

// The character at `at` of `text`, a space beyond either end (`at` may be -1 as a size).
char32_t at_or_space(std::u32string_view text, std::size_t at) { return at < text.size() ? text[at] : U' '; }

// Whether what stands at [begin, end) is not a part of a word or of a number with decimals.
bool whole_token(std::u32string_view text, std::size_t begin, std::size_t end) {
    const char32_t before = at_or_space(text, begin - 1);
    const char32_t after = at_or_space(text, end);
    if (is_word(text[begin]) && is_word(before)) return false;
    if (is_word(text[end - 1]) && is_word(after)) return false;
    if (is_digit(text[begin]) && is_decimal_sign(before) && is_digit(at_or_space(text, begin - 2))) return false;
    return !(is_digit(text[end - 1]) && is_decimal_sign(after) && is_digit(at_or_space(text, end + 1)));
}

// Whether three digits stand at `at`, and no fourth.
bool group_of_three(std::u32string_view text, std::size_t at) {
    return is_digit(at_or_space(text, at)) && is_digit(at_or_space(text, at + 1)) && is_digit(at_or_space(text, at + 2)) &&
        !is_digit(at_or_space(text, at + 3));
}

// Whether the number at [begin, end) can be read as the head or the tail of a longer one.
bool part_of_grouped(std::u32string_view text, std::size_t begin, std::size_t end) {
    const bool tail = begin > 1 && group_of_three(text, begin) && text[begin - 1] == U' ' && is_digit(text[begin - 2]);
    const bool head = is_digit(text[end - 1]) && at_or_space(text, end) == U' ' && group_of_three(text, end + 1);
    return tail || head;
}

}  // namespace

DraftText::DraftText(std::string_view utf8) {
    std::uint32_t line = 1;
    for (const char32_t c : decoded(utf8)) {
        const bool space = is_space(c);
        if (!space || text_.empty() || text_.back() != U' ') {
            text_ += space ? U' ' : c;
            lines_.push_back(line);
        }
        if (c == U'\n') ++line;
    }
}

std::size_t DraftText::count(std::string_view printed, std::uint32_t first, std::uint32_t last) const {
    const auto begin = static_cast<std::size_t>(std::lower_bound(lines_.begin(), lines_.end(), first) - lines_.begin());
    const auto end = static_cast<std::size_t>(std::upper_bound(lines_.begin(), lines_.end(), last) - lines_.begin());
    std::u32string text = text_.substr(begin, end - begin);
    std::u32string sought;
    for (const char32_t c : decoded(printed))
        if (!is_space(c) || sought.empty() || sought.back() != U' ') sought += is_space(c) ? U' ' : c;
    if (sought.empty()) return 0;
    if (std::none_of(sought.begin(), sought.end(), is_digit)) {
        text = lower(text);
        sought = lower(sought);
    }
    std::size_t all = 0;
    std::size_t apart = 0;
    for (std::size_t at = text.find(sought); at != std::u32string::npos; at = text.find(sought, at + 1)) {
        if (!whole_token(text, at, at + sought.size())) continue;
        ++all;
        if (!part_of_grouped(text, at, at + sought.size())) ++apart;
    }
    return all > 1 ? apart : all;
}

std::string DraftText::lines(std::uint32_t first, std::uint32_t last) const {
    std::string out;
    for (std::size_t i = 0; i < text_.size(); ++i)
        if (lines_[i] >= first && lines_[i] <= last) append_utf8(out, text_[i]);
    return out;
}

}  // namespace crossfoot::testing
