#include "engine/reasoning/joint_repairs.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "engine/reasoning/hitting_sets.hpp"
#include "engine/reasoning/implied.hpp"
#include "engine/reasoning/narrow.hpp"
#include "engine/reasoning/repair.hpp"
#include "engine/reasoning/trust.hpp"

namespace crossfoot::reasoning {
namespace {

constexpr std::size_t kMostSlips = 12;     // of one figure, tried
constexpr std::size_t kRepairRounds = 20;        // looks at each fact before the solver is asked
constexpr std::size_t kMostTogether = 4;   // figures of one set, and joint contradictions that one may repair
constexpr std::size_t kMostAgain = 4'000;  // facts made again for prints that are tried, in all of one joint contradiction

class Repairing {
public:
    Repairing(Rechecker& rechecker, const System& system, Solver& solver)
        : rechecker_(rechecker), proposals_(rechecker), system_(system), solver_(solver) {}

    void fill(JointContradiction& joint, const std::vector<FactId>& facts) {
        left_ = kMostAgain;
        for (const NodeId figure : joint.figures) {
            const auto unknown = system_.unknown_of(figure);
            if (!unknown) continue;
            std::vector<Interval> box = system_.box();
            box[*unknown] = Interval::everything();
            const Implied implied = implied_range(system_, solver_, facts, box, *unknown);
            if (implied.possible == Answer::impossible) continue;
            const auto proposal = proved(figure, implied.range, facts, joint.cut_short);
            if (!proposal) continue;
            const Weight weight = weight_of(rechecker_, system_, figure);
            joint.least_sets.push_back(repair_of({*proposal}, [&](NodeId) { return weight.weight; }));
            Suspect& made = joint.suspects.emplace_back(suspect(figure, weight));
            made.range = implied.range;
            made.exact = implied.exact && facts_say_all(rechecker_, figure);
        }
        order_repairs(joint.least_sets);
        const auto rank = [&](const Suspect& of) {
            return std::find_if(joint.least_sets.begin(), joint.least_sets.end(),
                                [&](const Repair& each) { return each.figures.front().figure == of.figure; });
        };
        std::stable_sort(joint.suspects.begin(), joint.suspects.end(),
                         [&](const Suspect& a, const Suspect& b) { return rank(a) < rank(b); });
    }

    // Several that meet in one figure: where no figure alone does, the least sets of figures with which all of them can hold.
    void fill_together(const std::vector<JointContradiction*>& group, const std::vector<FactId>& facts) {
        const auto is_said = [](const JointContradiction* each) { return !each->least_sets.empty() || each->cut_short; };
        if (std::any_of(group.begin(), group.end(), is_said)) return;
        if (group.size() > kMostTogether) {
            for (JointContradiction* each : group) each->cut_short = true;
            return;
        }
        left_ = kMostAgain;
        std::vector<InstanceId> rules;
        for (const JointContradiction* each : group)
            for (const RuleInstance& rule : each->rules) rules.push_back(rule.instance);
        std::sort(rules.begin(), rules.end());
        const auto may_change = [&](NodeId figure, std::span<const NodeId>) {
            return rechecker_.dataset().figure(figure).state == FigureState::known;
        };
        const auto proved = [&](std::span<const Change> changes) {
            return rechecker_.consequences(changes).breaks_nothing() && possible_with(changes, facts) == Answer::possible;
        };
        Solver of_sets({.steps = 20'000, .steps_in_all = 100'000, .questions = 600});   // so that it leaves enough to all else
        HittingSets by_conflicts(rechecker_, proposals_, of_sets, {rules, false}, may_change, proved);
        SolvedSets found;
        for (std::size_t size = 2; size <= kMostTogether && found.sets.empty() && found.complete; ++size) found = by_conflicts.of_size(size, {});
        for (JointContradiction* each : group) {
            for (const std::vector<Proposal>& set : found.sets)
                each->least_sets.push_back(repair_of(set, [&](NodeId figure) { return weight_of(rechecker_, system_, figure).weight; }));
            order_repairs(each->least_sets);
            each->cut_short = !found.complete || found.sets.empty();
        }
    }

private:
    // The likeliest print with which all can hold.
    std::optional<Proposal> proved(NodeId figure, const Interval& range, const std::vector<FactId>& facts, bool& cut_short) {
        for (Proposal& each : proposals_.within(figure, range, kMostSlips)) {
            const std::span<const Change> change(&each.change, 1);
            if (!rechecker_.consequences(change).breaks_nothing()) continue;
            const Answer answer = possible_with(change, facts);
            if (answer == Answer::possible) return std::move(each);
            if (answer != Answer::undecided) continue;
            cut_short = true;
            break;
        }
        return std::nullopt;
    }

