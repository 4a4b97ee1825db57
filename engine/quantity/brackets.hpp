// Accountants' brackets: `(275)`, `(29.8)%`, `$(1,234)` are negative.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/quantity/numeral_grammar.hpp"

namespace crossfoot {

// A print with its one pair of brackets taken off, and where in `text` they stood.
struct Bracketed {
    std::string text;
    std::size_t open = 0, close = 0;
};
[[nodiscard]] std::optional<Bracketed> without_brackets(std::string_view print);

// Did the brackets stand around the number, with or without its sign, currency and unit, and around nothing else?
// `syntax` is the shape of `text`, which is that of the Bracketed.
[[nodiscard]] bool is_bracketed(const NumeralSyntax& syntax, std::string_view text, const Bracketed& brackets);

}  // namespace crossfoot
