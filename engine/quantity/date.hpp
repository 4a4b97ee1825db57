// Dates as intervals of days: a day, a month, a quarter, a year.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/text/language.hpp"

namespace crossfoot {

// Days since 1970-01-01 in the proleptic Gregorian calendar; both ends in, first <= last.
struct DayRange {
    std::int32_t first = 0;
    std::int32_t last = 0;
    friend bool operator==(const DayRange&, const DayRange&) = default;
};

// Nothing where there is no such day.
[[nodiscard]] std::optional<DayRange> day(int year, int month, int day);
[[nodiscard]] int year_of(std::int32_t day);
[[nodiscard]] int weekday_of(std::int32_t day);   // ISO 8601: Monday 1 … Sunday 7
[[nodiscard]] std::string iso(std::int32_t day);  // "2013-12-31"

// A string that reads whole as a date: "2013-12-31", "25 mars 2013", "juin 2013", "4ème trimestre 2013",
// "année 2013", "31 March 2013", "June 2013", "Q4 2013", "4th quarter of 2013". A bare year is a number, not a date.
[[nodiscard]] std::optional<DayRange> read_date(std::string_view text, Language language);

}  // namespace crossfoot
