// Numbers over the rows of a streamed table that are the same for every instance of a rule: `max(tables.t[*].n)`,
// `mean(tables.t[year > 2000].n)`, the value that a quarter of a column's values do not exceed. They are worked out in passes
// before the rule is looked at, and given to the evaluator (engine/checking/evaluation/kept.hpp).
#pragma once

#include <optional>
#include <vector>

#include "engine/checking/columns/program.hpp"

namespace crossfoot::columns {

struct Overall {
    const Core* core = nullptr;            // the aggregate that it is worth
    Function function = Function::count;   // count, sum, mean, min, max
    const Table* table = nullptr;
    std::optional<std::size_t> column;     // none: rows are counted
    std::vector<StepPtr> conditions;       // of rows, decided on printed values,
    std::vector<Kept::Condition> as_bound; // … and as the rule has them
    std::vector<std::size_t> columns;      // that these and the column are
    bool known = false;                    // what is missing is left out
    std::optional<std::size_t> grouped;    // of a count: how many different values this column has, by their print
    // Of a minimum: over the values of which at least this part of all, as printed, are not greater.
    std::optional<Rational> from_part;
};

// What a rule asks of streamed tables so; nothing where it sees their rows otherwise, but for the rows that its first `for`
// runs over.
[[nodiscard]] std::optional<std::vector<Overall>> overall_numbers(const BoundRule& rule, const Dataset& dataset,
                                                                  const std::vector<const Table*>& streamed);

}  // namespace crossfoot::columns
