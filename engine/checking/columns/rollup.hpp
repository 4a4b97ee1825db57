// Rules over streamed tables that see their rows only in sums of figure columns and counts of rows, chosen by texts of the
// row: `sum(tables.t[region = r.name].amount) = r.total`, and in groups of them: `count(groups(tables.t, by: region))`. Rows
// with the same texts count as one with the sums of their figures (a roll-up): the sum of ranges is the range of the sum, and
// what a condition on texts says of one it says of all. Where asked, figures choose rows as texts do, by their print: a
// column of years. The plain evaluator judges the rule over these few rows.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/checking/binding/core.hpp"
#include "engine/dataset/table/table.hpp"

namespace crossfoot::columns {

// The figure of a rolled-up row that says how many rows it stands for. A table with a column of that name is not rolled up.
inline constexpr std::string_view kRowsKey = "#rows";

struct RolledTable {
    const Table* table = nullptr;
    std::vector<std::size_t> keys, sums;   // columns that choose rows, figure columns that are summed; ascending
};

struct RolledRule {
    BoundRule rule;                        // the same in which counts are sums of kRowsKey
    std::vector<RolledTable> tables;       // those that are streamed
};

enum class RollKeys : std::uint8_t { texts, texts_and_figures };

// `streamed`: the tables whose rows are not in the tree. Nothing where the rule sees their rows otherwise.
[[nodiscard]] std::optional<RolledRule> rolled(const BoundRule& rule, const Dataset& dataset,
                                               const std::vector<const Table*>& streamed, RollKeys keys);

}  // namespace crossfoot::columns
