#include "engine/checking/columns/key_table.hpp"

#include <algorithm>
#include <cstring>

namespace crossfoot::columns {
namespace {

// Of the slots of a shard at most this part of eight is in use.
constexpr std::size_t kFilled = 5;

void grow(KeyShard& shard) {
    std::vector<std::uint32_t> slots(shard.slots.size() * 2, 0);
    const std::size_t mask = slots.size() - 1;
    for (std::uint32_t i = 0; i < shard.entries.size(); ++i) {
        std::size_t at = shard.entries[i].hash & mask;
        while (slots[at] != 0) at = (at + 1) & mask;
        slots[at] = i + 1;
    }
    shard.slots = std::move(slots);
}

}  // namespace

KeyTable::Adding::Adding(KeyTable& table, std::size_t shard)
    : table_(table), shard_(table.shards_[shard]), lock_(shard_.mutex) {}

std::string_view KeyShard::text(const KeyEntry& entry) const {
    if (entry.length <= entry.text.size()) return {entry.text.data(), entry.length};
    std::uint64_t begin = 0;
    std::memcpy(&begin, entry.text.data(), sizeof begin);
    return {texts.data() + begin, entry.length};
}

void KeyTable::Adding::fetch_slot(std::uint64_t hash) const {
    __builtin_prefetch(&shard_.slots[hash & (shard_.slots.size() - 1)]);
}

void KeyTable::Adding::fetch_entry(std::uint64_t hash) const {
    const std::uint32_t slot = shard_.slots[hash & (shard_.slots.size() - 1)];
    if (slot == 0) return;
    __builtin_prefetch(&shard_.entries[slot - 1]);
    if (table_.sums_ > 0) __builtin_prefetch(&shard_.sums[(slot - 1) * table_.sums_]);
}

KeyEntry* KeyTable::Adding::at(std::uint64_t hash, std::string_view key) {
    const std::size_t mask = shard_.slots.size() - 1;
    std::size_t at = hash & mask;
    for (; shard_.slots[at] != 0; at = (at + 1) & mask) {
        KeyEntry& entry = shard_.entries[shard_.slots[at] - 1];
        if (entry.hash == hash && shard_.text(entry) == key) return &entry;
    }
    if (table_.size_.fetch_add(1) >= table_.most_) {
        table_.full_ = true;
        return nullptr;
    }
    KeyEntry made;
    made.hash = hash;
    made.length = static_cast<std::uint32_t>(key.size());
    if (key.size() <= made.text.size()) {
        std::copy(key.begin(), key.end(), made.text.begin());
    } else {
        const std::uint64_t begin = shard_.texts.size();
        std::memcpy(made.text.data(), &begin, sizeof begin);
        shard_.texts.insert(shard_.texts.end(), key.begin(), key.end());
    }
    shard_.entries.push_back(made);
    shard_.sums.resize(shard_.sums.size() + table_.sums_);
    shard_.slots[at] = static_cast<std::uint32_t>(shard_.entries.size());
    if (shard_.entries.size() * 8 > shard_.slots.size() * kFilled) grow(shard_);
    return &shard_.entries.back();
}

KeySum* KeyTable::Adding::sums(const KeyEntry& entry) {
    return shard_.sums.data() + static_cast<std::size_t>(&entry - shard_.entries.data()) * table_.sums_;
}

KeyEntry* KeyTable::find(std::string_view key) {
    const std::uint64_t wanted = hash_of(key);
    KeyShard& shard = shards_[shard_of(wanted)];
    const std::size_t mask = shard.slots.size() - 1;
    for (std::size_t at = wanted & mask; shard.slots[at] != 0; at = (at + 1) & mask) {
        KeyEntry& entry = shard.entries[shard.slots[at] - 1];
        if (entry.hash == wanted && shard.text(entry) == key) return &entry;
    }
    return nullptr;
}

Widths widths_of(const std::optional<Scale>& scale) {
    Widths out{};
    out.fill(-1);
    if (!scale) return out;
    for (std::size_t decimals = 0; decimals < scale->steps.size() && decimals < out.size(); ++decimals) {
        if (!scale->steps[decimals]) continue;
        const Rational width = *scale->steps[decimals] / scale->size * Rational::power_of_ten(kSumPlaces);
        std::int64_t whole = 0;
        if (width.is_whole() && width.to_int64(whole)) out[decimals] = whole;
    }
    return out;
}

}  // namespace crossfoot::columns
