// Is a figure bounded from two sides and no more by what an instance asserts: once it is contradicted with a larger print,
// is it with every larger one, and likewise below? True only where that is proved.
#pragma once

#include "engine/checking/statement.hpp"

namespace crossfoot {

[[nodiscard]] bool monotone_in(const Statement& statement, NodeId figure);

}  // namespace crossfoot
