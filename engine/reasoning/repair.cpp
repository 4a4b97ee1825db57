#include "engine/reasoning/repair.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "engine/reasoning/narrow.hpp"

namespace crossfoot::reasoning {
namespace {

// How far from a print others are tried, in units of its last digit.
constexpr std::int64_t kNeighbours = 20;

// A value inside an interval near one of its ends.
Rational inside(const Interval& range, bool low) {
    const End& end = low ? range.low : range.high;
    if (!end.open) return end.value;
    const End& other = low ? range.high : range.low;
    if (other.unbounded) return low ? end.value + 1 : end.value - 1;
    return end.value + (other.value - end.value) * Rational(1, 16);
}

class Search {
public:
    // `reach`: how many of the contradicted instances one figure is used by at most.
    Search(Rechecker& rechecker, std::span<const InstanceId> contradicted, std::size_t reach,
           const ReasoningOptions& options)
        : rechecker_(rechecker), contradicted_(contradicted), reach_(reach), most_checks_(options.most_checks) {}

    // All sets of exactly `size` figures.
    RepairSearch run(std::size_t size) {
        size_ = size;
        descend({contradicted_.begin(), contradicted_.end()});
        return std::move(out_);
    }
    [[nodiscard]] bool spent() const { return checks_ > most_checks_; }

private:
    // `open`: what is contradicted with the changes made so far. One of its figures must change, whatever else does.
    void descend(const std::vector<InstanceId>& open) {
        if (open.empty()) return found();
        if (changes_.size() == size_ || spent()) return;
        // each figure that may still change clears only what it is used by
        const auto mine = std::count_if(open.begin(), open.end(), [&](InstanceId id) { return is_contradicted(id); });
        if (static_cast<std::size_t>(mine) > reach_ * (size_ - changes_.size())) return;
        const bool last = changes_.size() + 1 == size_;
        for (const NodeId figure : rechecker_.instances()[open.front()].figures) {
            if (!may_change(figure)) continue;
            const auto users = rechecker_.using_figure(figure);
            const auto uses_it = [&](InstanceId id) { return std::binary_search(users.begin(), users.end(), id); };
            if (last && !std::all_of(open.begin(), open.end(), uses_it)) continue;
            for (Change& change : proposals(figure, open, users, last)) {
                if (spent()) return;
                changes_.push_back(std::move(change));
                const std::size_t before = out_.sets.size();
                if (const auto next = still_open()) descend(*next);
                changes_.pop_back();
                if (last && out_.sets.size() > before) break;  // one print proves that the figure can
            }
        }
    }

    bool is_contradicted(InstanceId id) const {
        return std::binary_search(contradicted_.begin(), contradicted_.end(), id);
    }

    bool may_change(NodeId figure) const {
        const Figure& now = rechecker_.dataset().figure(figure);
        if (now.state != FigureState::known || now.qualified) return false;
        return std::none_of(changes_.begin(), changes_.end(), [&](const Change& each) { return each.node == figure; });
    }

    // Prints by which the figure may agree with every rule that uses it; where others may change as well, also with
    // those alone that are contradicted.
    std::vector<Change> proposals(NodeId figure, const std::vector<InstanceId>& open, std::span<const InstanceId> users,
                                  bool last) {
        std::vector<Change> out;
        checks_ += users.size();
        const auto range = where_allowed(rechecker_, figure, users, changes_);
        add_proposals(figure, range, out);
        // no rule says in closed form where it lies: what is near is tried
        if (range == Interval::everything()) add_neighbours(figure, out);
        if (last || spent()) return out;
        std::vector<InstanceId> must;
        std::copy_if(open.begin(), open.end(), std::back_inserter(must),
                     [&](InstanceId id) { return std::binary_search(users.begin(), users.end(), id); });
        add_proposals(figure, where_allowed(rechecker_, figure, must, changes_), out);
        for (const InstanceId& each : must)
            if (must.size() > 1)
                add_proposals(figure, where_allowed(rechecker_, figure, std::span(&each, 1), changes_), out);
        return out;
    }

