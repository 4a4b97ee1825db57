#include "engine/reasoning/joint_repairs.hpp"

#include <algorithm>
#include <set>

#include "engine/reasoning/implied.hpp"
#include "engine/reasoning/narrow.hpp"
#include "engine/reasoning/repair.hpp"
#include "engine/reasoning/trust.hpp"

namespace crossfoot::reasoning {
namespace {

constexpr std::size_t kMostSlips = 12;     // of one figure, tried
constexpr std::size_t kRepairRounds = 20;        // looks at each fact before the solver is asked
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
    Answer possible_with(std::span<const Change> change, const std::vector<FactId>& facts) {
        std::set<InstanceId> instances;
        for (const FactId id : facts_near(change.front().node, facts)) instances.insert(system_.facts()[id].instance);
        if (instances.size() > left_) return Answer::undecided;
        left_ -= instances.size();
        System system;
        for (const InstanceId id : instances) system.add(id, rechecker_.statement(id, change), rechecker_.dataset());
        std::vector<FactId> all(system.facts().size());
        for (FactId id = 0; id < all.size(); ++id) all[id] = id;
        std::vector<Interval> box = system.box();
        system.put(change.front().node, change.front().figure, box);
        std::vector<Interval> narrowed = box;
        bool settled = true;
        for (const Part& part : parts_of(system, all, box)) {
            const Narrowed done = narrow(system, part.facts, narrowed, kRepairRounds);
            if (done == Narrowed::impossible) return Answer::impossible;
            settled = settled && done == Narrowed::settled && part.tree;
        }
        return settled ? Answer::possible : solver_.decide(system, all, box);
    }

    // Those connected with the figure, its own print left open.
    std::vector<FactId> facts_near(NodeId figure, const std::vector<FactId>& facts) const {
        std::vector<Interval> box = system_.box();
        const UnknownId unknown = *system_.unknown_of(figure);
        box[unknown] = Interval::everything();
        const auto with = system_.facts_with(unknown);
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

}  // namespace

void find_joint_repairs(Rechecker& rechecker, const System& system, const std::vector<FactId>& facts, Solver& solver,
                        Reasoning& out) {
    Repairing repairing(rechecker, system, solver);
    for (JointContradiction& joint : out.joint) {
        std::set<InstanceId> others;
        for (const JointContradiction& each : out.joint)
            if (&each != &joint)
                for (const RuleInstance& rule : each.rules) others.insert(rule.instance);
        std::vector<FactId> beside;
        std::copy_if(facts.begin(), facts.end(), std::back_inserter(beside),
                     [&](FactId id) { return !others.contains(system.facts()[id].instance); });
        repairing.fill(joint, beside);
    }
}

}  // namespace crossfoot::reasoning
