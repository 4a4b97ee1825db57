#include <map>
#include <optional>
#include <set>

#include "engine/reasoning/lint_parts.hpp"
#include "engine/reasoning/shapes.hpp"

namespace crossfoot::linting {
namespace {

// The figure that an expression is a share of, or a change from. Nothing where it is neither.
std::optional<NodeId> whole_of(const Dataset& dataset, const Expressions& expressions, ExpressionId id) {
    const Term& term = expressions.term(id);
    if (term.op == TermOp::subtract && expressions.term(term.b).op == TermOp::constant) return whole_of(dataset, expressions, term.a);
    if (term.op != TermOp::divide) return std::nullopt;
    const NodeId whole = figure_of(expressions, term.b);
    if (whole == kNoNode) return std::nullopt;
    if (change_shape(expressions, id)) return whole;
    const auto dimension = [&](NodeId node) { return dataset.units.unit(dataset.figure(node).unit).dimension; };
    const NodeId part = figure_of(expressions, term.a);
    return part != kNoNode && dimension(part) == dimension(whole) ? std::optional(whole) : std::nullopt;
}

bool differ(const Dataset& dataset, NodeId a, NodeId b) {
    return a != b && !intersection(dataset.figure(a).range, dataset.figure(b).range);
}

// The wholes of printed percentages, by what some rule says them to be: `share(part, whole) = figure`. None where two
// rules say it of different wholes.
class PrintedBases {
public:
    PrintedBases(const Dataset& dataset, const std::vector<Stated>& stated) {
        std::set<NodeId> of_several;
        for (const Stated& each : stated)
            for (const AssertedRelation& relation : each.statement.relations) {
                const auto said = said_by(each.statement.expressions, relation);
                const auto whole = said ? whole_of(dataset, each.statement.expressions, said->computed) : std::nullopt;
                if (!whole) continue;
                const auto [place, fresh] = whole_of_.try_emplace(said->figure, *whole);
                if (!fresh && differ(dataset, place->second, *whole)) of_several.insert(said->figure);
            }
        for (const NodeId each : of_several) whole_of_.erase(each);
    }

    [[nodiscard]] std::optional<NodeId> of(NodeId figure) const {
        const auto found = whole_of_.find(figure);
        return found == whole_of_.end() ? std::nullopt : std::optional(found->second);
    }

private:
    std::map<NodeId, NodeId> whole_of_;
};

class Bases {
public:
    Bases(const Dataset& dataset, const PrintedBases& printed, const Expressions& expressions)
        : dataset_(dataset), printed_(printed), expressions_(expressions) {}

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
                    if (a < b && differ(dataset_, a, b)) return std::vector{a, b};
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
        const NodeId figure = figure_of(expressions_, id);
        const auto whole = figure == kNoNode ? whole_of(dataset_, expressions_, id) : printed_.of(figure);
        if (whole) out.push_back(*whole);
    }

    const Dataset& dataset_;
    const PrintedBases& printed_;
    const Expressions& expressions_;
};

}  // namespace

void look_at_bases(const Rechecker& rules, const std::vector<Stated>& stated, std::vector<LintFinding>& out) {
    const PrintedBases printed(rules.dataset(), stated);
    std::set<std::uint32_t> told;   // one finding for a rule
    for (const Stated& each : stated)
        for (const AssertedRelation& relation : each.statement.relations)
            for (const ExpressionId side : {relation.left, relation.right}) {
                if (told.contains(each.rule)) continue;
                auto wholes = Bases(rules.dataset(), printed, each.statement.expressions).mixed(side);
                if (!wholes) continue;
                told.insert(each.rule);
                LintFinding found;
                found.kind = LintKind::mixed_bases;
                found.at = {each.rule, each.instance, place_in_rule(relation.span, rules.rules()[each.rule])};
                found.figures = std::move(*wholes);
                out.push_back(std::move(found));
            }
}

}  // namespace crossfoot::linting
