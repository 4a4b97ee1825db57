// TOML strings as they are written: where the content of one stands in its source, and how to write one.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "engine/text/source.hpp"

namespace crossfoot::loading {

// Bytes [begin, end) of `content`, the value of the TOML string that stands at `whole` and is written
// `lexeme` (quotes included), as a place in the source. Where the string has escapes (its content is not
// written as it is), the whole string.
[[nodiscard]] Span inside_toml_string(Span whole, std::string_view lexeme, std::string_view content, std::uint32_t begin,
                                      std::uint32_t end);

// `text` as a TOML basic string, quotes included.
[[nodiscard]] std::string quoted_toml_string(std::string_view text);

}  // namespace crossfoot::loading
