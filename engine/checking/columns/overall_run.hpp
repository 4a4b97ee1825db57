// One number over a whole streamed table, worked out as its blocks pass, on any number of threads: exact, and the same
// whatever their number. A rank takes two passes, the second of which looks for the value it points at.
#pragma once

#include <array>
#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_set>

#include "engine/checking/columns/cell_sums.hpp"
#include "engine/checking/columns/overall.hpp"
#include "engine/checking/columns/table_pass.hpp"

namespace crossfoot::columns {

class OverallRun {
public:
    // More rows with a cell that is no plain number, or more different values of a rank or groups, are not looked at: the number is
    // not worked out.
    static constexpr std::size_t kMostOdd = 1'000, kMostValues = 4'000'000, kMostGroups = 1'000'000;

    OverallRun(Overall of, const Units& units);
    OverallRun(const OverallRun&) = delete;
    OverallRun& operator=(const OverallRun&) = delete;

    [[nodiscard]] const Overall& of() const { return of_; }
    // Another rank of the same figures, asked again() before this one: its values are these.
    void take_values_of(const OverallRun& other) { values_of_ = &other; }
    [[nodiscard]] BlockVisitor visitor();
    // After the first pass: is there to be another?
    [[nodiscard]] bool again();
    // Could it not be worked out?
    [[nodiscard]] bool failed() const { return failed_; }
    // Is it the least, greatest or mean of no figures?
    [[nodiscard]] bool of_nothing() const { return all_.rows == 0 && of_.function != Function::count && of_.function != Function::sum; }
    // The places of the rows that it names, ascending: those with the extreme values, and those of odd cells.
    [[nodiscard]] std::vector<std::uint64_t> places() const;
    // `rows`: nodes of those rows, by place.
    [[nodiscard]] Kept kept(const Dataset& dataset, const std::map<std::uint64_t, NodeId>& rows) const;

private:
    struct Best {
        Wide value = 0;                                              // in 10^-kSumPlaces of the column's unit
        std::array<std::uint64_t, 2> places{UINT64_MAX, UINT64_MAX}; // of the first two rows that have it
    };
    using Values = std::vector<std::pair<std::int64_t, std::uint64_t>>;   // value and how often, ascending
    struct Tally {
        std::uint64_t rows = 0;
        SignedSums sums;
        std::map<std::uint8_t, Best> best;          // by printed decimals: of a width each
        std::vector<std::uint64_t> odd;
        std::vector<std::int64_t> values;
        std::unordered_set<std::string> groups;
        bool keyless = false;                       // a row belongs to no group
    };
    void take(const table::Block& block, const table::BlockColumns& columns);
    void count(const table::BlockColumns& columns, std::uint64_t block, const Mask& in, Tally& into) const;
    void count_groups(const table::BlockColumns& columns, const Mask& in, Tally& into) const;
    void merge(Tally& block);
    void offer(std::map<std::uint8_t, Best>& into, std::uint8_t decimals, const Best& made) const;
    void add_values(Values values);
    [[nodiscard]] std::unique_ptr<Runner> runner();

    Overall of_;
    const Units& units_;
    Widths widths_{};
    Rational size_ = 1;                             // of the column's unit, in base units
    bool fractional_ = false;                       // all cells are (Figure::fractional)
    bool ranking_ = false;
    std::optional<Wide> floor_;                     // of a rank, in its second pass: values below it do not count
    mutable std::mutex mutex_;
    std::vector<std::unique_ptr<Runner>> runners_;  // that no thread uses now
    Tally all_;
    std::vector<Values> values_;                    // each at least twice as long as the next; in the end one
    const OverallRun* values_of_ = nullptr;
    std::atomic<bool> failed_ = false;
};

}  // namespace crossfoot::columns
