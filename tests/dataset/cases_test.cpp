// The literate cases of this room: tests/dataset/cases/*.md. A scene has files (```toml file=NAME) and a setup, and
// says what a load of them gives: ```tree (with the word `descriptions`, what describes each value), ```manifest,
// or ```diagnostics. `load=FILE` loads that file instead of the directory. A scene without any of them is filled in by
// CROSSFOOT_UPDATE_GOLDEN=1, which is refused where CI is set.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>

#include "tests/dataset/dump.hpp"
#include "tests/support/case.hpp"
#include "tests/support/diff.hpp"
#include "tests/support/places.hpp"
#include "tests/support/workspace.hpp"

namespace crossfoot::testing {
namespace {

namespace fs = std::filesystem;
const fs::path kCases = fs::path(testing::source_directory()) / "tests/dataset/cases";

bool is_expectation(const Block& block) {
    return block.kind == "tree" || block.kind == "manifest" || block.kind == "diagnostics";
}

std::string loaded(const fs::path& directory, const Block& block) {
    const fs::path path = directory / block.attribute("load").value_or("");
    const LoadResult result = load_dataset(block.attribute("load") ? path.string() : directory.string());
    const std::string name = directory.filename().string();
    if (block.kind == "diagnostics" || result.diagnostics.has_errors()) return dump_diagnostics(result, name);
    const bool tree = block.kind == "tree";
    return without(tree ? dump_tree(*result.dataset, block.has("descriptions")) : dump_manifest(*result.dataset), name);
}

class CaseFile {
public:
    explicit CaseFile(const fs::path& path) : path_(path), document_(read_document(path.string(), read_file(path))) {}

    void run() {
        for (const std::string& problem : document_.problems) ADD_FAILURE() << path_ << ": " << problem;
        ASSERT_FALSE(document_.scenes.empty()) << path_ << " has no scene";
        for (const Scene& scene : document_.scenes) run(scene);
        const char* update = std::getenv("CROSSFOOT_UPDATE_GOLDEN");
        if (update == nullptr || edits_.empty()) return;
        ASSERT_EQ(std::getenv("CI"), nullptr) << "golden cases are not rewritten in CI";
        std::ofstream(path_, std::ios::binary) << with_edits(document_, edits_);
    }

private:
    void run(const Scene& scene) {
        const TemporaryDirectory directory;
        bool expects = false;
        for (const Block& block : scene.blocks) {
            if (block.attribute("file")) write_file(directory.path(), block);
            else if (block.kind == "setup") run_setup(directory.path(), testing::source_directory(), block);
            else if (is_expectation(block)) compare(directory.path(), block), expects = true;
            else ADD_FAILURE() << path_ << ":" << block.first_line << ": a block ```" << block.info << " says nothing here";
        }
        if (!expects) missing(directory.path(), scene);
    }

    void compare(const fs::path& directory, const Block& block) {
        const std::string actual = loaded(directory, block);
        if (actual == block.content) return;
        if (std::getenv("CROSSFOOT_UPDATE_GOLDEN") == nullptr)
            ADD_FAILURE() << path_ << ":" << block.first_line << "\n" << unified_diff(block.content, actual);
        edits_.push_back({block.first_line, block.last_line, fenced(block.info, actual)});
    }

    void missing(const fs::path& directory, const Scene& scene) {
        if (std::getenv("CROSSFOOT_UPDATE_GOLDEN") == nullptr)
            ADD_FAILURE() << path_ << ":" << scene.first_line << ": this scene expects nothing";
        ASSERT_FALSE(scene.blocks.empty());
        const bool fails = load_dataset(directory.string()).diagnostics.has_errors();
        Block block;
        block.kind = block.info = fails ? "diagnostics" : "tree";
        std::vector<std::string> lines = fenced(block.info, loaded(directory, block));
        lines.insert(lines.begin(), "");
        const std::size_t after = scene.blocks.back().last_line + 1;
        edits_.push_back({after, after - 1, std::move(lines)});
    }

    fs::path path_;
    Document document_;
    std::vector<Edit> edits_;
};

class DatasetCase : public ::testing::TestWithParam<fs::path> {};
TEST_P(DatasetCase, IsAsExpected) { CaseFile(GetParam()).run(); }
INSTANTIATE_TEST_SUITE_P(Cases, DatasetCase, ::testing::ValuesIn(case_files(kCases)), [](const auto& each) {
    std::string name = each.param.stem().string();
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
});

// Every code of this room is shown by a case here.
TEST(DatasetCases, ShowEveryCode) {
    std::string all;
    for (const fs::path& file : case_files(kCases)) all += read_file(file);
    // tables beside the TOML need files, which the golden cases have
    all += read_file(kCases / "../../golden/cases/datasets/tables.md") + read_file(kCases / "../../golden/cases/codes/XF1.md");
    for (const CodeEntry& each : code_catalogue()) {
        const std::string line = "\n" + std::string(each.name) + " ";
        const std::string golden = "[" + std::string(each.name) + "]: ";
        const bool shown = all.find(line) != std::string::npos || all.find(golden) != std::string::npos;
        EXPECT_TRUE(!each.name.starts_with("XF1") || shown) << each.name;
    }
}

}  // namespace
}  // namespace crossfoot::testing
