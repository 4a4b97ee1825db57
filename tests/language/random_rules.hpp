// Random trees of every construct, as the parser would give them. A tree is grown from a tape of bytes: each decision
// reads one, an empty tape decides for the simplest. rapidcheck shrinks the tape, and the tree shrinks with it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/language/ast.hpp"

namespace crossfoot::testing {

using Tape = std::vector<std::uint8_t>;

[[nodiscard]] ast::File random_file(const Tape& tape);
// `count` declarations, none of them a group.
[[nodiscard]] std::vector<ast::Declaration> random_declarations(const Tape& tape, std::size_t count);
[[nodiscard]] ast::ExprPtr random_expression(const Tape& tape);

}  // namespace crossfoot::testing
