// A print taken apart around its one numeral, so that its digits can be changed and everything else kept.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/quantity/number_signs.hpp"

namespace crossfoot {

struct NumeralParts {
    std::string before, after;     // words and unit, without the sign
    std::string sign;              // with the spaces after it: "- "; empty where none is printed
    std::string whole, decimals;   // digits alone; whole is never empty
    std::string separator;         // between groups of three; empty: not grouped
    std::string decimal_sign;

    [[nodiscard]] bool negative() const { return !sign.empty() && sign[0] != '+'; }
    [[nodiscard]] std::string digits() const { return whole + decimals; }
};

// Nothing where the digits are not those of one numeral. A numeral too short to show how it groups is given the
// manner that is declared, or the language's own.
[[nodiscard]] std::optional<NumeralParts> numeral_parts(std::string_view print, Language language, NumberSigns declared = {});

[[nodiscard]] std::string put_together(const NumeralParts& parts);

}  // namespace crossfoot
