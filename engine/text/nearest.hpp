// The nearest known name to a misspelt one, for help in diagnostics.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace crossfoot {

// Optimal string alignment distance (Damerau 1964, adjacent exchange counts 1) over Unicode characters,
// or `limit` + 1 as soon as it must exceed `limit`.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

// Up to `most` candidates that are near enough to be meant (distance at most a third of the longer
// name, at least 1, and not the whole of it; letter case and accents count half, and names that differ in
// nothing else are always near), nearest first, then alphabetical. The same name twice is given once.
[[nodiscard]] std::vector<std::string> nearest(std::string_view name, const std::vector<std::string_view>& candidates,
                                               std::size_t most = 3);

}  // namespace crossfoot
