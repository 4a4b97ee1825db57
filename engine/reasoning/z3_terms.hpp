// Exact numbers and ends of ranges as the solver's terms, and its count of steps; only for the files that speak to it.
#pragma once

#include <z3++.h>

#include <algorithm>
#include <cstdint>

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

// To be made before a context. Of its two ways to decide sums the solver takes the one that counts its steps; the
// other does not (Z3 4.8), and no bound would stop it. The optimizer can be told so only for the whole process.
struct Counting {
    Counting() { Z3_global_param_set("smt.arith.solver", "2"); }
};

// The most steps of the next question.
template <class Asked>
void limit_steps(z3::context& z3, Asked& asked, std::uint64_t most) {
    z3::params params(z3);
    params.set("rlimit", static_cast<unsigned>(std::min<std::uint64_t>(most, 0xFFFFFFFFU)));
    asked.set(params);
}

// All steps of the context so far.
[[nodiscard]] inline std::uint64_t steps_counted(const z3::stats& counts) {
    for (unsigned i = 0; i < counts.size(); ++i)
        if (counts.key(i) == "rlimit count" && counts.is_uint(i)) return counts.uint_value(i);
    return 0;
}

}  // namespace crossfoot::reasoning
