#include "engine/quantity/date.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "engine/quantity/lexicon.hpp"
#include "tests/quantity/generators.hpp"

namespace crossfoot::testing {
namespace {

TEST(Date, Days) {
    EXPECT_EQ(day(1970, 1, 1)->first, 0);
    EXPECT_EQ(day(2000, 2, 29)->first, 11'016);
    EXPECT_FALSE(day(1900, 2, 29).has_value());
    EXPECT_FALSE(day(2013, 13, 1).has_value());
    EXPECT_FALSE(day(2013, 0, 1).has_value());
    EXPECT_FALSE(day(2013, 4, 31).has_value());
    EXPECT_FALSE(day(2013, 4, 0).has_value());
    EXPECT_FALSE(day(2013, 257, 1).has_value()) << "months are not taken modulo 256";
    EXPECT_FALSE(day(0, 1, 1).has_value());
    EXPECT_EQ(iso(day(1, 1, 1)->first), "0001-01-01");
}

TEST(Date, Weekdays) {
    EXPECT_EQ(weekday_of(day(2013, 12, 31)->first), 2);   // a Tuesday
    EXPECT_EQ(weekday_of(day(2024, 1, 7)->first), 7);
    EXPECT_EQ(weekday_of(day(1969, 12, 29)->first), 1);
}

}  // namespace

RC_GTEST_PROP(Date, EveryDayIsItsOwnPrint, ()) {
    const auto first = *rc::gen::inRange(day(1, 1, 1)->first, day(9999, 12, 31)->first);
    const DayRange expected{first, first};
    RC_ASSERT(read_date(iso(first), *any_language()) == std::optional(expected));
    RC_ASSERT(iso(first).starts_with(std::string(4 - std::to_string(year_of(first)).size(), '0') + std::to_string(year_of(first))));
    RC_ASSERT(weekday_of(first + 1) == weekday_of(first) % 7 + 1);
}

// The months of a quarter, and the quarters of a year, follow each other and fill it.
RC_GTEST_PROP(Date, MonthsFillQuartersFillTheYear, ()) {
    const Language language = *any_language();
    const Lexicon& words = lexicon(language);
    const std::string year = std::to_string(*rc::gen::inRange(1000, 9999));
    const auto whole = read_date(std::string(words.year_nouns.front()) + " " + year, language);
    RC_ASSERT(whole.has_value());
    std::int32_t next = whole->first;
    for (const QuarterWord& each : words.quarter_symbols) {
        const auto quarter = read_date(std::string(each.word) + " " + year, language);
        RC_ASSERT(quarter.has_value() && quarter->first == next);
        next = quarter->last + 1;
    }
    RC_ASSERT(next == whole->last + 1);
    for (const MonthWord& each : words.months) {
        const auto month = read_date(std::string(each.word) + " " + year, language);
        RC_ASSERT(month.has_value() && month->first >= whole->first && month->last <= whole->last);
        const auto length = month->last - month->first + 1;
        RC_ASSERT(length >= 28 && length <= 31);
        const auto last_day = read_date(std::to_string(length) + " " + std::string(each.word) + " " + year, language);
        RC_ASSERT(last_day.has_value() && last_day->last == month->last);
    }
}

}  // namespace crossfoot::testing
