#include "engine/quantity/date.hpp"

#include <chrono>
#include <cstdio>

#include "engine/quantity/lexicon.hpp"
#include "engine/quantity/numeric_date.hpp"
#include "engine/quantity/print_text.hpp"
#include "engine/text/text_form.hpp"

namespace crossfoot {
namespace {

std::chrono::year_month_day calendar(std::int32_t day) {
    return std::chrono::year_month_day{std::chrono::sys_days{std::chrono::days{day}}};
}

// The days of `months` months from the first of `month`.
DayRange months_from(int year, int month, int months) {
    const auto first = std::chrono::year{year} / std::chrono::month{static_cast<unsigned>(month)} / 1;
    const auto next = first + std::chrono::months{months};
    const auto days = [](std::chrono::year_month_day date) {
        return static_cast<std::int32_t>(std::chrono::sys_days{date}.time_since_epoch().count());
    };
    return {days(first), days(next) - 1};
}

// The number of 1 to `most` digits that begins `text`, which it shortens.
std::optional<int> take_number(std::string_view& text, std::size_t least, std::size_t most) {
    std::size_t length = 0;
    int value = 0;
    while (length < text.size() && text[length] >= '0' && text[length] <= '9') {
        if (++length > most) return std::nullopt;
        value = value * 10 + (text[length - 1] - '0');
    }
    if (length < least) return std::nullopt;
    text.remove_prefix(length);
    return value;
}

bool take(std::string_view& text, std::string_view word) {
    if (!text.starts_with(word)) return false;
    text.remove_prefix(word.size());
    return true;
}

// `word` where it ends at a space, a comma or the end; the space goes with it.
bool take_word(std::string_view& text, std::string_view word) {
    if (!text.starts_with(word)) return false;
    std::string_view rest = text.substr(word.size());
    if (!rest.empty() && !word.ends_with('\'') && rest[0] != ' ') return false;
    if (rest.starts_with(' ')) rest.remove_prefix(1);
    text = rest;
    return true;
}

std::optional<int> whole_year(std::string_view text) {
    const auto year = take_number(text, 4, 4);
    return text.empty() && year && *year > 0 ? year : std::nullopt;
}

// Dates in words, one language's.
class DateReader {
public:
    explicit DateReader(const Lexicon& words) : words_(words) {}

    [[nodiscard]] std::optional<DayRange> read(std::string_view text) const {
        skip_articles(text);
        if (const auto found = year_alone(text)) return found;
        if (const auto found = quarter(text)) return found;
        return month_or_day(text);
    }

private:
    void skip_articles(std::string_view& text) const {
        for (const std::string_view article : words_.date_articles) take_word(text, article);
    }

    // "année 2013"
    [[nodiscard]] std::optional<DayRange> year_alone(std::string_view text) const {
        for (const std::string_view noun : words_.year_nouns) {
            if (!take_word(text, noun)) continue;
            const auto year = whole_year(text);
            return year ? std::optional(months_from(*year, 1, 12)) : std::nullopt;
        }
        return std::nullopt;
    }

    // "4ème trimestre 2013", "Q4 2013"
    [[nodiscard]] std::optional<DayRange> quarter(std::string_view text) const {
        const auto of = [&](std::string_view rest, int which) -> std::optional<DayRange> {
            skip_articles(rest);
            const auto year = whole_year(rest);
            return year ? std::optional(months_from(*year, 3 * which - 2, 3)) : std::nullopt;
        };
        for (const QuarterWord& each : words_.quarter_symbols)
            if (std::string_view rest = text; take_word(rest, each.word)) return of(rest, each.quarter);
        for (const QuarterWord& each : words_.quarters) {
            std::string_view rest = text;
            if (!take_word(rest, each.word)) continue;
            for (const std::string_view noun : words_.quarter_nouns)
                if (take_word(rest, noun)) return of(rest, each.quarter);
        }
        return std::nullopt;
    }

    [[nodiscard]] std::optional<int> take_month(std::string_view& text) const {
        for (const MonthWord& each : words_.months)
            if (take_word(text, each.word)) return each.month;
        // "dec" and "dec."
        for (const MonthWord& each : words_.short_months) {
            if (!text.starts_with(each.word)) continue;
            std::string_view rest = text.substr(each.word.size());
            if (rest.starts_with('.')) rest.remove_prefix(1);
            if (!take(rest, " ")) continue;
            text = rest;
            return each.month;
        }
        return std::nullopt;
    }

