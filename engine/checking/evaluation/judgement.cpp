#include "engine/checking/evaluation/judgement.hpp"

#include <algorithm>

namespace crossfoot {
namespace {

// Agreement is ordered from strong to weak in its declaration.
std::optional<Agreement> pick(const std::optional<Agreement>& a, const std::optional<Agreement>& b, bool weakest) {
    if (!a || !b) return a ? a : b;
    return weakest ? std::max(*a, *b) : std::min(*a, *b);
}

Judgement combine(const Judgement& a, const Judgement& b, bool both) {
    Judgement out;
    out.possible = both ? conjunction(a.possible, b.possible) : disjunction(a.possible, b.possible);
    out.certain = both ? conjunction(a.certain, b.certain) : disjunction(a.certain, b.certain);
    out.agreement = pick(a.agreement, b.agreement, both);
    if (out.possible == Truth::unknown) out.failure = a.failure ? a.failure : b.failure;
    return out;
}

}  // namespace

Judgement negation(const Judgement& a) { return {negation(a.certain), negation(a.possible), std::nullopt, a.failure}; }
Judgement conjunction(const Judgement& a, const Judgement& b) { return combine(a, b, true); }
Judgement disjunction(const Judgement& a, const Judgement& b) { return combine(a, b, false); }

}  // namespace crossfoot
