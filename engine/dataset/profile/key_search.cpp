#include "engine/dataset/profile/key_search.hpp"

#include <algorithm>

namespace crossfoot::profile {
namespace {

bool below(std::string_view a, std::string_view b) { return a.size() != b.size() ? a.size() < b.size() : a < b; }

}  // namespace

void KeySearch::begin_block(std::uint64_t block) {
    runs_.push_back({block, true, {}, {}});
    any_ = false;
}

void KeySearch::add(std::uint64_t hash, bool remember) {
    if (remember) hashes_.push_back(hash);
}

void KeySearch::add_ascending(std::string_view value) {
    Run& run = runs_.back();
    if (!run.ascending) return;
    if (!any_) run.first = value;
    else if (!below(last_, value)) run.ascending = false;
    last_ = value;
    any_ = true;
}

void KeySearch::end_block() {
    if (any_) runs_.back().last = last_;
    else runs_.pop_back();
    const std::size_t runs = runs_.size();
    alone_ascending_ = alone_ascending_ && any_ && runs_.back().ascending &&
                       (runs < 2 || below(runs_[runs - 2].last, runs_.back().first));
}

bool KeySearch::still_unique() {
    constexpr std::size_t kOften = 1U << 14U;
    if (alone_ascending_ || hashes_.size() < std::max(kOften, 4 * sorted_)) return true;
    std::sort(hashes_.begin(), hashes_.end());
    sorted_ = hashes_.size();
    return std::adjacent_find(hashes_.begin(), hashes_.end()) == hashes_.end();
}

bool no_two_equal(std::vector<KeySearch*> all) {
    struct Reader {
        const std::vector<std::uint64_t>* hashes;
        std::size_t at = 0;
    };
    std::vector<Reader> heads;
    for (KeySearch* each : all) {
        std::vector<std::uint64_t>& hashes = each->hashes();
        std::sort(hashes.begin(), hashes.end());
        if (std::adjacent_find(hashes.begin(), hashes.end()) != hashes.end()) return false;
        if (!hashes.empty()) heads.push_back({&hashes});
    }
    const auto later = [](const Reader& a, const Reader& b) { return (*a.hashes)[a.at] > (*b.hashes)[b.at]; };
    std::make_heap(heads.begin(), heads.end(), later);
    bool any = false;
    std::uint64_t before = 0;
    while (!heads.empty()) {
        std::pop_heap(heads.begin(), heads.end(), later);
        Reader& least = heads.back();
        const std::uint64_t hash = (*least.hashes)[least.at];
        if (any && hash == before) return false;
        any = true;
        before = hash;
        if (++least.at == least.hashes->size()) heads.pop_back();
        else std::push_heap(heads.begin(), heads.end(), later);
    }
    return true;
}

bool ascending(const std::vector<KeySearch*>& all) {
    std::vector<const KeySearch::Run*> runs;
    for (const KeySearch* each : all)
        for (const KeySearch::Run& run : each->runs()) runs.push_back(&run);
    std::sort(runs.begin(), runs.end(), [](const auto* a, const auto* b) { return a->block < b->block; });
    for (std::size_t i = 0; i < runs.size(); ++i)
        if (!runs[i]->ascending || (i > 0 && !below(runs[i - 1]->last, runs[i]->first))) return false;
    return !runs.empty();
}

}  // namespace crossfoot::profile
