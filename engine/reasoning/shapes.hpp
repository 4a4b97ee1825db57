// Forms that the two sides of a relation are known by: a figure said to be a sum, or a change.
#pragma once

#include <optional>
#include <vector>

#include "engine/checking/statement.hpp"

namespace crossfoot {

// Are the two the same expression?
[[nodiscard]] bool same_expression(const Expressions& expressions, ExpressionId a, ExpressionId b);

// The figure that an expression is; kNoNode where it is none.
[[nodiscard]] NodeId figure_of(const Expressions& expressions, ExpressionId id);

// change(old, new), in whatever words the rule says it: (new - old) / old, or new / old - 1 as it is evaluated.
struct ChangeShape {
    ExpressionId old_value = kNoExpression, new_value = kNoExpression;
};
[[nodiscard]] std::optional<ChangeShape> change_shape(const Expressions& expressions, ExpressionId id);

// The figures of a sum of nothing but figures, in order; empty for anything else.
[[nodiscard]] std::vector<NodeId> sum_shape(const Expressions& expressions, ExpressionId id);

// Does it say of something that it equals something else?
[[nodiscard]] bool asserts_equation(const Statement& statement);

// `said` = `computed`: an equation without tolerance between a figure and an expression that is none. Empty where the
// relation is no such thing.
struct Said {
    ExpressionId computed = kNoExpression;
    NodeId figure = kNoNode;
};
[[nodiscard]] std::optional<Said> said_by(const Expressions& expressions, const AssertedRelation& relation);

}  // namespace crossfoot
