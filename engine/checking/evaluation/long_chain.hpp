// Chains of many sides, judged in one walk over the sides' ranges instead of pair by pair.
#pragma once

#include <cstddef>
#include <optional>

#include "engine/checking/evaluation/relation.hpp"

namespace crossfoot {

inline constexpr std::size_t kMostPaired = 200;   // sides of a chain that are compared pair by pair

// Has the chain more sides than that, and can it not be judged by its sides' ranges alone: because a tolerance is stated,
// or a figure stands in several sides and in one of them not alone?
[[nodiscard]] bool too_long_a_chain(const Terms& terms, const Comparing& relation);

// Of a chain for which that is false: two of its sides that cannot agree; nothing where every pair can.
struct Crossing {
    std::size_t left = 0, right = 1;
    ast::Comparison comparison = ast::Comparison::equal;
};
[[nodiscard]] std::optional<Crossing> crossing(const Terms& terms, const Comparing& relation, Mode mode);

}  // namespace crossfoot
