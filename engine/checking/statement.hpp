// What an instance of a rule asserts in closed form, for reasoning over several instances at once: relations between
// expressions over figures. Only what is asserted for sure is here (the parts of an `and`, of an `all`, of `same`,
// `crossfoots`, `mixture` …); what stands below `or`, `not`, `some`, an uncertain `if` or needs a missing figure is left
// out. Plain values: nothing points into the evaluation they come from.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/checking/evaluation/evaluator.hpp"
#include "engine/checking/ranges/term.hpp"

namespace crossfoot {

// An expression is a number into one arena per instance; operands come before what uses them.
using ExpressionId = std::uint32_t;
inline constexpr ExpressionId kNoExpression = 0xFFFFFFFFU;

struct Expressions {
    // One unknown: a figure, or (kNoNode) a number of the rule itself that is only known to lie in `range`.
    struct Unknown {
        NodeId figure = kNoNode;
        Interval range = Interval::everything();   // of a figure: its true values when the statement was made
        bool derived = false;                      // … of one that stands by itself beside a computed number (page 1.1)
    };

    std::vector<Term> nodes;            // term.hpp: `a`, `b` index constants, unknowns, operands, nodes
    std::vector<Rational> constants;
    std::vector<Unknown> unknowns;      // each figure once, and once where it is derived
    std::vector<ExpressionId> operand_list;

    [[nodiscard]] const Term& term(ExpressionId id) const { return nodes[id]; }
    [[nodiscard]] std::span<const ExpressionId> operands(const Term& term) const { return {operand_list.data() + term.a, term.b}; }
};

// left `comparison` right: for some choice of true values of all its unknowns, the same for all relations.
struct AssertedRelation {
    ExpressionId left = kNoExpression, right = kNoExpression;
    ast::Comparison comparison = ast::Comparison::equal;   // never !=
    // `within`, absolute, at least 0 where it is meant to loosen: left = right within t is |left - right| <= t,
    // left <= right within t is left <= right + t. kNoExpression: none.
    ExpressionId tolerance = kNoExpression;
    bool tolerance_of_print = false;    // it is a part of right's printed value: stale where that changes
    // Both sides are plain figures of one absolute precision and `=`: possible only if printed alike (page 1.4).
    bool same_print = false;
    bool exactly = false;               // of the printed values; says nothing of true values
    Span span;                          // in the rule
};

struct Statement {
    Expressions expressions;
    std::vector<AssertedRelation> relations;
    std::vector<NodeId> figures;        // in some relation, each once, ascending
    // Figures that decide otherwise, too (a condition, a key, a part that is left out), ascending: where one of these
    // changes, the statement may be another one.
    std::vector<NodeId> deciding;
    // Of these, those that a filter is decided by: the keys of rows, what a `where` looks at. Ascending.
    std::vector<NodeId> keys;
    bool whole = false;                 // the relations say all that the instance says of its figures
};

// What is made of a relation that needs a missing figure: it is left out, or the figure may be anything.
enum class MissingFigures : std::uint8_t { left_out, anything };

// Of the instance that the evaluator has just evaluated, from begin_instance with keep_assertions.
[[nodiscard]] Statement statement_of(Evaluator& evaluator, MissingFigures missing = MissingFigures::left_out);

}  // namespace crossfoot
