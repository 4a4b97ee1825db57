// Laws of the numeral grammar and of the denotation.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "engine/quantity/date.hpp"
#include "engine/quantity/print.hpp"
#include "tests/quantity/figures_table.hpp"
#include "tests/quantity/generators.hpp"

namespace crossfoot::testing {
namespace {

Reading reading_in(Language language) {
    Reading out;
    out.language = language;
    return out;
}

// A print of a number with its decimals, its grouping and its unit, and what it must read as.
struct Printed {
    Language language = Language::fr;
    std::string digits;        // as the language writes them
    std::string plain;         // "-1234.50"
    int decimals = 0;
    std::string unit;
};

void showValue(const Printed& printed, std::ostream& out) { out << printed.digits << ' ' << printed.unit; }

rc::Gen<Printed> any_printed() {
    return rc::gen::exec([] {
        Printed out;
        out.language = *any_language();
        const bool french = out.language == Language::fr;
        const std::string whole = std::to_string(*rc::gen::inRange<std::int64_t>(0, 100'000'000'000));
        const std::string decimals = *rc::gen::container<std::string>(rc::gen::inRange('0', static_cast<char>('9' + 1)));
        const std::string group = french ? *rc::gen::element<std::string>(" ", "\u00A0", "\u202F", "\u2009", "'", "’", "")
                                         : *rc::gen::element<std::string>(",", " ", "");
        for (std::size_t i = 0; i < whole.size(); ++i) {
            if (i > 0 && (whole.size() - i) % 3 == 0) out.digits += group;
            out.digits += whole[i];
        }
        out.decimals = static_cast<int>(std::min<std::size_t>(decimals.size(), 12));
        out.plain = whole;
        if (out.decimals > 0) {
            out.digits += (french ? "," : ".") + decimals.substr(0, static_cast<std::size_t>(out.decimals));
            out.plain += "." + decimals.substr(0, static_cast<std::size_t>(out.decimals));
        }
        out.unit = *rc::gen::element<std::string>("", "%", "€", "k€", "kg", "m²", "FTE", "USD", "t");
        return out;
    });
}

std::optional<Figure> figure(const std::string& text, const Reading& reading, Units& units) {
    ReadResult result = read_figure(text, reading, units);
    if (auto* found = std::get_if<Figure>(&result)) return std::move(*found);
    return std::nullopt;
}

}  // namespace

RC_GTEST_PROP(Numeral, ReadsWhatIsWritten, ()) {
    const Printed printed = *any_printed();
    Units units;
    const bool negative = *rc::gen::arbitrary<bool>();
    const std::string space = *rc::gen::element<std::string>("", " ", "\u00A0");
    const auto found = figure((negative ? "- " : "") + printed.digits + space + printed.unit, reading_in(printed.language), units);
    RC_ASSERT(found.has_value());
    const Unit& unit = units.unit(found->unit);
    const Rational value = Rational::from_decimal(printed.plain) * unit.size;
    RC_ASSERT(found->value == (negative ? -value : value));
    RC_ASSERT(unit.symbol == printed.unit);
    RC_ASSERT(found->range.contains(found->value));
    if (found->rounded) RC_ASSERT(found->step == unit.size * Rational::power_of_ten(-printed.decimals));
    RC_ASSERT(found->rounded == (printed.decimals > 0 || units.kind(unit) == Kind::rate || units.kind(unit) == Kind::measure || unit.scaled));
}

// Printing a value and reading it gives it back: value, unit and, as all digits are printed, no less precision.
RC_GTEST_PROP(Numeral, ReadsWhatThePrinterPrints, ()) {
    const Language language = *any_language();
    Units units;
    const std::string symbol = *rc::gen::element<std::string>("", "%", "€", "M€", "Md€", "kg", "km²", "pt", "h", "GBP");
    const auto id = symbol.empty() ? std::optional<UnitId>(0) : parse_literal_unit(symbol, units, language);
    RC_ASSERT(id.has_value());
    const Rational number(*rc::gen::inRange<std::int64_t>(-1'000'000'000'000, 1'000'000'000'000), *rc::gen::element<std::int64_t>(1, 10, 100, 1'000'000));
    const Rational value = number * units.unit(*id).size;
    const auto found = figure(print_quantity(value, units.unit(*id), language), reading_in(language), units);
    RC_ASSERT(found.has_value());
    RC_ASSERT(found->value == value);
    RC_ASSERT(found->unit == *id);
    RC_ASSERT(found->range.contains(value));
}

RC_GTEST_PROP(Numeral, CurrencyBeforeTheNumberSurvivesPrinting, ()) {
    Units units;
    const std::string scale = *rc::gen::element<std::string>("", " million", "bn", "k");
    const std::string text = *rc::gen::element<std::string>("£", "$", "€") + std::to_string(*rc::gen::inRange(0, 999)) + scale;
    const auto found = figure(text, reading_in(Language::en), units);
    RC_ASSERT(found.has_value());
    RC_ASSERT(print_quantity(found->value, units.unit(found->unit), Language::en) == text);
}

// Whatever the print and the declarations, the negative is the mirror image.
RC_GTEST_PROP(Numeral, NegativeIsTheMirrorImage, ()) {
    const Printed printed = *any_printed();
    Units units;
    Reading reading = reading_in(Language::fr);
    if (const int which = *rc::gen::inRange(0, 5); which < 4) reading.rounding = static_cast<Rounding>(which);
    if (*rc::gen::arbitrary<bool>()) reading.precision = {Precision::Mode::step, Rational(*rc::gen::inRange(1, 2000)), std::nullopt};
    const std::string word = *rc::gen::element<std::string>("", "environ ", "près de ", "plus de ", "moins de ", "au moins ", "au plus ",
                                                             "un peu plus de ", "un peu moins de ");
    std::string digits = printed.digits;
    for (char& c : digits) c = c == ',' && printed.language == Language::en ? ' ' : c == '.' ? ',' : c;
    const auto plus = figure(word + digits + " " + printed.unit, reading, units);
    const auto minus = figure(word + "- " + digits + " " + printed.unit, reading, units);
    const auto fall = figure("baisse de " + word + digits + " " + printed.unit, reading, units);
    RC_ASSERT(plus.has_value() && minus.has_value() && fall.has_value());
    RC_ASSERT(minus->range == -plus->range);
    RC_ASSERT(minus->value == -plus->value);
    RC_ASSERT(fall->range == minus->range && fall->value == minus->value);
    RC_ASSERT(minus->step == plus->step);
}

// Every rounding convention lies in the closed interval that knows none, and holds the printed value.
RC_GTEST_PROP(Numeral, ConventionsNarrowTheUnknownOne, ()) {
    const Rational step = *rc::gen::element(Rational(1), Rational(1, 10), Rational(1000), Rational(3));
    const Rational value = step * Rational(*rc::gen::inRange(-50, 51));
    const Interval nearest = rounded_range(value, step, Rounding::nearest);
    for (const Rounding each : {Rounding::half_up, Rounding::half_even}) {
        const Interval narrowed = rounded_range(value, step, each);
        RC_ASSERT(intersection(nearest, narrowed) == narrowed);
        RC_ASSERT(narrowed.contains(value));
    }
    const Interval truncated = rounded_range(value, step, Rounding::truncated);
    RC_ASSERT(truncated.contains(value));
    for (const Rational& x : members(truncated)) RC_ASSERT((x / step).truncated() * step == value);
}

// The intervals of neighbouring prints meet without gap or, where the convention is known, overlap.
RC_GTEST_PROP(Numeral, NeighbouringPrintsLeaveNoGap, ()) {
    const Rational step = *rc::gen::element(Rational(1), Rational(1, 100), Rational(1000));
    const Rational value = step * Rational(*rc::gen::inRange(-20, 20));
    for (const Rounding each : {Rounding::half_up, Rounding::half_even, Rounding::truncated}) {
        const Interval here = rounded_range(value, step, each), next = rounded_range(value + step, step, each);
        RC_ASSERT(!intersection(here, next).has_value());
        RC_ASSERT(here.high.value == next.low.value && here.high.open != next.low.open);
    }
}

// Any bytes: no crash, and every place lies inside the text.
RC_GTEST_PROP(Numeral, AnyBytesAreReadWithoutCrash, ()) {
    const std::string text = *rc::gen::oneOf(print_like_text(), rc::gen::arbitrary<std::string>());
    Units units = table_units();
    Reading reading = reading_in(*any_language());
    const ReadResult result = read_figure(text, reading, units);
    if (const auto* found = std::get_if<Figure>(&result)) {
        RC_ASSERT(!empty_between(found->range.low, found->range.high));
        RC_ASSERT(text.find(found->printed) != std::string::npos);
        if (!found->qualified) RC_ASSERT(found->range.contains(found->value));
        RC_ASSERT(found->rounded == (found->step.sign() > 0));
    } else if (const auto* error = std::get_if<NumeralError>(&result)) {
        RC_ASSERT(error->begin < error->end && error->end <= text.size());
        RC_ASSERT(!error->headline.in(reading.language).empty());
    } else {
        const auto& unread = std::get<NotAFigure>(result);
        RC_ASSERT(unread.begin <= unread.end && unread.end <= text.size());
    }
    static_cast<void>(read_date(text, reading.language));
    static_cast<void>(read_precision(text, reading, units));
    static_cast<void>(read_plain(text, reading, units));
    static_cast<void>(parse_literal_unit(text, units, reading.language));
}

// Reading twice, or with another's units known, gives the same.
RC_GTEST_PROP(Numeral, ReadingIsAFunctionOfTheText, ()) {
    const std::string text = *print_like_text();
    const Reading reading = reading_in(*any_language());
    Units once = table_units(), often = table_units();
    for (const std::string& other : *rc::gen::container<std::vector<std::string>>(print_like_text())) static_cast<void>(read_figure(other, reading, often));
    RC_ASSERT(spelled(read_figure(text, reading, once), once, Language::en) == spelled(read_figure(text, reading, often), often, Language::en));
}

}  // namespace crossfoot::testing
