// The rows of one streamed table rolled up by some of its texts as they pass. Sums are exact; what comes out does not depend
// on the number of threads.
#pragma once

#include <atomic>
#include <map>
#include <mutex>

#include "engine/checking/columns/cell_sums.hpp"
#include "engine/checking/columns/rollup.hpp"
#include "engine/checking/columns/row_walk.hpp"

namespace crossfoot::columns {

// A cell kRowsKey of a row, not yet among its cells; and all cells of a row, in the order of their keys.
[[nodiscard]] NodeId add_count(Dataset& dataset, NodeId row, std::uint64_t rows);
void set_cells(Dataset& dataset, NodeId row, std::vector<NodeId> cells);

class RollupRun {
public:
    // Of more different texts than rows may be held, or more rows that cannot be summed, the rule is not computed.
    static constexpr std::size_t kMostOdd = 1'000;

    RollupRun(RolledTable of, const Units& units, std::uint64_t most_keys);

    [[nodiscard]] const RolledTable& of() const { return of_; }
    [[nodiscard]] BlockVisitor visitor();
    [[nodiscard]] bool too_much() const { return too_much_; }
    // Rows with a cell that is missing, withheld or otherwise no plain number, or without a text: they stay rows. Their places,
    // ascending.
    [[nodiscard]] std::vector<std::uint64_t> odd_rows() const;

    // Adds the rows of sums to the dataset, in the order of the first rows they stand for, but not to the table's array; each
    // with the place of that row. As the truncated range of a figure depends on its sign, a key may have a row for each.
    [[nodiscard]] std::vector<std::pair<std::uint64_t, NodeId>> add_rows(Dataset& dataset) const;

private:
    struct Rolled {
        std::uint64_t first = UINT64_MAX, rows = 0;
        std::vector<SignedSums> sums;   // by place in of().sums
    };
    using ByKey = std::map<std::string, Rolled, std::less<>>;
    void take(const table::Block& block, const table::BlockColumns& columns);
    void merge(ByKey& block, const std::vector<std::uint64_t>& odd);
    [[nodiscard]] NodeId add_row(Dataset& dataset, const std::string& key, const Rolled& rolled, std::size_t sign, bool counts) const;

    RolledTable of_;
    std::vector<Widths> widths_;   // by sum
    std::uint64_t most_keys_;
    std::mutex mutex_;
    ByKey keys_;
    std::vector<std::uint64_t> odd_;
    std::atomic<bool> too_much_ = false;
};

}  // namespace crossfoot::columns
