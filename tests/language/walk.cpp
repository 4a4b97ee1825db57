#include "tests/language/walk.hpp"

namespace crossfoot::testing {

namespace {

using ast::ExprPtr;

struct Children {
    std::vector<const ast::Expr*> out;

    void add(const ExprPtr& expr) {
        if (expr != nullptr) out.push_back(expr.get());
    }
    void add(const std::vector<ExprPtr>& all) {
        for (const ExprPtr& each : all) add(each);
    }
    void add(const ast::Domain& domain) {
        add(domain.low);
        add(domain.high);
    }

    void operator()(const ast::NumberPtr&) {}
    void operator()(const ast::DateLiteral&) {}
    void operator()(const ast::TextLiteral&) {}
    void operator()(const ast::TruthLiteral&) {}
    void operator()(const ast::Name&) {}
    void operator()(const ast::Keys&) {}
    void operator()(const ast::List& n) { add(n.items); }
    void operator()(const ast::Paren& n) { add(n.inner); }
    void operator()(const ast::Call& n) {
        for (const ast::Argument& each : n.arguments) {
            if (each.domain != nullptr) add(*each.domain);
            add(each.value);
            add(each.high);
        }
    }
    void operator()(const ast::Child& n) { add(n.base); }
    void operator()(const ast::Star& n) { add(n.base); }
    void operator()(const ast::Some_of& n) { add(n.base); }
    void operator()(const ast::AllRows& n) { add(n.base); }
    void operator()(const ast::Index& n) { add(n.base), add(n.inner); }
    void operator()(const ast::Except& n) { add(n.base); }
    void operator()(const ast::Negate& n) { add(n.operand); }
    void operator()(const ast::Binary& n) { add(n.left), add(n.right); }
    void operator()(const ast::Relation& n) { add(n.sides), add(n.within); }
    void operator()(const ast::Membership& n) { add(n.value), add(n.domain); }
    void operator()(const ast::Matches& n) { add(n.value); }
    void operator()(const ast::Connective& n) { add(n.operands); }
    void operator()(const ast::Not& n) { add(n.operand); }
    void operator()(const ast::If& n) { add(n.condition), add(n.consequence); }
    void operator()(const ast::Some& n) { add(*n.domain), add(n.body); }
};

void each_hole(const ast::Title& title, const std::function<void(const ast::Expr&, bool)>& visit) {
    for (const ast::Title::Piece& piece : title.pieces)
        if (piece.path != nullptr) visit(*piece.path, true);
}

void each_end(const ast::Domain& domain, const std::function<void(const ast::Expr&, bool)>& visit) {
    visit(*domain.low, false);
    if (domain.high != nullptr) visit(*domain.high, false);
}

}  // namespace

std::vector<const ast::Expr*> children(const ast::Expr& expr) {
    Children found;
    std::visit([&](const auto& node) { found(node); }, expr.node);
    return found.out;
}

void each_expression(const std::vector<ast::Declaration>& declarations, const std::function<void(const ast::Expr&, bool)>& visit) {
    for (const ast::Declaration& declaration : declarations) {
        if (const auto* define = std::get_if<ast::Define>(&declaration)) visit(*define->body, false);
        if (const auto* group = std::get_if<std::unique_ptr<ast::Group>>(&declaration)) {
            if ((*group)->table != nullptr) visit(*(*group)->table, false);
            if ((*group)->title) each_hole(*(*group)->title, visit);
            each_expression((*group)->declarations, visit);
        }
        if (const auto* rule = std::get_if<ast::Rule>(&declaration)) {
            for (const ast::Attribute& attribute : rule->attributes)
                if (const auto* title = std::get_if<ast::Title>(&attribute)) each_hole(*title, visit);
            for (const ast::ForClause& clause : rule->fors) {
                each_end(clause.domain, visit);
                if (clause.where != nullptr) visit(*clause.where, false);
            }
            for (const ast::Let& let : rule->lets) visit(*let.value, false);
            visit(*rule->body, false);
        }
    }
}

}  // namespace crossfoot::testing
