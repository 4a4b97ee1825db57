// Trees and diagnostics as text, for goldens.
#pragma once

#include <string>

#include "engine/language/ast.hpp"
#include "engine/text/diagnostic.hpp"

namespace crossfoot::testing {

// One line for each declaration and each expression, `line:column` and the kind, parts indented below.
[[nodiscard]] std::string dump(const ast::File& file, const SourceMap& sources);
[[nodiscard]] std::string dump(const ast::Expr& expr, const SourceMap& sources);

// Each diagnostic with its place, the line underlined, its labels and help, in English, and the headline in French.
[[nodiscard]] std::string dump(const Diagnostics& diagnostics, const SourceMap& sources);

}  // namespace crossfoot::testing
