// Every code of the catalogue is documented, its example shows it and its corrected example does not, and some golden
// case shows it as a user meets it.
#include "engine/text/codes.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <ostream>
#include <regex>
#include <set>

#include "tests/support/case.hpp"
#include "tests/support/places.hpp"
#include "tests/support/process.hpp"
#include "tests/support/workspace.hpp"

namespace crossfoot {

// How googletest shows the parameter of a test.
static void PrintTo(const CodeEntry& entry, std::ostream* out) { *out << entry.name; }

}  // namespace crossfoot

namespace crossfoot::testing {
namespace {

namespace fs = std::filesystem;
const fs::path kProject = testing::source_directory();
using Names = std::set<std::string>;

// Codes that no golden case shows yet. It may only shrink: an entry that a case does show fails as well.
const Names kNotShown = {};

fs::path page(std::string_view name) { return kProject / "docs/codes" / (std::string(name) + ".md"); }

Names codes_in(const std::string& text) {
    static const std::regex code("XF[0-9]{3}");
    Names names;
    for (std::sregex_iterator it(text.begin(), text.end(), code), end; it != end; ++it) names.insert(it->str());
    return names;
}

// The codes that a run shows: those of its diagnostics, and those of its findings.
Names codes_shown(const Outcome& outcome) {
    Names names = codes_in(outcome.err);
    const auto report = nlohmann::json::parse(outcome.out, nullptr, false);
    if (report.is_object())
        for (const auto& finding : report.at("findings"))
            if (!finding.at("code").is_null()) names.insert(finding.at("code").get<std::string>());
    return names;
}

Outcome run_scene(const fs::path& directory, const Scene& scene) {
    std::string command = "check . --rules rules --all --format json --fail-on never";
    for (const Block& block : scene.blocks) {
        if (block.attribute("file")) write_file(directory, block);
        else if (block.kind == "setup") run_setup(directory, kProject, block);
        else if (block.kind == "cmd") command = block.content;
        else ADD_FAILURE() << "line " << block.first_line << ": a block ```" << block.info << " says nothing to the harness";
    }
    Process process;
    process.program = testing::program();
    process.directory = directory.string();
    process.arguments = split_command(command);
    return run(process);
}

std::string list(const Names& names) {
    std::string out;
    for (const std::string& name : names) out += " " + name;
    return out.empty() ? " nothing" : out;
}

class CodePage : public ::testing::TestWithParam<CodeEntry> {};

TEST_P(CodePage, IsThereAndItsExampleShowsTheCode) {
    const std::string name(GetParam().name);
    ASSERT_TRUE(fs::exists(page(name))) << "docs/codes/" << name << ".md is missing";
    const Document document = read_document(page(name).string(), read_file(page(name)));
    EXPECT_EQ(document.problems, std::vector<std::string>{});
    EXPECT_EQ(document.title, name + ": " + std::string(GetParam().en));
    ASSERT_EQ(document.scenes.size(), 3U) << "a page has the parts Example, Corrected and Français";
    EXPECT_EQ(document.scenes[0].heading, "Example");
    EXPECT_EQ(document.scenes[1].heading, "Corrected");
    EXPECT_EQ(document.scenes[2].heading, "Français");
    std::string french;
    for (std::size_t i = document.scenes[2].first_line; i < document.lines.size(); ++i) french += document.lines[i] + "\n";
    EXPECT_NE(french.find("**" + std::string(GetParam().fr) + "**"), std::string::npos) << "the French title is missing";

    // The corrected example repeats only the files that changed.
    const TemporaryDirectory directory;
    const Outcome example = run_scene(directory.path(), document.scenes[0]);
    EXPECT_EQ(codes_shown(example), Names{name}) << "the example shows" << list(codes_shown(example)) << "\n" << example.err << example.out;
    const Outcome corrected = run_scene(directory.path(), document.scenes[1]);
    EXPECT_EQ(codes_shown(corrected), Names{}) << "corrected, it shows" << list(codes_shown(corrected)) << "\n" << corrected.err << corrected.out;
    EXPECT_LE(corrected.exit_code, 1) << corrected.err;
}

std::string test_name(const ::testing::TestParamInfo<CodeEntry>& info) { return std::string(info.param.name); }
INSTANTIATE_TEST_SUITE_P(Docs, CodePage, ::testing::ValuesIn(code_catalogue().begin(), code_catalogue().end()), test_name);

TEST(Codes, HaveNoPageTooMany) {
    for (const auto& entry : fs::directory_iterator(kProject / "docs/codes"))
        EXPECT_TRUE(code_from(entry.path().stem().string())) << entry.path() << " documents a code that does not exist";
}

TEST(Codes, AreListedInTheIndex) {
    const std::string index = read_file(kProject / "docs/codes.md");
    for (const CodeEntry& each : code_catalogue()) {
        const std::string name(each.name);
        EXPECT_NE(index.find("[" + name + "](codes/" + name + ".md) | " + std::string(each.en)), std::string::npos) << name;
    }
    for (const std::string& name : codes_in(index)) EXPECT_TRUE(code_from(name)) << name << " does not exist";
}

// What the golden cases of any room hold: of a Markdown file the blocks, not its prose, nor files and commands.
std::string shown_by(const fs::path& file) {
    if (file.extension() != ".md") return read_file(file);
    const Document document = read_document(file.string(), read_file(file));
    std::string text;
    const auto collect = [&](const Scene& scene) {
        for (const Block& block : scene.blocks)
            if (!block.attribute("file") && block.kind != "cmd" && block.kind != "setup") text += block.content;
    };
    collect(document.preamble);
    for (const Scene& scene : document.scenes) collect(scene);
    return text;
}

TEST(Codes, AreShownByAGoldenCase) {
    Names shown;
    for (const auto& entry : fs::recursive_directory_iterator(kProject / "tests")) {
        const std::string path = fs::relative(entry.path(), kProject).generic_string();
        if (entry.is_regular_file() && (path.find("/cases/") != std::string::npos || path.starts_with("tests/reports/golden/"))) shown.merge(codes_in(shown_by(entry.path())));
    }
    for (const CodeEntry& each : code_catalogue()) {
        const std::string name(each.name);
        EXPECT_TRUE(shown.contains(name) || kNotShown.contains(name)) << name << " is shown by no golden case";
        EXPECT_FALSE(shown.contains(name) && kNotShown.contains(name)) << name << " is shown now: take it off the list here";
    }
    for (const std::string& name : shown) EXPECT_TRUE(code_from(name)) << name << " is expected but does not exist";
}

}  // namespace
}  // namespace crossfoot::testing
