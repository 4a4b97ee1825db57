// Dates as numbers, dates moved by durations, the first and the last of many.
#include <algorithm>

#include "engine/checking/evaluation/evaluator.hpp"
#include "engine/checking/messages.hpp"

namespace crossfoot {
namespace {

const Rational kSecondsOfDay = 86'400;

}  // namespace

Value Evaluator::between(const Rational& low, const Rational& high) {
    if (low == high) return {low};
    Variable unknown;
    unknown.range = Interval::closed(low, high);
    return {Number{terms_.unknown(std::move(unknown))}};
}

Value Evaluator::date_function(const Core& core) {
    std::vector<DayRange> days;
    for (const CorePtr& each : core.args) {
        const Value value = the_one(eval(*each), each->span);
        if (std::holds_alternative<Failure>(value.held)) return value;
        const auto date = date_of(value);
        if (!date) return {Absent{where(value), kNoNode}};
        days.push_back(*date);
    }
    const std::int32_t first = days[0].first, last = days[0].last;
    switch (core.function) {
        case Function::year: return between(year_of(first), year_of(last));
        case Function::month: {
            const bool within_one = year_of(first) == year_of(last);
            return between(within_one ? month_of(first) : 1, within_one ? month_of(last) : 12);
        }
        case Function::weekday: return between(first == last ? weekday_of(first) : 1, first == last ? weekday_of(first) : 7);
        default: return between(std::int64_t{days[1].first} - last + 1, std::int64_t{days[1].last} - first + 1);
    }
}

// A date and a duration, or two dates. A duration that is not known exactly moves to all days that it may mean.
Value Evaluator::date_arithmetic(const Core& core) {
    std::vector<Value> sides;
    for (const CorePtr& each : core.args) {
        sides.push_back(the_one(eval(*each), each->span));
        if (std::holds_alternative<Failure>(sides.back().held)) return std::move(sides.back());
    }
    const auto is_date = [&](const Value& value) {
        const auto* at = std::get_if<NodeValue>(&value.held);
        return std::holds_alternative<DayRange>(value.held) || (at != nullptr && dataset_.node(at->node).kind == NodeKind::date);
    };
    const bool of_left = is_date(sides[0]), of_right = is_date(sides[1]);
    if (of_left && of_right && core.op == Op::subtract) {
        const DayRange later = *date_of(sides[0]), earlier = *date_of(sides[1]);
        return between(Rational(std::int64_t{later.first} - earlier.last) * kSecondsOfDay,
                       Rational(std::int64_t{later.last} - earlier.first) * kSecondsOfDay);
    }
    if (of_left == of_right) {   // one of them is missing, or both: binding has refused all else
        for (const Value& side : sides)
            if (!date_of(side)) return {Absent{where(side), kNoNode}};
        return {Failure{Code::XF513, Message(say::cannot_move, source_text(core.span))}};
    }
    const DayRange date = *date_of(sides[of_left ? 0 : 1]);
    const Value& by = sides[of_left ? 1 : 0];
    const auto operand = number(by, core.args[of_left ? 1 : 0]->span);
    if (const auto* failure = std::get_if<Failure>(&operand)) return {*failure};
    const TermId term = std::get<Operand>(operand).term;
    const Interval range = tight_range(terms_, term, Box(terms_, printing_ ? Mode::printed : Mode::ranges)).interval;
    if (auto failure = exhausted()) return {std::move(*failure)};
    if (!range.bounded()) return {Absent{where(by), kNoNode}};
    const Rational size = core.relative ? Rational(1) : kSecondsOfDay;
    Rational low = (range.low.value / size).ceil(), high = (range.high.value / size).floor();
    if (core.op == Op::subtract) {
        std::swap(low, high);
        low = -low;
        high = -high;
    }
    const auto moved = [&](const Rational& count) -> std::optional<DayRange> {
        std::int64_t whole = 0;
        if (!count.to_int64(whole)) return std::nullopt;
        return core.relative ? moved_by_months(date, whole) : moved_by_days(date, whole);
    };
    const auto first = low <= high ? moved(low) : std::nullopt, last = low <= high ? moved(high) : std::nullopt;
    if (!first || !last) return {Failure{Code::XF513, Message(say::cannot_move, printed(Value{date}))}};
    return {DayRange{first->first, last->last}};
}

// `min` and `max` of dates; nothing where the members are no dates.
std::optional<Value> Evaluator::extreme_date(Function function, const std::vector<Value>& members) {
    if (function != Function::min && function != Function::max) return std::nullopt;
    const bool dates = std::any_of(members.begin(), members.end(), [&](const Value& value) {
        const auto* at = std::get_if<NodeValue>(&value.held);
        return std::holds_alternative<DayRange>(value.held) || (at != nullptr && dataset_.node(at->node).kind == NodeKind::date);
    });
    if (!dates) return std::nullopt;
    std::optional<DayRange> out;
    std::optional<std::string> missing;
    for (const Value& member : members) {
        const auto date = date_of(member);
        if (!date && !missing) missing = where(member);
        if (!date) continue;
        if (!out) out = date;
        else if (function == Function::min) out = DayRange{std::min(out->first, date->first), std::min(out->last, date->last)};
        else out = DayRange{std::max(out->first, date->first), std::max(out->last, date->last)};
    }
    if (missing) return Value{Absent{std::move(*missing), kNoNode}};
    return Value{*out};
}

}  // namespace crossfoot
