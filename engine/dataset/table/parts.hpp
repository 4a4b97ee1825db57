// The files of a directory that are one table.
#pragma once

#include <string>
#include <vector>

namespace crossfoot::table {

// The names of its CSV files (`.csv`, `.csv.gz`, `.csv.zst`, none hidden), sorted by their bytes.
[[nodiscard]] std::vector<std::string> part_names(const std::string& directory);

}  // namespace crossfoot::table
