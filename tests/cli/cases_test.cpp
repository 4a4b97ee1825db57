// Whole runs of the program: the literate cases below tests/cli/cases. A case whose last run ends with another exit
// code than 0 has a name that begins with `fail_`, and no other has.
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <filesystem>

#include "tests/support/case.hpp"
#include "tests/support/places.hpp"

namespace crossfoot::testing {
namespace {

namespace fs = std::filesystem;
const fs::path kCases = fs::path(testing::source_directory()) / "tests/cli/cases";

std::string test_name(const ::testing::TestParamInfo<fs::path>& info) {
    std::string name = fs::relative(info.param, kCases).replace_extension().string();
    std::replace_if(
        name.begin(), name.end(), [](unsigned char c) { return std::isalnum(c) == 0; }, '_');
    return name;
}

class CliCase : public ::testing::TestWithParam<fs::path> {};

TEST_P(CliCase, IsAsExpected) {
    for (const std::string& failure : test_case_file(GetParam(), {testing::program(), testing::source_directory(), false}))
        ADD_FAILURE() << failure;
}

TEST_P(CliCase, IsNamedForItsExitCode) {
    const bool fails = read_file(GetParam()).find("\n```exit\n") != std::string::npos;
    EXPECT_EQ(GetParam().filename().string().starts_with("fail_"), fails);
}

INSTANTIATE_TEST_SUITE_P(Runs, CliCase, ::testing::ValuesIn(case_files(kCases)), test_name);

}  // namespace
}  // namespace crossfoot::testing
