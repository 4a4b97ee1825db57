// The literate cases of this room: tests/language/cases/*.md. In each, a block ```xf is a rule file (with `file=NAME`
// one of several), and the blocks after it say what it gives: ```tree the tree with its places, ```errors the
// diagnostics, ```fmt the printed file. CROSSFOOT_UPDATE_GOLDEN=1 writes what is given now; refused where CI is set.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "engine/language/parse.hpp"
#include "engine/language/print.hpp"
#include "tests/language/dump.hpp"
#include "tests/support/case.hpp"
#include "tests/support/diff.hpp"
#include "tests/support/places.hpp"

namespace crossfoot::testing {
namespace {

namespace fs = std::filesystem;
const fs::path kCases = fs::path(testing::source_directory()) / "tests/language/cases";

class CaseFile {
public:
    explicit CaseFile(const fs::path& path) : path_(path), document_(read_document(path.string(), read_file(path))) {}

    void run() {
        for (const std::string& problem : document_.problems) ADD_FAILURE() << path_ << ": " << problem;
        ASSERT_FALSE(document_.scenes.empty()) << path_ << " has no scene";
        for (const Scene& scene : document_.scenes) run(scene);
        if (std::getenv("CROSSFOOT_UPDATE_GOLDEN") == nullptr || edits_.empty()) return;
        ASSERT_EQ(std::getenv("CI"), nullptr) << "golden cases are not rewritten in CI";
        std::ofstream(path_, std::ios::binary) << with_edits(document_, edits_);
    }

private:
    void run(const Scene& scene) {
        std::vector<std::pair<std::string, std::string>> files;
        bool asked = false;
        for (const Block& block : scene.blocks) {
            if (block.kind == "xf") {
                if (asked) files.clear();
                asked = false;
                files.emplace_back(block.attribute("file").value_or("rules.xf"), content(block));
            } else {
                asked = true;
                compare(block, result(block, files));
            }
        }
        EXPECT_TRUE(asked) << path_ << ":" << scene.first_line << ": this scene expects nothing";
    }

    static std::string content(const Block& block) {
        std::string text = block.content;
        if (block.has("no-newline") && !text.empty()) text.pop_back();
        if (block.has("bom")) text.insert(0, "\xEF\xBB\xBF");
        return text;
    }

    std::string result(const Block& block, const std::vector<std::pair<std::string, std::string>>& files) {
        SourceMap sources;
        Diagnostics diagnostics;
        std::string out;
        if (block.kind == "fmt") {   // a file is printed as it stands, whatever it uses
            for (const auto& [name, text] : files)
                out += print_rules(parse_rules(sources.add(name, text), sources, diagnostics), sources);
            if (diagnostics.has_errors()) ADD_FAILURE() << path_ << ":" << block.first_line << "\n" << dump(diagnostics, sources);
            return out;
        }
        const RuleSet rules = load_rule_texts(files, sources, diagnostics);
        diagnostics.sort(sources);
        if (block.kind == "errors") return dump(diagnostics, sources);
        if (block.kind != "tree") ADD_FAILURE() << path_ << ":" << block.first_line << ": a block ```" << block.info << " says nothing here";
        for (const RuleSet::Loaded& each : rules.files) out += dump(each.file, sources);
        return out;
    }

    void compare(const Block& block, const std::string& actual) {
        if (actual == block.content) return;
        if (std::getenv("CROSSFOOT_UPDATE_GOLDEN") == nullptr)
            ADD_FAILURE() << path_ << ":" << block.first_line << "\n" << unified_diff(block.content, actual);
        edits_.push_back({block.first_line, block.last_line, fenced(block.info, actual)});
    }

    fs::path path_;
    Document document_;
    std::vector<Edit> edits_;
};

class Cases : public ::testing::TestWithParam<fs::path> {};

TEST_P(Cases, AsExpected) { CaseFile(GetParam()).run(); }

INSTANTIATE_TEST_SUITE_P(Language, Cases, ::testing::ValuesIn(case_files(kCases)), [](const auto& each) {
    std::string name = each.param.stem().string();
    for (char& c : name)
        if (c == '-') c = '_';
    return name;
});

}  // namespace
}  // namespace crossfoot::testing
