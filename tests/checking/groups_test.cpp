// The groups of rules that a run names: all of them, with a title that does not depend on the order of files.
#include <gtest/gtest.h>

#include "tests/checking/run.hpp"

namespace crossfoot::testing {
namespace {

std::vector<std::pair<std::string, std::string>> groups(std::vector<std::pair<std::string, std::string>> files) {
    LoadResult loaded = load_dataset_text("t.toml", "[report]\nlanguage = \"en\"\n[a]\nx = \"1\"\n");
    Diagnostics diagnostics;
    const RuleSet set = load_rule_texts(std::move(files), loaded.dataset->sources, diagnostics);
    const CheckResult result = check(*loaded.dataset, set);
    EXPECT_TRUE(diagnostics.empty() && result.findings);
    std::vector<std::pair<std::string, std::string>> out;
    if (result.findings)
        for (const GroupInfo& each : result.findings->groups) out.emplace_back(each.id, each.title);
    return out;
}

TEST(Groups, AreNamedWithTheirTitlesWhateverTheOrderOfFiles) {
    const std::pair<std::string, std::string> first{
        "1.xf", "group a in a \"Later\" { rule one: x = 1\n group inner { rule two: x = 1 } }"};
    const std::pair<std::string, std::string> second{"2.xf", "group a in a \"Earlier\" { rule three: x = 1 }"};
    const std::vector<std::pair<std::string, std::string>> expected = {{"a", "Earlier"}, {"a/inner", ""}};
    EXPECT_EQ(groups({first, second}), expected);
    EXPECT_EQ(groups({second, first}), expected);
}

}  // namespace
}  // namespace crossfoot::testing
