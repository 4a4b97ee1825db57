// The most of a table that is read: what is longer is an error with its place (XF115), so that neither a damaged quote nor
// a hostile packed file takes all memory. How many rows a table has, and what a packed file unpacks to, is not limited.
#pragma once

#include <cstddef>

namespace crossfoot::table {

inline constexpr std::size_t kMostRecord = 32U << 20U;    // bytes of a row
inline constexpr std::size_t kMostCell = 24U << 20U;      // bytes of a cell, with its quotes
inline constexpr std::size_t kMostColumns = 1U << 20U;    // of a file, declared or not

}  // namespace crossfoot::table
