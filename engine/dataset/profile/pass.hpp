// One reading of all rows of a table, on several threads: a tally of each column, which candidates are keys, some rows
// as a sample, and every malformed row.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/dataset/profile/key_search.hpp"
#include "engine/dataset/profile/sniff.hpp"

namespace crossfoot::profile {

struct Seen {
    std::vector<Tally> tallies;  // by column
    std::uint64_t rows = 0;
    std::vector<Key> keys;
    bool keys_bounded = false;
    std::vector<table::HeldRow> sample;
    std::vector<table::Header> headers;
    std::vector<table::Problem> problems;  // in order, at most kMostProblems
    std::uint64_t wrong = 0;               // malformed rows, listed or not
    std::vector<std::uint64_t> first_line; // by block
};

inline constexpr std::size_t kMostProblems = 100;

[[nodiscard]] Seen read_table(const Table& table, const Sniffed& sniffed, std::size_t distinct_bound,
                              const ProfileOptions& options);

}  // namespace crossfoot::profile
