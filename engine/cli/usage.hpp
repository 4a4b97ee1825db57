// Mistakes of the command line in words: unknown commands, options and values with the nearest ones.
#pragma once

#include <string>
#include <vector>

#include "engine/checking/findings.hpp"
#include "engine/cli/options.hpp"
#include "engine/text/diagnostic.hpp"

namespace crossfoot::cli {

// "`a`, `b` and `c`"
[[nodiscard]] Message and_list(const std::vector<std::string>& names);
// "`crossfoot check --help` shows how it is used"
[[nodiscard]] Message see_help(const std::string& topic);
// Puts "did you mean `x`?" first where some name is near.
void suggest_nearest(UsageError& error, const std::string& given, const std::vector<std::string>& names);

[[nodiscard]] UsageError no_command(const std::vector<std::string>& names);
[[nodiscard]] UsageError unknown_command(const std::string& given, const std::vector<std::string>& names);
[[nodiscard]] UsageError unknown_option(const std::string& given, const std::vector<std::string>& names,
                                        const std::string& topic);
[[nodiscard]] UsageError bad_value(const std::string& option, const std::string& given,
                                   const std::vector<std::string>& values, const std::string& topic);
[[nodiscard]] UsageError missing_argument(const std::string& topic, const Template& what);
// An argument that is none of those that the command knows.
[[nodiscard]] UsageError bad_argument(const std::string& topic, const std::string& given,
                                      const std::vector<std::string>& values);
[[nodiscard]] UsageError extra_argument(const std::string& topic, const std::string& given);

// A rule's id that is none of the run's (XF606), with the nearest one.
[[nodiscard]] Diagnostic no_such_rule(const std::string& given, const Findings& findings);

}  // namespace crossfoot::cli
