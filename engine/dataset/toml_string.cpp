#include "engine/dataset/toml_string.hpp"

#include <algorithm>

namespace crossfoot::loading {

namespace {

// How many bytes of the lexeme come before its content: the quotes, and the line end right after """.
std::size_t opening(std::string_view lexeme) {
    for (const std::string_view quotes : {"\"\"\"", "'''"}) {
        if (!lexeme.starts_with(quotes) || lexeme.size() < 6) continue;
        if (lexeme.substr(3).starts_with("\r\n")) return 5;
        return lexeme[3] == '\n' ? 4 : 3;
    }
    return 1;
}

}  // namespace

Span inside_toml_string(Span whole, std::string_view lexeme, std::string_view content, std::uint32_t begin,
                        std::uint32_t end) {
    const std::size_t before = opening(lexeme);
    // Comparing is simpler than undoing escapes, and cannot be wrong.
    if (lexeme.size() < before || !lexeme.substr(before).starts_with(content) || begin > end || end > content.size())
        return whole;
    const std::uint32_t start = whole.begin + static_cast<std::uint32_t>(before);
    return {whole.file, start + begin, start + end};
}

namespace {

// A sign at the beginning of the text that turns the direction of writing, or a control character beyond ASCII.
std::string_view turning_sign(std::string_view text) {
    constexpr std::string_view kMarks[] = {"\u200E", "\u200F", "\u061C", "\u2028", "\u2029"};
    for (const std::string_view each : kMarks)
        if (text.starts_with(each)) return text.substr(0, each.size());
    if (text.size() >= 3 && text.starts_with("\xE2\x80") && text[2] >= '\xAA' && text[2] <= '\xAE') return text.substr(0, 3);
    if (text.size() >= 3 && text.starts_with("\xE2\x81") && text[2] >= '\xA6' && text[2] <= '\xA9') return text.substr(0, 3);
    if (text.size() >= 2 && text[0] == '\xC2' && text[1] < '\xA0') return text.substr(0, 2);
    return {};
}

// `\\u202E` of the bytes of one character of two or three.
std::string escape_of(std::string_view character) {
    constexpr std::string_view hex = "0123456789ABCDEF";
    const auto bits = [&](std::size_t i, unsigned mask) { return static_cast<unsigned>(static_cast<unsigned char>(character[i])) & mask; };
    const unsigned code = character.size() == 2 ? bits(0, 0x1FU) << 6U | bits(1, 0x3FU)
                                                : bits(0, 0x0FU) << 12U | bits(1, 0x3FU) << 6U | bits(2, 0x3FU);
    std::string out = "\\u";
    for (const unsigned shift : {12U, 8U, 4U, 0U}) out += hex[code >> shift & 0xFU];
    return out;
}

}  // namespace

std::string quoted_toml_string(std::string_view text) {
    constexpr std::string_view hex = "0123456789ABCDEF";
    std::string out = "\"";
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (const std::string_view turning = turning_sign(text.substr(at)); !turning.empty()) {
            out += escape_of(turning);
            at += turning.size() - 1;
            continue;
        }
        const char c = text[at];
        const auto byte = static_cast<unsigned char>(c);
        switch (c) {
            case '"': out += "\\\""; break;
            case '\\': out += "\\\\"; break;
            case '\n': out += "\\n"; break;
            case '\r': out += "\\r"; break;
            case '\t': out += "\\t"; break;
            default:
                if (byte < 0x20 || byte == 0x7F) {
                    out += "\\u00";
                    out += hex[byte >> 4U];
                    out += hex[byte & 0xFU];
                } else {
                    out += c;
                }
        }
    }
    return out += '"';
}

}  // namespace crossfoot::loading
