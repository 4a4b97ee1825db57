// The printer behind `crossfoot fmt`: one layout for every rule file. Printing is stable (printing what was
// printed changes nothing), parsing what was printed gives the same tree, and every comment is kept, in order,
// before the token that it stood before.
#pragma once

#include <string>

#include "engine/language/ast.hpp"

namespace crossfoot {

// `sources` must hold the file's text where it has comments; a tree without spans has none.
[[nodiscard]] std::string print_rules(const ast::File& file, const SourceMap& sources);
// Is `printed` the same rules as the file, with the same comments? What is not must never be written.
[[nodiscard]] bool reads_as(std::string printed, const ast::File& file, const SourceMap& sources);
[[nodiscard]] std::string print_expression(const ast::Expr& expr);

}  // namespace crossfoot
