// Random numbers, intervals and prints that shrink to simple ones.
#pragma once

#include <rapidcheck.h>

#include <string>
#include <vector>

#include "engine/quantity/interval.hpp"
#include "engine/text/language.hpp"

namespace crossfoot::testing {

// Small numbers, many of them whole and many equal: where ends meet is where intervals go wrong.
[[nodiscard]] inline rc::Gen<Rational> small_number() {
    return rc::gen::apply([](int numerator, int denominator) { return Rational(numerator, denominator); }, rc::gen::inRange(-12, 13),
                          rc::gen::element(1, 1, 1, 2, 3, 10));
}

// Closed, open and unbounded ends, points, and 0 as an end now and then.
[[nodiscard]] inline rc::Gen<Interval> any_interval() {
    return rc::gen::apply(
        [](const Rational& a, const Rational& b, int low_kind, int high_kind) {
            const auto end = [](const Rational& value, int kind) {
                return kind == 0 ? End::infinite() : kind == 1 ? End::opened(value) : End::closed(value);
            };
            Interval out{end(min(a, b), low_kind), end(max(a, b), high_kind)};
            if (empty_between(out.low, out.high)) out = Interval::point(a);
            return out;
        },
        small_number(), small_number(), rc::gen::inRange(0, 5), rc::gen::inRange(0, 5));
}

// Members of the interval that show its ends: the ends that are in, values close to those that are out, the
// middle, 0 and what is close to it, and far ones where there is no end.
[[nodiscard]] inline std::vector<Rational> members(const Interval& interval) {
    const Rational close = Rational::power_of_ten(-9), far = Rational::power_of_ten(9);
    std::vector<Rational> candidates{0, close, -close};
    const Rational low = interval.low.unbounded ? (interval.high.unbounded ? -far : interval.high.value - far) : interval.low.value;
    const Rational high = interval.high.unbounded ? (interval.low.unbounded ? far : interval.low.value + far) : interval.high.value;
    candidates.insert(candidates.end(), {low, low + close, (low + high) / 2, high - close, high});
    std::vector<Rational> out;
    for (const Rational& each : candidates)
        if (interval.contains(each)) out.push_back(each);
    return out;
}

// What a print may be pieced together from: words of both languages, units, digits, signs, stray bytes.
[[nodiscard]] inline rc::Gen<std::string> print_like_text() {
    const auto piece = rc::gen::element<std::string>(
        "1", "2", "12", "345", "000", "4.000", " ", " ", "\u00A0", "\u202F", ",", ".", "'", "’", "-", "−", "–", "+", "%", "€", "M€", "M",
        "Md", "k", "millions", "million", " de ", " d'", " à ", " et ", " to ", "de ", "entre ", "environ ", "près de ", "plus de ",
        "moins ", "moins de ", "un peu plus de ", "baisse de ", "hausse d'", "trois", "vingt et un", "Twenty-one", "about ", "down ",
        "(", ")", "*", "(1)", "¹", "†", " de moins", " de plus", " fewer", " sur ", " in ", "cinq", "cent ", "mille ", "une dizaine", " h ", "h15",
        "US$", "£'000", "bps", " lower", "la moitié", "half", "× ", "divisé par ", "doublé", "fois", "kg", "élèves", "e\u0301le\u0300ves", "/", "\xFF", "\xC3", "\xE2\x80",
        std::string(1, '\0'), "juin 2013", "31 March", "Q4 ", "2013-12-31", "\n", "\t", "$", "£", "CHF ", "123456789012345678901234567890123456");
    return rc::gen::map(rc::gen::container<std::vector<std::string>>(piece), [](const std::vector<std::string>& pieces) {
        std::string out;
        for (const std::string& each : pieces) out += each;
        return out;
    });
}

[[nodiscard]] inline rc::Gen<Language> any_language() { return rc::gen::element(Language::fr, Language::en); }

}  // namespace crossfoot::testing

// How failures show them; found where the types live.
namespace crossfoot {
inline void showValue(const Rational& value, std::ostream& out) { out << value.decimal(Rational::Direction::nearest); }
inline void showValue(const Interval& interval, std::ostream& out) {
    const auto end = [&](const End& each) {
        if (each.unbounded) out << "∞";
        else showValue(each.value, out);
    };
    out << (interval.low.open ? "]" : "[");
    end(interval.low);
    out << "; ";
    end(interval.high);
    out << (interval.high.open ? "[" : "]");
}
}  // namespace crossfoot
