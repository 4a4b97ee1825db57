// Whole numbers of 128 bits, and what a comparison says of a range of them.
#pragma once

#include "engine/language/ast.hpp"

namespace crossfoot::columns {

__extension__ typedef __int128 Wide;  // GNU C and Clang; exact, as all numbers here

// 10 to the exponent, 0 to 38.
[[nodiscard]] constexpr Wide power_of_ten(int exponent) {
    Wide out = 1;
    for (int i = 0; i < exponent; ++i) out *= 10;
    return out;
}

// The comparison with its sides exchanged.
[[nodiscard]] constexpr ast::Comparison turned(ast::Comparison comparison) {
    switch (comparison) {
        case ast::Comparison::less: return ast::Comparison::greater;
        case ast::Comparison::less_equal: return ast::Comparison::greater_equal;
        case ast::Comparison::greater: return ast::Comparison::less;
        case ast::Comparison::greater_equal: return ast::Comparison::less_equal;
        default: return comparison;
    }
}

// Does some value from `low` to `high`, both ends in, compare so with 0? Not asked of !=.
template <class Int>
[[nodiscard]] constexpr bool some_compares(ast::Comparison comparison, Int low, Int high) {
    switch (comparison) {
        case ast::Comparison::equal: return low <= 0 && high >= 0;
        case ast::Comparison::less: return low < 0;
        case ast::Comparison::less_equal: return low <= 0;
        case ast::Comparison::greater: return high > 0;
        case ast::Comparison::greater_equal: return high >= 0;
        case ast::Comparison::not_equal: break;
    }
    return false;
}

}  // namespace crossfoot::columns
