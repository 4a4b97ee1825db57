// "1 sur 5", "un habitant sur cinq", "nine in ten": a fraction in words.
#pragma once

#include <optional>
#include <string_view>

#include "engine/quantity/denotation.hpp"

namespace crossfoot {

// Only one of two to ten, and one to nine of ten; any other `a sur b` is two counts, and nothing here. What is shared is
// any noun that is no unit.
[[nodiscard]] std::optional<Understood> read_share(std::string_view text, Language language, Units& units);

}  // namespace crossfoot
