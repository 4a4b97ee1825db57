// A fast hash of texts, for tables in memory: the same in every run of one machine, never written down.
#pragma once

#include <cstdint>
#include <string_view>

namespace crossfoot {

[[nodiscard]] std::uint64_t hash_of(std::string_view text);

}  // namespace crossfoot
