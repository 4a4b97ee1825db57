// Linear rows and the solver: can several groups of them all be true, and is a further row then true as well? Numbers are
// exact. Rows are given once and asked about many times. Effort is the solver's own count of steps, not time, so that answers
// are the same everywhere; a build without the solver answers that everything is undecided (solver.hpp).
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include "engine/quantity/interval.hpp"
#include "engine/reasoning/solver.hpp"

namespace crossfoot::reasoning {

// The sum of unknowns times numbers lies in `range`. Unknowns are any numbers.
struct Row {
    std::vector<std::pair<std::uint32_t, Rational>> factors;   // by unknown, none 0
    Interval range = Interval::everything();
};

using GroupId = std::uint32_t;

class Rows {
public:
    // `effort`: of all questions together; once it is spent every answer is undecided.
    explicit Rows(std::uint64_t effort);
    ~Rows();
    Rows(Rows&&) noexcept;

    void add(GroupId group, const Row& row);
    // Can all rows of these groups be true? `core` gains groups that cannot where the answer is no, not always the fewest.
    [[nodiscard]] Answer together(std::span<const GroupId> groups, std::vector<GroupId>* core = nullptr);
    // … and `row` not? Where that is impossible, the row follows from them.
    [[nodiscard]] Answer without(const Row& row, std::span<const GroupId> groups, std::vector<GroupId>* core = nullptr);
    [[nodiscard]] bool spent() const;

private:
    class Self;
    std::unique_ptr<Self> self_;
};

}  // namespace crossfoot::reasoning
