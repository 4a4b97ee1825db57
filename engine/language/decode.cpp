#include <utf8proc.h>

#include <algorithm>

#include "engine/language/scan.hpp"

namespace crossfoot::syntax {

namespace {

// The code point that `digits` name, or -1 where they name none.
std::int32_t code_point(std::string_view digits, std::size_t wanted) {
    std::uint32_t value = 0;
    if (digits.size() != wanted || digits.find_first_not_of("0123456789abcdefABCDEF") != std::string_view::npos) return -1;
    for (const char c : digits)
        value = value * 16 + static_cast<std::uint32_t>(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
    return value <= 0x10FFFF ? static_cast<std::int32_t>(value) : -1;
}

char simple_escape(char c) {
    switch (c) {
        case 'b': return '\b';
        case 't': return '\t';
        case 'n': return '\n';
        case 'f': return '\f';
        case 'r': return '\r';
        default: return c;   // `"`, `\`, and what the scanner has reported
    }
}

}  // namespace

std::string decode_string(std::string_view quoted, std::vector<std::uint32_t>* written_at) {
    std::string out;
    out.reserve(quoted.size());
    const std::size_t last = quoted.size() - 1;
    const auto put = [&](std::string_view bytes, std::size_t from) {
        out.append(bytes);
        if (written_at != nullptr) written_at->insert(written_at->end(), bytes.size(), static_cast<std::uint32_t>(from));
    };
    for (std::size_t at = 1; at < last;) {
        if (quoted[at] != '\\') {
            put(quoted.substr(at, 1), at);
            ++at;
            continue;
        }
        const char kind = quoted[at + 1];
        const std::size_t digits = kind == 'u' ? 4U : kind == 'U' ? 8U : 0U;
        const std::int32_t point = digits == 0 ? -1 : code_point(quoted.substr(at + 2, std::min(digits, last - at - 2)), digits);
        if (point >= 0) {
            utf8proc_uint8_t bytes[4] = {};
            const auto length = utf8proc_encode_char(point, bytes);
            put(std::string_view(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length)), at);
            at += 2 + digits;
        } else {
            const char c = simple_escape(kind);
            put(std::string_view(&c, 1), at);
            at += 2;
        }
    }
    if (written_at != nullptr) written_at->push_back(static_cast<std::uint32_t>(last));
    return out;
}

}  // namespace crossfoot::syntax
