#include "engine/reasoning/monotone.hpp"

#include <algorithm>
#include <vector>

#include "engine/reasoning/linear_form.hpp"

namespace crossfoot {
namespace {

// How an expression moves with the figure, all other unknowns anywhere in their ranges.
enum class Way : std::uint8_t { flat, up, down, unknown };

Way opposite(Way way) { return way == Way::up ? Way::down : way == Way::down ? Way::up : way; }

Way together(Way a, Way b) {
    if (a == Way::flat) return b;
    return b == Way::flat || a == b ? a : Way::unknown;
}

// -1, 0 (it may be either) or 1; `strictly`: 0 itself is not in it.
int sign_of(const Interval& range, bool strictly) {
    const auto beyond = [&](const End& end, int side) {
        if (end.unbounded) return false;
        return end.value.sign() == side || (end.value.is_zero() && (!strictly || end.open));
    };
    return beyond(range.low, 1) ? 1 : beyond(range.high, -1) ? -1 : 0;
}

class Ways {
public:
    Ways(const Expressions& expressions, NodeId figure) : expressions_(expressions), figure_(figure) {
        for (const Term& term : expressions.nodes) known_.push_back(one(term));
    }
    [[nodiscard]] Way of(ExpressionId id) const { return known_[id].way; }

private:
    struct Known {
        Way way = Way::flat;
        Interval range = Interval::everything();   // meant where it is flat
    };

    Known one(const Term& term) const {
        switch (term.op) {
            case TermOp::constant: return {Way::flat, Interval::point(expressions_.constants[term.a])};
            case TermOp::variable: {
                const Expressions::Unknown& unknown = expressions_.unknowns[term.a];
                return unknown.figure == figure_ ? Known{Way::up, {}} : Known{Way::flat, unknown.range};
            }
            case TermOp::negate: return {opposite(known_[term.a].way), -known_[term.a].range};
            case TermOp::add: return sum(known_[term.a], known_[term.b]);
            case TermOp::subtract: return sum(known_[term.a], {opposite(known_[term.b].way), -known_[term.b].range});
            case TermOp::multiply: return product(known_[term.a], known_[term.b]);
            case TermOp::divide: return quotient(known_[term.a], known_[term.b]);
            case TermOp::sum: {
                Known out{Way::flat, Interval::point(0)};
                for (const ExpressionId id : expressions_.operands(term)) out = sum(out, known_[id]);
                return out;
            }
            case TermOp::min:
            case TermOp::max: {
                Known out;
                for (const ExpressionId id : expressions_.operands(term)) out.way = together(out.way, known_[id].way);
                return out;
            }
        }
        return {Way::unknown, {}};
    }

    static Known sum(const Known& a, const Known& b) { return {together(a.way, b.way), a.range + b.range}; }

    static Known product(const Known& a, const Known& b) {
        if (a.way == Way::flat && b.way == Way::flat) return {Way::flat, a.range * b.range};
        if (b.way != Way::flat) return a.way == Way::flat ? product(b, a) : Known{Way::unknown, {}};
        return {turned(a.way, sign_of(b.range, false)), Interval::everything()};
    }

    // Where the divisor may be 0 the quotient jumps.
    static Known quotient(const Known& a, const Known& b) {
        const int sign = b.way == Way::flat ? sign_of(b.range, true) : 0;
        if (sign == 0) return {Way::unknown, Interval::everything()};
        if (a.way == Way::flat) return {Way::flat, a.range / b.range};
        return {turned(a.way, sign), Interval::everything()};
    }

    static Way turned(Way way, int sign) { return sign == 0 ? Way::unknown : sign < 0 ? opposite(way) : way; }

    const Expressions& expressions_;
    NodeId figure_;
    std::vector<Known> known_;
};

}  // namespace

bool monotone_in(const Statement& statement, NodeId figure) {
    if (std::binary_search(statement.deciding.begin(), statement.deciding.end(), figure)) return false;
    if (statement.relations.size() == 1) {
        // the difference of the sides is continuous and moves one way with the figure: what it reaches is an interval,
        // whose ends move with the print
        const AssertedRelation& relation = statement.relations.front();
        const Ways ways(statement.expressions, figure);
        const Way right = ways.of(relation.right);
        const bool fixed = relation.tolerance == kNoExpression ||
                           (statement.expressions.term(relation.tolerance).op == TermOp::constant &&
                            (right == Way::flat || !relation.tolerance_of_print));
        return fixed && together(ways.of(relation.left), opposite(right)) != Way::unknown;
    }
    // several relations have their unknowns in common: where all are linear, what they leave to the figure is an interval
    const std::vector<LinearForm> forms = linear_forms(statement.expressions);
    return std::all_of(statement.relations.begin(), statement.relations.end(), [&](const AssertedRelation& each) {
        const auto bound = bounded(each, forms);
        return bound && bound->form.linear;
    });
}

}  // namespace crossfoot
