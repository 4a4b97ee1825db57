// Judging one relation between numbers: a chain of comparisons over terms, one choice of true values for all links.
// Decided on the range of left minus right with each figure one unknown; `=` between two plain figures of one
// absolute precision is possible only if they are printed alike (page 1.4, "the same print").
#pragma once

#include <optional>
#include <vector>

#include "engine/checking/evaluation/judgement.hpp"
#include "engine/checking/ranges/range.hpp"

namespace crossfoot {

struct Operand {
    TermId term = kNoTerm;
    NodeId plain = kNoNode;   // the figure, where the side is one reached by a path alone and plain; else kNoNode
    bool derived = false;     // … and as Terms::derived has it
};

struct Comparing {
    std::vector<Operand> sides;                    // at least two
    std::vector<ast::Comparison> comparisons;      // one less
    TermId within = kNoTerm;                       // the tolerance, or none
    bool relative = false;                         // … is a part of each right side's printed value
};

// What is judged of a difference d: can it lie below, at or below, at or above, above 0?
struct Outlook {
    Truth below = Truth::unknown, at_most = Truth::unknown, at_least = Truth::unknown, above = Truth::unknown;
    bool bound_only = false;
};
[[nodiscard]] Outlook outlook(const Terms& terms, TermId difference, const Box& box);

struct Outcome {
    Truth possible = Truth::unknown;
    Truth certain = Truth::unknown;
    bool bound_only = false;
    bool jointly = false;   // impossible though every two sides are possible (joint_proof.hpp)
    // The pair that shows it: the first impossible link (or pair of sides), else the first link.
    std::size_t left = 0, right = 1;
    ast::Comparison comparison = ast::Comparison::equal;
};

// Derived whole numbers (page 1.1): of sides that `=` links, a plain figure that is exact only because it is printed whole
// is rounded to its last digit where another one comes from a division or a figure that is no count.
void widen_derived(Terms& terms, Comparing& relation);

// Adds terms (differences) to the arena.
[[nodiscard]] Outcome judge(Terms& terms, const Comparing& relation, Mode mode);

// `a op b` for a pair of possibly distant sides of a chain: the strictest comparison that follows, or nothing.
[[nodiscard]] std::optional<ast::Comparison> implied(const std::vector<ast::Comparison>& comparisons, std::size_t from, std::size_t to);

// Is the pair under the rule of the same print?
[[nodiscard]] bool same_print_rule(const Terms& terms, const Comparing& relation, std::size_t a, std::size_t b);

// The difference of two sides less or plus the tolerance; `within` absent: the plain difference, both ways.
struct Differences {
    TermId lower = kNoTerm;   // left - right - tolerance
    TermId upper = kNoTerm;   // left - right + tolerance
};
// Nothing where a relative tolerance has no printed right side.
[[nodiscard]] std::optional<Differences> differences(Terms& terms, const Comparing& relation, std::size_t a, std::size_t b);

// The truths of `d op 0`, d given by its two outlooks (with the tolerance taken off and added).
struct Pair {
    Truth possible, certain;
};
[[nodiscard]] Pair decide(ast::Comparison comparison, const Outlook& lower, const Outlook& upper);

}  // namespace crossfoot
