#include "engine/checking/evaluation/kept.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>

namespace crossfoot {
namespace {

std::vector<std::pair<NodeId, NodeId>> by_row(const Dataset& dataset, const std::vector<NodeId>& figures) {
    std::vector<std::pair<NodeId, NodeId>> out;
    out.reserve(figures.size());
    for (const NodeId each : figures) out.emplace_back(dataset.node(each).parent, each);
    std::sort(out.begin(), out.end());
    return out;
}

// Drops those that lie beyond the nearest far end, in one way of reading the figures.
template <class Read>
void mark_reaching(const Dataset& dataset, const std::vector<NodeId>& figures, bool least, Read read, std::vector<bool>& reaching) {
    std::optional<End> limit;
    for (const NodeId each : figures) {
        const Interval range = read(dataset.figure(each));
        const End& far = least ? range.high : range.low;
        if (!limit || (least ? high_less(far, *limit) : low_less(*limit, far))) limit = far;
    }
    for (std::size_t i = 0; i < figures.size(); ++i) {
        const Interval range = read(dataset.figure(figures[i]));
        reaching[i] = reaching[i] || !(least ? empty_between(range.low, *limit) : empty_between(*limit, range.high));
    }
}

}  // namespace

IntervalSum IntervalSum::without(const Interval& interval) const {
    IntervalSum out = *this;
    out.count(interval, -1);
    return out;
}

Interval IntervalSum::interval() const {
    return {open_low_ > 0 ? End::opened(low_) : End::closed(low_), open_high_ > 0 ? End::opened(high_) : End::closed(high_)};
}

void IntervalSum::count(const Interval& interval, std::int64_t sign) {
    low_ = sign > 0 ? low_ + interval.low.value : low_ - interval.low.value;
    high_ = sign > 0 ? high_ + interval.high.value : high_ - interval.high.value;
    open_low_ += interval.low.open ? sign : 0;
    open_high_ += interval.high.open ? sign : 0;
}

std::vector<Value> Kept::Index::of(const std::string& key) const {
    std::vector<std::uint32_t> places = open;
    if (const auto found = members.find(key); found != members.end()) {
        places.clear();
        std::merge(open.begin(), open.end(), found->second.begin(), found->second.end(), std::back_inserter(places));
    }
    std::vector<Value> out;
    out.reserve(places.size());
    for (const std::uint32_t place : places) out.push_back(rows[place]);
    return out;
}

std::vector<NodeId> Kept::of_row(NodeId row) const {
    std::vector<NodeId> out;
    auto at = std::lower_bound(of_rows.begin(), of_rows.end(), std::pair(row, NodeId{0}));
    for (; at != of_rows.end() && at->first == row; ++at)
        out.push_back(at->second);
    return out;
}

Kept extremes_of(const Dataset& dataset, const std::vector<NodeId>& figures, bool least) {
    std::vector<bool> reaching(figures.size(), false);
    mark_reaching(dataset, figures, least, [](const Figure& figure) { return figure.range; }, reaching);
    mark_reaching(dataset, figures, least, [](const Figure& figure) { return Interval::point(figure.value); }, reaching);
    mark_reaching(dataset, figures, least, [](const Figure& figure) { return truncated_range(figure); }, reaching);
    Kept::Extremes extremes;
    std::vector<NodeId> all;
    std::map<std::string, std::size_t> alike;
    Kept out;
    for (std::size_t i = 0; i < figures.size(); ++i) {
        const Figure& figure = dataset.figure(figures[i]);
        out.fractional = out.fractional || figure.fractional;
        if (!reaching[i]) continue;
        all.push_back(figures[i]);
        std::size_t& so_far = alike[figure.printed + ' ' + std::to_string(figure.unit)];
        if (so_far++ < Kept::kMostAlike) extremes.members.push_back({NodeValue{figures[i], kNoNode}});
    }
    out.what = std::move(extremes);
    out.of_rows = by_row(dataset, all);
    return out;
}

Kept total_of(const Dataset& dataset, const std::vector<NodeId>& figures) {
    Kept out;
    Kept::Total total;
    for (const NodeId each : figures) {
        const Figure& figure = dataset.figure(each);
        const Interval truncated = truncated_range(figure);
        if (!figure.range.bounded() || !truncated.bounded()) return out;
        out.fractional = out.fractional || figure.fractional;
        total.ranges.add(figure.range);
        total.truncated.add(truncated);
        total.printed = total.printed + figure.value;
    }
    total.members = figures.size();
    out.what = std::move(total);
    out.of_rows = by_row(dataset, figures);
    return out;
}

}  // namespace crossfoot
