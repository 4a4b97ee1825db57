#include "engine/reasoning/joint.hpp"

#include <algorithm>
#include <cstdint>
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
        : system_(system), facts_(std::move(facts)), solver_(solver), box_(system.box()) {}

    bool undecided = false;
    [[nodiscard]] const std::vector<FactId>& facts() const { return facts_; }
    [[nodiscard]] const std::vector<Interval>& box() const { return box_; }

    // One instance after another, from the front or from the back.
    void drop_instances(bool from_back) {
        std::vector<InstanceId> instances = instances_of(system_, facts_);
        if (from_back) std::reverse(instances.begin(), instances.end());
        for (const InstanceId each : instances) {
            std::vector<FactId> rest;
            for (const FactId id : facts_)
                if (system_.facts()[id].instance != each) rest.push_back(id);
            if (!rest.empty() && impossible(rest, box_)) facts_ = std::move(rest);
        }
    }

    // What is left of each unknown is everything where its own range does not matter; the figures that do.
    std::vector<NodeId> drop_figures() {
        std::vector<UnknownId> unknowns;
        for (const FactId id : facts_)
            unknowns.insert(unknowns.end(), system_.facts()[id].unknowns.begin(), system_.facts()[id].unknowns.end());
        std::sort(unknowns.begin(), unknowns.end());
        unknowns.erase(std::unique(unknowns.begin(), unknowns.end()), unknowns.end());
        std::vector<NodeId> out;
        for (const UnknownId id : unknowns) {
            const NodeId figure = system_.unknowns()[id].figure;
            if (figure == kNoNode) continue;
            const Interval printed = std::exchange(box_[id], Interval::everything());
            if (impossible(facts_, box_)) continue;
            box_[id] = printed;
            out.push_back(figure);
        }
        std::sort(out.begin(), out.end());
        return out;
    }

private:
    bool impossible(std::span<const FactId> facts, const std::vector<Interval>& box) {
        std::vector<Interval> narrowed = box;
        if (narrow(system_, facts, narrowed, kRounds) == Narrowed::impossible) return true;
        const Answer answer = solver_.decide(system_, facts, box);
        undecided = undecided || answer == Answer::undecided;
        return answer == Answer::impossible;
    }

    const System& system_;
    std::vector<FactId> facts_;
    Solver& solver_;
    std::vector<Interval> box_;
};

}  // namespace

JointContradiction smallest(const System& system, std::vector<FactId> facts, Solver& solver, const NameInstance& name) {
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
    Reduction& least = fewer ? backwards : forwards;
    JointContradiction out;
    out.figures = least.drop_figures();
    out.irreducible = !least.undecided;
    for (const InstanceId each : instances_of(system, least.facts())) out.rules.push_back(name(each));
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
