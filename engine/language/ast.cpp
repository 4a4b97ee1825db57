#include "engine/language/ast.hpp"

#include <algorithm>

namespace crossfoot::ast {

namespace {

// Node by node, spans aside. Members of one class, so that each sees all others.
struct Equality {
    static bool same(const ExprPtr& a, const ExprPtr& b) {
        if (a == nullptr || b == nullptr) return a == b;
        return equal(*a, *b);
    }

    template <class T>
    static bool same_all(const std::vector<T>& a, const std::vector<T>& b) {
        return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const T& x, const T& y) { return same(x, y); });
    }

    static bool same(const Domain& a, const Domain& b) { return a.range == b.range && same(a.low, b.low) && same(a.high, b.high); }
    static bool same(const std::unique_ptr<Domain>& a, const std::unique_ptr<Domain>& b) {
        if (a == nullptr || b == nullptr) return a == b;
        return same(*a, *b);
    }
    static bool same(const Argument& a, const Argument& b) {
        return a.form == b.form && a.name == b.name && same(a.value, b.value) && same(a.high, b.high) && same(a.domain, b.domain);
    }

    static bool same(const NumberPtr& a, const NumberPtr& b) {
        return a->qualifier == b->qualifier && a->digits == b->digits && a->unit == b->unit;
    }
    static bool same(const DateLiteral& a, const DateLiteral& b) { return a.text == b.text; }
    static bool same(const TextLiteral& a, const TextLiteral& b) { return a.value == b.value; }
    static bool same(const TruthLiteral& a, const TruthLiteral& b) { return a.value == b.value; }
    static bool same(const Name& a, const Name& b) { return a.text == b.text; }
    static bool same(const Keys& a, const Keys& b) { return a.keys == b.keys; }
    static bool same(const List& a, const List& b) { return same_all(a.items, b.items); }
    static bool same(const Paren& a, const Paren& b) { return same(a.inner, b.inner); }
    static bool same(const Call& a, const Call& b) { return a.name == b.name && same_all(a.arguments, b.arguments); }
    static bool same(const Child& a, const Child& b) { return a.key == b.key && same(a.base, b.base); }
    static bool same(const Star& a, const Star& b) { return same(a.base, b.base); }
    static bool same(const Some_of& a, const Some_of& b) { return a.keys == b.keys && same(a.base, b.base); }
    static bool same(const AllRows& a, const AllRows& b) { return same(a.base, b.base); }
    static bool same(const Index& a, const Index& b) { return same(a.base, b.base) && same(a.inner, b.inner); }
    static bool same(const Except& a, const Except& b) { return a.keys == b.keys && same(a.base, b.base); }
    static bool same(const Negate& a, const Negate& b) { return same(a.operand, b.operand); }
    static bool same(const Binary& a, const Binary& b) { return a.op == b.op && same(a.left, b.left) && same(a.right, b.right); }
    static bool same(const Relation& a, const Relation& b) {
        return a.comparisons == b.comparisons && same_all(a.sides, b.sides) && same(a.within, b.within);
    }
    static bool same(const Membership& a, const Membership& b) { return same(a.value, b.value) && same(a.domain, b.domain); }
    static bool same(const Matches& a, const Matches& b) { return a.regex == b.regex && same(a.value, b.value); }
    static bool same(const Connective& a, const Connective& b) { return a.op == b.op && same_all(a.operands, b.operands); }
    static bool same(const Not& a, const Not& b) { return same(a.operand, b.operand); }
    static bool same(const If& a, const If& b) { return same(a.condition, b.condition) && same(a.consequence, b.consequence); }
    static bool same(const Some& a, const Some& b) { return a.name == b.name && same(a.domain, b.domain) && same(a.body, b.body); }

    static bool same(const Title::Piece& a, const Title::Piece& b) { return a.text == b.text && same(a.path, b.path); }
    static bool same(const Title& a, const Title& b) { return a.value == b.value && same_all(a.pieces, b.pieces); }
    static bool same(const SeverityAttribute& a, const SeverityAttribute& b) { return a.severity == b.severity; }
    static bool same(const Tags& a, const Tags& b) { return a.tags == b.tags; }
    static bool same(const Note& a, const Note& b) { return a.text.value == b.text.value; }

    // Both hold the same alternative. A template, so that no node is tried as a variant of itself.
    template <class... Ts>
    static bool same(const std::variant<Ts...>& a, const std::variant<Ts...>& b) {
        return std::visit(
            [&]<class T>(const T& x) {
                const T* y = std::get_if<T>(&b);
                return y != nullptr && same(x, *y);
            },
            a);
    }

