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

std::string quoted_toml_string(std::string_view text) {
    constexpr std::string_view hex = "0123456789ABCDEF";
    std::string out = "\"";
    for (const char c : text) {
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
