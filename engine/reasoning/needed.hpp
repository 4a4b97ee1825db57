// What one figure would have to be for a relation to hold: the relation solved for it, every other figure lying in its own
// range (interval constraint propagation: forward evaluation, then projection back to one unknown; Benhamou et al. 1999,
// HC4-revise). The range found contains every such value; where the figure stands once, or as the base of a change,
// it holds no other.
#pragma once

#include <optional>

#include "engine/checking/statement.hpp"

namespace crossfoot {

struct Needed {
    std::optional<Interval> range;   // none: no value of the figure would do
    bool solved = true;              // false: the figure stands in several places, and nothing is known of it
};

[[nodiscard]] Needed needed_for(const Expressions& expressions, const AssertedRelation& relation, NodeId figure);

// The values of an expression, each figure in its range: from outside where one stands twice.
[[nodiscard]] Interval range_of(const Expressions& expressions, ExpressionId id);
// At the printed values of the figures; none where one has none, or at a division by 0.
[[nodiscard]] std::optional<Rational> printed_value(const Expressions& expressions, ExpressionId id, const Dataset& dataset);

}  // namespace crossfoot
