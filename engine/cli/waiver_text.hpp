// Waivers as TOML, as `crossfoot waive` writes them and the dataset reads them back (docs/waivers.md).
#pragma once

#include <string>
#include <string_view>

#include "engine/dataset/dataset.hpp"

namespace crossfoot::cli {

// A table `[[waiver]]`, ended by a line end; the waiver's place is not written, nor what is empty.
[[nodiscard]] std::string waiver_table(const Waiver& waiver);

// A string of TOML on one line: literal where that spares escapes.
[[nodiscard]] std::string toml_string(std::string_view text);

}  // namespace crossfoot::cli
