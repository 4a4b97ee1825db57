#include <optional>
#include <set>

#include "engine/reasoning/lint_parts.hpp"

namespace crossfoot::linting {
namespace {

class Bases {
public:
    Bases(const Dataset& dataset, const Expressions& expressions) : dataset_(dataset), expressions_(expressions) {}

    // Two wholes whose shares or changes are added somewhere below, and that cannot be the same number.
    std::optional<std::vector<NodeId>> mixed(ExpressionId root) {
        return look(root, true);
    }

private:
    // `sums`: a sum that stands here is looked at. One that is divided by a number is a mean, which may well be of
    // different wholes.
    std::optional<std::vector<NodeId>> look(ExpressionId id, bool sums) {
        const Term& term = expressions_.term(id);
        const bool is_sum = term.op == TermOp::add || term.op == TermOp::sum;
        if (is_sum && sums) {
            std::vector<NodeId> wholes;
            gather(id, wholes);
            for (const NodeId a : wholes)
                for (const NodeId b : wholes)
                    if (a < b && !intersection(dataset_.figure(a).range, dataset_.figure(b).range)) return std::vector{a, b};
        }
        std::optional<std::vector<NodeId>> out;
        const bool mean = term.op == TermOp::divide && expressions_.term(term.b).op == TermOp::constant;
        for_each_operand(expressions_, term, [&](ExpressionId each) {
            if (!out) out = look(each, !is_sum && !mean);
        });
        return out;
    }

    // The wholes of all shares that are terms of the sum at `id`. What is subtracted is a difference in points.
    void gather(ExpressionId id, std::vector<NodeId>& out) const {
        const Term& term = expressions_.term(id);
        if (term.op == TermOp::add || term.op == TermOp::sum) {
            for_each_operand(expressions_, term, [&](ExpressionId each) { gather(each, out); });
            return;
        }
        if (term.op == TermOp::subtract && expressions_.term(term.b).op == TermOp::constant) return gather(term.a, out);
        if (term.op != TermOp::divide) return;
        const auto part = figure(term.a), whole = figure(term.b);
        if (part && whole && dimension(*part) == dimension(*whole)) out.push_back(*whole);
    }

    [[nodiscard]] std::optional<NodeId> figure(ExpressionId id) const {
        const Term& term = expressions_.term(id);
        if (term.op != TermOp::variable || expressions_.unknowns[term.a].figure == kNoNode) return std::nullopt;
        return expressions_.unknowns[term.a].figure;
    }

    [[nodiscard]] const Dimension& dimension(NodeId node) const {
        return dataset_.units.unit(dataset_.figure(node).unit).dimension;
    }

    const Dataset& dataset_;
    const Expressions& expressions_;
};

}  // namespace

void look_at_bases(const Rechecker& rules, const std::vector<Stated>& stated, std::vector<LintFinding>& out) {
    std::set<std::uint32_t> told;   // one finding for a rule
    for (const Stated& each : stated)
        for (const AssertedRelation& relation : each.statement.relations)
            for (const ExpressionId side : {relation.left, relation.right}) {
                if (told.contains(each.rule)) continue;
                auto wholes = Bases(rules.dataset(), each.statement.expressions).mixed(side);
                if (!wholes) continue;
                told.insert(each.rule);
                LintFinding found;
                found.kind = LintKind::mixed_bases;
                found.rule = each.rule;
                found.instance = each.instance;
                found.span = place_in_rule(relation.span, rules.rules()[each.rule]);
                found.figures = std::move(*wholes);
                out.push_back(std::move(found));
            }
}

}  // namespace crossfoot::linting
