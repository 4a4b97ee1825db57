// Is there one choice of true values that satisfies every link of a chain? Exact for sides that are sums of figures
// (Fourier–Motzkin elimination over rationals); for others a witness is sought among corners and printed values.
#pragma once

#include "engine/checking/ranges/range.hpp"

namespace crossfoot {

struct Comparing;
enum class Feasible : std::uint8_t { yes, no, undecided };

// Every pair of sides is possible already; only sides that share unknowns can still exclude each other.
[[nodiscard]] Feasible jointly_feasible(const Terms& terms, const Comparing& relation, const Box& box);

}  // namespace crossfoot
