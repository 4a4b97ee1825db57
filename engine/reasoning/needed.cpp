#include "engine/reasoning/needed.hpp"

#include <algorithm>

#include "engine/reasoning/shapes.hpp"

namespace crossfoot {
namespace {

using Ranges = std::vector<Interval>;

Interval divided(const Interval& a, const Interval& b) {
    const bool zero = b.is_point() && b.low.value.is_zero();
    return zero ? Interval::everything() : a / b;
}

Interval forward(const Expressions& all, const Term& term, const Ranges& ranges) {
    switch (term.op) {
        case TermOp::constant: return Interval::point(all.constants[term.a]);
        case TermOp::variable: return all.unknowns[term.a].range;
        case TermOp::negate: return -ranges[term.a];
        case TermOp::add: return ranges[term.a] + ranges[term.b];
        case TermOp::subtract: return ranges[term.a] - ranges[term.b];
        case TermOp::multiply: return ranges[term.a] * ranges[term.b];
        case TermOp::divide: return divided(ranges[term.a], ranges[term.b]);
        case TermOp::sum: case TermOp::min: case TermOp::max: break;
    }
    const auto operands = all.operands(term);
    if (operands.empty()) return Interval::point(0);
    Interval out = ranges[operands[0]];
    for (const ExpressionId each : operands.subspan(1)) {
        if (term.op == TermOp::sum) out = out + ranges[each];
        else out = term.op == TermOp::min ? min(out, ranges[each]) : max(out, ranges[each]);
    }
    return out;
}

template <class Visit>
void visit_operands(const Expressions& all, const Term& term, Visit visit) {
    switch (term.op) {
        case TermOp::constant: case TermOp::variable: return;
        case TermOp::negate: visit(term.a); return;
        case TermOp::add: case TermOp::subtract: case TermOp::multiply: case TermOp::divide:
            visit(term.a);
            visit(term.b);
            return;
        case TermOp::sum: case TermOp::min: case TermOp::max: break;
    }
    for (const ExpressionId each : all.operands(term)) visit(each);
}

// Expressions below `root`, itself included; an operand has a smaller number than what uses it.
std::vector<bool> below(const Expressions& all, ExpressionId root) {
    std::vector<bool> out(root + 1, false);
    out[root] = true;
    for (ExpressionId id = root + 1; id-- > 0;)
        if (out[id]) visit_operands(all, all.term(id), [&](ExpressionId each) { out[each] = true; });
    return out;
}

class Solver {
public:
    Solver(const Expressions& all, NodeId figure) : all_(all), figure_(figure) {
        ranges_.reserve(all.nodes.size());
        counts_.reserve(all.nodes.size());
        for (const Term& term : all.nodes) {
            ranges_.push_back(forward(all, term, ranges_));
            std::uint32_t count = term.op == TermOp::variable && all.unknowns[term.a].figure == figure ? 1 : 0;
            visit_operands(all, term, [&](ExpressionId each) { count += counts_[each]; });
            counts_.push_back(std::min(count, 3U));
        }
    }

    [[nodiscard]] bool holds(ExpressionId id) const { return counts_[id] > 0; }
    [[nodiscard]] const Interval& range(ExpressionId id) const { return ranges_[id]; }

