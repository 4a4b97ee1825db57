// The range of a term over the true values of its figures, each figure one unknown. Exact for any term that is
// monotone in each of its figures (and for one that can be cut into such pieces); otherwise an interval that
// contains it, said as such. Method: an expression in which each unknown stands once is exact in plain interval
// arithmetic (Moore 1966); for the others the sign of each partial derivative is proved over the box, and the
// ends are taken at the corners (Hansen & Walster 2004, chapter 6); a sum is solved by its coefficients.
#pragma once

#include <unordered_map>
#include <vector>

#include "engine/checking/ranges/term.hpp"

namespace crossfoot {

// The unknowns' ranges under a mode; single ones can be narrowed.
class Box {
public:
    Box(const Terms& terms, Mode mode) : terms_(&terms), mode_(mode) {}
    // Computed when asked for: a box costs nothing per unknown of the instance.
    [[nodiscard]] const Interval& operator[](VariableId id) const;
    // A copy in which `id` lies in `range`.
    [[nodiscard]] Box with(VariableId id, Interval range) const;

private:
    const Terms* terms_;
    Mode mode_;
    mutable std::unordered_map<VariableId, Interval> own_;   // what differs from the variable's own range
};

struct Range {
    Interval interval = Interval::everything();
    bool exact = true;            // false: the true range lies within
    friend bool operator==(const Range&, const Range&) = default;
};

[[nodiscard]] Range tight_range(const Terms& terms, TermId root, const Box& box);

// Is the term monotone in one unknown over the box, whatever the others are?
enum class Trend : std::int8_t { falling = -1, constant = 0, rising = 1, unknown = 2 };
[[nodiscard]] Trend trend(const Terms& terms, TermId root, VariableId of, const Box& box);

// A term with missing figures: for every value of these the range has its own lower and upper end; the
// ends themselves then lie in these intervals (from outside).
struct Band {
    Interval low, high;
    bool low_open = false, high_open = false;
    bool exact = true;   // false: an unknown stands twice, and the ends are only bounded from outside
};
[[nodiscard]] Band band(const Terms& terms, TermId root, const Box& box);

}  // namespace crossfoot
