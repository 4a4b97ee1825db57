// What the rules assert, as one system: facts (relations between expressions) over unknowns (figures, and numbers of
// the rules themselves). Takes the statements of instances; gives facts compiled for narrowing and for the solver, and
// which facts an unknown stands in. Values only; the solver is not known here.
#pragma once

#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "engine/checking/statement.hpp"

namespace crossfoot::reasoning {

using UnknownId = std::uint32_t;
using FactId = std::uint32_t;

// A derived whole number (page 1.1) is one unknown wherever it stands beside what was computed, rounded to its last digit.
// Where it is added, counted with or compared with counts, its author may have used the print or the value behind it: there
// it is an unknown by itself, as wide, in each fact.
// A figure whose print stands for several facts (`_each`) is an unknown by itself in each instance.
struct Unknown {
    NodeId figure = kNoNode;  // kNoNode: a number of a rule
    Interval printed;         // its true values as printed
    bool derived = false;     // the widest set that the rules give the figure: derived_range
};

// One asserted relation with its own small arena: nodes in order of computing; a variable's `a` is an UnknownId.
struct Fact {
    InstanceId instance = kNoInstance;
    std::vector<Term> nodes;
    std::vector<Rational> constants;
    std::vector<std::uint32_t> operand_list;
    std::uint32_t left = 0, right = 0;
    ast::Comparison comparison = ast::Comparison::equal;
    std::optional<std::uint32_t> tolerance;
    bool same_print = false;
    std::vector<UnknownId> unknowns;  // each once, in order of first use
    bool single = true;               // each stands once

    [[nodiscard]] std::span<const std::uint32_t> operands(const Term& term) const {
        return {operand_list.data() + term.a, term.b};
    }
};

class System {
public:
    // Adds the relations of one instance; those of printed values (`exactly`) say nothing here and are left out.
    void add(InstanceId instance, const Statement& statement, const Dataset& dataset);

    [[nodiscard]] const std::vector<Unknown>& unknowns() const { return unknowns_; }
    [[nodiscard]] const std::vector<Fact>& facts() const { return facts_; }
    [[nodiscard]] std::span<const FactId> facts_with(UnknownId id) const { return facts_with_[id]; }
    // Nothing for a figure that is not met, or is another fact in each instance.
    [[nodiscard]] std::optional<UnknownId> unknown_of(NodeId figure) const;
    // The unknowns as printed.
    [[nodiscard]] std::vector<Interval> box() const;
    // Puts another figure in the place of a node into `box`.
    void put(NodeId node, const Figure& figure, std::vector<Interval>& box) const;

private:
    UnknownId unknown(const Expressions::Unknown& of, const Dataset& dataset);
    UnknownId add(Unknown unknown);
    // Gives each fact that the figure stands in so far an unknown of its own.
    void set_apart(UnknownId figure);

    std::vector<Unknown> unknowns_;
    std::vector<Fact> facts_;
    std::vector<std::vector<FactId>> facts_with_;
    std::unordered_map<NodeId, UnknownId> of_figure_;
};

// Facts that are connected by unknowns whose value is not known exactly.
struct Part {
    std::vector<FactId> facts;  // ascending
    // No way leads round: facts and uncertain unknowns make a tree, and in each fact every uncertain unknown stands
    // once, products and quotients of two of them on one side of 0. What narrowing leaves each unknown of such a part
    // is exactly what it can be (arc consistency suffices on trees: Freuder 1982).
    bool tree = false;
};

// All parts of the facts given, by their first fact. `box` says what is known exactly.
[[nodiscard]] std::vector<Part> parts_of(const System& system, std::span<const FactId> facts,
                                         std::span<const Interval> box);

}  // namespace crossfoot::reasoning
