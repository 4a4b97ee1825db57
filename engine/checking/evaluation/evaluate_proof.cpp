// What shows that a relation cannot be, where the ranges of its sides do not.
#include <algorithm>

#include "engine/checking/evaluation/evaluator.hpp"
#include "engine/checking/evaluation/joint_proof.hpp"
#include "engine/checking/messages.hpp"

namespace crossfoot {

// A figure on both sides can make them differ though their ranges meet; the range of their difference shows it.
std::optional<Interval> Evaluator::telling_difference(const Record& made) {
    const Box box(terms_, made.exactly ? Mode::printed : Mode::ranges);
    std::vector<VariableId> left = terms_.unknowns(made.left.term);
    std::sort(left.begin(), left.end());
    const std::vector<VariableId> right = terms_.unknowns(made.right.term);
    // Of many figures the range of a difference shows nothing that a person could follow, and it is worked out for every finding.
    constexpr std::size_t kMostUnknowns = 60;
    if (left.size() + right.size() > kMostUnknowns) return std::nullopt;
    const bool shared = std::any_of(right.begin(), right.end(), [&](VariableId id) {
        return !box[id].is_point() && std::binary_search(left.begin(), left.end(), id);
    });
    if (!shared) return std::nullopt;
    const Showing shown(terms_);
    const Interval a = tight_range(terms_, made.left.term, box).interval, b = tight_range(terms_, made.right.term, box).interval;
    if (empty_between(a.low, b.high) || empty_between(b.low, a.high)) return std::nullopt;
    return tight_range(terms_, terms_.combine(TermOp::subtract, made.left.term, made.right.term), box).interval;
}

// The sum of the links that cannot be, in place of two sides that can; they stay where one of its unknowns is no figure.
void Evaluator::show_joint_proof(const Comparing& comparing, const std::vector<std::string>& texts, Record& made) {
    const auto proof = joint_proof(terms_, comparing, Box(terms_, made.exactly ? Mode::printed : Mode::ranges));
    if (!proof) return;
    std::string sum = sum_text(terms_, *proof);
    if (sum.empty()) return;
    const auto side = [&](std::size_t i) {
        const auto value = terms_.printed(comparing.sides[i].term);
        return !texts[i].empty() || !value ? texts[i] : value->decimal(Rational::Direction::nearest);
    };
    std::string links;
    for (const auto& [link, times] : proof->links) {
        links.append(links.empty() ? "" : ", ").append(times == Rational(1) ? "" : times.fraction() + " × ");
        links.append("`").append(side(link)).append(" ").append(to_string(comparing.comparisons[link]));
        links.append(" ").append(side(link + 1)).append("`");
    }
    made.comparison = proof->comparison;
    made.left = {sum_of(terms_, comparing, *proof), kNoNode, false};
    made.right = {terms_.constant(proof->wanted), kNoNode, false};
    made.left_text = std::move(sum);
    made.right_text.clear();
    made.same_print = false;
    made.note = Message(say::only_jointly, links);
}

}  // namespace crossfoot
