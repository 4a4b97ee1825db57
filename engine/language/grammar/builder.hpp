// Builds the tree while the grammar parses. The grammar gives no attributes: each of its rules, when it has matched,
// calls the reduction named after it with the tokens [first, last) that it took, and the reduction gathers what was
// built inside that range from the stacks here. Nothing is copied, nothing is undone: the grammar is LL(1), so a
// reduction happens at most once for each place.
#pragma once

#include <vector>

#include "engine/language/ast.hpp"
#include "engine/language/parse.hpp"
#include "engine/language/token.hpp"
#include "engine/text/diagnostic.hpp"

namespace crossfoot::syntax {

class Builder {
public:
    using Place = const Token*;

    Builder(const Tokens& tokens, const Places& places, const ParseLimits& limits, Diagnostics& diagnostics)
        : tokens_(tokens), places_(places), limits_(limits), diagnostics_(diagnostics) {}

    // --- reductions of expressions (build_expression.cpp) ---
    void literal(Place first, Place last);
    void named(Place first, Place last);       // a name or a call
    void label(Place first, Place last);
    void argument(Place first, Place last);
    void keys(Place first, Place last);
    void keys_alone(Place first, Place last);
    void list(Place first, Place last);
    void parenthesised(Place first, Place last);
    void child(Place first, Place last);
    void star(Place first, Place last);
    void some_of(Place first, Place last);
    void all_rows(Place first, Place last);
    void index(Place first, Place last);
    void except(Place first, Place last);
    void negation(Place first, Place last);    // `-x`
    void sum(Place first, Place last);
    void domain(Place first, Place last);
    void relation(Place first, Place last);
    void inversion(Place first, Place last);   // `not x`
    void logic(Place first, Place last);
    void conditional(Place first, Place last);
    void some(Place first, Place last);

    // --- reductions of declarations (build_declaration.cpp) ---
    void severity(Place first, Place last);
    void tags(Place first, Place last);
    void note(Place first, Place last);
    void title(Place first, Place last);
    void for_clause(Place first, Place last);
    void let(Place first, Place last);
    void rule(Place first, Place last);
    void define(Place first, Place last);
    void use(Place first, Place last);
    void group(Place first, Place last);

    // Something was wrong that the grammar does not know of: what was built is not to be used.
    [[nodiscard]] bool spoilt() const { return spoilt_; }
    // Forgets everything built so far.
    void reset();

    ast::ExprPtr take_expression();
    ast::Declaration take_declaration() { return std::move(*declaration_); }

    [[nodiscard]] const Tokens& tokens() const { return tokens_; }
    [[nodiscard]] const Places& places() const { return places_; }

private:
    struct Operand {
        ast::ExprPtr expr;
        Place first, last;
        unsigned depth;      // of the tree
    };
    struct BuiltArgument { ast::Argument argument; Place first; unsigned depth; };
    struct BuiltDomain { ast::Domain domain; unsigned depth; };

    [[nodiscard]] Span span(Place first, Place last) const { return places_.span(first->begin, (last - 1)->end); }
    [[nodiscard]] std::string text(Place token) const { return std::string(tokens_.text_of(*token)); }
    [[nodiscard]] ast::Word word(Place token) const { return {text(token), span(token, token + 1)}; }
    [[nodiscard]] ast::Key key(Place token) const;
    [[nodiscard]] ast::NumberLiteral number(const Token& token) const;
    // The first operand that begins at or after `first`.
    [[nodiscard]] std::size_t since(Place first) const;
    Operand pop();
    template <class Node>
    void push(Node node, Place first, Place last, unsigned depth) {
        auto expr = std::make_unique<ast::Expr>();
        expr->span = span(first, last);
        expr->node.template emplace<Node>(std::move(node));
        operands_.push_back({std::move(expr), first, last, depth});
    }
    // Of a tree that is too high only the place grows; it is dropped with its declaration.
    void keep(Operand part, Place first, Place last) {
        operands_.push_back({std::move(part.expr), first, last, part.depth});
    }
    // Makes of the operand on top the only child of a node that takes the tokens [first, last).
    template <class Make>
    void wrap(Make make, Place first, Place last) {
        const unsigned depth = operands_.back().depth + 1;
        Operand inner = pop();
        if (!bounded(depth, last - 1)) return keep(std::move(inner), first, last);
        push(make(std::move(inner.expr)), first, last, depth);
    }
    // The same for a step, which begins where its base does.
    template <class Make>
    void extend(Make make, Place last) { wrap(make, operands_.back().first, last); }
    void comparison(std::size_t base, Place first, Place last);
    bool bounded(unsigned depth, Place at);
    // False, with a diagnostic, where the rule has such an attribute already.
    template <class Attribute>
    bool first_of(const Template& name, Span span);

    const Tokens& tokens_;
    const Places& places_;
    const ParseLimits& limits_;
    Diagnostics& diagnostics_;
    std::vector<Operand> operands_;
    std::vector<BuiltArgument> arguments_;
    std::vector<BuiltDomain> domains_;
    std::vector<ast::Key> keys_;
    std::vector<ast::Attribute> attributes_;
    std::vector<ast::ForClause> fors_;
    std::vector<ast::Let> lets_;
    std::optional<ast::Declaration> declaration_;
    bool spoilt_ = false;
};

// The pieces of a title: plain text, and the paths in its braces, each parsed with its own place. `token` is the
// title's text; what is wrong inside is reported, and left out of the pieces.
[[nodiscard]] ast::Title read_title(const Tokens& tokens, const Token& token, const Places& places,
                                    const ParseLimits& limits, Diagnostics& diagnostics);

}  // namespace crossfoot::syntax
