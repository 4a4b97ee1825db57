// Rules over streamed tables whose instances each look at the rows of one key only: groups of a table, rows with what
// another table says under the same key, references, and whether a column's values are unique. Such a rule can be judged
// key by key with no more rows at hand than those of the key. As with a Program, sums over columns only ever say of which
// keys the rule *surely holds*; the others are judged by the plain evaluator.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/checking/binding/core.hpp"
#include "engine/checking/columns/key_table.hpp"
#include "engine/checking/columns/program.hpp"

namespace crossfoot::columns {

// A table and the text column that is its key.
struct KeyedSide {
    NodeId array = kNoNode;
    const Table* table = nullptr;
    std::size_t column = 0;
    std::vector<std::size_t> read;   // figure columns that the rule looks at
    bool conditions = false;         // it is looked up under further conditions beside the key
};

// What is summed up of a side's rows: a figure column, or (kCount) the rows themselves.
inline constexpr std::size_t kCount = static_cast<std::size_t>(-1);
struct KeyedSum {
    std::size_t side = 0, column = kCount;
    bool single = false;        // the value of the one row that there must be
};

// left - right, in base units, compared with 0.
struct KeyedRelation {
    ast::Comparison comparison = ast::Comparison::equal;
    std::vector<std::pair<std::size_t, Rational>> terms;   // sums by place, each once
    Rational constant, width;                              // numbers and report figures; the width of their range
    bool same_print = false;                               // both sides are single figures
};

struct KeyedRule {
    enum class Form : std::uint8_t { groups, rows, unique } form = Form::rows;
    std::vector<KeyedSide> sides;                 // the first is what the rule's `for` runs over
    std::vector<KeyedSum> sums;
    bool own = false;                             // of rows: the first side is looked up, too
    bool decides = false;                         // else every key is judged
    std::vector<KeyedRelation> relations;         // all of them hold …
    std::vector<std::size_t> references;          // … sides that have the key …
    std::vector<std::size_t> unique_columns;      // … and text columns of the first side without a value twice
};

// `streamed`: the tables whose rows are not in the tree. Nothing where the rule is no such rule, or touches none of them.
[[nodiscard]] std::optional<KeyedRule> keyed(const BoundRule& rule, const Dataset& dataset,
                                             const std::vector<const Table*>& streamed);

}  // namespace crossfoot::columns
