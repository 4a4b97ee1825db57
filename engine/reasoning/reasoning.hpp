// Reasoning over several rules at once. Takes a dataset, its rules and the findings of a check with the same selection;
// gives what cannot be true together although each rule alone holds, and the contradictions grouped by common cause,
// with the least sets of figures whose change repairs them. Every answer is proved: joint contradictions by exact
// arithmetic, repairs by checking the rules again with the figures changed. What is not decided within the stated
// bounds is said to be undecided. Plain values that renderers read; the same inputs give the same values.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/checking/check.hpp"
#include "engine/reasoning/cause.hpp"

namespace crossfoot {

// Is the solver part of this build? Without it reason() gives a Reasoning that is not available.
[[nodiscard]] bool reasoning_built_in();

struct ReasoningOptions {
    std::size_t most_figures = 4;             // of one repair, where that many could do
    std::size_t most_sets = 12;               // least sets listed for one incident
    std::uint64_t most_checks = 10'000;       // instances evaluated again in the search of one incident
    // Of the solver's own count of steps: for one question, and in all (a report of a thousand figures takes some ten
    // thousand; forty rules of forty terms each take all of them, in some two seconds).
    std::uint64_t solver_steps = 1'000'000, solver_steps_in_all = 2'000'000;
    std::size_t most_questions = 4'000;       // put to the solver in all
    std::size_t most_joint = 20;              // joint contradictions looked for
    CheckOptions check;                       // the selection: `only`, `tags`
};

// One instance of a rule, as findings name it.
struct RuleInstance {
    InstanceId instance = kNoInstance;
    std::uint32_t rule = 0;  // into Findings::rules
    std::vector<Binding> bindings;
};

// By this rule, and what was known before, `figure` lies in `range`.
struct Deduction {
    RuleInstance by;
    NodeId figure = kNoNode;
    Interval range;
    std::vector<NodeId> from;  // the other figures whose ranges it rests on
};

// A rule times a number, in a sum of rules.
struct Multiple {
    RuleInstance of;
    Rational times;
};

// One figure changed.
struct NewPrint {
    NodeId figure = kNoNode;
    std::string print;               // one print under which all holds that the repair says, the likeliest
    std::optional<CauseKind> kind = std::nullopt;   // the slip that explains what is printed; none: no slip that is known does
    NodeId other = kNoNode;          // of two exchanged the other one; last year's
};

// Figures whose change clears every finding of an incident, or makes a joint contradiction possible, and breaks no rule; no
// part of it does.
struct Repair {
    std::vector<NewPrint> figures;  // by NodeId
    Rational weight = 0;            // how unlikely; the sum of its figures' weights
    Rational rank = 0;              // the same, each figure's times what the change of its print takes (cause_weights.hpp)
    bool exchange = false;          // two neighbours, each with the other's print: one slip
};

// A figure of some repair, and where the other statements say it lies.
struct Suspect {
    NodeId figure = kNoNode;
    Rational weight;                 // 1, times more where confirmed or trusted
    std::uint32_t confirmed_by = 0;  // holding instances outside the incident that use it
    bool printed_alike = false;      // one of these says that it is printed the same elsewhere
    // The true values that all other statements allow it, the contradicted ones included.
    Interval range = Interval::everything();
    bool exact = true;                  // false: it lies within `range`, which is only bounded
    std::vector<NodeId> together_with;  // the figures of its first repair that must change as well; empty: alone
};

// The ways to repair something: the least sets of figures to change, and what is known of each figure of them.
struct Ways {
    std::vector<Repair> least_sets;  // of the least number of figures, and exchanges; the least rank first
    std::vector<Suspect> suspects;   // of the least sets, but for exchanges; in that order, then by NodeId
    bool cut_short = false;          // there may be more sets, or one where there is none
};

// Rules and figures that cannot all be true, though each rule alone can. Irreducible: without any one of the rules, or
// with any one of the figures unknown, the rest is possible (or, where `irreducible` is false, could not be decided to
// be). Its ways: printed so, and all else as it is, the rules that are connected with it can hold; of one figure each, or, where
// several such contradictions meet in a figure and no figure alone would do, of the fewest that would.
struct JointContradiction : Ways {
    std::vector<RuleInstance> rules;  // by InstanceId
    std::vector<NodeId> figures;      // ascending; those whose print matters
    bool irreducible = true;
    // The rounded figure that is the only link between the rules: if its print stands for several facts, each with its own
    // true value (`_each`), they can all be true. Else kNoNode.
    NodeId link = kNoNode;
    bool smallest = false;   // proved: no fewer of the rules connected with these cannot all be true
    std::optional<Standing> standing = std::nullopt;   // where there is a baseline: new or known
    // The way to it. Either one deduction after another, the last of which leaves its figure nothing of `clash`;
    std::vector<Deduction> steps;
    std::optional<Interval> clash;  // where the last step's figure must lie as well
    // or a sum of rules by which the sum of figures `sum_of` lies in `wanted`, while their prints give `given`.
    std::vector<Multiple> combination;
    std::vector<std::pair<NodeId, Rational>> sum_of;  // kNoNode: a number of a rule
    std::optional<Interval> wanted, given;
};

// Rules that are connected by figures and could not be decided within the bounds.
struct Undecided {
    std::vector<RuleInstance> rules;
};

// Contradicted findings that share figures, and what would repair them all.
struct Incident : Ways {
    std::vector<std::size_t> findings;  // into Findings::findings, ascending
};

struct Reasoning {
    bool available = true;                  // false: the solver is not built in, all but causes is empty
    std::vector<Incident> incidents;        // by their first finding
    std::vector<JointContradiction> joint;  // by their first rule
    std::vector<Undecided> undecided;
    std::vector<std::vector<Cause>> causes_of_finding;  // by place in Findings::findings; likeliest first
    bool cut_short = false;                             // a bound was met: there may be more than is listed
};

// `findings` is check(dataset, rules, options.check), whatever it keeps.
[[nodiscard]] Reasoning reason(const Dataset& dataset, const RuleSet& rules, const Findings& findings,
                               const ReasoningOptions& options = {});

}  // namespace crossfoot
