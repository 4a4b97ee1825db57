// Every figure of the real report stands in the text, once, within the lines that it cites.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

#include "engine/dataset/load.hpp"
#include "tests/report/draft_text.hpp"
#include "tests/support/case.hpp"
#include "tests/support/places.hpp"

namespace crossfoot::testing {
namespace {

namespace fs = std::filesystem;
const fs::path kProject = testing::source_directory();

// The text is no part of the project: it lies in the directory that CROSSFOOT_DRAFT_DIR names, else beside the project.
fs::path draft_path() {
    const char* directory = std::getenv("CROSSFOOT_DRAFT_DIR");
    return (directory != nullptr ? fs::path(directory) : kProject.parent_path() / "shared/report") / "pas-de-calais-2013.txt";
}

LoadResult report() { return load_dataset((kProject / "data/pas-de-calais-2013").string()); }

bool is_figure(const Node& node) { return node.kind == NodeKind::figure && !node.manifest; }

TEST(Report, EveryFigureCitesItsLines) {
    const LoadResult loaded = report();
    ASSERT_FALSE(loaded.diagnostics.has_errors());
    const Dataset& dataset = *loaded.dataset;
    for (NodeId id = 0; id < dataset.node_count(); ++id) {
        if (!is_figure(dataset.node(id))) continue;
        const auto lines = dataset.draft_lines(id);
        ASSERT_TRUE(lines.has_value()) << dataset.path(id) << " cites no line of the text";
        EXPECT_LE(lines->first, lines->second) << dataset.path(id);
    }
}

TEST(Report, EveryFigureStandsOnceInTheLinesItCites) {
    const fs::path path = draft_path();
    if (!fs::exists(path)) GTEST_SKIP() << "the text of the report is not at " << path << "; set CROSSFOOT_DRAFT_DIR to its directory";
    const DraftText draft(read_file(path));
    const LoadResult loaded = report();
    ASSERT_FALSE(loaded.diagnostics.has_errors());
    const Dataset& dataset = *loaded.dataset;
    std::size_t sought = 0;
    for (NodeId id = 0; id < dataset.node_count(); ++id) {
        if (!is_figure(dataset.node(id)) || dataset.figure(id).state == FigureState::missing) continue;
        const auto lines = dataset.draft_lines(id);
        if (!lines) continue;
        ++sought;
        EXPECT_LE(lines->second, draft.line_count()) << dataset.path(id) << " cites lines beyond the text";
        const std::string& printed = dataset.figure(id).printed;
        EXPECT_EQ(draft.count(printed, lines->first, lines->second), 1U)
            << dataset.path(id) << " = \"" << printed << "\", lines " << lines->first << " to " << lines->second << ": "
            << draft.lines(lines->first, lines->second);
    }
    EXPECT_GE(sought, 900U);
}

}  // namespace
}  // namespace crossfoot::testing
