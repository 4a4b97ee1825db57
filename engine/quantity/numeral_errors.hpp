// The errors that are in a numeral itself, worded: XF108 to XF110, and XF112 of a precision. `part` is a
// part of `print.text()`: the place that is wrong; empty for the whole.
#pragma once

#include <string_view>

#include "engine/quantity/numeral.hpp"
#include "engine/quantity/print_text.hpp"
#include "engine/quantity/printed_number.hpp"

namespace crossfoot {

// "4.000", "1.63" in fr.
[[nodiscard]] NumeralError foreign_signs_error(const PrintText& print, std::string_view part, const ForeignNumber& number,
                                               Language language, NumberSigns declared = {});
[[nodiscard]] NumeralError too_many_digits_error(const PrintText& print, std::string_view part, int digits);
// "hausse de moins 2 500", "+ 200 de moins"; `unsigned_part` is the number with its unit: "2 500", `shown` the whole.
[[nodiscard]] NumeralError direction_and_sign_error(const PrintText& print, std::string_view shown, std::string_view unsigned_part);
// "(-3)"
[[nodiscard]] NumeralError brackets_and_sign_error(const PrintText& print, std::string_view shown, std::string_view unsigned_part);
// "hausse de - 5 à 3 %"
[[nodiscard]] NumeralError direction_and_signed_range_error(const PrintText& print);
[[nodiscard]] NumeralError no_precision_error(const PrintText& print, Language language);

}  // namespace crossfoot
