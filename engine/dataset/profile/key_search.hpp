// Which columns, alone or in pairs, hold no two rows alike. Candidates come from the first rows; over all rows their
// values are remembered as hashes: where no two are equal, no two values are. Where there are too many rows for that,
// values that only ascend, by length and then by bytes, are known to be unequal all the same.
#pragma once

#include <atomic>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/dataset/profile/profile.hpp"

namespace crossfoot::profile {

// Shared by all threads.
class KeyCandidate {
public:
    explicit KeyCandidate(Key key) : columns(std::move(key)) {}
    Key columns;
    std::atomic<bool> refuted = false;  // two rows alike, or one that is not filled
};

// What one thread has seen of a candidate.
class KeySearch {
public:
    // The rows of one block, in order. `filled` false: a cell is empty.
    void begin_block(std::uint64_t block);
    void add(std::uint64_t hash, bool remember);
    void add_ascending(std::string_view value);
    void end_block();
    // Looks for equal hashes now and then where the values do not ascend, so that what is no key is soon given up. False: there are some.
    [[nodiscard]] bool still_unique();

    struct Run {
        std::uint64_t block = 0;
        bool ascending = true;
        std::string first, last;
    };
    [[nodiscard]] std::vector<std::uint64_t>& hashes() { return hashes_; }
    [[nodiscard]] const std::vector<Run>& runs() const { return runs_; }
    void forget() { hashes_ = {}; }

private:
    std::vector<std::uint64_t> hashes_;
    std::size_t sorted_ = 0;  // of the hashes, that were looked at
    std::vector<Run> runs_;
    bool any_ = false, alone_ascending_ = true;
    std::string last_;
};

// Over what all threads have seen. The hashes are sorted.
[[nodiscard]] bool no_two_equal(std::vector<KeySearch*> all);
[[nodiscard]] bool ascending(const std::vector<KeySearch*>& all);

}  // namespace crossfoot::profile
