// A term made small for range analysis: every part in which no unknown is shared with the rest becomes one leaf
// with its own (exact) interval, so that only the unknowns that stand several times are left beside such leaves.
#pragma once

#include <optional>
#include <vector>

#include "engine/checking/ranges/polynomial.hpp"
#include "engine/checking/ranges/range.hpp"

namespace crossfoot {

class Collapsed {
public:
    static constexpr VariableId kNone = 0xFFFFFFFFU;

    struct Leaf {
        Interval interval;
        VariableId variable = kNone;   // a repeated unknown, else a collapsed part
        bool repeated = false;
    };

    // `keep`: an unknown that stays a leaf of its own even where it stands once.
    Collapsed(const Terms& terms, TermId root, const Box& box, VariableId keep = kNone);

    std::vector<Leaf> leaves;

    [[nodiscard]] bool repeats() const { return repeats_; }
    [[nodiscard]] std::vector<Interval> box() const;
    // Plain interval arithmetic with these leaf ranges; exact where every repeated leaf is a point.
    [[nodiscard]] Interval natural(const std::vector<Interval>& box) const;
    // Exact, where the whole is a sum of leaves times constants.
    [[nodiscard]] std::optional<Interval> affine() const;
    [[nodiscard]] bool divides_by_zero() const;
    // `pieces`: into how many the box may be cut to prove a sign.
    [[nodiscard]] Trend trend(std::size_t leaf, const std::vector<Interval>& box, int pieces) const;
    static constexpr int kWhole = 128, kPiece = 4;   // of a whole box, of what is a piece already
    // True from when the search for trends has cost more than one range may: the range is then bounded from outside.
    [[nodiscard]] bool tired() const { return work_ > kMostWork; }
    static constexpr std::size_t kMostWork = 300'000;      // terms and steps looked at for one range
    static constexpr std::size_t kMostProducts = 100'000;  // of two terms each, on the way to the quotient of polynomials
    // The limit at a corner where repeated leaves are unbounded; nothing where the form is no quotient of polynomials.
    [[nodiscard]] std::optional<End> limit(const std::vector<Interval>& box, const std::vector<Trend>& trends, bool low) const;

private:
    struct Step {
        TermOp op;
        std::uint32_t a = 0, b = 0;          // constant, variable (a leaf): index; operators: earlier steps
        std::vector<std::uint32_t> list;     // of n-ary ones
    };
    static constexpr std::size_t kMostFactors = 1'000'000;   // steps times leaves, each a factor of the affine form
    static constexpr std::size_t kLookedAt = 4;              // terms or factors that are looked at, not computed with, in a step
    std::uint32_t push(Step step);
    // What is computed counts against the instance; everything where that is used up.
    [[nodiscard]] Interval bounded(Interval interval) const;
    bool work(std::uint64_t amount) const;
    std::uint32_t part(const Interval& interval);   // what shares nothing: a leaf, or a constant
    std::uint32_t leaf(Interval interval, VariableId variable, bool repeated);
    [[nodiscard]] Trend trend_by_intervals(std::size_t leaf, const std::vector<Interval>& box) const;
    [[nodiscard]] const std::optional<Quotient>& quotient() const;
    [[nodiscard]] std::vector<Interval> natural_steps(const std::vector<Interval>& box) const;

    const Terms& terms_;
    bool repeats_ = false;
    std::vector<Step> steps_;
    std::vector<Rational> constants_;
    mutable std::size_t work_ = 0;
    mutable bool quotient_tried_ = false;
    mutable std::optional<Quotient> quotient_;
};

// One operator on intervals; the n-ary ones fold it.
[[nodiscard]] Interval apply(TermOp op, const Interval& a, const Interval& b);

}  // namespace crossfoot
