// Where a withheld value lies, as the manifest says it: ">= 0", "< 5", "0..5" (closed), "0..<5" (open above).
#pragma once

#include <optional>
#include <string_view>

#include "engine/dataset/loading.hpp"

namespace crossfoot::loading {

// `value` is the TOML string of `[report] suppressed` under `marker`; problems are XF107 or those of a numeral.
[[nodiscard]] std::optional<Suppressed> read_suppressed(std::string_view marker, const Value& value, Loading& loading);

}  // namespace crossfoot::loading
