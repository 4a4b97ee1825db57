// The pieces of which suggested rules are written: paths, literals, ids.
#pragma once

#include <string>
#include <string_view>

#include "engine/quantity/rational.hpp"

namespace crossfoot::suggest {

// A key of a path: `population`, `"code insee"`.
[[nodiscard]] std::string key(std::string_view name);
[[nodiscard]] bool is_name(std::string_view name);
// A text between quotes.
[[nodiscard]] std::string text(std::string_view content);
// A word of an id: "Région (code)" → "region-code"; may be empty.
[[nodiscard]] std::string word(std::string_view name);
// "1_000_000 €", "-0.5 %"
[[nodiscard]] std::string number(const Rational& value, std::string_view unit);
// One digit, as far from zero or as near to it as the direction says: 987 654 → 1 000 000 upwards.
[[nodiscard]] Rational one_digit(const Rational& value, Rational::Direction direction);
// A title between quotes: braces doubled.
[[nodiscard]] std::string title(std::string_view words);

}  // namespace crossfoot::suggest
