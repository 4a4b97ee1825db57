// Visits every expression of a tree, parents first.
#pragma once

#include <variant>

#include "engine/language/ast.hpp"

namespace crossfoot {

template <class Visit>
void for_each_expression(const ast::Expr& expr, const Visit& visit) {
    visit(expr);
    const auto go = [&](const ast::ExprPtr& child) {
        if (child) for_each_expression(*child, visit);
    };
    const auto domain = [&](const ast::Domain& d) {
        go(d.low);
        go(d.high);
    };
    std::visit(
        [&](const auto& node) {
            using Form = std::decay_t<decltype(node)>;
            if constexpr (std::is_same_v<Form, ast::List>) {
                for (const auto& each : node.items) go(each);
            } else if constexpr (std::is_same_v<Form, ast::Paren>) {
                go(node.inner);
            } else if constexpr (std::is_same_v<Form, ast::Call>) {
                for (const auto& each : node.arguments) {
                    go(each.value);
                    go(each.high);
                    if (each.domain) domain(*each.domain);
                }
            } else if constexpr (std::is_same_v<Form, ast::Child> || std::is_same_v<Form, ast::Star> || std::is_same_v<Form, ast::Some_of> ||
                                 std::is_same_v<Form, ast::AllRows> || std::is_same_v<Form, ast::Except>) {
                go(node.base);
            } else if constexpr (std::is_same_v<Form, ast::Index>) {
                go(node.base);
                go(node.inner);
            } else if constexpr (std::is_same_v<Form, ast::Negate> || std::is_same_v<Form, ast::Not>) {
                go(node.operand);
            } else if constexpr (std::is_same_v<Form, ast::Binary>) {
                go(node.left);
                go(node.right);
            } else if constexpr (std::is_same_v<Form, ast::Relation>) {
                for (const auto& each : node.sides) go(each);
                go(node.within);
            } else if constexpr (std::is_same_v<Form, ast::Membership>) {
                go(node.value);
                domain(node.domain);
            } else if constexpr (std::is_same_v<Form, ast::Matches>) {
                go(node.value);
            } else if constexpr (std::is_same_v<Form, ast::Connective>) {
                for (const auto& each : node.operands) go(each);
            } else if constexpr (std::is_same_v<Form, ast::If>) {
                go(node.condition);
                go(node.consequence);
            } else if constexpr (std::is_same_v<Form, ast::Some>) {
                domain(*node.domain);
                go(node.body);
            }
        },
        expr.node);
}

}  // namespace crossfoot
