// Narrowing: what a fact says of each of its unknowns, given where the others lie (HC4, Benhamou et al. 1999, with
// exact numbers and open and closed ends). What is cut away is impossible; in a part that is a tree what is left is
// possible.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "engine/reasoning/system.hpp"

namespace crossfoot::reasoning {

// One step: by `fact`, `unknown` lies in `range` (and not only in what was known before).
struct Narrowing {
    FactId fact;
    UnknownId unknown;
    Interval range;
};

// One node of the fact by plain interval arithmetic: `box` by unknown, `below` what its earlier nodes are.
[[nodiscard]] Interval natural(const Fact& fact, const Term& term, std::span<const Interval> box, std::span<const Interval> below);

// Does narrowing by this fact leave each uncertain unknown exactly what the fact allows it? Where every uncertain one
// stands once, and products and quotients of two lie on one side of 0.
[[nodiscard]] bool projects_exactly(const Fact& fact, std::span<const Interval> box);

// What the fact and `box` leave of each unknown, once for each time that it stands there; false: the fact cannot hold.
struct Projection {
    UnknownId unknown;
    Interval range;
};
[[nodiscard]] bool project(const Fact& fact, std::span<const Interval> box, std::vector<Projection>& out);

// What the fact allows `unknown` whatever its own range in `box` is. Nothing: the fact cannot hold whatever it is.
[[nodiscard]] std::optional<Interval> allowed(const Fact& fact, std::span<const Interval> box, UnknownId unknown);

enum class Narrowed : std::uint8_t { settled, impossible, unfinished };

// Narrows `box` by `facts` until nothing changes, or for `rounds` looks at each fact on average. Where steps
// are asked for, `impossible` leaves as the last of them what its fact allows its unknown, of which `box` leaves
// nothing.
[[nodiscard]] Narrowed narrow(const System& system, std::span<const FactId> facts, std::vector<Interval>& box,
                              std::size_t rounds, std::vector<Narrowing>* steps = nullptr);

}  // namespace crossfoot::reasoning
