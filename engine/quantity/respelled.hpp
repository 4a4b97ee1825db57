// Prints that say with other words what the grammar knows: the same text respelled.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/quantity/numeral.hpp"

namespace crossfoot {

// Longer texts are not respelled.
inline constexpr std::size_t kLongestRespelled = 200;

// Number words of several words ("deux cent cinquante mille", "two hundred and five") as digits. A thousand alone stays
// where it is a scale word of the language. `joints`: "and" may stand inside a number, as in "two hundred and five"; it does
// not in "between one hundred and two hundred".
[[nodiscard]] std::optional<std::string> with_digits(std::string_view text, Language language, bool joints = true);

// "un million deux cent mille" as "1,2 million": number words with several scale words, or more than a thousand behind one.
[[nodiscard]] std::optional<std::string> with_one_scale(std::string_view text, Language language, bool joints = true);

// "une dizaine de communes" as "10 communes".
[[nodiscard]] std::optional<std::string> with_approximation_as_digits(std::string_view text, Language language);

// "10-15 %" as "10 à 15 %": a dash without spaces between rising digits; `original` is the text as it is printed.
// Nothing for two years, numbers with leading zeros, and a minus sign.
[[nodiscard]] std::optional<std::string> with_range_words(std::string_view text, std::string_view original, const Reading& reading);

}  // namespace crossfoot
