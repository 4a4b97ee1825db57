// Every literate case, and every document whose examples are cases too.
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <filesystem>

#include "tests/support/case.hpp"
#include "tests/support/diff.hpp"
#include "tests/support/places.hpp"
#include "tests/support/process.hpp"

namespace crossfoot::testing {
namespace {

namespace fs = std::filesystem;
const fs::path kProject = testing::source_directory();

std::vector<fs::path> documents() {
    std::vector<fs::path> files = {kProject / "README.md"};
    for (const auto& entry : fs::directory_iterator(kProject / "docs"))
        if (entry.path().extension() == ".md") files.push_back(entry.path());
    for (const auto& entry : fs::recursive_directory_iterator(kProject / "data"))
        if (entry.path().filename() == "README.md") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

// "figures/rounding.md" as a test's name: figures_rounding.
std::string test_name(const ::testing::TestParamInfo<fs::path>& info) {
    const fs::path cases = kProject / "tests/golden/cases";
    const bool is_case = info.param.string().starts_with(cases.string());
    std::string name = fs::relative(info.param, is_case ? cases : kProject).replace_extension().string();
    std::replace_if(name.begin(), name.end(), [](unsigned char c) { return std::isalnum(c) == 0; }, '_');
    return name;
}

void expect_no_failures(const fs::path& file, bool prose) {
    for (const std::string& failure : test_case_file(file, {testing::program(), kProject, prose})) ADD_FAILURE() << failure;
}

class Case : public ::testing::TestWithParam<fs::path> {};
TEST_P(Case, IsAsExpected) { expect_no_failures(GetParam(), false); }
INSTANTIATE_TEST_SUITE_P(Golden, Case, ::testing::ValuesIn(case_files(kProject / "tests/golden/cases")), test_name);

class Documentation : public ::testing::TestWithParam<fs::path> {};
TEST_P(Documentation, ShowsWhatHappens) { expect_no_failures(GetParam(), true); }
INSTANTIATE_TEST_SUITE_P(Golden, Documentation, ::testing::ValuesIn(documents()), test_name);

// The finding that the README shows is what the program says of it, to the letter.
TEST(Readme, ShowsAFindingAsItLooks) {
    const Document readme = read_document("README.md", read_file(kProject / "README.md"));
    Block shown;
    for (const Scene& scene : readme.scenes)
        for (const Block& block : scene.blocks)
            if (shown.content.empty() && block.kind == "text") shown = block;
    ASSERT_FALSE(shown.content.empty());
    Process process;
    process.program = testing::program();
    process.directory = kProject.string();
    process.arguments = {"check", "data/pas-de-calais-2013", "--lang", "en"};
    const Outcome outcome = run(process);
    const std::size_t begin = outcome.out.find(shown.content.substr(0, shown.content.find('\n') + 1));
    ASSERT_NE(begin, std::string::npos) << "no finding begins as the README's does\n" << outcome.out << outcome.err;
    const std::string found = outcome.out.substr(begin, outcome.out.find("\n\n", begin) + 1 - begin);
    if (found == shown.content) return;
    if (!may_update()) FAIL() << unified_diff(shown.content, found);
    write_file_text(kProject / "README.md", with_edits(readme, {{shown.first_line, shown.last_line, fenced(shown.info, found)}}));
}

}  // namespace
}  // namespace crossfoot::testing
