// Keys of which sums do not say that a rule surely holds, judged by the plain evaluator: it sees the rows of one key, and
// of every table that is looked up its first row and its first without a key, which a lookup meets whatever it looks for.
// So the verdict is that over all rows. Rows are fetched in further passes, so many keys at a time that no more than
// `rows_at_once` rows are at hand.
#pragma once

#include <map>
#include <set>
#include <span>
#include <string>
#include <unordered_set>
#include <vector>

#include "engine/checking/columns/keyed_run.hpp"
#include "engine/checking/row_runner.hpp"
#include "engine/dataset/table/rows.hpp"

namespace crossfoot::columns {

// The rows of one side that some keys need, by their number in the table.
struct SideRows {
    std::map<std::uint64_t, table::HeldRow> rows;
    std::map<std::string, std::vector<std::uint64_t>, std::less<>> of_key;
    std::vector<std::uint64_t> always;
    // Those that a lookup of the keys sees, or, of the first side, those of the keys; ascending.
    [[nodiscard]] std::vector<std::uint64_t> seen(std::span<const std::string> keys) const;
};

// `passes`: what the first pass over each side's table found. By side.
[[nodiscard]] std::vector<SideRows> fetch(const KeyedRun& run, const std::vector<const PassResult*>& passes,
                                          const std::unordered_set<std::string>& keys);

// The rows that some keys need as nodes of a copy of the dataset.
struct AtHand {
    Dataset copy;
    std::vector<SideRows> sides;
    std::vector<std::map<std::uint64_t, NodeId>> nodes;   // by side and number
};
[[nodiscard]] AtHand at_hand(const Dataset& dataset, const KeyedRun& run, const std::vector<const PassResult*>& passes,
                             const std::unordered_set<std::string>& keys);
// How many keys from `begin` on have no more than `most` rows together; those with more by themselves are passed over.
[[nodiscard]] std::size_t end_of_batch(const std::vector<OpenKey>& open, std::size_t begin, std::uint64_t most,
                                       std::unordered_set<std::string>& keys);

struct KeyVerdict {
    Worst worst;
    std::vector<std::string> keys;   // one; of a column that must be unique, the values that are not; of groups that cannot be made none
    std::uint64_t first = 0;         // where the first of them stands
    std::uint64_t too_many_rows = 0; // more than are held: not computed
    [[nodiscard]] std::uint64_t place() const { return first; }
};

struct KeyedVerdicts {
    Summary summary;                  // instances, holds, contradicted, unverifiable
    Tally found;                      // the same by severity
    std::vector<KeyVerdict> listed;   // at most `most`, the worst, by their first row
    std::uint64_t findings = 0;       // in all
    std::vector<SideRows> rows;       // by side: those of the keys that are listed, and maybe of others
};

// All verdicts of the rule. `keep_holding` lists what holds as well.
[[nodiscard]] KeyedVerdicts judge(const Dataset& dataset, const BoundRule& rule, KeyedRun& run,
                                  const std::vector<const PassResult*>& passes, const CheckOptions& check,
                                  const TableOptions& options);

// Evaluates the rule over the rows of one key, which are nodes of the dataset by now. `instances`: of a rule that looks up
// its own rows, those that it is about.
void evaluate(Dataset& dataset, const BoundRule& rule, const KeyedRule& keyed, const std::vector<std::vector<NodeId>>& seen,
              const std::vector<NodeId>& instances, RowRunner& runner);

}  // namespace crossfoot::columns
