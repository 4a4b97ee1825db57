#include "engine/checking/statement.hpp"

#include <algorithm>

#include "engine/checking/sort_once.hpp"

namespace crossfoot {
namespace {

using ast::Comparison;

constexpr std::uint32_t kUnset = 0xFFFFFFFFU;

// Copies the terms that relations need out of the evaluator's arena.
class Copy {
public:
    Copy(Terms& terms, Expressions& into, MissingFigures missing)
        : terms_(terms), into_(into), missing_(missing), unknown_of_(terms.variables().size(), kUnset) {}

    ExpressionId of(TermId root) {
        terms_.collect(root, ids_);
        copied_.resize(std::max(copied_.size(), terms_.size()), kUnset);
        for (const TermId id : ids_)
            if (copied_[id] == kUnset) copied_[id] = one(terms_.term(id));
        return copied_[root];
    }

    [[nodiscard]] bool needs_missing(TermId root) const {
        const auto unknowns = terms_.unknowns(root);
        return std::any_of(unknowns.begin(), unknowns.end(), [&](VariableId id) {
            const Variable& variable = terms_.variable(id);
            return variable.missing && (missing_ == MissingFigures::left_out || variable.node == kNoNode);
        });
    }

private:
    ExpressionId one(const Term& term) {
        Term out = term;
        switch (term.op) {
            case TermOp::constant:
                into_.constants.push_back(terms_.constant_value(term));
                out.a = static_cast<std::uint32_t>(into_.constants.size() - 1);
                break;
            case TermOp::variable: out.a = unknown(term.a); break;
            case TermOp::negate: out.a = copied_[term.a]; break;
            case TermOp::add:
            case TermOp::subtract:
            case TermOp::multiply:
            case TermOp::divide:
                out.a = copied_[term.a];
                out.b = copied_[term.b];
                break;
            case TermOp::sum:
            case TermOp::min:
            case TermOp::max:
                out.a = static_cast<std::uint32_t>(into_.operand_list.size());
                for (const TermId id : terms_.operands(term)) into_.operand_list.push_back(copied_[id]);
                break;
        }
        into_.nodes.push_back(out);
        return static_cast<ExpressionId>(into_.nodes.size() - 1);
    }

    std::uint32_t unknown(VariableId id) {
        if (unknown_of_[id] == kUnset) {
            const Variable& variable = terms_.variable(id);
            into_.unknowns.push_back({variable.node, variable.range, variable.derived});
            unknown_of_[id] = static_cast<std::uint32_t>(into_.unknowns.size() - 1);
        }
        return unknown_of_[id];
    }

    Terms& terms_;
    Expressions& into_;
    MissingFigures missing_;
    std::vector<std::uint32_t> unknown_of_, copied_;
    std::vector<TermId> ids_;
};

// Relations of one comparison chain; false where a part of it is left out.
bool state(const Asserted& asserted, Terms& terms, Copy& copy, std::vector<AssertedRelation>& out) {
    const Comparing& comparing = asserted.comparing;
    const std::size_t sides = comparing.sides.size();
    bool all = true;
    const auto relation = [&](std::size_t a, std::size_t b, Comparison comparison) {
        const TermId left = comparing.sides[a].term, right = comparing.sides[b].term;
        TermId tolerance = comparing.within;
        std::optional<Rational> part_of;
        if (tolerance != kNoTerm && comparing.relative) part_of = terms.printed(right);
        const bool unstated = comparison == Comparison::not_equal || copy.needs_missing(left) || copy.needs_missing(right) ||
                              (tolerance != kNoTerm && (copy.needs_missing(tolerance) || (comparing.relative && !part_of)));
        if (unstated) {
            all = false;
            return;
        }
        if (part_of) tolerance = terms.combine(TermOp::multiply, tolerance, terms.constant(part_of->abs()));
        AssertedRelation made;
        made.left = copy.of(left);
        made.right = copy.of(right);
        made.comparison = comparison;
        if (tolerance != kNoTerm) made.tolerance = copy.of(tolerance);
        made.tolerance_of_print = part_of.has_value();
        made.exactly = asserted.exactly;
        made.same_print = !asserted.exactly && comparison == Comparison::equal && same_print_rule(terms, comparing, a, b);
        made.span = asserted.span;
        out.push_back(made);
    };
    for (std::size_t i = 0; i + 1 < sides; ++i) relation(i, i + 1, comparing.comparisons[i]);
    // what follows between distant sides is implied, but for the rule of the same print and the tolerance of an `=`
    for (std::size_t i = 0; i + 2 < sides; ++i) {
        for (std::size_t j = i + 2; j < sides; ++j) {
            if (implied(comparing.comparisons, i, j) != Comparison::equal) continue;
            if (comparing.within != kNoTerm || same_print_rule(terms, comparing, i, j)) relation(i, j, Comparison::equal);
        }
    }
    return all;
}

}  // namespace

Statement statement_of(Evaluator& evaluator, MissingFigures missing) {
    Statement out;
    Terms& terms = evaluator.terms();
    bool all = true;
    {
        Copy copy(terms, out.expressions, missing);
        for (const Asserted& asserted : evaluator.asserted()) all = state(asserted, terms, copy, out.relations) && all;
    }
    for (const Expressions::Unknown& unknown : out.expressions.unknowns)
        if (unknown.figure != kNoNode) out.figures.push_back(unknown.figure);
    sort_once(out.figures);
    out.deciding = evaluator.deciding();
    sort_once(out.deciding);
    out.keys = evaluator.keys();
    sort_once(out.keys);
    std::vector<NodeId> used = evaluator.used();
    sort_once(used);
    // a figure that a left-out part uses beside a stated one decides as well
    for (const NodeId node : used)
        if (!std::binary_search(out.figures.begin(), out.figures.end(), node)) out.deciding.push_back(node);
    if (!all) out.deciding = used;
    sort_once(out.deciding);
    out.whole = out.deciding.empty() && !out.relations.empty();
    return out;
}

}  // namespace crossfoot
