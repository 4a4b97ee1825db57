// One reading of all rows of a table, on several threads: a tally of each column, which candidates are keys, some rows
// as a sample, and every malformed row.
#pragma once

#include <vector>

#include "engine/dataset/profile/key_search.hpp"
#include "engine/dataset/profile/sniff.hpp"

namespace crossfoot::profile {

struct Seen : table::Read {
    std::vector<Tally> tallies;  // by column
    std::vector<Key> keys;
    bool keys_bounded = false;
    std::vector<table::HeldRow> sample;
};

[[nodiscard]] Seen read_table(const Table& table, const Sniffed& sniffed, std::size_t distinct_bound,
                              const ProfileOptions& options);

}  // namespace crossfoot::profile
