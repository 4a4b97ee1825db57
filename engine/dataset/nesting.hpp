// How deeply a TOML text nests, found by one linear pass before the parser recurses over it.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace crossfoot::loading {

// The offset of the first byte at which tables, arrays and inline tables (dotted keys count a level for
// each step) stand more than `most` deep. The text need not be well-formed TOML; never fails.
[[nodiscard]] std::optional<std::uint32_t> first_too_deep(std::string_view text, unsigned most);

}  // namespace crossfoot::loading
