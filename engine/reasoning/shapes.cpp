#include "engine/reasoning/shapes.hpp"

#include <algorithm>

namespace crossfoot {

bool same_expression(const Expressions& all, ExpressionId a, ExpressionId b) {
    if (a == b) return true;
    const Term &x = all.term(a), &y = all.term(b);
    if (x.op != y.op) return false;
    switch (x.op) {
        case TermOp::constant: return all.constants[x.a] == all.constants[y.a];
        case TermOp::variable: return x.a == y.a;
        case TermOp::negate: return same_expression(all, x.a, y.a);
        case TermOp::add: case TermOp::subtract: case TermOp::multiply: case TermOp::divide:
            return same_expression(all, x.a, y.a) && same_expression(all, x.b, y.b);
        case TermOp::sum: case TermOp::min: case TermOp::max: break;
    }
    const auto left = all.operands(x), right = all.operands(y);
    return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                      [&](ExpressionId i, ExpressionId j) { return same_expression(all, i, j); });
}

std::optional<ChangeShape> change_shape(const Expressions& all, ExpressionId id) {
    const Term& term = all.term(id);
    if (term.op == TermOp::subtract) {
        const Term &quotient = all.term(term.a), &one = all.term(term.b);
        const bool less_one = quotient.op == TermOp::divide && one.op == TermOp::constant && all.constants[one.a] == Rational(1);
        return less_one ? std::optional(ChangeShape{quotient.b, quotient.a}) : std::nullopt;
    }
    if (term.op != TermOp::divide) return std::nullopt;
    const Term& rise = all.term(term.a);
    if (rise.op != TermOp::subtract || !same_expression(all, rise.b, term.b)) return std::nullopt;
    return ChangeShape{rise.b, rise.a};
}

NodeId figure_of(const Expressions& all, ExpressionId id) {
    const Term& term = all.term(id);
    return term.op == TermOp::variable ? all.unknowns[term.a].figure : kNoNode;
}

std::vector<NodeId> sum_shape(const Expressions& all, ExpressionId id) {
    const Term& term = all.term(id);
    std::vector<NodeId> out;
    const auto take = [&](ExpressionId each) {
        if (const NodeId node = figure_of(all, each); node != kNoNode) return out.push_back(node), true;
        const std::vector<NodeId> more = sum_shape(all, each);
        out.insert(out.end(), more.begin(), more.end());
        return !more.empty();
    };
    bool whole = false;
    if (term.op == TermOp::add) whole = take(term.a) && take(term.b);
    if (term.op == TermOp::sum) {
        const auto operands = all.operands(term);
        whole = std::all_of(operands.begin(), operands.end(), take);
    }
    return whole ? out : std::vector<NodeId>();
}

bool asserts_equation(const Statement& statement) {
    const auto equal = [](const AssertedRelation& each) { return each.comparison == ast::Comparison::equal; };
    return std::any_of(statement.relations.begin(), statement.relations.end(), equal);
}

std::optional<Said> said_by(const Expressions& all, const AssertedRelation& relation) {
    if (relation.comparison != ast::Comparison::equal || relation.tolerance != kNoExpression) return std::nullopt;
    const NodeId left = figure_of(all, relation.left), right = figure_of(all, relation.right);
    if ((left == kNoNode) == (right == kNoNode)) return std::nullopt;
    return left == kNoNode ? Said{relation.left, right} : Said{relation.right, left};
}

}  // namespace crossfoot
