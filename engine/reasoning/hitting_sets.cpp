#include "engine/reasoning/hitting_sets.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "engine/reasoning/repairable.hpp"

namespace crossfoot::reasoning {
namespace {

constexpr std::size_t kMostSetsOpened = 600;     // of one size, of one incident
constexpr std::size_t kMostInstances = 200;      // asserted about one set
constexpr std::size_t kPrintsOfOne = 3, kMostPrints = 30;   // tried of one figure, and of one set

std::vector<FactId> all_of(const System& system) {
    std::vector<FactId> out(system.facts().size());
    std::iota(out.begin(), out.end(), FactId{0});
    return out;
}

void open(const System& system, NodeId figure, std::vector<Interval>& box) {
    for (UnknownId id = 0; id < system.unknowns().size(); ++id)
        if (system.unknowns()[id].figure == figure) box[id] = Interval::everything();
}

}  // namespace

SolvedSets HittingSets::of_size(std::size_t size, const std::vector<std::vector<NodeId>>& known) {
    size_ = size;
    known_ = &known;
    looked_at_ = 0;
    seen_.clear();
    out_ = {};
    extend({});
    return std::move(out_);
}

void HittingSets::branch(const std::vector<NodeId>& figures, std::vector<NodeId> conflict) {
    if (figures.size() == size_) return;
    std::sort(conflict.begin(), conflict.end());
    conflict.erase(std::unique(conflict.begin(), conflict.end()), conflict.end());
    for (const NodeId more : conflict) {
        if (std::binary_search(figures.begin(), figures.end(), more) || !may_change_(more, figures)) continue;
        std::vector<NodeId> next = figures;
        next.insert(std::upper_bound(next.begin(), next.end(), more), more);
        extend(std::move(next));
    }
}

std::optional<System> HittingSets::system_with(std::span<const NodeId> figures) {
    std::vector<InstanceId> ids(to_repair_.instances.begin(), to_repair_.instances.end());
    for (const NodeId figure : figures)
        for (const InstanceId id : rechecker_.using_figure(figure))
            if (rechecker_.instances()[id].verdict == Verdict::holds) ids.push_back(id);
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    if (ids.size() > kMostInstances) return std::nullopt;
    System out;
    for (const InstanceId id : ids) out.add(id, rechecker_.statement(id, {}, MissingFigures::anything), rechecker_.dataset());
    return out;
}

void HittingSets::extend(std::vector<NodeId> figures) {
    const auto holds = [&](const std::vector<NodeId>& part) { return std::includes(figures.begin(), figures.end(), part.begin(), part.end()); };
    if (!seen_.insert(figures).second || std::any_of(known_->begin(), known_->end(), holds)) return;
    if (++looked_at_ > kMostSetsOpened) {
        out_.complete = false;
        return;
    }
    // a contradiction of which no figure changes stays
    for (const InstanceId id : to_repair_.contradicted ? to_repair_.instances : std::span<const InstanceId>()) {
        const std::vector<NodeId> used = repairable(rechecker_, id);
        if (std::none_of(used.begin(), used.end(), [&](NodeId each) { return std::binary_search(figures.begin(), figures.end(), each); }))
            return branch(figures, used);
    }
    const std::optional<System> system = system_with(figures);
    std::vector<FactId> core;
    Answer answer = Answer::undecided;
    std::vector<Interval> box;
    if (system) {
        box = system->box();
        for (const NodeId each : figures) open(*system, each, box);
        answer = solver_.decide(*system, all_of(*system), box, &core);
    }
    switch (answer) {
        case Answer::undecided: out_.complete = false; return;
        case Answer::possible:
            if (figures.size() == size_) {
                proved_ = false;
                tried_ = 0;
                made_.clear();
                find_prints(*system, figures, box);
            }
            // there are true values, and no print was found for them
            if (figures.size() < size_ || !proved_) out_.complete = false;
            return;
        case Answer::impossible: break;
    }
    if (core.empty()) core = all_of(*system);
    std::vector<NodeId> conflict;
    for (const FactId id : core)
        for (const UnknownId unknown : system->facts()[id].unknowns)
            if (const NodeId figure = system->unknowns()[unknown].figure; figure != kNoNode) conflict.push_back(figure);
    branch(figures, std::move(conflict));
}

// One figure after another: where it lies with the prints chosen so far, the likeliest prints there first.
void HittingSets::find_prints(const System& system, const std::vector<NodeId>& figures, std::vector<Interval>& box) {
    if (made_.size() == figures.size()) {
        if (++tried_ > kMostPrints) return;
        std::vector<Change> changes;
        for (const Proposal& each : made_) changes.push_back(each.change);
        proved_ = is_proved_(changes);
        if (proved_) out_.sets.push_back(made_);
        return;
    }
    const NodeId figure = figures[made_.size()];
    const auto unknown = system.unknown_of(figure);
    const auto range = unknown ? solver_.range(system, all_of(system), box, *unknown) : std::nullopt;
    if (!range) return;
    std::vector<Proposal> prints = proposals_.within(figure, *range, kPrintsOfOne);
    if (prints.size() > 2 * kPrintsOfOne) prints.resize(2 * kPrintsOfOne);
    for (Proposal& each : prints) {
        if (proved_ || tried_ > kMostPrints) return;
        std::vector<Interval> then = box;
        system.put(figure, each.change.figure, then);
        made_.push_back(std::move(each));
        if (made_.size() == figures.size() || solver_.decide(system, all_of(system), then) != Answer::impossible) find_prints(system, figures, then);
        if (!proved_) made_.pop_back();
    }
}

}  // namespace crossfoot::reasoning
