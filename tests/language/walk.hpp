// The expressions of a tree, for tests that look at all of them.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "engine/language/ast.hpp"

namespace crossfoot::testing {

// The direct parts of an expression, in the order in which they are written.
[[nodiscard]] std::vector<const ast::Expr*> children(const ast::Expr& expr);

// Every whole expression of the file (bodies, domains, holes …), in the order of the tree; `in_title` says of a hole's
// path that it stands in a text.
void each_expression(const std::vector<ast::Declaration>& declarations,
                     const std::function<void(const ast::Expr&, bool in_title)>& visit);

}  // namespace crossfoot::testing
