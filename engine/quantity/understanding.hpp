// From the shape of a print to what it says: which words may stand together, which unit is meant, and the
// errors that are in the numeral itself.
#pragma once

#include <variant>

#include "engine/quantity/denotation.hpp"
#include "engine/quantity/numeral_grammar.hpp"
#include "engine/quantity/print_text.hpp"

namespace crossfoot {

// A print whose words or unit make no figure. `unit` is the unknown unit, where that is why.
struct NotUnderstood {
    std::string_view unit;
    std::string nearest_unit;
};

// `syntax` is the shape of `print.text()` under `signs`. With foreign signs the answer is never Understood:
// it is the error that they are, where the print would else be a figure. `shown` is what errors show of the whole, where
// `print` is not what was printed.
[[nodiscard]] std::variant<Understood, NotUnderstood, NumeralError> understand(
    const NumeralSyntax& syntax, Signs signs, const PrintText& print, const Reading& reading, Units& units,
    std::string_view shown = {});

// A number that stands alone, as a TOML integer or float does; `_unit` applies.
[[nodiscard]] Understood understand_plain(PrintedNumber number, bool negative, const Reading& reading);

}  // namespace crossfoot
