// `--format F`, `--format F=FILE` and `--output FILE`: which reports go where.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/cli/options.hpp"

namespace crossfoot::cli {

// Fills `reports`: text to standard output where nothing is asked for; `--output` is the file of the first
// format that names none. Two reports for one place are an error.
[[nodiscard]] std::optional<UsageError> read_reports(const std::vector<std::string>& formats, const std::string& output,
                                                     std::vector<ReportAsked>& reports);

}  // namespace crossfoot::cli
