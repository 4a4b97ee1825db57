#include "engine/quantity/denotation.hpp"

namespace crossfoot {
namespace {

Rational percent(int whole) { return {whole, 100}; }

// Fractions in words are meant to one part in twenty.
const int kFractionWidth = 5;
// "une dizaine" is meant to one part in five.
const int kApproximateWidth = 20;

bool counts_or_measures(Kind kind) { return kind == Kind::count || kind == Kind::measure; }

// Is a whole number of this kind rounded to its last printed digit, without decimals or scale word?
bool always_rounded(Kind kind) { return kind == Kind::rate || kind == Kind::measure; }

// Precisions are declared for whole tables; one in percent says nothing of the counts beside them.
bool same_sort(const Unit& a, const Unit& b) {
    const auto rate = [](const Unit& unit) {
        return unit.notation == Notation::percent || unit.notation == Notation::permille || unit.notation == Notation::point;
    };
    return a.dimension == b.dimension && rate(a) == rate(b);
}

// One unit of the last digit that the print, or the dataset's declaration, vouches for; 0 where it is exact.
Rational step_of(const PrintedNumber& number, const Unit& unit, Kind kind, const Precision& precision, const Units& units) {
    const auto printed = [&] { return number.decimals == 0 ? unit.size : unit.size * Rational::power_of_ten(-number.decimals); };
    switch (precision.mode) {
        case Precision::Mode::exact: return 0;
        case Precision::Mode::last_digit: return printed();
        case Precision::Mode::step:
            if (!precision.unit) return precision.step * unit.size;
            if (const Unit& declared = units.unit(*precision.unit); same_sort(declared, unit)) return precision.step * declared.size;
            break;
        case Precision::Mode::printed: case Precision::Mode::machine: break;
    }
    return number.decimals > 0 || unit.scaled || always_rounded(kind) ? printed() : Rational(0);
}

// Is a number printed so one that was measured or computed, not counted?
bool computed(const PrintedNumber& number, const Unit& unit, Kind kind) {
    return number.decimals > 0 || unit.scaled || kind == Kind::rate || unit.notation == Notation::factor;
}

Rational width_of(const Lead& word, const Reading& reading) {
    if (reading.qualifier_widths != nullptr) {
        const auto found = reading.qualifier_widths->find(std::string(word.phrase));
        if (found != reading.qualifier_widths->end()) return found->second;
    }
    return percent(word.width);
}

// The true values of "environ x", "plus de x" … for x >= 0 in base units. `own` is what x alone would mean,
// `coarse` half a unit of its last digit that is not 0.
Interval qualified(const Lead& word, const Rational& x, const Interval& own, const Rational& coarse, Kind kind, const Reading& reading) {
    const Rational width = x * width_of(word, reading);
    const End lowest = counts_or_measures(kind) ? End::closed(0) : End::infinite();
    switch (word.kind) {
        case LeadKind::about: {
            const Rational& wider = max(width, coarse);
            return Interval::closed(x - wider, x + wider);
        }
        case LeadKind::near: return {End::closed(x - width), own.high};
        case LeadKind::above: return {End::opened(x), End::infinite()};
        case LeadKind::at_least: return {End::closed(x), End::infinite()};
        // nothing counts less than 0: "moins de 0" can only mean below it
        case LeadKind::below: return {x.is_zero() ? End::infinite() : lowest, End::opened(x)};
        case LeadKind::at_most: return {lowest, End::closed(x)};
        // five percent of nothing is nothing; the last digit is what is left to go by
        case LeadKind::just_above: return {End::opened(x), End::closed(x + (width.is_zero() ? coarse : width))};
        case LeadKind::just_below: return {End::closed(x - (width.is_zero() ? coarse : width)), End::opened(x)};
        case LeadKind::fall: case LeadKind::rise: case LeadKind::minus: break;
    }
    return own;
}

std::optional<Figure> denote_range(const Understood& print, const Units& units) {
    Rational low = print.number.value * units.unit(print.lower_unit).size;
    Rational high = print.upper.value * units.unit(print.unit).size;
    if (print.negative) low = -low;
    if (print.upper_negative) high = -high;
    if (high < low) return std::nullopt;
    Figure out;
    out.unit = print.unit;
    out.qualified = true;
    for (const PrintedNumber* end : {&print.number, &print.upper})
        out.fractional = out.fractional || computed(*end, units.unit(print.unit), units.kind(units.unit(print.unit)));
    out.value = (low + high) * Rational(1, 2);
    out.range = Interval::closed(std::move(low), std::move(high));
    return out;
}

}  // namespace

std::optional<Figure> denote(const Understood& print, const Reading& reading, const Units& units) {
    std::optional<Figure> out;
    bool mirrored = print.falls;
    if (print.form == Understood::Form::range) {
        out = denote_range(print, units);
        if (!out) return std::nullopt;
    } else {
        // a negative number is the mirror image of its positive: everything is decided on that one
        mirrored = mirrored != print.negative;
        const Unit& unit = units.unit(print.unit);
        const Kind kind = units.kind(unit);
        const Rational& x = print.number.value;
        out.emplace();
        out->unit = print.unit;
        out->value = unit.size == Rational(1) ? x : x * unit.size;
        Interval own = Interval::point(out->value);
        Rational coarse;
        if (print.form == Understood::Form::fraction) {
            out->qualified = true;
            coarse = out->value * percent(kFractionWidth);
            own = Interval::closed(out->value - coarse, out->value + coarse);
        } else {
            Rational step = step_of(print.number, unit, kind, reading.precision, units);
            out->fractional = computed(print.number, unit, kind);
            const bool whole = step.is_zero() && print.qualifier == nullptr && reading.precision.mode != Precision::Mode::exact;
            if (whole) out->whole_step = unit.size;
            if (step.sign() > 0) own = rounded_range(out->value, step, reading.rounding.value_or(Rounding::nearest));
            if (print.qualifier == nullptr && step.sign() > 0) {
                out->rounded = true;
                out->finer = reading.precision.mode == Precision::Mode::step && !(out->value / step).is_whole();
                out->step = std::move(step);
            }
            if (print.qualifier != nullptr || print.approximate)
                coarse = unit.size * Rational::power_of_ten(print.number.last_exponent) * Rational(1, 2);
        }
        if (print.approximate) {
            const Rational wider = max(out->value * percent(kApproximateWidth), coarse);
            own = Interval::closed(out->value - wider, out->value + wider);
            out->qualified = true;
            out->rounded = false;
            out->step = out->whole_step = 0;
        }
        // "environ une dizaine" is no narrower than "une dizaine"
        const bool told = print.qualifier != nullptr && !(print.approximate && print.qualifier->kind == LeadKind::about);
        if (told) {
            out->qualified = true;
            out->range = qualified(*print.qualifier, out->value, own, coarse, kind, reading);
        } else {
            out->range = std::move(own);
        }
    }
    if (mirrored) {
        out->value = -out->value;
        out->range = -out->range;
    }
    out->each = reading.each;
    out->signs = reading.signs;
    out->rounding = reading.rounding.value_or(Rounding::nearest);
    out->rounding_declared = reading.rounding.has_value();
    return out;
}

}  // namespace crossfoot
