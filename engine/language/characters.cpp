#include "engine/language/characters.hpp"

#include <utf8proc.h>

namespace crossfoot::syntax {

namespace {

CharacterClass class_of(std::int32_t point) {
    switch (utf8proc_category(point)) {
        case UTF8PROC_CATEGORY_LU: case UTF8PROC_CATEGORY_LL: case UTF8PROC_CATEGORY_LT:
        case UTF8PROC_CATEGORY_LM: case UTF8PROC_CATEGORY_LO: return CharacterClass::letter;
        case UTF8PROC_CATEGORY_MN: case UTF8PROC_CATEGORY_MC: case UTF8PROC_CATEGORY_ME: return CharacterClass::mark;
        case UTF8PROC_CATEGORY_ND: return CharacterClass::digit;
        case UTF8PROC_CATEGORY_SC: return CharacterClass::currency;
        case UTF8PROC_CATEGORY_ZS: return CharacterClass::space;
        default: return CharacterClass::other;
    }
}

}  // namespace

Character character_at(std::string_view text, std::size_t offset) {
    if (offset >= text.size()) return {};
    const char c = text[offset];
    if (static_cast<unsigned char>(c) < 0x80) {
        const CharacterClass category = is_ascii_letter(c)       ? CharacterClass::letter
                                        : is_digit(c)            ? CharacterClass::digit
                                        : c == '$'               ? CharacterClass::currency
                                        : (c == ' ' || c == '\t') ? CharacterClass::space
                                                                  : CharacterClass::other;
        return {category, 1, static_cast<unsigned char>(c)};
    }
    std::int32_t point = -1;
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data() + offset);
    const auto length = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size() - offset), &point);
    if (length <= 0) return {CharacterClass::other, 1, -1};
    return {class_of(point), static_cast<std::uint32_t>(length), point};
}

std::uint32_t name_end(std::string_view text, std::uint32_t offset) {
    std::uint32_t at = offset;
    while (at < text.size()) {
        const char c = text[at];
        if (is_ascii_letter(c) || c == '_' || (is_digit(c) && at > offset)) { ++at; continue; }
        if (static_cast<unsigned char>(c) < 0x80) break;
        const Character next = character_at(text, at);
        const bool inside = at > offset && (next.category == CharacterClass::mark || next.category == CharacterClass::digit);
        if (next.category != CharacterClass::letter && !inside) break;
        at += next.length;
    }
    return at;
}

std::uint32_t id_end(std::string_view text, std::uint32_t offset) {
    std::uint32_t at = offset;
    if (at < text.size() && is_digit(text[at])) return at;
    while (at < text.size()) {
        if (text[at] == '-') { ++at; continue; }
        // A digit may follow a hyphen, where a name would not begin.
        if (is_digit(text[at])) { ++at; continue; }
        const std::uint32_t end = name_end(text, at);
        if (end == at) break;
        at = end;
    }
    return at;
}

std::uint32_t skip_blanks(std::string_view text, std::uint32_t offset) {
    for (;;) {
        const Character next = character_at(text, offset);
        if (next.category != CharacterClass::space) return offset;
        offset += next.length;
    }
}

}  // namespace crossfoot::syntax
