// The files of a directory that are one table.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace crossfoot::table {

// The names of its CSV files (`.csv`, `.tsv`, alone or with `.gz` or `.zst`, none hidden), sorted by their bytes.
[[nodiscard]] std::vector<std::string> part_names(const std::string& directory);

// Is that the name of a CSV file, and not hidden?
[[nodiscard]] bool is_part_name(std::string_view name);

// Does the name say that tabs part the fields: `.tsv`, alone or packed?
[[nodiscard]] bool has_tabs(std::string_view name);

}  // namespace crossfoot::table
