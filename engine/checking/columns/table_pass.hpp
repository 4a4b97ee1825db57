// One pass over a streamed table: every row is read once, whatever the number of rules, and its cells are checked. Rows
// of which a program knows that the rule holds are counted; the others are judged by the plain evaluator, row by row.
// Blocks are shared among threads; what comes out does not depend on their number.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "engine/checking/check.hpp"
#include "engine/checking/columns/program.hpp"
#include "engine/dataset/table/reading.hpp"
#include "engine/dataset/table/rows.hpp"

namespace crossfoot::columns {

struct TableOptions {
    std::uint64_t rows_held = 200'000;   // of a table that a rule needs as a whole
    std::uint64_t rows_at_once = 200'000;   // of the keys that are judged together; one key with more is not computed
    unsigned threads = 0;                // 0: as many as the machine has
    std::uint64_t max_findings = 1'000;  // listed of one rule over a streamed table
    table::Progress progress;            // may be empty
};

// Sees every block of a table once, from any thread.
using BlockVisitor = std::function<void(const table::Block&, const table::BlockColumns&)>;

// How bad findings of one row or key are: the least rank, and the greatest gap of those that have it.
struct Worst {
    int rank = 3;  // 0 contradicted, 1 only truncated, 2 unverifiable, 3 holds
    Rational gap = 0;
};
[[nodiscard]] Worst worst_of(const std::vector<Finding>& findings);

// Leaves the `most` worst. `Listed` has `worst` and, to tell two alike, place(): the same are left whoever found them.
template <class Listed>
void keep_worst(std::vector<Listed>& all, std::size_t most) {
    if (all.size() <= most) return;
    const auto worse = [](const Listed& a, const Listed& b) {
        if (a.worst.rank != b.worst.rank) return a.worst.rank < b.worst.rank;
        if (a.worst.gap != b.worst.gap) return b.worst.gap < a.worst.gap;
        return a.place() < b.place();
    };
    std::nth_element(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(most), all.end(), worse);
    all.resize(most);
}

// Where a row stands, in the order of rows.
[[nodiscard]] constexpr std::uint64_t place_of(std::uint64_t block, std::size_t row) { return block << 32U | row; }

// A row whose instance is to be listed, and how bad it is.
struct Candidate {
    Worst worst;
    std::uint64_t block = 0, row = 0;  // row of the block
    std::uint64_t line = 0;            // line ends before it in the block
    std::size_t part = 0;
    std::string text;
    std::uint64_t findings = 1;
    [[nodiscard]] std::uint64_t place() const { return place_of(block, row); }
};

struct RuleResult {
    Summary summary;                // instances, holds, contradicted, unverifiable
    Tally found;                    // contradicted ones by severity; what of them is not in is of the rule's severity
    std::vector<Candidate> listed;  // in the order of rows
};

struct PassResult : table::Read {
    std::vector<RuleResult> rules;  // as given
    std::uint64_t figures = 0, figures_checked = 0;
    std::vector<NodeId> used;  // figures of the tree that instances used
};

// `rules` have the table's rows as domain of their first `for`; `visitors` see all blocks, and use `columns` of every row.
// Adds scratch rows to the dataset.
struct PassAsked {
    std::vector<const BoundRule*> rules;
    std::vector<BlockVisitor> visitors;
    std::vector<std::size_t> columns;
};
[[nodiscard]] PassResult pass(Dataset& dataset, const Table& table, const PassAsked& asked, const CheckOptions& check,
                              const TableOptions& options);

}  // namespace crossfoot::columns
