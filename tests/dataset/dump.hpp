// A loaded dataset, and what was wrong with one, as text for golden cases.
#pragma once

#include <string>

#include "engine/dataset/load.hpp"

namespace crossfoot::testing {

// One line for each node that has no children: path, what it is, place, lines of the draft. With `descriptions`,
// what describes it as well.
[[nodiscard]] std::string dump_tree(const Dataset& dataset, bool descriptions);

// What stands beside the tree: units in use, rules, draft, waivers.
[[nodiscard]] std::string dump_manifest(const Dataset& dataset);

// Each diagnostic with its source line underlined, labels and help, in English and then in French.
[[nodiscard]] std::string dump_diagnostics(const LoadResult& result, const std::string& directory);

// The name of the temporary directory in which a case runs as "DATASET", wherever it stands in the text.
[[nodiscard]] std::string without(std::string text, const std::string& directory);

}  // namespace crossfoot::testing
