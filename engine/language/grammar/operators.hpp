// The operators that stand between two operands, with how tightly they bind; all take their left side first.
#pragma once

#include <array>
#include <string_view>

#include "engine/language/ast.hpp"
#include "engine/language/token.hpp"

namespace crossfoot::syntax {

struct Operator {
    Kind kind;
    std::string_view spelling;
    int binding;               // larger binds tighter
};

inline constexpr std::array<Operator, 4> kArithmetic = {{
    {Kind::plus, "+", 1}, {Kind::minus, "-", 1}, {Kind::star, "*", 2}, {Kind::slash, "/", 2},
}};
inline constexpr std::array<Operator, 6> kComparisons = {{
    {Kind::equal, "=", 0}, {Kind::not_equal, "!=", 0}, {Kind::less, "<", 0},
    {Kind::less_equal, "<=", 0}, {Kind::greater, ">", 0}, {Kind::greater_equal, ">=", 0},
}};

// The tables are in the order of the tree's enumerations.
[[nodiscard]] constexpr ast::Arithmetic arithmetic(Kind kind) {
    for (std::size_t row = 0; row < kArithmetic.size(); ++row)
        if (kArithmetic[row].kind == kind) return static_cast<ast::Arithmetic>(row);
    return ast::Arithmetic::add;
}
[[nodiscard]] constexpr ast::Comparison comparison(Kind kind) {
    for (std::size_t row = 0; row < kComparisons.size(); ++row)
        if (kComparisons[row].kind == kind) return static_cast<ast::Comparison>(row);
    return ast::Comparison::equal;
}
[[nodiscard]] constexpr const Operator& entry(ast::Arithmetic op) { return kArithmetic[static_cast<std::size_t>(op)]; }
[[nodiscard]] constexpr const Operator& entry(ast::Comparison op) { return kComparisons[static_cast<std::size_t>(op)]; }

}  // namespace crossfoot::syntax
