// Instances of a rule over given rows: the plain evaluator for callers that bring the rows of the rule's first `for`
// themselves. Verdicts and findings are those that check() would give for these rows.
#pragma once

#include <memory>
#include <span>

#include "engine/checking/binding/core.hpp"
#include "engine/checking/check.hpp"

namespace crossfoot {

class RowRunner {
public:
    // The dataset may change the cells of rows that no array holds, and the rows of arrays, between calls, not its size; rules
    // outlive this.
    RowRunner(const Dataset& dataset, const CheckOptions& options);
    ~RowRunner();
    RowRunner(RowRunner&&) noexcept;
    // Instances whose first `for` is bound to each of the rows in turn; what they give is added to `out`.
    void rows(const BoundRule& rule, std::span<const NodeId> rows);
    // The rule as a whole, over what its `for` runs over.
    void whole(const BoundRule& rule);
    // All that was found since the last time the caller emptied it; `rules` has one entry a call.
    [[nodiscard]] Findings& out();

private:
    struct Held;
    std::unique_ptr<Held> held_;
};

}  // namespace crossfoot
