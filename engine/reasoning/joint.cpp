#include "engine/reasoning/joint.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <utility>

#include "engine/reasoning/narrow.hpp"

namespace crossfoot::reasoning {
namespace {

// Looks at each fact on average before the solver is asked, where a way leads round and narrowing may never end.
constexpr std::size_t kRounds = 20;

std::vector<InstanceId> instances_of(const System& system, std::span<const FactId> facts) {
    std::vector<InstanceId> out;
    for (const FactId id : facts) out.push_back(system.facts()[id].instance);
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

// Without what is taken away, are the facts still impossible?
class Reduction {
public:
    Reduction(const System& system, std::vector<FactId> facts, Solver& solver)
        : system_(&system), facts_(std::move(facts)), solver_(&solver), box_(system.box()) {}

    bool undecided = false;
    [[nodiscard]] const std::vector<FactId>& facts() const { return facts_; }
    [[nodiscard]] const std::vector<Interval>& box() const { return box_; }

    // One instance after another, from the front or from the back.
    void drop_instances(bool from_back) {
        std::vector<InstanceId> instances = instances_of(*system_, facts_);
        if (from_back) std::reverse(instances.begin(), instances.end());
        for (const InstanceId each : instances) {
            std::vector<FactId> rest;
            for (const FactId id : facts_)
                if (system_->facts()[id].instance != each) rest.push_back(id);
            if (!rest.empty() && impossible(rest, box_)) facts_ = std::move(rest);
        }
    }

    // What is left of each unknown is everything where its own range does not matter; the figures that do.
    std::vector<NodeId> drop_figures() {
        std::vector<UnknownId> unknowns;
        for (const FactId id : facts_)
            unknowns.insert(unknowns.end(), system_->facts()[id].unknowns.begin(), system_->facts()[id].unknowns.end());
        std::sort(unknowns.begin(), unknowns.end());
        unknowns.erase(std::unique(unknowns.begin(), unknowns.end()), unknowns.end());
        std::vector<NodeId> out;
        for (const UnknownId id : unknowns) {
            const NodeId figure = system_->unknowns()[id].figure;
            if (figure == kNoNode) continue;
            const Interval printed = std::exchange(box_[id], Interval::everything());
            if (impossible(facts_, box_)) continue;
            box_[id] = printed;
            out.push_back(figure);
        }
        std::sort(out.begin(), out.end());
        out.erase(std::unique(out.begin(), out.end()), out.end());
        return out;
    }

private:
    bool impossible(std::span<const FactId> facts, const std::vector<Interval>& box) {
        std::vector<Interval> narrowed = box;
        if (narrow(*system_, facts, narrowed, kRounds) == Narrowed::impossible) return true;
        const Answer answer = solver_->decide(*system_, facts, box);
        undecided = undecided || answer == Answer::undecided;
        return answer == Answer::impossible;
    }

    const System* system_;
    std::vector<FactId> facts_;
    Solver* solver_;
    std::vector<Interval> box_;
};

// Sets of connected instances, the smaller ones first; within a bound.
class SmallerSets {
public:
    SmallerSets(const System& system, std::span<const FactId> facts) : system_(system) {
        for (const FactId id : facts) facts_of_[system.facts()[id].instance].push_back(id);
        for (const auto& [instance, its] : facts_of_)
            for (const FactId id : its)
                for (const UnknownId unknown : system.facts()[id].unknowns)
                    if (!system.unknowns()[unknown].printed.is_point()) users_[unknown].insert(instance);
    }

    // The facts of an impossible set of fewer than `count` instances, of the fewest; empty where there is none. `bounded`: or
    // where it was not decided.
    std::vector<FactId> find(std::size_t count, Solver& solver, bool& bounded) {
        std::set<std::vector<InstanceId>> sets;
        for (const auto& [instance, its] : facts_of_) sets.insert({instance});
        std::size_t looked_at = 0;
        for (std::size_t size = 2; size < count; ++size) {
            std::set<std::vector<InstanceId>> larger;
            for (const std::vector<InstanceId>& each : sets)
                for (const InstanceId more : beside(each)) {
                    std::vector<InstanceId> next = each;
                    next.insert(std::upper_bound(next.begin(), next.end(), more), more);
                    if (!larger.insert(next).second) continue;
                    if (++looked_at > kMostSets) return bounded = true, std::vector<FactId>();
                    std::vector<FactId> facts = facts_of(next);
                    const Answer answer = possible(facts, solver);
                    if (answer == Answer::impossible) return facts;
                    bounded = bounded || answer == Answer::undecided;
                }
            sets = std::move(larger);
        }
        return {};
    }

private:
    static constexpr std::size_t kMostSets = 500;

    [[nodiscard]] std::set<InstanceId> beside(const std::vector<InstanceId>& set) const {
        std::set<InstanceId> out;
        for (const FactId id : facts_of(set))
            for (const UnknownId unknown : system_.facts()[id].unknowns)
                if (const auto users = users_.find(unknown); users != users_.end()) out.insert(users->second.begin(), users->second.end());
        for (const InstanceId each : set) out.erase(each);
        return out;
    }

    [[nodiscard]] std::vector<FactId> facts_of(const std::vector<InstanceId>& set) const {
        std::vector<FactId> out;
        for (const InstanceId each : set) out.insert(out.end(), facts_of_.at(each).begin(), facts_of_.at(each).end());
        std::sort(out.begin(), out.end());
        return out;
    }

    Answer possible(const std::vector<FactId>& facts, Solver& solver) const {
        std::vector<Interval> box = system_.box();
        bool settled = true;
        for (const Part& part : parts_of(system_, facts, box)) {
            const Narrowed narrowed = narrow(system_, part.facts, box, kRounds);
            if (narrowed == Narrowed::impossible) return Answer::impossible;
            settled = settled && narrowed == Narrowed::settled && part.tree;
        }
        return settled ? Answer::possible : solver.decide(system_, facts, system_.box());
    }

    const System& system_;
    std::map<InstanceId, std::vector<FactId>> facts_of_;
    std::map<UnknownId, std::set<InstanceId>> users_;
};

// The one rounded figure that facts of several instances have in common; kNoNode where they have others, or none.
NodeId only_link(const System& system, std::span<const FactId> facts) {
    std::map<UnknownId, std::set<InstanceId>> users;
    for (const FactId id : facts)
        for (const UnknownId unknown : system.facts()[id].unknowns)
            if (!system.unknowns()[unknown].printed.is_point()) users[unknown].insert(system.facts()[id].instance);
    NodeId out = kNoNode;
    for (const auto& [unknown, instances] : users) {
        if (instances.size() < 2) continue;
        // a missing figure has no print that could stand for several facts
        const Unknown& link = system.unknowns()[unknown];
        if (out != kNoNode || link.figure == kNoNode || link.printed == Interval::everything()) return kNoNode;
        out = link.figure;
    }
    return out;
}

}  // namespace

JointContradiction smallest(const System& system, std::vector<FactId> facts, Solver& solver, const NameInstance& name) {
    const std::vector<FactId> all = facts;
    // the solver's own core first: what it leaves out costs nothing more
    std::vector<FactId> core;
    if (solver.decide(system, facts, system.box(), &core) == Answer::impossible && !core.empty()) {
        std::sort(core.begin(), core.end());
        facts = std::move(core);
    }
    Reduction forwards(system, facts, solver), backwards(system, facts, solver);
    forwards.drop_instances(false);
    backwards.drop_instances(true);
    const bool fewer = instances_of(system, backwards.facts()).size() < instances_of(system, forwards.facts()).size();
    Reduction least = fewer ? std::move(backwards) : std::move(forwards);
    JointContradiction out;
    bool bounded = least.undecided;
    std::vector<FactId> smaller = SmallerSets(system, all).find(instances_of(system, least.facts()).size(), solver, bounded);
    if (!smaller.empty()) {
        least = Reduction(system, std::move(smaller), solver);
        least.undecided = bounded;   // an even smaller one may be impossible
    }
    out.smallest = !bounded;
    out.figures = least.drop_figures();
    out.irreducible = !least.undecided;
    for (const InstanceId each : instances_of(system, least.facts())) out.rules.push_back(name(each));
    if (out.rules.size() > 1) out.link = only_link(system, least.facts());
    explain(system, least.facts(), least.box(), name, out);
    return out;
}

void find_joint(const System& system, std::span<const FactId> facts, Solver& solver, const ReasoningOptions& options,
                const NameInstance& name, Reasoning& out) {
    std::vector<FactId> open(facts.begin(), facts.end());
    const std::vector<Interval> printed = system.box();
    // what was found impossible is taken out, and the rest of its part is looked at again
    while (!open.empty()) {
        std::vector<FactId> again;
        std::vector<Interval> box = printed;  // parts have no uncertain unknown in common: one box serves all
        for (const Part& part : parts_of(system, open, printed)) {
            if (part.facts.size() < 2) continue;
            const Narrowed narrowed =
                narrow(system, part.facts, box, part.tree ? SIZE_MAX / part.facts.size() : kRounds);
            if (narrowed == Narrowed::settled && part.tree) continue;
            if (narrowed != Narrowed::impossible) {
                const Answer answer = solver.decide(system, part.facts, box);
                if (answer == Answer::possible) continue;
                if (answer == Answer::undecided) {
                    Undecided& undecided = out.undecided.emplace_back();
                    for (const InstanceId each : instances_of(system, part.facts))
                        undecided.rules.push_back(name(each));
                    continue;
                }
            }
            if (out.joint.size() >= options.most_joint) {
                out.cut_short = true;
                continue;
            }
            JointContradiction found = smallest(system, part.facts, solver, name);
            const auto in_found = [&](FactId id) {
                return std::any_of(found.rules.begin(), found.rules.end(), [&](const RuleInstance& each) {
                    return each.instance == system.facts()[id].instance;
                });
            };
            std::copy_if(part.facts.begin(), part.facts.end(), std::back_inserter(again),
                         [&](FactId id) { return !in_found(id); });
            out.joint.push_back(std::move(found));
        }
        open = std::move(again);
        std::sort(open.begin(), open.end());
    }
    std::stable_sort(out.joint.begin(), out.joint.end(), [](const JointContradiction& a, const JointContradiction& b) {
        return a.rules.front().instance < b.rules.front().instance;
    });
}

}  // namespace crossfoot::reasoning
