// The built-in units of page 1.3, as data.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "engine/quantity/unit.hpp"

namespace crossfoot {

// The built-in base units, in the order of their BaseId; the other currencies follow.
enum BuiltInBase : BaseId { kEuro, kKilogram, kMetre, kSecond, kMonth, kFullTime, kDollar, kPound, kFirstOtherCurrency };

struct BaseDatum {
    std::string_view name;       // in findings
    std::string_view en, fr;     // for a person
};
[[nodiscard]] std::span<const BaseDatum> base_data();             // the first kFirstOtherCurrency bases
[[nodiscard]] std::span<const std::string_view> other_currencies();  // ISO 4217 codes, each a base and a unit

// A sign that names its country: "US$" is USD.
struct CurrencySymbol {
    std::string_view symbol, code;
};
[[nodiscard]] std::span<const CurrencySymbol> currency_symbols();

// Spellings are separated by `|`: symbols for both languages, then the words of each.
struct UnitDatum {
    std::string_view symbols, en, fr;
    std::array<Dimension::Factor, 3> factors;   // power 0: none
    Notation notation;
    std::int64_t size, divisor;                 // in base units
    bool sticks;                                // scale symbols may be glued before its symbols: "M€", "kt"
};
[[nodiscard]] std::span<const UnitDatum> unit_data();
// The word of a built-in unit as it stands beside one ("months": "month"); others as they are.
[[nodiscard]] std::string_view singular(std::string_view word, Language language);

}  // namespace crossfoot
