// `ascending` and `descending`: whether a series never goes back, and where it does.
#include <algorithm>
#include <iterator>
#include <utility>

#include "engine/checking/evaluation/evaluator.hpp"
#include "engine/checking/messages.hpp"

namespace crossfoot {

using ast::Comparison;

namespace {

// What the rows of two values are called where they differ: their first date, else their first text.
std::string row_name(const Dataset& dataset, NodeId row, NodeId other, NodeKind kind) {
    for (const NodeId cell : dataset.children(row)) {
        if (dataset.node(cell).kind != kind) continue;
        const NodeId beside = dataset.child(other, dataset.key(cell));
        if (beside == kNoNode || dataset.node(beside).kind != kind) continue;
        if (kind == NodeKind::date && !(dataset.date(cell) == dataset.date(beside))) {
            const DayRange date = dataset.date(cell);
            return date.first == date.last ? iso(date.first) : iso(date.first) + ".." + iso(date.last);
        }
        if (kind == NodeKind::text && dataset.text(cell) != dataset.text(beside)) return dataset.text(cell);
    }
    return {};
}

}  // namespace

// Is it surely against the order that one stands before the other?
bool Evaluator::goes_back(const Value& before, const Value& after, const Core& chain) {
    const Aside aside(*this);
    return relate({before, after}, chain, {}).possible == Truth::no;
}

// Each place where the series goes back against the value that reaches furthest since the place before; so many are told.
void Evaluator::record_falls(const std::vector<Value>& values, const Core& chain) {
    constexpr std::size_t kMostTold = 8;
    struct Fall { std::size_t before, after; };
    std::vector<Fall> falls;
    const bool rising = chain.comparisons[0] == Comparison::less_equal;
    std::size_t furthest = 0;
    for (std::size_t i = 1; i < values.size() && falls.size() <= kMostTold; ++i) {
        if (goes_back(values[furthest], values[i], chain)) {
            falls.push_back({furthest, i});
            furthest = i;
            continue;
        }
        Core back;
        back.op = Op::relation;
        back.span = chain.span;
        back.dimension = chain.dimension;
        back.varies = chain.varies;
        back.comparisons = {rising ? Comparison::less : Comparison::greater};
        const Aside aside(*this);
        // a missing value is left out; of two that may be either, the one that is printed further stays
        const bool before = std::exchange(printing_, true);
        const bool nearer = relate({values[i], values[furthest]}, back, {}).possible == Truth::yes;
        printing_ = before;
        const auto* at = std::get_if<NodeValue>(&values[i].held);
        const bool figure = at != nullptr && dataset_.node(at->node).kind == NodeKind::figure;
        const bool missing = std::holds_alternative<Absent>(values[i].held) || (figure && dataset_.figure(at->node).state == FigureState::missing);
        if (!nearer && !missing) furthest = i;
    }
    if (falls.empty()) return;
    const auto row_of = [&](const Value& value) {
        const auto* at = std::get_if<NodeValue>(&value.held);
        const NodeId row = at == nullptr ? kNoNode : dataset_.node(at->node).parent;
        return row != kNoNode && dataset_.node(row).kind == NodeKind::table && dataset_.node(row).parent != kNoNode &&
                       dataset_.node(dataset_.node(row).parent).kind == NodeKind::array
                   ? row
                   : kNoNode;
    };
    const auto name = [&](const Value& value, const Value& other) {
        const NodeId row = row_of(value), beside = row_of(other);
        std::string out;
        if (row != kNoNode && beside != kNoNode) {
            const auto* at = std::get_if<NodeValue>(&value.held);
            if (dataset_.node(at->node).kind != NodeKind::date) out = row_name(dataset_, row, beside, NodeKind::date);
            if (out.empty()) out = row_name(dataset_, row, beside, NodeKind::text);
        }
        return out.empty() ? where(value) : out;
    };
    Message reason;
    for (std::size_t i = 0; i < std::min(falls.size(), kMostTold); ++i) {
        const Value &before = values[falls[i].before], &after = values[falls[i].after];
        const Template& how = i > 0 ? say::from_to : rising ? say::falls : say::rises;
        Message told(how, printed(before), name(before, after), printed(after), name(after, before));
        reason = i == 0 ? std::move(told) : Message(say::also, std::move(reason), std::move(told));
        for (const Value* each : {&before, &after}) {
            const auto* at = std::get_if<NodeValue>(&each->held);
            if (at != nullptr && (broken_by_.empty() || broken_by_.back() != at->node)) broken_by_.push_back(at->node);
        }
    }
    broken_in_full_ = falls.size() <= kMostTold;
    if (falls.size() > kMostTold) reason = Message(say::and_more, std::move(reason));
    const std::vector<Value> first{values[falls[0].before], values[falls[0].after]};
    const std::size_t told = records_.size();
    const bool stating = std::exchange(stating_, false);
    (void)relate(first, chain, places(first));
    stating_ = stating;
    if (records_.size() > told) {
        records_.resize(told + 1);
        records_.back().possible = false;
        (records_.back().comparison ? records_.back().note : records_.back().reason) = std::move(reason);
    }
}

Judgement Evaluator::monotone(const Core& core) {
    std::vector<Value> values;
    if (auto failure = flatten(core, 0, values)) return Judgement::failed(std::move(*failure));
    if (values.size() < 2) return Judgement::known(true);
    Core chain;
    chain.op = Op::relation;
    chain.span = core.span;
    chain.dimension = core.dimension;
    chain.varies = core.varies;
    const bool rising = core.function == Function::ascending;
    const Comparison order = rising ? Comparison::less_equal : Comparison::greater_equal;
    const std::size_t told = records_.size();
    const auto shown = [&](Judgement judged) {
        if (judged.possible != Truth::no || !recording_ || printing_) return judged;
        const auto first = records_.begin() + static_cast<std::ptrdiff_t>(told);
        std::vector<Record> whole(std::make_move_iterator(first), std::make_move_iterator(records_.end()));
        records_.resize(told);
        chain.comparisons = {order};
        record_falls(values, chain);
        if (records_.size() == told) std::move(whole.begin(), whole.end(), std::back_inserter(records_));
        return judged;
    };
    if (values.size() <= 200) {
        chain.comparisons.assign(values.size() - 1, order);
        return shown(relate(values, chain, places(values)));
    }
    // a long series: each value against the one before it that reaches furthest, which is the same as every pair
    Judgement out = Judgement::known(true);
    chain.comparisons = {order};
    std::size_t furthest = 0;
    std::optional<Interval> reach;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (i > 0) {
            const std::vector<Value> two{values[furthest], values[i]};
            out = conjunction(out, relate(two, chain, places(two)));
        }
        const auto* at = std::get_if<NodeValue>(&values[i].held);
        const bool figure = at == nullptr || dataset_.node(at->node).kind == NodeKind::figure;
        const auto operand = figure ? number(values[i], core.span) : std::variant<Failure, Operand>(Failure{});
        if (std::holds_alternative<Failure>(operand)) {
            furthest = i;
            continue;
        }
        const Interval range = tight_range(terms_, std::get<Operand>(operand).term, Box(terms_, Mode::ranges)).interval;
        if (!reach || (rising ? low_less(reach->low, range.low) : high_less(range.high, reach->high))) {
            reach = range;
            furthest = i;
        }
    }
    return shown(std::move(out));
}

}  // namespace crossfoot
