// The shape of a printed number: which words, signs, digits and units stand where. What they mean is
// decided elsewhere (denotation.hpp); here nothing is computed. Spirit X3 stays in numeral_grammar.cpp.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <variant>

#include "engine/quantity/lexicon.hpp"
#include "engine/quantity/number_signs.hpp"

namespace crossfoot {

// All views are parts of the text that was parsed.
struct AmountSyntax {
    bool signed_ = false;         // a sign character is printed
    bool negative = false;
    std::string_view currency;    // printed before the number (en only)
    std::string_view numeral;     // digits with their grouping and decimal signs, or a word
    const NumberWord* word = nullptr;
    std::string_view unit;        // all that follows, without spaces at its ends
    bool bracketed = false;       // brackets stood around it: set by whoever took them off
};

// "50 à 70 %", "entre 50 et 70": the words decide nothing but that it is a range.
struct RangeSyntax {
    AmountSyntax low, high;
};

// "divisé par 2", "× 4".
struct MultipleSyntax {
    std::string_view numeral;
    const NumberWord* word = nullptr;
};

struct NumeralSyntax {
    std::array<const Lead*, 3> leads{};   // as printed, then null
    std::variant<AmountSyntax, RangeSyntax, MultipleSyntax, const FractionWord*, const FactorWord*> body;
};

// How digits are told from what surrounds them.
enum class Signs : std::uint8_t {
    own,      // the decimal sign that is declared, or the language's; complete groups of three
    foreign,  // any mixture of `.`, `,`, spaces and apostrophes between digits
};

// The shape of the whole of `text` (made uniform by PrintText), or nothing.
[[nodiscard]] std::optional<NumeralSyntax> parse_numeral(std::string_view text, Language language, Signs signs, NumberSigns declared = {});

// How much of the beginning of `text` is words that may stand before a number: qualifiers and directions.
[[nodiscard]] std::size_t parse_leads(std::string_view text, Language language, std::array<const Lead*, 3>& leads);

// The number of the longest number word that `text` begins with, and its length; null where there is none.
[[nodiscard]] const NumberWord* parse_number_word(std::string_view text, Language language, std::size_t& length);

// Does a number word stand in `text` as a word of its own? Articles (`un`, `une`) do not count.
[[nodiscard]] bool holds_number_word(std::string_view text, Language language);

}  // namespace crossfoot