    // The expression must lie in `target`: where must the figure lie, that stands in it?
    Needed back(ExpressionId id, const Interval& target) {
        const Term& term = all_.term(id);
        if (term.op == TermOp::variable) return {target, true};
        if (counts_[id] > 1) {
            // (new - old) / old is new / old - 1, where the base stands once
            if (const auto change = change_shape(all_, id)) {
                const Interval ratio = target + Interval::point(1);
                if (holds(change->old_value) && !holds(change->new_value))
                    return back(change->old_value, divided(ranges_[change->new_value], ratio));
                if (holds(change->new_value) && !holds(change->old_value))
                    return back(change->new_value, ratio * ranges_[change->old_value]);
            }
            return {std::nullopt, false};
        }
        return project(term, target);
    }

private:
    Needed project(const Term& term, const Interval& target) {
        switch (term.op) {
            case TermOp::constant: case TermOp::variable: return {std::nullopt, false};
            case TermOp::negate: return back(term.a, -target);
            case TermOp::add: return holds(term.a) ? back(term.a, target - ranges_[term.b]) : back(term.b, target - ranges_[term.a]);
            case TermOp::subtract:
                return holds(term.a) ? back(term.a, target + ranges_[term.b]) : back(term.b, ranges_[term.a] - target);
            case TermOp::multiply: {
                const ExpressionId into = holds(term.a) ? term.a : term.b, other = holds(term.a) ? term.b : term.a;
                return back(into, divided(target, ranges_[other]));
            }
            case TermOp::divide:
                return holds(term.a) ? back(term.a, target * ranges_[term.b]) : back(term.b, divided(ranges_[term.a], target));
            case TermOp::sum: case TermOp::min: case TermOp::max: break;
        }
        const auto operands = all_.operands(term);
        const auto into = std::find_if(operands.begin(), operands.end(), [&](ExpressionId id) { return holds(id); });
        std::optional<Interval> rest;
        for (const ExpressionId each : operands) {
            if (each == *into) continue;
            if (!rest) rest = ranges_[each];
            else if (term.op == TermOp::sum) rest = *rest + ranges_[each];
            else rest = term.op == TermOp::min ? min(*rest, ranges_[each]) : max(*rest, ranges_[each]);
        }
        if (!rest) return back(*into, target);
        if (term.op == TermOp::sum) return back(*into, target - *rest);
        // the others may be the least or the greatest already; then the figure only must not be less, or greater
        const bool others_do = intersection(*rest, target).has_value();
        Interval needed = target;
        if (others_do) (term.op == TermOp::min ? needed.high : needed.low) = End::infinite();
        return back(*into, needed);
    }

    const Expressions& all_;
    NodeId figure_;
    Ranges ranges_;
    std::vector<std::uint32_t> counts_;   // how often the figure stands below; 3: thrice or oftener
};

Interval at_most(const Interval& other) { return {End::infinite(), other.high}; }
Interval at_least(const Interval& other) { return {other.low, End::infinite()}; }
Interval less(Interval out) {
    if (!out.high.unbounded) out.high.open = true;
    return at_most(out);
}
Interval more(Interval out) {
    if (!out.low.unbounded) out.low.open = true;
    return at_least(out);
}

// Where the left side must lie, given the right one.
Interval target_for(ast::Comparison comparison, const Interval& right, bool from_left) {
    switch (comparison) {
        case ast::Comparison::less: return from_left ? less(right) : more(right);
        case ast::Comparison::less_equal: return from_left ? at_most(right) : at_least(right);
        case ast::Comparison::greater: return from_left ? more(right) : less(right);
        case ast::Comparison::greater_equal: return from_left ? at_least(right) : at_most(right);
        case ast::Comparison::equal: break;
        case ast::Comparison::not_equal: return Interval::everything();
    }
    return right;
}

}  // namespace

Needed needed_for(const Expressions& all, const AssertedRelation& relation, NodeId figure) {
    Solver solver(all, figure);
    const bool left = solver.holds(relation.left), right = solver.holds(relation.right);
    if (left == right) return {std::nullopt, false};
    if (relation.tolerance != kNoExpression && solver.holds(relation.tolerance)) return {std::nullopt, false};
    Interval other = solver.range(left ? relation.right : relation.left);
    if (relation.tolerance != kNoExpression) {
        const Interval slack = solver.range(relation.tolerance);
        other = hull(other - slack, other + slack);
    }
    return solver.back(left ? relation.left : relation.right, target_for(relation.comparison, other, left));
}

Interval range_of(const Expressions& all, ExpressionId id) {
    const std::vector<bool> wanted = below(all, id);
    Ranges ranges(id + 1, Interval::point(0));
    for (ExpressionId at = 0; at <= id; ++at)
        if (wanted[at]) ranges[at] = forward(all, all.term(at), ranges);
    return ranges[id];
}

std::optional<Rational> printed_value(const Expressions& all, ExpressionId id, const Dataset& dataset) {
    const std::vector<bool> wanted = below(all, id);
    Ranges points(id + 1, Interval::point(0));
    for (ExpressionId at = 0; at <= id; ++at) {
        if (!wanted[at]) continue;
        const Term& term = all.term(at);
        if (term.op == TermOp::variable) {
            const NodeId node = all.unknowns[term.a].figure;
            if (node == kNoNode || dataset.figure(node).state != FigureState::known) return std::nullopt;
            points[at] = Interval::point(dataset.figure(node).value);
            continue;
        }
        if (term.op == TermOp::divide && points[term.b].low.value.is_zero()) return std::nullopt;
        points[at] = forward(all, term, points);
    }
    return points[id].low.value;
}

}  // namespace crossfoot
