// Keys that begin with `_`: how what stands below is read (`_unit`, `_precision`, `_rounding`, `_language`,
// `_columns`, `_text`) and what describes it (`_line`, `_lines`, any other).
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "engine/dataset/loading.hpp"

namespace crossfoot::loading {

// What is in force in a table with these members, standing in `outer`. Problems are XF112 (or those of a numeral).
[[nodiscard]] Context declared(const std::vector<Member>& members, const Context& outer, Loading& loading);

// One of `unit`, `precision`, `rounding`, `language`, without underscore, for a figure with details; false for
// any other key.
bool declare_detail(std::string_view key, const Value& value, Context& context, Loading& loading);

[[nodiscard]] std::optional<Rounding> rounding_from(std::string_view name);
// "`nearest`, `half-up`, …" for messages.
[[nodiscard]] std::vector<std::string_view> rounding_names();

}  // namespace crossfoot::loading