    // "31st", "2nd"
    void take_ending(std::string_view& text) const {
        if (words_.language != Language::en) return;
        for (const std::string_view ending : {"st", "nd", "rd", "th"})
            if (take(text, ending)) break;
    }

    // "juin 2013", "25 mars 2013", "1er mars 2013"; in English also "March 31, 2013", "Mar 31, 2013", "31st March 2013".
    [[nodiscard]] std::optional<DayRange> month_or_day(std::string_view text) const {
        std::optional<int> the_day;
        if (take_word(text, words_.first_day)) the_day = 1;
        else if ((the_day = take_number(text, 1, 2))) {
            take_ending(text);
            if (!take(text, " ")) return std::nullopt;
        }
        if (the_day) skip_articles(text);
        const auto month = take_month(text);
        if (!month) return std::nullopt;
        if (const auto year = whole_year(text)) return the_day ? day(*year, *month, *the_day) : months_from(*year, *month, 1);
        if (the_day || words_.language != Language::en) return std::nullopt;
        the_day = take_number(text, 1, 2);
        if (the_day) take_ending(text);
        const auto year = the_day && (take(text, ", ") || take(text, " ")) ? whole_year(text) : std::nullopt;
        return year ? day(*year, *month, *the_day) : std::nullopt;
    }

    const Lexicon& words_;
};

}  // namespace

std::optional<DayRange> day(int year, int month, int day) {
    // the library's parts of a date take numbers modulo 256
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
    const std::chrono::year_month_day date = std::chrono::year{year} / month / day;
    if (!date.ok()) return std::nullopt;
    const auto count = static_cast<std::int32_t>(std::chrono::sys_days{date}.time_since_epoch().count());
    return DayRange{count, count};
}

DayRange month(int year, int month) { return months_from(year, month, 1); }

int month_of(std::int32_t day) { return static_cast<int>(static_cast<unsigned>(calendar(day).month())); }

std::optional<DayRange> moved_by_days(DayRange date, std::int64_t days) {
    constexpr std::int64_t kFarthest = 10'000 * 366;
    if (date.first != date.last || days > kFarthest || days < -kFarthest) return std::nullopt;
    const std::int64_t moved = date.first + days;
    if (moved < day(1, 1, 1)->first || moved > day(9999, 12, 31)->last) return std::nullopt;
    const auto on = static_cast<std::int32_t>(moved);
    return DayRange{on, on};
}

std::optional<DayRange> moved_by_months(DayRange date, std::int64_t months) {
    constexpr std::int64_t kFarthest = 10'000 * 12, kYear = 12;
    const auto first = calendar(date.first), next = calendar(date.last + 1);
    const bool whole = date.first < date.last && first.day() == std::chrono::day{1} && next.day() == std::chrono::day{1};
    if (!whole || months > kFarthest || months < -kFarthest) return std::nullopt;
    const auto index = [](const std::chrono::year_month_day& of) {
        return static_cast<int>(of.year()) * kYear + static_cast<unsigned>(of.month()) - 1;
    };
    const std::int64_t length = index(next) - index(first), moved = index(first) + months;
    if (moved < kYear || moved + length > 10'000 * kYear) return std::nullopt;
    return months_from(static_cast<int>(moved / kYear), static_cast<int>(moved % kYear) + 1, static_cast<int>(length));
}

int year_of(std::int32_t day) { return static_cast<int>(calendar(day).year()); }

int weekday_of(std::int32_t day) {
    return static_cast<int>(std::chrono::weekday{std::chrono::sys_days{std::chrono::days{day}}}.iso_encoding());
}

std::string iso(std::int32_t day) {
    const auto date = calendar(day);
    char out[32];
    std::snprintf(out, sizeof out, "%04d-%02u-%02u", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                  static_cast<unsigned>(date.day()));
    return out;
}

std::optional<DayRange> read_date(std::string_view text, Language language, DateOrder order, DateIn in) {
    constexpr std::size_t kLongestDate = 64;
    if (text.size() > kLongestDate) return std::nullopt;
    if (const auto found = read_numeric_date(text, order)) return found;
    const PrintText print(text);
    // every date names its year
    if (!print.has_digit()) return std::nullopt;
    if (const auto found = read_numeric_date(print.text(), order)) return found;
    if (const auto found = read_numeric_month(print.text(), in)) return found;
    // months are proper nouns in English and begin French sentences: letter case says nothing
    return DateReader(lexicon(language)).read(lowered(print.text()));
}

}  // namespace crossfoot
