// Keys that begin with `_`: how what stands below is read (`_unit`, `_precision`, `_rounding`, `_language`,
// `_group`, `_decimal`, `_columns`, `_text`) and what describes it (`_line`, `_lines`, any other).
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "engine/dataset/loading.hpp"

namespace crossfoot::loading {

// What is in force in a table with these members, standing in `outer`. Problems are XF112 (or those of a numeral).
[[nodiscard]] Context declared(const std::vector<Member>& members, const Context& outer, Loading& loading);

// The signs that members `group` and `decimal` (after `prefix`) declare in a place where `outer` is in force; `outer`, and
// a problem of `code` for each sign that is none, or that the other one is too.
[[nodiscard]] NumberSigns declared_signs(const std::vector<Member>& members, std::string_view prefix, Code code, Language language,
                                         NumberSigns outer, Loading& loading);

// The language and the signs that the members of a figure or a column with details declare: what their other members
// are read by, so it stands before declare_detail.
void declare_numerals(const std::vector<Member>& members, Context& context, Loading& loading);

// One of `unit`, `precision`, `rounding`, without underscore, for a figure with details; false for
// any other key. Nothing is done for `language`, `group` and `decimal`: see declare_numerals.
bool declare_detail(std::string_view key, const Value& value, Context& context, Loading& loading);

[[nodiscard]] std::optional<Rounding> rounding_from(std::string_view name);
// "`nearest`, `half-up`, …" for messages.
[[nodiscard]] std::vector<std::string_view> rounding_names();

}  // namespace crossfoot::loading