    static bool same(const ForClause& a, const ForClause& b) {
        return a.name == b.name && same(a.domain, b.domain) && same(a.where, b.where);
    }
    static bool same(const Let& a, const Let& b) { return a.name == b.name && same(a.value, b.value); }
    static bool same(const Use& a, const Use& b) { return a.path.value == b.path.value; }
    static bool same(const Define& a, const Define& b) {
        return a.name == b.name && a.has_parameters == b.has_parameters && a.parameters == b.parameters && same(a.body, b.body);
    }
    static bool same(const Rule& a, const Rule& b) {
        return a.id == b.id && same_all(a.attributes, b.attributes) && same_all(a.fors, b.fors) && same_all(a.lets, b.lets) &&
               same(a.body, b.body);
    }
    static bool same(const std::unique_ptr<Group>& a, const std::unique_ptr<Group>& b) {
        if (a->title.has_value() != b->title.has_value() || (a->title && !same(*a->title, *b->title))) return false;
        return a->id == b->id && same(a->table, b->table) && same_all(a->declarations, b->declarations);
    }
};

struct Copy {
    static ExprPtr copy(const ExprPtr& expr) { return expr == nullptr ? nullptr : clone(*expr); }

    static std::vector<ExprPtr> copy(const std::vector<ExprPtr>& all) {
        std::vector<ExprPtr> out;
        out.reserve(all.size());
        for (const ExprPtr& each : all) out.push_back(copy(each));
        return out;
    }

    static Domain copy(const Domain& a) { return {copy(a.low), a.range, copy(a.high), a.span}; }
    static std::unique_ptr<Domain> copy(const std::unique_ptr<Domain>& a) {
        return a == nullptr ? nullptr : std::make_unique<Domain>(copy(*a));
    }
    static Argument copy(const Argument& a) {
        return {a.form, a.name, copy(a.value), copy(a.high), copy(a.domain), a.span};
    }

    static NumberPtr copy(const NumberPtr& a) { return std::make_unique<NumberLiteral>(*a); }
    static DateLiteral copy(const DateLiteral& a) { return a; }
    static TextLiteral copy(const TextLiteral& a) { return a; }
    static TruthLiteral copy(const TruthLiteral& a) { return a; }
    static Name copy(const Name& a) { return a; }
    static Keys copy(const Keys& a) { return a; }
    static List copy(const List& a) { return {copy(a.items)}; }
    static Paren copy(const Paren& a) { return {copy(a.inner)}; }
    static Call copy(const Call& a) {
        Call out{a.name, {}};
        for (const Argument& each : a.arguments) out.arguments.push_back(copy(each));
        return out;
    }
    static Child copy(const Child& a) { return {copy(a.base), a.key}; }
    static Star copy(const Star& a) { return {copy(a.base)}; }
    static Some_of copy(const Some_of& a) { return {copy(a.base), a.keys}; }
    static AllRows copy(const AllRows& a) { return {copy(a.base)}; }
    static Index copy(const Index& a) { return {copy(a.base), copy(a.inner)}; }
    static Except copy(const Except& a) { return {copy(a.base), a.keys}; }
    static Negate copy(const Negate& a) { return {copy(a.operand)}; }
    static Binary copy(const Binary& a) { return {a.op, a.op_span, copy(a.left), copy(a.right)}; }
    static Relation copy(const Relation& a) { return {copy(a.sides), a.comparisons, a.comparison_spans, copy(a.within)}; }
    static Membership copy(const Membership& a) { return {copy(a.value), copy(a.domain)}; }
    static Matches copy(const Matches& a) { return {copy(a.value), a.regex, a.regex_span}; }
    static Connective copy(const Connective& a) { return {a.op, copy(a.operands)}; }
    static Not copy(const Not& a) { return {copy(a.operand)}; }
    static If copy(const If& a) { return {copy(a.condition), copy(a.consequence)}; }
    static Some copy(const Some& a) { return {a.name, copy(a.domain), copy(a.body)}; }
};

}  // namespace

bool equal(const Expr& a, const Expr& b) { return Equality::same(a.node, b.node); }

ExprPtr clone(const Expr& expr) {
    auto out = std::make_unique<Expr>();
    out->span = expr.span;
    std::visit([&](const auto& node) { out->node = Copy::copy(node); }, expr.node);
    return out;
}

bool equal(const File& a, const File& b) { return Equality::same_all(a.declarations, b.declarations); }

}  // namespace crossfoot::ast
