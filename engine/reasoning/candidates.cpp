#include "engine/reasoning/candidates.hpp"

#include <algorithm>

#include "engine/reasoning/cause_weights.hpp"
#include "engine/reasoning/exchanges.hpp"
#include "engine/reasoning/neighbours.hpp"
#include "engine/reasoning/shapes.hpp"

namespace crossfoot {
namespace {

std::optional<Interval> needed_by(const Statement& statement, NodeId figure) {
    Interval out = Interval::everything();
    for (const AssertedRelation& relation : statement.relations) {
        const Needed needed = needed_for(statement.expressions, relation, figure);
        if (!needed.solved) continue;
        const auto both = needed.range ? intersection(out, *needed.range) : std::nullopt;
        if (!both) return std::nullopt;
        out = *both;
    }
    return out;
}

}  // namespace

bool Candidates::Wanted::met_by(const Interval& range) const {
    return std::any_of(ranges.begin(), ranges.end(), [&](const Interval& each) { return intersection(each, range).has_value(); });
}

Candidates::Wanted Candidates::wanted(NodeId figure) const {
    Wanted out;
    for (const auto& [instance, statement] : contradicted_) {
        if (!std::binary_search(statement.figures.begin(), statement.figures.end(), figure)) continue;
        auto needed = needed_by(statement, figure);
        if (!needed) continue;
        out.bounded = out.bounded && needed->bounded();
        out.ranges.push_back(std::move(*needed));
    }
    return out;
}

std::vector<InstanceId> Candidates::proved(std::span<const Change> changes) {
    if (proofs_ >= options_.most_proofs) return {};
    ++proofs_;
    Consequences found = rechecker_.consequences(changes);
    return found.breaks_nothing() ? std::move(found.cleared) : std::vector<InstanceId>();
}

void Candidates::add(Cause cause, std::span<const Change> changes) {
    std::vector<InstanceId> clears = proved(changes);
    if (clears.empty()) return;
    cause.cost = cost_of(cause.kind);
    out_.push_back({.cause = std::move(cause), .clears = std::move(clears)});
}

std::vector<Candidate> Candidates::of(NodeId figure) {
    out_.clear();
    if (!is_known_figure(rechecker_.dataset(), figure)) return {};
    const Wanted asked = wanted(figure);
    if (!asked.ranges.empty()) {
        digits_and_signs(figure, asked);
        last_year(figure, asked);
        round_number(figure, asked);
    }
    exchanged(figure);
    return std::move(out_);
}

void Candidates::digits_and_signs(NodeId figure, const Wanted& asked) {
    std::map<CauseKind, std::size_t> possible, found;
    const auto before = static_cast<std::ptrdiff_t>(out_.size());
    for (Slip& slip : slips_of(rechecker_, figure, SlipWay::back)) {
        ++possible[slip.kind];
        if (!asked.met_by(slip.figure.range)) continue;
        // where the statements ask for no more than a least or a greatest value, nearly any slip would do
        if (!asked.bounded && slip.kind != CauseKind::power_of_ten) continue;
        const std::size_t size = out_.size();
        const Change change{figure, slip.figure};
        add({slip.kind, figure, slip.figure.printed, kNoNode, {}, 0}, {&change, 1});
        if (out_.size() == size) continue;
        if (!asked.bounded && out_.back().clears.size() < 2) {
            out_.pop_back();
            continue;
        }
        out_.back().cause.cost = cost_of(slip);
        out_.back().value = change.figure.value;
    }
    // what clears less than another slip of the figure is no repair
    std::size_t most = 0;
    const auto first = out_.begin() + before;
    for (auto each = first; each != out_.end(); ++each) most = std::max(most, each->clears.size());
    out_.erase(std::remove_if(first, out_.end(), [&](const Candidate& each) { return each.clears.size() < most; }), out_.end());
    for (auto each = first; each != out_.end(); ++each) ++found[each->cause.kind];
    order_by_fit(static_cast<std::size_t>(before), asked);
    // chance does not clear two statements at once
    if (most >= 2) return;
    const auto weak = [&](const Candidate& each) {
        const CauseKind kind = each.cause.kind;
        return has_many_ways(kind) && found[kind] * kOneIn > possible[kind];
    };
    out_.erase(std::remove_if(first, out_.end(), weak), out_.end());
}

// Of equally dear slips of one figure the nearest to the middle of what the statements ask of it comes first: it makes a sum exact.
void Candidates::order_by_fit(std::size_t before, const Wanted& asked) {
    if (!asked.bounded || asked.ranges.empty()) return;
    Interval needed = asked.ranges.front();
    for (const Interval& each : asked.ranges) needed = intersection(needed, each).value_or(needed);
    const Rational middle = (needed.low.value + needed.high.value) * Rational(1, 2);
    std::stable_sort(out_.begin() + static_cast<std::ptrdiff_t>(before), out_.end(), [&](const Candidate& a, const Candidate& b) {
        return a.cause.cost != b.cause.cost ? a.cause.cost < b.cause.cost : (a.value - middle).abs() < (b.value - middle).abs();
    });
}

// The year before stands there unchanged, and the contradicted rules leave one print only that it would have to be.
void Candidates::last_year(NodeId figure, const Wanted& asked) {
    const Dataset& dataset = rechecker_.dataset();
    const NodeId before = year_before(dataset, figure);
    if (before == kNoNode || !asked.bounded || dataset.figure(before).printed != dataset.figure(figure).printed) return;
    Interval needed = asked.ranges.front();
    for (const Interval& each : asked.ranges) needed = intersection(needed, each).value_or(needed);
    const Rational middle = (needed.low.value + needed.high.value) * Rational(1, 2);
    const auto restyled = rechecker_.restyle(figure, middle);
    if (!restyled || restyled->value == dataset.figure(figure).value) return;
    const Rational unit = restyled->step.sign() > 0 ? restyled->step : dataset.units.unit(restyled->unit).size;
    if (needed.high.value - needed.low.value > unit) return;
    const Change change{figure, *restyled};
    add({CauseKind::last_year, figure, restyled->printed, before, {}, 0}, {&change, 1});
}

// A count, or a scaled number, that ends in zeros may be a rounded one: "$172,000 million" may stand for billions.
void Candidates::round_number(NodeId figure, const Wanted& asked) {
    Figure rounded = rechecker_.dataset().figure(figure);
    const Unit& unit = rechecker_.dataset().units.unit(rounded.unit);
    const Rational size = unit.size;
    const bool whole_scaled = unit.scaled && rounded.step == size && !rounded.finer;
    if ((rounded.rounded && !whole_scaled) || rounded.qualified || rounded.value.is_zero() || !asked.bounded) return;
    Rational step = size;
    while ((rounded.value / (step * 10)).is_whole()) step *= 10;
    if (step < size * 100) return;
    rounded.range = rounded_range(rounded.value, step, Rounding::nearest);
    if (!asked.met_by(rounded.range)) return;
    rounded.step = step;
    rounded.rounded = true;
    rounded.whole_step = 0;
    const Change change{figure, rounded};
    add({CauseKind::round_number, figure, {}, kNoNode, {}, 0}, {&change, 1});
}

bool Candidates::all_equations(std::span<const InstanceId> instances) const {
    return std::all_of(instances.begin(), instances.end(), [&](InstanceId each) {
        const auto found = contradicted_.find(each);
        return found != contradicted_.end() && asserts_equation(found->second);
    });
}

bool Candidates::is_looked_at(NodeId figure) const {
    return std::any_of(contradicted_.begin(), contradicted_.end(), [&](const auto& each) {
        return std::binary_search(each.second.figures.begin(), each.second.figures.end(), figure);
    });
}

void Candidates::exchanged(NodeId figure) {
    const Dataset& dataset = rechecker_.dataset();
    for (const NodeId other : neighbours(dataset, figure)) {
        // of two figures that are both looked at, the one that stands first tells of both
        if (other < figure && is_looked_at(other)) continue;
        const std::vector<Change> changes = reasoning::exchange_of(rechecker_, figure, other);
        if (changes.empty()) continue;
        const std::size_t size = out_.size();
        add({reasoning::exchange_kind(dataset, figure, other), figure, dataset.figure(other).printed, other, {}, 0}, changes);
        // an order of two figures that must differ holds the other way round, always
        if (out_.size() > size && !all_equations(out_.back().clears)) out_.pop_back();
    }
}

}  // namespace crossfoot
