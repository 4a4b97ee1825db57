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


// A day in every way it may be written is that day.
RC_GTEST_PROP(Date, EveryFormOfADayIsThatDay, ()) {
    const auto first = *rc::gen::inRange(day(1000, 1, 1)->first, day(9999, 12, 31)->first);
    const std::optional<DayRange> expected = DayRange{first, first};
    const std::string print = iso(first), year = print.substr(0, 4), month = print.substr(5, 2), of_month = print.substr(8, 2);
    const std::string time = *rc::gen::element<std::string>("", "T17:00:00", "t07:00", " 23:59:59", "T00:00:00Z", "T12:30:00.125+02:00", " 17:00:00 +0100");
    const Language language = *any_language();
    const DateOrder any = *rc::gen::element(DateOrder::year_first, DateOrder::day_first, DateOrder::month_first);
    RC_ASSERT(read_date(print + time, language, any) == expected);
    RC_ASSERT(read_date(year + "/" + month + "/" + of_month + time, language, any) == expected);
    const std::string sign = *rc::gen::element<std::string>("/", "-", ".");
    const std::string day_first = of_month + sign + month + sign + year + time, month_first = month + sign + of_month + sign + year + time;
    RC_ASSERT(read_date(day_first, language, DateOrder::day_first) == expected);
    RC_ASSERT(read_date(month_first, language, DateOrder::month_first) == expected);
    RC_ASSERT(!read_date(day_first, language) && !read_date(month_first, language));
    const std::string number = std::to_string(std::stoi(of_month));
    for (const MonthWord& each : lexicon(language).months) {
        if (each.month != std::stoi(month)) continue;
        RC_ASSERT(read_date(number + " " + std::string(each.word) + " " + year, language) == expected);
        if (language == Language::en) RC_ASSERT(read_date(std::string(each.word) + " " + number + ", " + year, language) == expected);
    }
    for (const MonthWord& each : lexicon(language).short_months) {
        if (each.month != std::stoi(month)) continue;
        RC_ASSERT(read_date(number + " " + std::string(each.word) + ". " + year, language) == expected);
        RC_ASSERT(read_date(of_month + " " + std::string(each.word) + " " + year, language) == expected);
        if (language == Language::en) RC_ASSERT(read_date(std::string(each.word) + " " + number + ", " + year, language) == expected);
    }
}

RC_GTEST_PROP(Date, MovingThereAndBackIsNoMove, ()) {
    const auto first = *rc::gen::inRange(day(1000, 1, 1)->first, day(9000, 12, 31)->first);
    const std::int64_t by = *rc::gen::inRange(-5000, 5000);
    const auto moved = moved_by_days({first, first}, by);
    RC_ASSERT(moved && moved->first - first == by && moved_by_days(*moved, -by) == std::optional(DayRange{first, first}));
    const DayRange whole = month(year_of(first), month_of(first));
    const auto later = moved_by_months(whole, by);
    RC_ASSERT(later && moved_by_months(*later, -by) == std::optional(whole));
    RC_ASSERT(year_of(later->first) * 12 + month_of(later->first) == year_of(first) * 12 + month_of(first) + by);
    RC_ASSERT(!moved_by_months({first, first}, 1) && !moved_by_days(whole, 1));
}

TEST(Date, WhatIsNone) {
    for (const char* each : {"2013-02-30", "2013/13/01", "2013-1-1", "13-01-01", "2013-12-31T24:00:00", "2013-12-31T12:60", "2013-12-31x",
                             "2013-12-31T12:00+15:00", "2013/12-31", "31/12/13", "2013-13", "2013-00", "December 2013, 12", "Dec 2013 12", "Decem 12, 2013"})
        for (const DateOrder order : {DateOrder::year_first, DateOrder::day_first, DateOrder::month_first})
            EXPECT_FALSE(read_date(each, Language::en, order).has_value()) << each;
    EXPECT_FALSE(read_date("31/12/2013", Language::en, DateOrder::month_first).has_value());
    EXPECT_EQ(read_date("2013-12", Language::en), std::optional(month(2013, 12)));
    EXPECT_FALSE(read_date("2011-12", Language::en).has_value());
    EXPECT_EQ(read_date("2011-12", Language::en, DateOrder::year_first, DateIn::column), std::optional(month(2011, 12)));
}

}  // namespace crossfoot::testing
