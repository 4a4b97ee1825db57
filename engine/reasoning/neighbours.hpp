// The places beside a figure, where another one is easily put in its stead: the next ones in its row, those under the same
// key in the rows above and below, and the year before.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "engine/dataset/dataset.hpp"

namespace crossfoot {

[[nodiscard]] bool is_known_figure(const Dataset& dataset, NodeId node);

// Known figures before and after `node` in its table or array, and under the same key (or at the same place) in the rows
// before and after; at most four, ascending.
[[nodiscard]] std::vector<NodeId> neighbours(const Dataset& dataset, NodeId node);

// Can one be put for the other? Two different values of one unit, neither with a qualifier: a count and « plus de 2 000 »
// are not taken for one another.
[[nodiscard]] bool exchangeable(const Dataset& dataset, NodeId a, NodeId b);

// "2013" as a key, 1900 to 2199; nothing for any other key.
[[nodiscard]] std::optional<int> year_of_key(std::string_view key);
// The known figure under the key of the year before; kNoNode where there is none.
[[nodiscard]] NodeId year_before(const Dataset& dataset, NodeId node);
// Do the two stand under the keys of two years?
[[nodiscard]] bool are_years(const Dataset& dataset, NodeId a, NodeId b);

}  // namespace crossfoot
