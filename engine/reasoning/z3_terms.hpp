// Exact numbers and ends of ranges as the solver's terms; only for the files that speak to it.
#pragma once

#include <z3++.h>

#include "engine/quantity/interval.hpp"

namespace crossfoot::reasoning {

[[nodiscard]] inline z3::expr number(z3::context& z3, const Rational& value) { return z3.real_val(value.fraction().c_str()); }

// The end is not unbounded.
[[nodiscard]] inline z3::expr not_below(const z3::expr& term, const End& low) {
    const z3::expr value = number(term.ctx(), low.value);
    return low.open ? term > value : term >= value;
}
[[nodiscard]] inline z3::expr not_above(const z3::expr& term, const End& high) {
    const z3::expr value = number(term.ctx(), high.value);
    return high.open ? term < value : term <= value;
}

}  // namespace crossfoot::reasoning
