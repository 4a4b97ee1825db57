// The words of printed numbers, as data: one lexicon per language (lexicon_en.cpp, lexicon_fr.cpp).
// Words stand in lower case with plain spaces and apostrophes; printed_forms says how else they are printed.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/text/language.hpp"

namespace crossfoot {

// What a word before a number does to it (page 1.1).
enum class LeadKind : std::uint8_t {
    about,        // x ± the wider of `width` and half a unit of the last non-zero digit
    near,         // [x - width, x], widened above by its own rounding
    above,        // ]x, +inf[
    below,        // ]-inf, x[
    at_least,     // [x, +inf[
    at_most,      // ]-inf, x]
    just_above,   // ]x, x + width]
    just_below,   // [x - width, x[
    fall,         // a direction word that negates
    rise,         // a direction word that does not
    minus,        // the sign as a word
};

struct Lead {
    std::string_view phrase;
    LeadKind kind;
    std::uint8_t width = 0;   // in percent of the number, where the kind has one
};
[[nodiscard]] constexpr bool is_qualifier(LeadKind kind) { return kind <= LeadKind::just_below; }

// A word or phrase that is a number by itself.
struct NumberWord {
    std::string_view word;
    std::uint16_t value;
    bool article = false;   // also an article: does not make a text look like a number
};
struct FractionWord {
    std::string_view phrase;
    std::uint8_t numerator, denominator;
};
struct FactorWord {
    std::string_view phrase;
    std::uint8_t factor;
};

// "× 4", "divisé par 2": the word before the number; the value is the factor as said.
struct FactorIntroduction {
    std::string_view phrase;
    bool sign = false;   // a sign, which may touch its number
};

struct ScaleWord {
    std::string_view word;
    std::uint8_t exponent;       // of ten
    bool sticks;                 // may be glued before a symbol: "M€"
    bool after_currency = false; // read only where the currency stands before the number: "$3m"
};

// "entre 50 et 70": an opener asks for its connective; the pair without opener is "50 à 70".
struct RangeWords {
    std::string_view opener, connective;
    bool after_direction = false;   // may follow a direction word
};

// A direction word behind the figure: "200 de moins", "7% lower"; `before_unit` also between number and unit: "200 fewer pupils".
struct Tail {
    std::string_view phrase;
    LeadKind kind;   // fall or rise
    bool before_unit = false;
};

// "une dizaine": about so many, more widely than `about` says. Its plural ("des dizaines") is no figure.
struct ApproximateWord {
    std::string_view phrase;   // as it stands before `de` and the unit
    std::string_view noun;     // whose presence makes a text look like a number
    std::uint16_t value;
    bool plural_scales = false;   // its plural is a scale word: "milliers d'euros" heads a table, and looks like no number
};

// How number words are put together above a hundred.
struct Hundreds {
    std::string_view hundred, hundreds;   // "cent", "cents"
    std::string_view thousand;            // "mille"
    std::string_view joint;               // may stand before what follows the hundreds: "and"; none in fr: "entre cent et vingt"
    bool scales = false;                  // the thousand alone is a scale word
    std::string_view joint_before_one = {};   // may stand between the thousand and one: "mille et un"
};

struct MonthWord {
    std::string_view word;
    std::uint8_t month;
};
// "4ème trimestre 2013", "Q4 2013".
struct QuarterWord {
    std::string_view word;
    std::uint8_t quarter;
};

struct Lexicon {
    Language language;
    char decimal_sign;
    bool comma_groups;                       // besides space and apostrophe
    std::string_view joint, elided_joint;    // between scale word and unit: "de", "d'"
    std::span<const Lead> leads;
    std::span<const NumberWord> numbers;     // zero to a hundred
    std::span<const FractionWord> fractions;
    std::span<const FactorWord> factors;
    std::span<const FactorIntroduction> factor_introductions;
    std::span<const ScaleWord> scales;       // longest first
    std::span<const RangeWords> ranges;
    std::span<const Tail> tails;
    std::span<const ApproximateWord> approximations;
    std::span<const std::string_view> share_words;   // "1 sur 5"
    std::string_view also;                           // "et": between the parts of a duration
    Hundreds hundreds;
    std::span<const MonthWord> months;
    std::span<const MonthWord> short_months;           // with a point behind them or without
    std::span<const QuarterWord> quarters;   // "4ème", "fourth": before `quarter_nouns`; "q4" alone
    std::span<const QuarterWord> quarter_symbols;
    std::span<const std::string_view> quarter_nouns;
    std::span<const std::string_view> year_nouns;      // "année 2013"
    std::span<const std::string_view> date_articles;   // dropped at the front, and between quarter and year
    std::string_view first_day;                        // "1er"
};

[[nodiscard]] const Lexicon& lexicon(Language language);

// How a phrase may be printed: with a first capital letter (which may have lost its accent: `A peine`), and
// where it stands before another word, followed by a space, or its final "de" elided (`plus d'un`).
[[nodiscard]] std::vector<std::string> printed_forms(std::string_view phrase, bool before_another);

// Does a noun of an approximation ("dizaine", "milliers") stand in `text`?
[[nodiscard]] bool holds_approximation(std::string_view text, Language language);

// The two, for `lexicon` only.
[[nodiscard]] const Lexicon& english_lexicon();
[[nodiscard]] const Lexicon& french_lexicon();

}  // namespace crossfoot
