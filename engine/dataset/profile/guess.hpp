// What a column is, from what was counted of it.
#pragma once

#include <optional>

#include "engine/dataset/profile/profile.hpp"
#include "engine/dataset/profile/tally.hpp"

namespace crossfoot::profile {

// How the column is to be looked at instead, where its cells are otherwise than its first rows; nothing where all fits.
[[nodiscard]] std::optional<Sort> otherwise(const Tally& tally);

// The tally fits its sort.
[[nodiscard]] ColumnProfile describe(const std::string& name, const Tally& tally, Language language);

}  // namespace crossfoot::profile
