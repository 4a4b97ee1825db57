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

// In which order the parts of a date in digits stand, where its year is the last ("31/12/2013"). With `year_first`, such a
// date is not read.
enum class DateOrder : std::uint8_t { year_first, day_first, month_first };

// What a date is read from: a column of dates, or a text that may be anything else as well.
enum class DateIn : std::uint8_t { text, column };

// Nothing where there is no such day.
[[nodiscard]] std::optional<DayRange> day(int year, int month, int day);
[[nodiscard]] DayRange month(int year, int month);   // of the years 1 to 9999, and a month from 1 to 12
[[nodiscard]] int year_of(std::int32_t day);
[[nodiscard]] int month_of(std::int32_t day);        // 1 … 12
[[nodiscard]] int weekday_of(std::int32_t day);   // ISO 8601: Monday 1 … Sunday 7
[[nodiscard]] std::string iso(std::int32_t day);  // "2013-12-31"

// The days that lie so many days, or months, later (earlier where negative). Nothing beyond the years 1 to 9999; by months
// only an interval of whole months moves, and by days only a single day: nothing for any other.
[[nodiscard]] std::optional<DayRange> moved_by_days(DayRange date, std::int64_t days);
[[nodiscard]] std::optional<DayRange> moved_by_months(DayRange date, std::int64_t months);

// A string that reads whole as a date: "2013-12-31", "2013/12/31", "2013-12-31T17:00:00" (its day), "2013-12" (the month;
// of a text not where it may be two years), "25 mars 2013", "juin 2013", "4ème trimestre 2013", "année 2013",
// "31 March 2013", "March 31, 2013", "Mar 31, 2013", "June 2013", "Q4 2013", "4th quarter of 2013"; "31/12/2013" in the order
// that is given. A bare year is a number, not a date.
[[nodiscard]] std::optional<DayRange> read_date(std::string_view text, Language language, DateOrder order = DateOrder::year_first,
                                                DateIn in = DateIn::text);

}  // namespace crossfoot
