// docs/pas-de-calais-2013.md is whole: it has a section for each finding, none that is not found any more, and the
// count of everything. The blocks themselves are compared where all documents are, in tests/golden.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "tests/report/run_report.hpp"
#include "tests/support/case.hpp"
#include "tests/support/literate.hpp"
#include "tests/support/places.hpp"

namespace crossfoot::testing {
namespace {

const std::filesystem::path kFile = std::filesystem::path(testing::source_directory()) / "docs/pas-de-calais-2013.md";

Document discrepancy_report() { return read_document("docs/pas-de-calais-2013.md", read_file(kFile)); }

std::set<std::string> rules_shown(const Document& document) {
    std::set<std::string> rules;
    for (const Scene& scene : document.scenes)
        for (const Block& block : scene.blocks) {
            if (block.kind != "cmd") continue;
            const std::vector<std::string> words = split_command(block.content);
            const auto only = std::find(words.begin(), words.end(), "--only");
            if (only != words.end() && only + 1 != words.end()) rules.insert(only[1]);
        }
    return rules;
}

TEST(Discrepancies, HaveASectionEach) {
    std::set<std::string> found;
    const nlohmann::json report = report_as_json();
    for (const nlohmann::json& finding : report.at("findings"))
        if (finding.at("verdict") != "holds") found.insert(finding.at("rule").get<std::string>());
    EXPECT_EQ(rules_shown(discrepancy_report()), found);
}

// The last line of the whole report, in the block ```text bilan; CROSSFOOT_UPDATE_GOLDEN rewrites it.
TEST(Discrepancies, AreCountedAsTheProgramCounts) {
    const std::string text = check_report({"--lang", "fr"});
    const std::string summary = text.substr(text.rfind('\n', text.size() - 2) + 1);
    const Document document = discrepancy_report();
    const Block* shown = nullptr;
    for (const Scene& scene : document.scenes)
        for (const Block& block : scene.blocks)
            if (block.has("bilan")) shown = &block;
    ASSERT_NE(shown, nullptr);
    if (shown->content == summary) return;
    if (!may_update()) FAIL() << "it shows\n" << shown->content << "but the program says\n" << summary;
    write_file_text(kFile, with_edits(document, {{shown->first_line, shown->last_line, fenced(shown->info, summary)}}));
}

}  // namespace
}  // namespace crossfoot::testing
