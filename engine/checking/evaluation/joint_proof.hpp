// Why a chain cannot hold whose sides, two by two, all can: a sum of its links that no choice of true values satisfies.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/checking/evaluation/relation.hpp"

namespace crossfoot {

// `sum` is to be compared with `wanted`, a number; its range over the box shows that it cannot be.
struct JointProof {
    std::vector<std::pair<VariableId, Rational>> sum;      // factors, by unknown; the smallest of them is 1 or -1
    ast::Comparison comparison = ast::Comparison::equal;   // never `!=`
    Rational wanted;
    // The links that add up to it: side i and the next, and how many times their difference is taken.
    std::vector<std::pair<std::size_t, Rational>> links;
};

// Of a chain that is impossible though each pair of its sides is possible. Nothing where it is not decided by elimination
// (linear_system.hpp).
[[nodiscard]] std::optional<JointProof> joint_proof(const Terms& terms, const Comparing& relation, const Box& box);

// The proof's sum as a term, and as a rule writes it (`2 * t.a - t.b`); empty where one of its unknowns is no figure.
[[nodiscard]] TermId sum_of(Terms& terms, const Comparing& relation, const JointProof& proof);
[[nodiscard]] std::string sum_text(const Terms& terms, const JointProof& proof);

}  // namespace crossfoot
