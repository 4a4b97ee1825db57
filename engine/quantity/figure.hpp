// A figure: a printed number and the set of true values that print like it. The meaning of each print
// is page 1.1 of the specification; engine/quantity/denotation.cpp computes it.
#pragma once

#include <cstdint>
#include <string>

#include "engine/quantity/interval.hpp"
#include "engine/quantity/number_signs.hpp"
#include "engine/quantity/unit.hpp"

namespace crossfoot {

// The author's convention, where the dataset declares it. `nearest` leaves the tie rule open: both ends closed.
enum class Rounding : std::uint8_t { nearest, half_up, half_even, truncated };

enum class FigureState : std::uint8_t {
    known,        // a printed number
    missing,      // a missing marker: range is everything
    suppressed,   // withheld: range is what the dataset declares, there is no printed number
};

struct Figure {
    std::string printed;               // as the draft shows it
    FigureState state = FigureState::known;
    Rational value;                    // the printed number in base units; a qualified figure's own number, of a range the middle
    Interval range = Interval::point(0);  // the true values, in base units
    Rational step;                     // the absolute precision in base units: one unit of the last printed or declared digit; 0 where exact
    UnitId unit = 0;
    Rounding rounding = Rounding::nearest;
    bool rounding_declared = false;    // `rounding` was stated by the dataset, not assumed
    bool qualified = false;            // environ, plus de, a fraction in words, a range …
    bool rounded = false;              // the range comes from rounding to `step`
    bool finer = false;                // printed finer than its declared precision
    bool each = false;                 // `_each`: its print stands for several facts
    bool machine = false;              // a machine's print of a binary number: never plain
    bool fractional = false;           // printed with decimals, a scale word, as a rate or as a factor: not counted, but computed
    NumberSigns signs;                 // those that are declared for its print
    std::string mark;                  // what stands behind it and is no part of the number: "*", "(1)", "¹", a declared flag
    Rational whole_step;               // one unit of the last digit where it is exact only because it is printed whole; else 0
};

// The true values of a figure with a whole_step whose relation is to a computed number: rounded to its last digit.
[[nodiscard]] Interval derived_range(const Figure& figure);
// The same if it were truncated towards zero.
[[nodiscard]] Interval truncated_derived_range(const Figure& figure);

// The true values if the figure were truncated towards zero to its step instead of rounded
// ([19.7, 19.8[; for 0 ]-u, u[); its range unchanged where it is not rounded or is qualified.
[[nodiscard]] Interval truncated_range(const Figure& figure);

// The true values of `value` rounded to a multiple of `step` under `rounding` (page 1.1, last paragraph).
// `step` > 0. half_even closes both ends where value/step is even or no whole number.
[[nodiscard]] Interval rounded_range(const Rational& value, const Rational& step, Rounding rounding);

}  // namespace crossfoot
