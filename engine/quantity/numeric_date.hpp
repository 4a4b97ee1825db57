// Dates written in digits: "2013-12-31", "2013/12/31", "31/12/2013" where its order is declared, each with a time of day
// or without. Nothing is allocated: a column of a large table is read so.
#pragma once

#include <optional>
#include <string_view>

#include "engine/quantity/date.hpp"

namespace crossfoot {

// The whole of `text` as one day; a time behind it ("T17:00:00", " 17:00", "T17:00:00.5Z", "T17:00+02:00") is read and
// left out, its offset too. Nothing for anything else, and where there is no such day or time.
[[nodiscard]] std::optional<DayRange> read_numeric_date(std::string_view text, DateOrder order);

// "2013-12": a month. With `text`, nothing where the second number is the year after the first ("2011-12"), which is a
// season or a code as well.
[[nodiscard]] std::optional<DayRange> read_numeric_month(std::string_view text, DateIn in);

// Does `text` read as a month, or as two years: "2011-12"?
[[nodiscard]] bool month_or_years(std::string_view text);

// Are these three numbers that end in a year, of which the first two are a day and a month in some order: "31/12/2013"?
[[nodiscard]] bool needs_date_order(std::string_view text);

}  // namespace crossfoot
