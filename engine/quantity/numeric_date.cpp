#include "engine/quantity/numeric_date.hpp"

namespace crossfoot {
namespace {

// The number of `least` to `most` digits that begins `text`, which it shortens; -1 where there is none.
int take_digits(std::string_view& text, std::size_t least, std::size_t most) {
    std::size_t length = 0;
    int value = 0;
    while (length < text.size() && text[length] >= '0' && text[length] <= '9') {
        if (length == most) return -1;
        value = value * 10 + (text[length++] - '0');
    }
    if (length < least) return -1;
    text.remove_prefix(length);
    return value;
}

bool take_sign(std::string_view& text, char sign) {
    if (text.empty() || text.front() != sign) return false;
    text.remove_prefix(1);
    return true;
}

// "Z", "+02:00", "+0200", "+02", nothing
bool is_offset(std::string_view text) {
    if (text.empty() || text == "Z" || text == "z") return true;
    if (!take_sign(text, '+') && !take_sign(text, '-')) return false;
    const std::string_view hours = text.substr(0, 2);
    text.remove_prefix(hours.size());
    (void)take_sign(text, ':');
    const auto number = [](std::string_view part, int most) {
        const int value = take_digits(part, 2, 2);
        return value >= 0 && value <= most && part.empty();
    };
    const bool minutes = text.empty() ? !hours.ends_with(':') : number(text, 59);
    return number(hours, 14) && minutes;
}

// " 17:00", "T17:00:00", "T17:00:00.123Z", nothing
bool is_time(std::string_view text) {
    if (text.empty()) return true;
    if (!take_sign(text, 'T') && !take_sign(text, 't') && !take_sign(text, ' ')) return false;
    const int hour = take_digits(text, 1, 2);
    if (hour < 0 || hour > 23 || !take_sign(text, ':')) return false;
    const int minute = take_digits(text, 2, 2);
    if (minute < 0 || minute > 59) return false;
    if (take_sign(text, ':')) {
        const int second = take_digits(text, 2, 2);
        if (second < 0 || second > 60) return false;   // a leap second is one
        if ((take_sign(text, '.') || take_sign(text, ',')) && take_digits(text, 1, 9) < 0) return false;
    }
    if (text.size() > 1 && text.front() == ' ') text.remove_prefix(1);
    return is_offset(text);
}

// Three numbers with one sign between them; what stands behind them is left in `text`.
struct Three {
    int first, second, third;
};

std::optional<Three> year_first(std::string_view& text) {
    const int year = take_digits(text, 4, 4);
    if (year < 0 || text.empty()) return std::nullopt;
    const char sign = text.front();
    const std::size_t least = sign == '-' ? 2 : 1;
    if ((sign != '-' && sign != '/') || !take_sign(text, sign)) return std::nullopt;
    const int month = take_digits(text, least, 2);
    if (month < 0 || !take_sign(text, sign)) return std::nullopt;
    const int of_month = take_digits(text, least, 2);
    return of_month < 0 ? std::nullopt : std::optional(Three{year, month, of_month});
}

std::optional<Three> year_last(std::string_view& text) {
    const int first = take_digits(text, 1, 2);
    if (first < 0 || text.empty()) return std::nullopt;
    const char sign = text.front();
    if ((sign != '-' && sign != '/' && sign != '.') || !take_sign(text, sign)) return std::nullopt;
    const int second = take_digits(text, 1, 2);
    if (second < 0 || !take_sign(text, sign)) return std::nullopt;
    const int year = take_digits(text, 4, 4);
    return year < 0 ? std::nullopt : std::optional(Three{first, second, year});
}

struct YearAndNumber {
    int year, number;
};

std::optional<YearAndNumber> year_and_number(std::string_view text) {
    const int year = take_digits(text, 4, 4);
    if (year < 1 || !take_sign(text, '-')) return std::nullopt;
    const int number = take_digits(text, 2, 2);
    return number < 0 || !text.empty() ? std::nullopt : std::optional(YearAndNumber{year, number});
}

}  // namespace

std::optional<DayRange> read_numeric_date(std::string_view text, DateOrder order) {
    std::string_view rest = text;
    if (const auto found = year_first(rest)) return is_time(rest) ? day(found->first, found->second, found->third) : std::nullopt;
    if (order == DateOrder::year_first) return std::nullopt;
    rest = text;
    const auto found = year_last(rest);
    if (!found || !is_time(rest)) return std::nullopt;
    const bool day_first = order == DateOrder::day_first;
    return day(found->third, day_first ? found->second : found->first, day_first ? found->first : found->second);
}

std::optional<DayRange> read_numeric_month(std::string_view text, DateIn in) {
    const auto found = year_and_number(text);
    if (!found || found->number < 1 || found->number > 12) return std::nullopt;
    if (in == DateIn::text && month_or_years(text)) return std::nullopt;
    return month(found->year, found->number);
}

bool month_or_years(std::string_view text) {
    const auto found = year_and_number(text);
    return found && found->number >= 1 && found->number <= 12 && (found->year + 1) % 100 == found->number;
}

bool needs_date_order(std::string_view text) {
    const auto found = year_last(text);
    if (!found || !is_time(text)) return false;
    return day(found->third, found->second, found->first) || day(found->third, found->first, found->second);
}

}  // namespace crossfoot
