#include "engine/quantity/figure.hpp"

namespace crossfoot {
namespace {

// For value >= 0; a negative one is its mirror image.
Interval rounded_positive(const Rational& value, const Rational& step, Rounding rounding) {
    if (rounding == Rounding::truncated) {
        const Rational high = value + step;
        // towards zero from either side: 0 stands for all that is smaller than one step
        if (value.is_zero()) return {End::opened(-high), End::opened(high)};
        return {End::closed(value), End::opened(high)};
    }
    const Rational half = step * Rational(1, 2);
    Rational low = value - half, high = value + half;
    switch (rounding) {
        case Rounding::half_up:
            if (value.is_zero()) return {End::opened(std::move(low)), End::opened(std::move(high))};
            return {End::closed(std::move(low)), End::opened(std::move(high))};
        case Rounding::half_even: {
            const Rational units = value / step;
            if (units.is_whole() && !(units * Rational(1, 2)).is_whole())
                return {End::opened(std::move(low)), End::opened(std::move(high))};
            break;
        }
        case Rounding::nearest: case Rounding::truncated: break;
    }
    return Interval::closed(std::move(low), std::move(high));
}

}  // namespace

Interval rounded_range(const Rational& value, const Rational& step, Rounding rounding) {
    if (value.sign() < 0) return -rounded_positive(-value, step, rounding);
    return rounded_positive(value, step, rounding);
}

Interval derived_range(const Figure& figure) { return rounded_range(figure.value, figure.whole_step, figure.rounding); }

Interval truncated_derived_range(const Figure& figure) {
    return rounded_range(figure.value, figure.whole_step, Rounding::truncated);
}

Interval truncated_range(const Figure& figure) {
    if (!figure.rounded || figure.qualified) return figure.range;
    return rounded_range(figure.value, figure.step, Rounding::truncated);
}

}  // namespace crossfoot
