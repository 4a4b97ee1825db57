// Reading a printed number: numeral, sign, qualifier or direction words, scale word, unit. The grammar
// (Spirit X3) is numeral_grammar.cpp, its words are data in lexicon_en.cpp and lexicon_fr.cpp, what a
// print means is denotation.cpp.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/quantity/date.hpp"
#include "engine/quantity/figure.hpp"
#include "engine/text/codes.hpp"
#include "engine/text/message.hpp"

namespace crossfoot {

// How precisely a figure is known where the dataset says it.
struct Precision {
    enum class Mode : std::uint8_t { printed, last_digit, exact, step, machine } mode = Mode::printed;
    Rational step;                 // for Mode::step: in `unit`; without unit, in the figure's printed unit ("k€": thousands)
    std::optional<UnitId> unit;    // for Mode::step: the unit it was declared with
    friend bool operator==(const Precision&, const Precision&) = default;
};

// All that the dataset declares about how a print is read.
struct Reading {
    Language language = Language::fr;
    NumberSigns signs;                             // where not the language's
    DateOrder dates = DateOrder::year_first;         // of dates in digits, for those who read them beside figures
    std::optional<Rounding> rounding;
    Precision precision;
    std::optional<UnitId> unit;                    // `_unit`: for bare numbers
    bool each = false;                             // `_each`: kept with the figure
    bool brackets = false;                         // `(275)` is -275; in en it is without this
    const std::vector<std::string>* flags = nullptr;   // letters behind a figure that are marks; none where null
    const std::map<std::string, Rational>* qualifier_widths = nullptr;  // overrides, relative: "environ" → 1/10
};

// Why a string that looks like a number is an error in itself (ambiguous, other language's sign, too long).
struct NumeralError {
    Code code;             // XF108, XF109 or XF110; XF112 of a precision
    Message headline;
    std::uint32_t begin, end;      // bytes of the string
    std::vector<Message> help;     // both readings and how to write each
};

// Not a figure: text. `number_like` says it holds a digit or a number word (page 2, `unread`).
struct NotAFigure {
    bool number_like = false;
    std::uint32_t begin = 0, end = 0;   // what could not be read, where a numeral was found
    std::string nearest_unit;           // the nearest known unit to it, or empty
};

using ReadResult = std::variant<Figure, NotAFigure, NumeralError>;

// Reads the whole of `text` (surrounding white space ignored) as one figure. Missing and suppressed
// markers are the dataset's business, not read here. Never fails on any bytes. `units` gains the
// printed units it meets.
[[nodiscard]] ReadResult read_figure(std::string_view text, const Reading& reading, Units& units);

// An exact whole number (a TOML integer) or a decimal as written (a TOML float's lexeme: digits, one point,
// optional sign, underscores removed), as if printed in the reading's language.
[[nodiscard]] ReadResult read_plain(std::string_view digits, const Reading& reading, Units& units);

// A machine's print of a binary number ("28.999999999999996", "1e+05"): rounded to 15 significant digits, ± one unit of
// the 15th, whatever else the reading's precision says; 0 is 0. NotAFigure for anything else, and beyond 10^±400.
[[nodiscard]] ReadResult read_machine_number(std::string_view text, const Reading& reading, Units& units);

// A precision declaration's value: "exact", "last-digit", or a numeral with or without unit.
[[nodiscard]] std::variant<Precision, NumeralError> read_precision(std::string_view text, const Reading& reading, Units& units);

// What stands for a missing figure where the dataset does not say: compared with the whole of a string,
// surrounding white space ignored, letter case as it stands.
[[nodiscard]] std::span<const std::string_view> default_missing_markers();

}  // namespace crossfoot
