// Rows of streamed tables brought together by a key: for each key how many rows every side has, where it first stood, and
// exact sums of its columns. Filled by all threads at once; what it holds in the end does not depend on their number.
// Memory grows with the number of keys, not of rows: 64 bytes, 8 of an index, 32 for each sum, and keys beyond 16 bytes; up to
// half as much again where a part has just grown.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/checking/columns/program.hpp"
#include "engine/checking/columns/wide.hpp"
#include "engine/text/hash.hpp"

namespace crossfoot::columns {

inline constexpr std::size_t kMostSides = 3;

// A sum over rows: of printed values, and of the widths of their ranges; in units of 10^-9 of the column's unit, which
// leaves room for 10^11 rows of 18 digits.
struct KeySum {
    Wide value = 0, width = 0;
};
inline constexpr int kSumPlaces = 9;

// The width of a cell's range by its decimals, in the same units; -1: not known.
using Widths = std::array<std::int64_t, 18>;
[[nodiscard]] Widths widths_of(const std::optional<Scale>& scale);

// One line of the cache. A key of up to sixteen bytes stands in it, of a longer one where its text begins in its shard.
struct alignas(64) KeyEntry {
    std::uint64_t hash = 0;
    std::uint64_t first = UINT64_MAX;                 // block and row where the first side has it first
    std::array<char, 16> text{};
    std::array<std::uint32_t, kMostSides> rows{};     // of each side
    std::uint32_t length = 0;
    bool odd = false;                                 // a cell is no plain number: the sums say nothing
};

struct KeyShard {
    std::mutex mutex;
    std::vector<std::uint32_t> slots = std::vector<std::uint32_t>(64, 0);   // 1 + place in entries; 0: empty
    std::vector<KeyEntry> entries;
    std::vector<KeySum> sums;
    std::vector<char> texts;
    [[nodiscard]] std::string_view text(const KeyEntry& entry) const;
};

class KeyTable {
public:
    static constexpr std::size_t kShards = 64;

    // `sums` of each key; beyond `most` keys nothing more is taken and full() is true.
    KeyTable(std::size_t sums, std::uint64_t most) : sums_(sums), most_(most), shards_(kShards) {}

    [[nodiscard]] static std::size_t shard_of(std::uint64_t hash) { return hash >> 58U; }

    // One shard, locked: rows of a block are added shard by shard.
    class Adding {
    public:
        Adding(KeyTable& table, std::size_t shard);
        // Hints that this one comes soon, and sooner.
        void fetch_slot(std::uint64_t hash) const;
        void fetch_entry(std::uint64_t hash) const;
        // Nothing where the table is full.
        [[nodiscard]] KeyEntry* at(std::uint64_t hash, std::string_view key);
        [[nodiscard]] KeySum* sums(const KeyEntry& entry);

    private:
        friend class KeyTable;
        KeyTable& table_;
        KeyShard& shard_;
        std::lock_guard<std::mutex> lock_;
    };

    [[nodiscard]] bool full() const { return full_; }
    [[nodiscard]] std::uint64_t size() const { return size_; }

    // When all is added: calls visit(entry, key, sums) for every key, in no order.
    template <class Visit>
    void each(Visit visit);
    // The entry of a key, or null.
    [[nodiscard]] KeyEntry* find(std::string_view key);

private:
    std::size_t sums_;
    std::uint64_t most_;
    std::atomic<std::uint64_t> size_ = 0;
    std::atomic<bool> full_ = false;
    std::vector<KeyShard> shards_;
};

template <class Visit>
void KeyTable::each(Visit visit) {
    for (KeyShard& shard : shards_)
        for (std::size_t i = 0; i < shard.entries.size(); ++i)
            visit(shard.entries[i], shard.text(shard.entries[i]), shard.sums.data() + i * sums_);
}

}  // namespace crossfoot::columns