    // What the rules assert of a changed print is not always what they assert of the old one: they are asked again.
    Answer possible_with(std::span<const Change> changes, const std::vector<FactId>& facts) {
        std::set<InstanceId> instances;
        for (const FactId id : facts_near(changes, facts)) instances.insert(system_.facts()[id].instance);
        if (instances.size() > left_) return Answer::undecided;
        left_ -= instances.size();
        System system;
        for (const InstanceId id : instances) system.add(id, rechecker_.statement(id, changes, MissingFigures::anything), rechecker_.dataset());
        std::vector<FactId> all(system.facts().size());
        for (FactId id = 0; id < all.size(); ++id) all[id] = id;
        std::vector<Interval> box = system.box();
        for (const Change& each : changes) system.put(each.node, each.figure, box);
        std::vector<Interval> narrowed = box;
        bool settled = true;
        for (const Part& part : parts_of(system, all, box)) {
            const Narrowed done = narrow(system, part.facts, narrowed, kRepairRounds);
            if (done == Narrowed::impossible) return Answer::impossible;
            settled = settled && done == Narrowed::settled && part.tree;
        }
        return settled ? Answer::possible : solver_.decide(system, all, box);
    }

    // Those connected with the figures, their own prints left open.
    std::vector<FactId> facts_near(std::span<const Change> changes, const std::vector<FactId>& facts) const {
        std::vector<Interval> box = system_.box();
        std::vector<FactId> with;
        for (const Change& each : changes) {
            const auto unknown = system_.unknown_of(each.node);
            if (!unknown) continue;
            box[*unknown] = Interval::everything();
            const auto its = system_.facts_with(*unknown);
            with.insert(with.end(), its.begin(), its.end());
        }
        std::vector<FactId> out;
        for (const Part& part : parts_of(system_, facts, box))
            if (std::any_of(with.begin(), with.end(),
                            [&](FactId id) { return std::binary_search(part.facts.begin(), part.facts.end(), id); }))
                out.insert(out.end(), part.facts.begin(), part.facts.end());
        return out;
    }

    Rechecker& rechecker_;
    Proposals proposals_;
    const System& system_;
    Solver& solver_;
    std::size_t left_ = 0;   // facts that may be made again
};

// Joint contradictions that meet in an unknown whose value is not known exactly, each group by place.
std::vector<std::vector<std::size_t>> that_meet(const System& system, const std::vector<JointContradiction>& all) {
    std::map<UnknownId, std::set<std::size_t>> of_unknown;
    for (std::size_t at = 0; at < all.size(); ++at) {
        std::set<InstanceId> rules;
        for (const RuleInstance& each : all[at].rules) rules.insert(each.instance);
        for (const Fact& fact : system.facts())
            if (rules.contains(fact.instance))
                for (const UnknownId id : fact.unknowns)
                    if (!system.unknowns()[id].printed.is_point()) of_unknown[id].insert(at);
    }
    std::vector<std::size_t> root(all.size());
    std::iota(root.begin(), root.end(), std::size_t{0});
    for (const auto& [id, places] : of_unknown)
        for (const std::size_t at : places) {
            const std::size_t from = root[at], to = root[*places.begin()];
            std::replace(root.begin(), root.end(), std::max(from, to), std::min(from, to));
        }
    std::map<std::size_t, std::vector<std::size_t>> groups;
    for (std::size_t at = 0; at < all.size(); ++at) groups[root[at]].push_back(at);
    std::vector<std::vector<std::size_t>> out;
    for (auto& [key, group] : groups) out.push_back(std::move(group));
    return out;
}

}  // namespace

void find_joint_repairs(Rechecker& rechecker, const System& system, const std::vector<FactId>& facts, Solver& solver,
                        Reasoning& out) {
    Repairing repairing(rechecker, system, solver);
    const auto groups = that_meet(system, out.joint);
    for (const std::vector<std::size_t>& group : groups) {
        std::set<InstanceId> others;
        for (const std::vector<std::size_t>& other : groups)
            if (other != group)
                for (const std::size_t at : other)
                    for (const RuleInstance& rule : out.joint[at].rules) others.insert(rule.instance);
        std::vector<FactId> beside;
        std::copy_if(facts.begin(), facts.end(), std::back_inserter(beside),
                     [&](FactId id) { return !others.contains(system.facts()[id].instance); });
        std::vector<JointContradiction*> together;
        for (const std::size_t at : group) {
            repairing.fill(out.joint[at], beside);
            together.push_back(&out.joint[at]);
        }
        if (group.size() > 1) repairing.fill_together(together, beside);
    }
}

}  // namespace crossfoot::reasoning
