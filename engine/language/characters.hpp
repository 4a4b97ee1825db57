// Classes of characters, by their Unicode category: what names, ids and units are made of.
#pragma once

#include <cstdint>
#include <string_view>

namespace crossfoot::syntax {

enum class CharacterClass : std::uint8_t { other, letter, mark, digit, currency, space };

struct Character {
    CharacterClass category = CharacterClass::other;
    std::uint32_t length = 0;   // in bytes; 0 at the end of the text
    std::int32_t point = -1;    // the code point; -1 where the bytes are malformed
};

// The character at `offset`. Superscript two and three count as `other`.
[[nodiscard]] Character character_at(std::string_view text, std::size_t offset);

[[nodiscard]] constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
[[nodiscard]] constexpr bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// The end of the run of name characters (letters, marks, digits, `_`) that begins at `offset`; `offset` itself where
// the first is neither letter nor `_`.
[[nodiscard]] std::uint32_t name_end(std::string_view text, std::uint32_t offset);

// The end of an id (letters, marks, digits, `-`; `_` is taken along, so that it can be named) at `offset`.
[[nodiscard]] std::uint32_t id_end(std::string_view text, std::uint32_t offset);

// The first offset from `offset` on that is no space or tab (nor another Unicode space); stops at a line end.
[[nodiscard]] std::uint32_t skip_blanks(std::string_view text, std::uint32_t offset);

}  // namespace crossfoot::syntax
