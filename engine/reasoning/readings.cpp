#include "engine/reasoning/readings.hpp"

#include <algorithm>

#include "engine/reasoning/cause_weights.hpp"
#include "engine/reasoning/needed.hpp"
#include "engine/reasoning/shapes.hpp"

namespace crossfoot {
namespace {

bool meet(const Interval& a, const Interval& b) { return intersection(a, b).has_value(); }

// Is the range finite and away from 0, so that dividing by it says something?
bool divides(const Interval& range) { return range.bounded() && !range.contains(0); }

class Reader {
public:
    Reader(const Statement& statement, const Dataset& dataset) : all_(statement.expressions), dataset_(dataset) {}

    std::vector<Cause> contradicted(const AssertedRelation& relation) {
        if (const auto said = said_by(all_, relation)) {
            change_against(said->computed, said->figure);
            difference_against(said->computed, said->figure);
            sum_against(said->computed, said->figure);
        }
        return std::move(out_);
    }

    std::vector<Cause> held(const AssertedRelation& relation) {
        const auto said = said_by(all_, relation);
        if (!said || sum_shape(all_, said->computed).size() < 2) return {};
        const Figure& total = dataset_.figure(said->figure);
        if (!total.rounded || total.step.sign() <= 0) return {};
        const auto sum = printed_value(all_, said->computed, dataset_);
        if (!sum) return {};
        const Rational below = (*sum / total.step).truncated() * total.step;
        const bool nearest = (*sum - total.value).abs() * 2 <= total.step;
        if (below == total.value && !nearest) add(CauseKind::truncated_total, said->figure);
        return std::move(out_);
    }

private:
    void add(CauseKind kind, NodeId figure, NodeId other = kNoNode) { out_.push_back({kind, figure, {}, other, {}, cost_of(kind)}); }

    bool is_rate(ExpressionId id) const {
        const NodeId node = figure_of(all_, id);
        if (node == kNoNode) return false;
        const Notation notation = dataset_.units.unit(dataset_.figure(node).unit).notation;
        return notation == Notation::percent || notation == Notation::point || notation == Notation::permille;
    }

    void change_against(ExpressionId computed, NodeId said) {
        const auto change = change_shape(all_, computed);
        if (!change) return;
        const Interval old_value = range_of(all_, change->old_value), new_value = range_of(all_, change->new_value);
        const Interval& rate = dataset_.figure(said).range;
        if (divides(new_value) && meet(Interval::point(1) - old_value / new_value, rate)) add(CauseKind::wrong_base, said);
        if (is_rate(change->old_value) && is_rate(change->new_value) && meet(new_value - old_value, rate))
            add(CauseKind::percent_for_points, said);
    }

    void difference_against(ExpressionId computed, NodeId said) {
        const Term& term = all_.term(computed);
        if (term.op != TermOp::subtract || !is_rate(term.a) || !is_rate(term.b)) return;
        const Interval old_value = range_of(all_, term.b);
        if (divides(old_value) && meet(range_of(all_, term.a) / old_value - Interval::point(1), dataset_.figure(said).range))
            add(CauseKind::percent_for_points, said);
    }

    // A gap of one digit equals some part by chance.
    bool speaks(const Figure& part) const {
        const Rational unit = part.step.sign() > 0 ? part.step : dataset_.units.unit(part.unit).size;
        return part.value.abs() >= unit * 10;
    }

    void sum_against(ExpressionId computed, NodeId said) {
        const std::vector<NodeId> parts = sum_shape(all_, computed);
        const Figure& total = dataset_.figure(said);
        if (parts.size() >= 2 && meet(range_of(all_, computed), truncated_range(total))) add(CauseKind::truncated_total, said);
        if (parts.size() < 3) return;
        std::vector<NodeId> left_out, twice;
        for (std::size_t at = 0; at < parts.size(); ++at) {
            const Figure& part = dataset_.figure(parts[at]);
            if (part.state != FigureState::known || !speaks(part)) continue;
            Interval others = Interval::point(0);
            for (std::size_t other = 0; other < parts.size(); ++other)
                if (other != at) others = others + dataset_.figure(parts[other]).range;
            if (meet(others, total.range)) left_out.push_back(parts[at]);
            if (meet(others + part.range + part.range, total.range)) twice.push_back(parts[at]);
        }
        if (left_out.size() == 1) add(CauseKind::part_left_out, said, left_out.front());
        if (twice.size() == 1) add(CauseKind::part_twice, said, twice.front());
    }

    const Expressions& all_;
    const Dataset& dataset_;
    std::vector<Cause> out_;
};

}  // namespace

std::vector<Cause> readings_of(const Statement& statement, const Dataset& dataset) {
    // one reading must explain all that is said
    if (statement.relations.size() != 1) return {};
    return Reader(statement, dataset).contradicted(statement.relations.front());
}

std::vector<Cause> readings_at(Rechecker& rechecker, InstanceId instance, const Statement& statement) {
    const Dataset& dataset = rechecker.dataset();
    std::vector<Cause> out = readings_of(statement, dataset);
    if (!statement.relations.empty() || !rechecker.holds_by_new_value(instance)) return out;
    std::vector<NodeId> rates;
    for (const NodeId node : rechecker.instances()[instance].figures) {
        const Notation notation = dataset.units.unit(dataset.figure(node).unit).notation;
        if (notation == Notation::percent || notation == Notation::point || notation == Notation::permille) rates.push_back(node);
    }
    if (rates.size() == 1) out.push_back({CauseKind::wrong_base, rates.front(), {}, kNoNode, {}, cost_of(CauseKind::wrong_base)});
    return out;
}

std::vector<Cause> truncated_totals(const Statement& statement, const Dataset& dataset) {
    if (statement.relations.size() != 1) return {};
    return Reader(statement, dataset).held(statement.relations.front());
}

}  // namespace crossfoot
