#include "engine/reasoning/proposals.hpp"

#include <algorithm>
#include <span>

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

// A factor of ten without decimals is a digit at the end lost, or one too many: which one it was the relation tells where another
// one makes it exact. That print explains then as much as the factor of ten.
void prefer_exact_digit(std::vector<Proposal>& slips, std::span<const Rational> exact) {
    const auto is_exact = [&](const Proposal& each) { return std::count(exact.begin(), exact.end(), each.change.figure.value) > 0; };
    const auto is_factor = [](const Proposal& each) { return each.kind == CauseKind::power_of_ten && each.digit; };
    const auto factor = std::find_if(slips.begin(), slips.end(), is_factor);
    if (factor == slips.end() || is_exact(*factor)) return;
    for (Proposal& each : slips)
        if (each.kind == factor->digit && is_exact(each)) {
            each.digit = each.kind;
            each.cost = std::min(each.cost, factor->cost);
        }
}

// The cheapest first; of equally dear ones those that are most often exact, then the nearest to the middle of the range.
void sort_by_fit(std::vector<Proposal>& slips, const Interval& range, std::span<const Rational> exact) {
    struct Fit {
        std::uint32_t cost;
        std::ptrdiff_t misses;
        Rational distance;
        std::size_t place;
    };
    std::vector<Fit> fits;
    for (const Proposal& each : slips) {
        const Rational& value = each.change.figure.value;
        const Rational middle = range.bounded() ? (range.low.value + range.high.value) * Rational(1, 2) : value;
        fits.push_back({each.cost, -std::count(exact.begin(), exact.end(), value), (value - middle).abs(), fits.size()});
    }
    std::stable_sort(fits.begin(), fits.end(), [](const Fit& a, const Fit& b) {
        if (a.cost != b.cost) return a.cost < b.cost;
        return a.misses != b.misses ? a.misses < b.misses : a.distance < b.distance;
    });
    std::vector<Proposal> sorted;
    for (const Fit& each : fits) sorted.push_back(std::move(slips[each.place]));
    slips = std::move(sorted);
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
    const bool signed_now = shows_sign(rechecker_.written(figure).value_or(now.printed));
    for (Slip& slip : slips_of(rechecker_, figure, SlipWay::back)) {
        const std::uint32_t cost = cost_of(slip);
        const bool signs = slip.kind == CauseKind::sign && !signed_now && shows_sign(slip.figure.printed);
        std::optional<CauseKind> digit;
        if (slip.times == 10) digit = CauseKind::digit_omitted;
        if (slip.times == Rational(1, 10)) digit = CauseKind::digit_added;
        if (digit && slip.figure.step != now.step) digit.reset();
        out.push_back({{figure, std::move(slip.figure)}, slip.kind, kNoNode, signs ? kSignPut : cost, signs, digit});
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

std::vector<Proposal> Proposals::within(NodeId figure, const Interval& range, std::size_t most, const Exact& exact_values) {
    std::vector<Proposal> out;
    const Figure& now = rechecker_.dataset().figure(figure);
    // where the range does not say what is asked for, any slip would do as well as another
    const bool says = !intersection(range, now.range);
    std::map<CauseKind, std::size_t> possible, fitting;
    std::vector<Proposal> slips_then;
    for (const Proposal& each : slips(figure)) {
        ++possible[*each.kind];
        if (!intersection(each.change.figure.range, range)) continue;
        ++fitting[*each.kind];
        slips_then.push_back(each);
    }
    const std::vector<Rational> exact = slips_then.size() > 1 && exact_values ? exact_values() : std::vector<Rational>();
    prefer_exact_digit(slips_then, exact);
    sort_by_fit(slips_then, range, exact);
    const auto is_by_chance = [&](const Proposal& each) {
        return has_many_ways(*each.kind) && !each.digit && fitting[*each.kind] * kOneIn > possible[*each.kind];
    };
    const auto is_likely = [&](const Proposal& each) { return says && !is_by_chance(each) && is_asked_for(each, now, range); };
    for (const Proposal& each : slips_then)
        if (out.size() < most && is_likely(each)) add(out, range, each);
    add_unexplained(out, figure, says ? range : Interval::everything());
    // what chance explains as well comes behind what a slip explains; where the range does not tell, behind all
    for (Proposal each : slips_then) {
        if (out.size() >= most) break;
        const bool weak = says && range.bounded() && is_by_chance(each);
        each.kind.reset();
        each.cost = weak ? kWeakSlip : kUnexplained + 1;
        add(out, range, std::move(each));
    }
    std::stable_sort(out.begin(), out.end(), [](const Proposal& a, const Proposal& b) { return a.cost < b.cost; });
    return out;
}

}  // namespace crossfoot
