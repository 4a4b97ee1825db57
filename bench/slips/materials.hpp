// Datasets with their rules in which slips are seeded: the real report, and some made here from exact true values by
// rounding, the same everywhere.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/checking/check.hpp"
#include "engine/dataset/dataset.hpp"

namespace crossfoot::slips {

struct Material {
    std::string name;
    std::unique_ptr<Dataset> dataset;
    RuleSet rules;
};

// Assets and liabilities over two years: sums of sums that balance, and the change of each line.
[[nodiscard]] Material balance_sheet();
// A hundred cells with the totals of rows and columns.
[[nodiscard]] Material two_way_table();
// Forty yearly values, each with its change.
[[nodiscard]] Material chain_of_changes();
// A dataset with the rules that its manifest names.
[[nodiscard]] Material report_in(const std::string& directory);

}  // namespace crossfoot::slips
