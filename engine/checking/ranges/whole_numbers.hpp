// Sets of whole numbers as sorted disjoint runs, the last of which may be unbounded above.
#pragma once

#include <optional>
#include <vector>

#include "engine/quantity/rational.hpp"

namespace crossfoot {

class WholeNumbers {
public:
    struct Run {
        Rational first;
        std::optional<Rational> last;   // in the set; none: unbounded
    };

    WholeNumbers() = default;
    // first..last, both in; empty where last < first.
    WholeNumbers(Rational first, std::optional<Rational> last);

    [[nodiscard]] bool empty() const { return runs_.empty(); }
    [[nodiscard]] const std::vector<Run>& runs() const { return runs_; }
    [[nodiscard]] WholeNumbers united(const WholeNumbers& other) const;
    [[nodiscard]] WholeNumbers intersected(const WholeNumbers& other) const;
    // What of `domain` is not in this set.
    [[nodiscard]] WholeNumbers missing_from(const WholeNumbers& domain) const;
    [[nodiscard]] std::optional<Rational> count() const;   // none: infinitely many

private:
    std::vector<Run> runs_;
};

}  // namespace crossfoot
