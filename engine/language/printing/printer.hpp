// From the tree to layouts: expressions and declarations, token by token.
#pragma once

#include <string>
#include <string_view>

#include "engine/language/ast.hpp"
#include "engine/language/printing/layout.hpp"

namespace crossfoot::printing {

// A text as a TOML basic string with the fewest escapes.
[[nodiscard]] std::string quoted(std::string_view value);

class Printer {
public:
    // `text`: of the file, from which texts are taken as written; empty where there is none.
    explicit Printer(std::string_view text = {}) : text_(text) {}

    void expression(Layout& out, const ast::Expr& expr) const;
    // All of a rule, a definition or a use; of a group the header with `{`.
    void declaration(Layout& out, const ast::Declaration& declaration) const;

private:
    struct Nodes;

    void text(Layout& out, std::string_view value, Span span) const;
    void key(Layout& out, const ast::Key& key) const;
    void keys(Layout& out, const std::vector<ast::Key>& keys) const;
    void domain(Layout& out, const ast::Domain& domain) const;
    void argument(Layout& out, const ast::Argument& argument) const;
    void operation(Layout& out, const ast::Expr& expr) const;

    void rule(Layout& out, const ast::Rule& rule) const;
    void attribute(Layout& out, const ast::Attribute& attribute) const;
    void for_clause(Layout& out, const ast::ForClause& clause) const;
    void define(Layout& out, const ast::Define& define) const;
    void group(Layout& out, const ast::Group& group) const;

    std::string_view text_;
};

}  // namespace crossfoot::printing
