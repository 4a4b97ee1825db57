// A keyed rule over its tables: the sums by key as the rows pass, then of each key whether the rule surely holds. What is
// left is for keyed_judge.hpp.
#pragma once

#include <atomic>
#include <memory>
#include <string>

#include "engine/checking/columns/cell_sums.hpp"
#include "engine/checking/columns/keyed.hpp"
#include "engine/checking/columns/row_walk.hpp"

namespace crossfoot::columns {

// A key whose instances are not known to hold; or, where all are asked for, one whose are.
struct OpenKey {
    std::string key;              // "": the rows that have none
    std::uint64_t first = 0;      // its first row of the first side
    std::uint64_t rows = 0;       // of all sides
};

class KeyedRun {
public:
    static constexpr std::uint64_t kMostKeys = 20'000'000;

    KeyedRun(KeyedRule rule, const Units& units, std::uint64_t most_keys = kMostKeys);

    [[nodiscard]] const KeyedRule& rule() const { return rule_; }
    [[nodiscard]] BlockVisitor visitor(std::size_t side);
    [[nodiscard]] bool too_many_keys() const;

    // When all rows have passed. Instances that surely hold are counted, the keys of the others given, by their first row;
    // with `all` also those that hold, in `holding`. Of a column that must be unique, the values that are not.
    struct Decided {
        std::uint64_t holding_instances = 0;
        std::vector<OpenKey> open, holding;
    };
    [[nodiscard]] Decided decide(bool all);

    // The first row of a side, and the first that has no key: a lookup sees them whatever it looks up. UINT64_MAX: none.
    [[nodiscard]] std::uint64_t first_row(std::size_t side) const { return first_[side]; }
    [[nodiscard]] std::uint64_t first_without_key(std::size_t side) const { return without_key_[side]; }

private:
    struct Taking;
    struct Whole;
    void take(std::size_t side, const table::Block& block, const table::BlockColumns& columns);
    void take_pairs(const table::BlockColumns& columns, const Taking& keys);
    [[nodiscard]] std::vector<Whole> relations_in_whole_numbers() const;
    [[nodiscard]] bool holds(const KeyEntry& entry, const KeySum* sums, const std::vector<Whole>& relations) const;
    void mark_repeated();

    KeyedRule rule_;
    std::vector<std::optional<Scale>> scales_;                 // by sum; nothing for counts
    std::vector<Widths> widths_;                               // by sum
    KeyTable keys_;
    std::vector<std::unique_ptr<KeyTable>> pairs_;             // of a key and a value, by unique column
    std::array<std::atomic<std::uint64_t>, kMostSides> first_, without_key_;
};

}  // namespace crossfoot::columns
