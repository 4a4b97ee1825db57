#include "engine/quantity/duration_text.hpp"

#include <array>
#include <utility>
#include <vector>

#include "engine/quantity/lexicon.hpp"
#include "engine/quantity/print_text.hpp"

namespace crossfoot {
namespace {

struct Clock {
    std::int64_t size, below;      // in seconds; how many are less than one of the next
    std::string_view symbol;
};
constexpr std::array<Clock, 4> kClocks{{{86'400, 0, "j"}, {3'600, 24, "h"}, {60, 60, "min"}, {1, 60, "s"}}};
constexpr std::size_t kMostDigits = 6;

// Which of the clock's units a word is; their number where it is none.
std::size_t clock_of(std::string_view word, Language language, const Units& units) {
    const Unit* unit = units.find(word, language);
    if (unit == nullptr || units.kind(*unit) != Kind::duration) return kClocks.size();
    std::size_t out = 0;
    const Unit* second = units.find("s", language);
    if (!(unit->dimension == second->dimension)) return kClocks.size();
    while (out < kClocks.size() && !(unit->size == Rational(kClocks[out].size))) ++out;
    return out;
}

struct Scan {
    std::string_view text;
    std::size_t at = 0;

    std::string_view digits() {
        const std::size_t begin = at;
        while (at < text.size() && is_digit(text[at])) ++at;
        return text.substr(begin, at - begin);
    }
    std::string_view word() {
        const std::size_t begin = at;
        while (at < text.size() && !is_digit(text[at]) && text[at] != ' ') ++at;
        return text.substr(begin, at - begin);
    }
    bool skip(std::string_view what) {
        if (!text.substr(at).starts_with(what)) return false;
        at += what.size();
        return true;
    }
};

std::int64_t number_of(std::string_view digits) {
    std::int64_t out = 0;
    for (const char c : digits) out = out * 10 + (c - '0');
    return out;
}

struct Part {
    std::size_t begin, end;        // its digits
    std::size_t clock;             // the place of its unit
    std::int64_t value;
};

struct Duration {
    std::vector<Part> parts;
    std::size_t end = 0;           // behind its last unit
};

// Nothing where the text holds no duration in several units.
std::optional<Duration> duration_of(std::string_view text, Language language, const Units& units) {
    const std::string also = std::string(" ").append(lexicon(language).also).append(" ");
    std::size_t first = 0;
    while (first < text.size() && !is_digit(text[first])) ++first;
    Scan scan{text, first};
    Duration out;
    for (;;) {
        const std::size_t begin = scan.at;
        const std::string_view digits = scan.digits();
        if (digits.empty() || digits.size() > kMostDigits) break;
        const std::int64_t value = number_of(digits);
        const std::size_t after_digits = scan.at, last = out.parts.empty() ? kClocks.size() : out.parts.back().clock;
        scan.skip(" ");
        std::size_t clock = clock_of(scan.word(), language, units);
        if (clock == kClocks.size()) {
            // "12 h 30"
            if (out.parts.empty() || (last != 1 && last != 2) || digits.size() != 2) return std::nullopt;
            clock = last + 1;
            scan.at = after_digits;
        }
        if (!out.parts.empty() && (clock <= last || value >= kClocks[clock].below)) return std::nullopt;
        out.parts.push_back({begin, after_digits, clock, value});
        out.end = scan.at;
        if (!scan.skip(also)) scan.skip(" ");
        if (out.end == after_digits) break;
    }
    return out.parts.size() < 2 ? std::nullopt : std::optional(std::move(out));
}

}  // namespace

std::optional<std::string> as_one_duration(std::string_view text, Language language, const Units& units) {
    const auto duration = duration_of(text, language, units);
    if (!duration) return std::nullopt;
    std::int64_t total = 0;
    for (const Part& each : duration->parts) total += each.value * kClocks[each.clock].size;
    const Clock& last = kClocks[duration->parts.back().clock];
    std::string out(text.substr(0, duration->parts.front().begin));
    out += std::to_string(total / last.size);
    out.append(" ").append(last.symbol).append(text.substr(duration->end));
    return out;
}

std::optional<std::string> duration_in_manner_of(std::string_view text, const Rational& seconds, Language language, const Units& units) {
    const auto duration = duration_of(text, language, units);
    if (!duration) return std::nullopt;
    Rational left = seconds.abs() / Rational(kClocks[duration->parts.back().clock].size);
    left = Rational::from_decimal(left.fixed(0, Rational::Direction::nearest)) * Rational(kClocks[duration->parts.back().clock].size);
    std::string out;
    std::size_t at = 0;
    for (const Part& each : duration->parts) {
        const Rational size(kClocks[each.clock].size);
        const std::string whole = (left / size).fixed(0, Rational::Direction::down);
        left -= Rational::from_decimal(whole) * size;
        out.append(text.substr(at, each.begin - at));
        const std::size_t width = each.end - each.begin == 2 && &each != &duration->parts.front() ? 2 : 1;
        if (whole.size() < width) out += '0';
        out += whole;
        at = each.end;
    }
    return out.append(text.substr(at));
}

}  // namespace crossfoot
