// Chains of comparisons between sums of figures as a system of linear inequalities, and whether it has a solution
// (Fourier–Motzkin elimination over rationals).
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "engine/checking/ranges/range.hpp"

namespace crossfoot {

struct Comparing;

// Sum of factors * unknowns + constant; the sum is < 0 where strict, else <= 0.
struct Inequality {
    std::map<VariableId, Rational> factors;   // none of them 0
    Rational constant;
    bool strict = false;
    // Of which inequalities between neighbouring sides it is the sum, each times a number above 0; what else is added
    // are ends of the figures' ranges. Link i says side i <= side i + 1 as number 2 i, and side i + 1 <= side i as 2 i + 1.
    std::map<std::size_t, Rational> links;
};

// The links of a chain and the ends of its unknowns' ranges. Nothing where a side is no sum of unknowns times constants,
// where a tolerance or `!=` stands in the chain, and beyond 60 unknowns of a side or 40 of the chain.
[[nodiscard]] std::optional<std::vector<Inequality>> system_of(const Terms& terms, const Comparing& relation, const Box& box);

struct Elimination {
    bool undecided = false;                     // more than 2000 inequalities on the way, or no steps left
    std::optional<Inequality> contradiction;    // without unknowns, and false: the system has no solution
};
// What it costs is counted with `terms`.
[[nodiscard]] Elimination eliminate(std::vector<Inequality> system, const Terms& terms);

}  // namespace crossfoot
