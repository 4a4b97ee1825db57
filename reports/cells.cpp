#include "reports/cells.hpp"

#include <utf8proc.h>

namespace crossfoot::reports {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD
constexpr std::string_view kEllipsis = "\xE2\x80\xA6";     // …

bool turns_writing(utf8proc_int32_t character) {
    return (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069) ||
           character == 0x200E || character == 0x200F || character == 0x061C;
}

// U+2400 … are the pictures of U+0000 …; U+2421 that of DEL.
std::string picture(utf8proc_int32_t control) {
    const auto last = static_cast<unsigned>(control == 0x7F ? 0x21 : control);
    std::string out = "\xE2\x90\x80";
    out.back() = static_cast<char>(0x80U + last);
    return out;
}

Glyph next_glyph(std::string_view line, std::size_t at, unsigned cell) {
    const auto lead = static_cast<unsigned char>(line[at]);
    if (lead >= 0x20 && lead < 0x7F) return {at, at + 1, cell, 1, std::string(1, line[at])};
    if (lead == '\t') {
        const unsigned width = kTab - cell % kTab;
        return {at, at + 1, cell, width, std::string(width, ' ')};
    }
    utf8proc_int32_t character = 0;
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(line.data()) + at;
    const auto length = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(line.size() - at), &character);
    if (length <= 0 || character < 0) return {at, at + 1, cell, 1, std::string(kReplacement)};
    const std::size_t end = at + static_cast<std::size_t>(length);
    if (character < 0x20 || character == 0x7F) return {at, end, cell, 1, picture(character)};
    const bool other_control = character >= 0x80 && character < 0xA0;
    const bool line_end = character == 0x2028 || character == 0x2029;
    if (other_control || line_end || turns_writing(character)) return {at, end, cell, 1, std::string(kReplacement)};
    const int width = utf8proc_charwidth(character);
    return {at, end, cell, width > 0 ? static_cast<unsigned>(width) : 0U, std::string(line.substr(at, end - at))};
}

}  // namespace

char32_t steering(std::string_view text, std::size_t& length) {
    // only these bytes begin such a character
    if (text.empty() || std::string_view("\x7F\xC2\xD8\xE2").find(text[0]) == std::string_view::npos) return 0;
    utf8proc_int32_t character = 0;
    const auto got = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()), &character);
    if (got <= 0) return 0;
    const bool moves = (character >= 0x7F && character < 0xA0) || character == 0x2028 || character == 0x2029;
    if (!moves && !turns_writing(character)) return 0;
    length = static_cast<std::size_t>(got);
    return static_cast<char32_t>(character);
}

std::vector<Glyph> glyphs(std::string_view line, unsigned first_cell) {
    std::vector<Glyph> out;
    out.reserve(line.size());
    unsigned cell = first_cell;
    for (std::size_t at = 0; at < line.size();) {
        out.push_back(next_glyph(line, at, cell));
        at = out.back().end;
        cell += out.back().width;
    }
    return out;
}

std::string clean(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    unsigned cell = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Glyph glyph = next_glyph(text, at, cell);
        out += text[at] == '\t' ? " " : glyph.shown;
        at = glyph.end;
        cell += glyph.width;
    }
    return out;
}

namespace {

// The length of a sequence that sets colours (ECMA-48 SGR) at the beginning of the text; 0 where there is none.
std::size_t color_sequence(std::string_view text) {
    if (!text.starts_with("\x1b[")) return 0;
    const std::size_t end = text.find_first_not_of("0123456789;", 2);
    return end != std::string_view::npos && text[end] == 'm' ? end + 1 : 0;
}

}  // namespace

std::string guarded(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t color = color_sequence(text.substr(at));
        const Glyph glyph = next_glyph(text, at, 0);
        const bool as_is = color > 0 || text[at] == '\n' || text[at] == '\t';
        const std::size_t end = color > 0 ? at + color : glyph.end;
        out += as_is ? text.substr(at, end - at) : std::string_view(glyph.shown);
        at = end;
    }
    return out;
}

unsigned cell_width(std::string_view text) {
    unsigned cell = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Glyph glyph = next_glyph(text, at, cell);
        at = glyph.end;
        cell += glyph.width;
    }
    return cell;
}

std::string cut(std::string_view text, unsigned cells) {
    if (cell_width(text) <= cells) return std::string(text);
    std::string out;
    for (const Glyph& glyph : glyphs(text)) {
        if (glyph.cell + glyph.width + 1 > cells) break;
        out += glyph.shown;
    }
    return out.append(kEllipsis);
}

std::string padded(std::string text, unsigned cells) {
    const unsigned width = cell_width(text);
    if (width < cells) text.append(cells - width, ' ');
    return text;
}

namespace {

bool ascii_digit(char byte) { return byte >= '0' && byte <= '9'; }

// Whether the text begins as a unit may: with a letter or with the sign of a currency, of a rate or of a degree.
bool begins_unit(std::string_view text) {
    if (text.empty()) return false;
    const auto lead = static_cast<unsigned char>(text.front());
    if ((lead | 0x20U) >= 'a' && (lead | 0x20U) <= 'z') return true;
    if (lead >= 0xC3 && lead <= 0xC5) return !text.starts_with("×") && !text.starts_with("÷");
    for (const std::string_view sign : {"%", "$", "€", "£", "°", "‰", "µ"})
        if (text.starts_with(sign)) return true;
    return false;
}

bool begins_currency(std::string_view text) {
    return text.starts_with("€") || text.starts_with("£") || text.starts_with("$") || text.starts_with("%") || text.starts_with("‰");
}

// Whether the space at that byte stands inside a number, between a number and its sign, or before its unit.
bool joins(std::string_view text, std::size_t space) {
    const std::string_view before = text.substr(0, space), after = text.substr(space + 1);
    if (before.empty() || after.empty() || after.front() == ' ') return false;
    const bool signed_number = after.size() > 1 && (after[0] == '-' || after[0] == '+') && ascii_digit(after[1]);
    if (signed_number || begins_currency(after)) return before.back() != ' ';
    if (ascii_digit(before.back())) return ascii_digit(after.front()) || begins_unit(after);
    const std::size_t word = before.find_last_of(' ');
    const std::string_view last = before.substr(word == std::string_view::npos ? 0 : word + 1);
    return ascii_digit(after.front()) && (last == "-" || last == "+" || last == "±" || last == "−");
}

// The space to break at next: the first that joins nothing; where what stands before it is wider than the line, the first of all.
std::size_t next_break(std::string_view text, unsigned cells) {
    const std::size_t first = text.find(' ');
    std::size_t at = first;
    while (at != std::string_view::npos && joins(text, at)) at = text.find(' ', at + 1);
    return cell_width(text.substr(0, at)) <= cells ? at : first;
}

}  // namespace

std::string unbroken(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == ' ' && joins(text, i)) out += "\u00A0";
        else out += text[i];
    }
    return out;
}

std::vector<std::string> wrapped(std::string_view text, unsigned cells) {
    if (cells == 0 || cell_width(text) <= cells) return {std::string(text)};
    std::vector<std::string> lines(1);
    while (!text.empty()) {
        const std::size_t space = next_break(text, cells);
        const std::string_view word = text.substr(0, space);
        text.remove_prefix(space == std::string_view::npos ? text.size() : space + 1);
        std::string& line = lines.back();
        if (line.empty()) line = word;
        else if (cell_width(line) + 1 + cell_width(word) <= cells) line.append(" ").append(word);
        else lines.emplace_back(word);
    }
    for (std::string& line : lines) line.erase(line.find_last_not_of(' ') + 1);
    return lines;
}

}  // namespace crossfoot::reports
