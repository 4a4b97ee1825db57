#include "engine/reasoning/proposals.hpp"

#include <algorithm>

#include "engine/reasoning/cause_weights.hpp"
#include "engine/reasoning/neighbours.hpp"
#include "engine/reasoning/numeral_parts.hpp"

namespace crossfoot {
namespace {

// How far from a print others are tried, in units of its last digit.
constexpr std::int64_t kNear = 20;

// A value inside an interval near one of its ends.
Rational inside(const Interval& range, bool low) {
    const End& end = low ? range.low : range.high;
    if (!end.open) return end.value;
    const End& other = low ? range.high : range.low;
    if (other.unbounded) return low ? end.value + 1 : end.value - 1;
    return end.value + (other.value - end.value) * Rational(1, 16);
}

// The middle of a range, or a value near the one end that it has.
std::vector<Rational> values_in(const Interval& range) {
    std::vector<Rational> out;
    if (range.bounded()) out.push_back((range.low.value + range.high.value) * Rational(1, 2));
    if (!range.low.unbounded) out.push_back(inside(range, true));
    if (!range.high.unbounded) out.push_back(inside(range, false));
    return out;
}

// Is the nearest value that is allowed so far from the print, in orders of magnitude: a half of the way to the slip's for a
// factor of ten, a third for digits?
bool far_enough(const Rational& ratio, const Rational& times, CauseKind kind) {
    const Rational square = ratio * ratio;
    return (kind == CauseKind::power_of_ten ? square : square * ratio) >= times;
}

// Does the range speak for a slip of that kind? Where it has one end only, and for a factor of ten, its values must lie
// far enough from what is printed: 500 is no slip for 500 000 where 510 would do. A sign where none is shown takes both
// ends.
bool is_asked_for(const Proposal& slip, const Figure& now, const Interval& range) {
    if (range.bounded() && slip.kind != CauseKind::power_of_ten) return true;
    if (slip.signs) return range.bounded();
    const Rational to = slip.change.figure.value.abs(), from = now.value.abs();
    if (to.is_zero() || from.is_zero() || slip.kind == CauseKind::sign) return true;
    const Interval sizes = now.value.sign() > 0 ? range : -range;
    if (to > from) return sizes.low.unbounded || far_enough(sizes.low.value / from, to / from, *slip.kind);
    return sizes.high.unbounded || sizes.high.value.sign() <= 0 || far_enough(from / sizes.high.value, from / to, *slip.kind);
}

}  // namespace

const std::vector<Proposal>& Proposals::slips(NodeId figure) {
    const auto [place, fresh] = slips_.try_emplace(figure);
    if (!fresh) return place->second;
    std::vector<Proposal>& out = place->second;
    const Figure& now = rechecker_.dataset().figure(figure);
    const Language language = rechecker_.dataset().manifest.language;
    const auto shows_sign = [&](const std::string& print) {
        const auto parts = numeral_parts(print, language, now.signs);
        return parts && !parts->sign.empty();
    };
    for (Slip& slip : slips_of(rechecker_, figure, SlipWay::back)) {
        const std::uint32_t cost = cost_of(slip);
        const bool signs = slip.kind == CauseKind::sign && !shows_sign(now.printed) && shows_sign(slip.figure.printed);
        out.push_back({{figure, std::move(slip.figure)}, slip.kind, kNoNode, signs ? kSignPut : cost, signs});
    }
    std::stable_sort(out.begin(), out.end(), [](const Proposal& a, const Proposal& b) { return a.cost < b.cost; });
    return out;
}

void Proposals::add(std::vector<Proposal>& out, const Interval& range, Proposal proposal) const {
    const Figure& print = proposal.change.figure;
    if (print.value == rechecker_.dataset().figure(proposal.change.node).value || !intersection(print.range, range)) return;
    const auto same = std::find_if(out.begin(), out.end(), [&](const Proposal& each) { return each.change.figure.value == print.value; });
    if (same == out.end()) out.push_back(std::move(proposal));
    else if (proposal.cost < same->cost) *same = std::move(proposal);
}

Proposal Proposals::unexplained(NodeId figure, Figure print) const {
    Proposal out{.change = {figure, std::move(print)}};
    const auto explain = [&](CauseKind kind, NodeId other) {
        if (cost_of(kind) < out.cost) out.kind = kind, out.other = other, out.cost = cost_of(kind);
    };
    const Dataset& dataset = rechecker_.dataset();
    if (const auto reading = readings_.find(figure); reading != readings_.end()) explain(reading->second, kNoNode);
    const NodeId before = year_before(dataset, figure);
    if (before != kNoNode && dataset.figure(before).printed == dataset.figure(figure).printed) explain(CauseKind::last_year, before);
    return out;
}

void Proposals::add_unexplained(std::vector<Proposal>& out, NodeId figure, const Interval& range) {
    const Figure& now = rechecker_.dataset().figure(figure);
    const auto try_value = [&](const Rational& value, bool says) {
        auto print = rechecker_.restyle(figure, value);
        if (!print) return;
        add(out, range, says ? unexplained(figure, std::move(*print)) : Proposal{.change = {figure, std::move(*print)}});
    };
    if (range != Interval::everything()) {
        for (const Rational& value : values_in(range)) try_value(value, true);
        return;
    }
    const Rational step = now.step.sign() > 0 ? now.step : rechecker_.dataset().units.unit(now.unit).size;
    for (std::int64_t distance = 1; distance <= kNear; ++distance)
        for (const std::int64_t way : {-distance, distance}) try_value(now.value + step * way, false);
}

std::vector<Proposal> Proposals::within(NodeId figure, const Interval& range, std::size_t most) {
    std::vector<Proposal> out;
    const Figure& now = rechecker_.dataset().figure(figure);
    // where the range does not say what is asked for, any slip would do as well as another
    const bool says = !intersection(range, now.range);
    std::map<CauseKind, std::size_t> possible, fitting;
    for (const Proposal& each : slips(figure)) {
        ++possible[*each.kind];
        if (intersection(each.change.figure.range, range)) ++fitting[*each.kind];
    }
    const auto is_likely = [&](const Proposal& each) {
        const bool by_chance = has_many_ways(*each.kind) && fitting[*each.kind] * kOneIn > possible[*each.kind];
        return says && !by_chance && is_asked_for(each, now, range);
    };
    for (const Proposal& each : slips(figure))
        if (out.size() < most && is_likely(each)) add(out, range, each);
    add_unexplained(out, figure, says ? range : Interval::everything());
    std::stable_sort(out.begin(), out.end(), [](const Proposal& a, const Proposal& b) { return a.cost < b.cost; });
    // what chance explains as well comes last
    for (Proposal each : slips(figure)) {
        if (out.size() >= most) break;
        each.kind.reset();
        each.cost = kUnexplained + 1;
        add(out, range, std::move(each));
    }
    return out;
}

}  // namespace crossfoot
