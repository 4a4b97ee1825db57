#include "engine/quantity/duration_text.hpp"

#include <array>

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

}  // namespace

std::optional<std::string> as_one_duration(std::string_view text, Language language, const Units& units) {
    const std::string also = std::string(" ").append(lexicon(language).also).append(" ");
    std::size_t first = 0;
    while (first < text.size() && !is_digit(text[first])) ++first;
    Scan scan{text, first};
    std::int64_t total = 0;
    std::size_t parts = 0, last = kClocks.size();   // the place of the smallest unit so far
    std::size_t end = first;
    for (;;) {
        const std::string_view digits = scan.digits();
        if (digits.empty() || digits.size() > kMostDigits) break;
        const std::int64_t value = number_of(digits);
        const std::size_t after_digits = scan.at;
        scan.skip(" ");
        std::size_t clock = clock_of(scan.word(), language, units);
        if (clock == kClocks.size()) {
            // "12 h 30"
            if (parts == 0 || (last != 1 && last != 2) || digits.size() != 2) return std::nullopt;
            clock = last + 1;
            scan.at = after_digits;
        }
        if (parts > 0 && (clock <= last || value >= kClocks[clock].below)) return std::nullopt;
        total += value * kClocks[clock].size;
        last = clock;
        end = scan.at;
        ++parts;
        if (!scan.skip(also)) scan.skip(" ");
        if (end == after_digits) break;
    }
    if (parts < 2) return std::nullopt;
    std::string out(text.substr(0, first));
    out += std::to_string(total / kClocks[last].size);
    out.append(" ").append(kClocks[last].symbol).append(text.substr(end));
    return out;
}

}  // namespace crossfoot
