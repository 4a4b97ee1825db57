// The distinct values of a column and how often each stands there, exact up to a bound; beyond it only that there are
// more. Two sets of the same bounds can be merged, and what comes out does not depend on how the rows were shared out.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/text/hash.hpp"

namespace crossfoot::profile {

struct Frequent {
    std::string value;
    std::uint64_t count = 0;
};

class ValueSet {
public:
    static constexpr std::size_t kBytesEach = 64;  // of text for each value that may be held, on average

    explicit ValueSet(std::size_t most) : most_(most) {}
    // False where the value was there already. Once there are more than `most`, or their texts are too long to be held,
    // nothing is held and every answer is true.
    bool add(std::string_view value, std::uint64_t hash, std::uint64_t count = 1);
    void merge(const ValueSet& other);
    [[nodiscard]] bool overfull() const { return overfull_; }
    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] bool contains(std::string_view value) const;
    // The most frequent ones, at most `most`: by count, the same count by bytes.
    [[nodiscard]] std::vector<Frequent> frequent(std::size_t most) const;
    [[nodiscard]] std::vector<std::string_view> values() const;

private:
    struct Entry {
        std::uint64_t hash = 0, count = 0;  // a free place has count 0
        std::uint32_t begin = 0, size = 0;
    };
    [[nodiscard]] std::string_view text(const Entry& entry) const {
        return std::string_view(texts_).substr(entry.begin, entry.size);
    }
    [[nodiscard]] std::size_t place(std::string_view value, std::uint64_t hash) const;
    void grow();
    void give_up();

    std::size_t most_;
    std::size_t size_ = 0;
    bool overfull_ = false;
    std::vector<Entry> entries_;  // open addressing, a power of two
    std::string texts_;
};

}  // namespace crossfoot::profile
