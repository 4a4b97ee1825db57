// The signs inside a printed number: what groups its digits, what begins its decimals. A language has its own; a dataset
// may declare others.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "engine/text/language.hpp"

namespace crossfoot {

// What is declared, as PrintText writes it (`' '` for every space, `'\''` for every apostrophe); 0: as the language has it.
struct NumberSigns {
    char group = 0, decimal = 0;

    [[nodiscard]] bool declared() const { return group != 0 || decimal != 0; }
    // Does what is declared leave the point of "12.5" the decimal sign of a machine's number?
    [[nodiscard]] bool point_is_free() const { return group != '.' && (decimal == 0 || decimal == '.'); }
    friend bool operator==(const NumberSigns&, const NumberSigns&) = default;
};

// `.`, `,`, an apostrophe or a space, of any kind; nothing for all else.
[[nodiscard]] std::optional<char> number_sign(std::string_view text);

[[nodiscard]] char decimal_sign(Language language, NumberSigns declared);

// Spaces and apostrophes group in every language, and the declared sign, else the comma in en; never the decimal sign. A
// sign may stand in it twice.
[[nodiscard]] std::array<char, 3> group_signs(Language language, NumberSigns declared);

}  // namespace crossfoot
