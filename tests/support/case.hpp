// Running a literate case: its files in a directory of their own, the program on them, what it says against what
// the document expects, byte for byte.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "tests/support/literate.hpp"

namespace crossfoot::testing {

struct CaseOptions {
    std::string program;             // the path of crossfoot
    std::filesystem::path project;   // for `copy` in `setup`
    bool prose = false;              // documentation: blocks that say nothing to the harness are only read
};

struct CaseReport {
    std::vector<std::string> failures;   // "path:line: …", one for each difference
    std::string updated;                 // the document as it would have to be for the program as it is
    std::size_t runs = 0;                // how often the program ran
};

[[nodiscard]] CaseReport run_case(const Document& document, const CaseOptions& options);

// Reads a case's file and runs it as a test; with CROSSFOOT_UPDATE_GOLDEN set, differences are written to the file
// instead, which is refused where CI is set. Gives the failures.
[[nodiscard]] std::vector<std::string> test_case_file(const std::filesystem::path& file, const CaseOptions& options);

// Whether differences are to be written to the files: CROSSFOOT_UPDATE_GOLDEN is set and CI is not.
[[nodiscard]] bool may_update();

// All `.md` below `directory` but README.md, sorted.
[[nodiscard]] std::vector<std::filesystem::path> case_files(const std::filesystem::path& directory);

// The whole of a file. Throws std::runtime_error where it cannot be read.
[[nodiscard]] std::string read_file(const std::filesystem::path& path);
void write_file_text(const std::filesystem::path& path, const std::string& text);

}  // namespace crossfoot::testing
