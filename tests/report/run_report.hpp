// The program on the real report, as the tests of this directory need it.
#pragma once

#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/places.hpp"
#include "tests/support/process.hpp"

namespace crossfoot::testing {

// What `crossfoot check data/pas-de-calais-2013 --fail-on never …` writes. Throws std::runtime_error where it does not end with 0.
inline std::string check_report(std::vector<std::string> options) {
    Process process;
    process.program = testing::program();
    process.directory = testing::source_directory();
    process.arguments = {"check", "data/pas-de-calais-2013", "--fail-on", "never"};
    process.arguments.insert(process.arguments.end(), options.begin(), options.end());
    Outcome outcome = run(process);
    if (outcome.exit_code != 0) throw std::runtime_error("exit code " + std::to_string(outcome.exit_code) + "\n" + outcome.err);
    return std::move(outcome.out);
}

inline nlohmann::json report_as_json() { return nlohmann::json::parse(check_report({"--all", "--format", "json"})); }

}  // namespace crossfoot::testing
