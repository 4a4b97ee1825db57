// `ascending(tables.t[*].day)` over a streamed table: whether a column never goes back, or never forward, as its blocks pass.
// Of all pairs of rows the worst decides: for each pair of printed precisions that whose later value lies furthest behind
// the earlier one. The plain evaluator judges these few rows, and with them those of the first falls, so that it can tell of
// them as it does of a table in the tree.
#pragma once

#include <atomic>
#include <map>
#include <mutex>
#include <optional>

#include "engine/checking/columns/table_pass.hpp"

namespace crossfoot::columns {

struct ColumnOrder {
    const Table* table = nullptr;
    std::size_t column = 0;
    bool rising = true;
};

// Where that is all that the rule says. `streamed`: the tables whose rows are not in the tree.
[[nodiscard]] std::optional<ColumnOrder> column_order(const BoundRule& rule, const Dataset& dataset, const std::vector<const Table*>& streamed);

class OrderRun {
public:
    explicit OrderRun(const ColumnOrder& of) : of_(of) {}
    OrderRun(const OrderRun&) = delete;
    OrderRun& operator=(const OrderRun&) = delete;

    [[nodiscard]] const ColumnOrder& of() const { return of_; }
    [[nodiscard]] BlockVisitor visitor();
    // A cell was no plain number and not missing either: pairs do not say how it stands to its neighbours.
    [[nodiscard]] bool failed() const { return failed_; }
    // The places of the rows that decide, ascending: at least two where there are two.
    [[nodiscard]] std::vector<std::uint64_t> places() const;

private:
    using Digits = std::uint8_t;   // printed decimals; 0 of dates
    struct At {
        std::int64_t value = 0;    // in the last digit that is printed, turned round where the order is falling
        std::uint64_t place = UINT64_MAX;
    };
    struct Pair {
        At before, after;
    };
    using Worst = std::map<std::pair<Digits, Digits>, Pair>;
    struct Block {
        std::map<Digits, At> most, least;
        Worst worst;
        std::vector<Pair> falls;   // the first of them: where a value goes back against the furthest since the fall before
        std::optional<At> begins, reaches;
        std::optional<Digits> digits;   // of all values
        bool mixed = false;             // these differ: falls are not looked for
        std::uint64_t first = UINT64_MAX, second = UINT64_MAX, missing = UINT64_MAX;
    };
    static constexpr std::size_t kMostFalls = 9;   // one more than a finding tells of
    void follow(Block& block, Digits digits, const At& at) const;
    [[nodiscard]] std::vector<Pair> falls() const;
    [[nodiscard]] bool back(const At& before, const At& after) const;
    static void offer(Worst& worst, Digits before, Digits after, const Pair& made);

    ColumnOrder of_;
    std::mutex mutex_;
    std::map<std::uint64_t, Block> blocks_;
    std::atomic<bool> failed_ = false;
};

}  // namespace crossfoot::columns
