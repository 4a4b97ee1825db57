#include "engine/dataset/profile/value_set.hpp"

#include <algorithm>

namespace crossfoot::profile {

std::size_t ValueSet::place(std::string_view value, std::uint64_t hash) const {
    const std::size_t mask = entries_.size() - 1;
    std::size_t at = hash & mask;
    while (entries_[at].count != 0 && (entries_[at].hash != hash || text(entries_[at]) != value)) at = (at + 1) & mask;
    return at;
}

bool ValueSet::add(std::string_view value, std::uint64_t hash, std::uint64_t count) {
    if (overfull_) return true;
    if (2 * (size_ + 1) > entries_.size()) grow();
    Entry& entry = entries_[place(value, hash)];
    const bool fresh = entry.count == 0;
    if (fresh) {
        if (size_ == most_ || texts_.size() + value.size() > most_ * kBytesEach) return give_up(), true;
        entry = {hash, 0, static_cast<std::uint32_t>(texts_.size()), static_cast<std::uint32_t>(value.size())};
        texts_ += value;
        ++size_;
    }
    entry.count += count;
    return fresh;
}

bool ValueSet::contains(std::string_view value) const {
    return !entries_.empty() && entries_[place(value, hash_of(value))].count != 0;
}

void ValueSet::merge(const ValueSet& other) {
    if (other.overfull_) give_up();
    for (const Entry& each : other.entries_)
        if (each.count != 0) add(other.text(each), each.hash, each.count);
}

void ValueSet::grow() {
    std::vector<Entry> before(std::max<std::size_t>(16, 2 * entries_.size()));
    before.swap(entries_);
    for (const Entry& each : before)
        if (each.count != 0) entries_[place(text(each), each.hash)] = each;
}

void ValueSet::give_up() {
    overfull_ = true;
    size_ = 0;
    entries_ = {};
    texts_ = {};
}

std::vector<Frequent> ValueSet::frequent(std::size_t most) const {
    std::vector<const Entry*> all;
    for (const Entry& each : entries_)
        if (each.count != 0) all.push_back(&each);
    const auto before = [&](const Entry* a, const Entry* b) {
        return a->count != b->count ? a->count > b->count : text(*a) < text(*b);
    };
    const std::size_t shown = std::min(most, all.size());
    std::partial_sort(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(shown), all.end(), before);
    std::vector<Frequent> out;
    for (std::size_t i = 0; i < shown; ++i) out.push_back({std::string(text(*all[i])), all[i]->count});
    return out;
}

std::vector<std::string_view> ValueSet::values() const {
    std::vector<std::string_view> out;
    for (const Entry& each : entries_)
        if (each.count != 0) out.push_back(text(each));
    return out;
}

}  // namespace crossfoot::profile
