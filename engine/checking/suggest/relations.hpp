// Relations among the columns of figures of a table that hold on a sample of its rows, or on nearly all of it: a column that is the sum of
// others, percentages that make a hundred, a rate that is the share of one column in another (a part is no larger than its
// whole), their ratio, the change between two, or from the year before. A sample proves nothing: what is found is to be checked over all rows.
#pragma once

#include <optional>
#include <vector>

#include "engine/dataset/profile/profile.hpp"

namespace crossfoot::suggest {

enum class RelationKind : std::uint8_t { sum, hundred, share, ratio, change, yearly };

struct Relation {
    RelationKind kind = RelationKind::sum;
    std::vector<std::size_t> parts;  // columns of the profile: what is added; part and whole; old and new; what changes,
                                     // the year and, in a panel, the unit, by which the row before is found
    std::size_t whole = 0;           // the column that is their sum or rate
    bool percent = false;            // the rate bears no unit, and is a number of hundredths
};

// `table` is the profile's, as the dataset declares it.
[[nodiscard]] std::vector<Relation> find_relations(const profile::Profile& profile, const Table& table, const Units& units);

}  // namespace crossfoot::suggest
