// The digits of a print as a number: its exact value and what its lexeme shows of its precision.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/quantity/rational.hpp"
#include "engine/quantity/number_signs.hpp"

namespace crossfoot {

inline constexpr int kMostSignificantDigits = 34;

struct PrintedNumber {
    Rational value;
    int decimals = 0;        // printed after the decimal sign, trailing zeros included
    int last_exponent = 0;   // the power of ten of the last digit that is not 0; of the last digit where all are
    int significant = 0;     // significant digits: leading zeros do not count, trailing ones do
};

// `digits` are digits, the decimal sign once at most, and any grouping signs, which are dropped. Of a
// number of more than kMostSignificantDigits only `significant` is meant.
[[nodiscard]] PrintedNumber printed_number(std::string_view digits, char decimal_sign);

// Are these digits one number as `language` writes it, with the signs that are declared?
[[nodiscard]] bool is_own_number(std::string_view digits, Language language, NumberSigns declared = {});

// Digits as a number is written there, grouped; without decimals where there are none.
[[nodiscard]] std::string number_in(std::string whole, std::string_view decimals, Language language, NumberSigns declared = {});

// A number whose signs are not those of `language`, or not those that are declared, and how to write it there.
struct ForeignNumber {
    bool ambiguous = false;   // the foreign sign stands before exactly three digits: two readings
    std::string grouped;      // the reading in which it groups digits (only where ambiguous)
    std::string decimal;      // the other, or the only one
    char foreign = '.';       // the sign that stands where another belongs: `.` or `,`
};

// The readings of digits with any mixture of `.`, `,`, spaces and apostrophes; nothing where no language's
// habits make it one number (a version, an address).
[[nodiscard]] std::optional<ForeignNumber> read_foreign(std::string_view digits, Language language, NumberSigns declared = {});

}  // namespace crossfoot