    void add_proposals(NodeId figure, const std::optional<Interval>& range, std::vector<Change>& out) {
        if (!range || *range == Interval::everything()) return;
        std::vector<Rational> values;
        const Figure& now = rechecker_.dataset().figure(figure);
        if (range->bounded()) values.push_back((range->low.value + range->high.value) * Rational(1, 2));
        if (!range->low.unbounded) values.push_back(inside(*range, true));
        if (!range->high.unbounded) values.push_back(inside(*range, false));
        for (const Rational& value : values) {
            auto print = rechecker_.restyle(figure, value);
            if (!print || print->value == now.value || !intersection(print->range, *range)) continue;
            const auto same = [&](const Change& each) { return each.figure.value == print->value; };
            if (std::none_of(out.begin(), out.end(), same)) out.push_back({figure, std::move(*print)});
        }
    }

    // The prints nearest to the one that stands there, by its last digit, from near to far.
    void add_neighbours(NodeId figure, std::vector<Change>& out) {
        const Figure& now = rechecker_.dataset().figure(figure);
        const Rational step = now.step.sign() > 0 ? now.step : rechecker_.dataset().units.unit(now.unit).size;
        for (std::int64_t distance = 1; distance <= kNeighbours; ++distance) {
            for (const std::int64_t way : {-distance, distance}) {
                auto print = rechecker_.restyle(figure, now.value + step * way);
                if (print && print->value != now.value) out.push_back({figure, std::move(*print)});
            }
        }
    }

    // What is contradicted with the changes in force; nothing where something cannot be computed any more.
    std::optional<std::vector<InstanceId>> still_open() {
        std::vector<InstanceId> ids = rechecker_.touched(changes_);
        ids.insert(ids.end(), contradicted_.begin(), contradicted_.end());
        std::sort(ids.begin(), ids.end());
        ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
        checks_ += ids.size();
        std::vector<InstanceId> open;
        for (const Rechecked& each : rechecker_.with(changes_, ids)) {
            const Verdict before = rechecker_.instances()[each.instance].verdict;
            const bool mine = is_contradicted(each.instance);
            if (each.verdict == Verdict::unverifiable && before != Verdict::unverifiable) return std::nullopt;
            // a finding of another incident may stay as it is
            if (each.verdict == Verdict::contradicted && (mine || before != Verdict::contradicted))
                open.push_back(each.instance);
        }
        return open;
    }

    void found() {
        if (changes_.size() != size_ || rechecker_.consequences(changes_).appeared > 0) return;
        std::vector<Change> set = changes_;
        std::sort(set.begin(), set.end(), [](const Change& a, const Change& b) { return a.node < b.node; });
        std::vector<NodeId> figures;
        for (const Change& each : set) figures.push_back(each.node);
        if (known_.insert(figures).second) out_.sets.push_back(std::move(set));
    }

    Rechecker& rechecker_;
    std::span<const InstanceId> contradicted_;
    std::size_t reach_;
    std::uint64_t most_checks_, checks_ = 0;
    std::size_t size_ = 0;
    std::vector<Change> changes_;
    std::set<std::vector<NodeId>> known_;
    RepairSearch out_;
};

}  // namespace

std::optional<Interval> where_allowed(Rechecker& rechecker, NodeId figure, std::span<const InstanceId> instances,
                                      std::span<const Change> changes) {
    std::optional<Interval> out = Interval::everything();
    for (const InstanceId id : instances) {
        System system;
        system.add(id, rechecker.statement(id, changes), rechecker.dataset());
        const auto unknown = system.unknown_of(figure);
        if (!unknown) continue;
        std::vector<Interval> box = system.box();
        for (const Change& each : changes)
            if (const auto changed = system.unknown_of(each.node)) box[*changed] = each.figure.range;
        for (const FactId fact : system.facts_with(*unknown)) {
            const auto range = allowed(system.facts()[fact], box, *unknown);
            if (!range) return std::nullopt;
            out = intersection(*out, *range);
            if (!out) return std::nullopt;
        }
    }
    return out;
}

RepairSearch search_repairs(Rechecker& rechecker, std::span<const InstanceId> contradicted,
                            const ReasoningOptions& options) {
    std::map<NodeId, std::size_t> uses;
    std::size_t reach = 1;
    for (const InstanceId id : contradicted)
        for (const NodeId figure : rechecker.instances()[id].figures) reach = std::max(reach, ++uses[figure]);
    // fewer figures than this cannot clear them all
    const std::size_t least = (contradicted.size() + reach - 1) / reach;
    RepairSearch out;
    for (std::size_t size = least; size <= std::max(least, options.most_figures); ++size) {
        Search search(rechecker, contradicted, reach, options);
        out = search.run(size);
        out.cut_short = search.spent();
        if (!out.sets.empty() || out.cut_short) break;
    }
    return out;
}

}  // namespace crossfoot::reasoning
