// Files as statistical offices publish them (office/*.md): each is profiled, declared by what the profile prints, and checked,
// held as a tree and streamed. The stanza must be the expected one; CROSSFOOT_UPDATE_GOLDEN writes it.
#include <gtest/gtest.h>

#include <fstream>
#include <iostream>

#include "engine/checking/columns/check_tables.hpp"
#include "engine/checking/suggest/suggest.hpp"
#include "engine/dataset/load.hpp"
#include "tests/support/case.hpp"
#include "tests/support/places.hpp"
#include "tests/support/workspace.hpp"

namespace crossfoot::testing {
namespace {

namespace fs = std::filesystem;

std::string told(const Diagnostics& diagnostics) {
    std::string out;
    for (const Diagnostic& each : diagnostics.all()) out += std::string(name(each.code)) + " " + each.headline.in(Language::en) + "\n";
    return out;
}

struct Outcome {
    std::string stanza, rules, problems;
};

Outcome profiled(const fs::path& directory, const std::string& source) {
    Outcome out;
    Dataset dataset;
    Diagnostics diagnostics;
    std::vector<profile::Profile> profiles{profile::profile_table(directory.string(), source, {}, dataset, diagnostics)};
    out.problems = told(diagnostics);
    if (diagnostics.has_errors()) return out;
    const suggest::Suggestions found = suggest::suggest(profiles, directory.string(), Language::en, {});
    out.problems += told(found.diagnostics);
    out.rules = found.rules;
    out.stanza = "[report]\nid = \"office\"\n" + profile::manifest_lines(found.manifest) + "\n" + found.stanzas.at(0);
    return out;
}

// What is wrong with the dataset that was pasted together; empty where all is well and every rule holds.
std::string checked(const fs::path& directory, const Outcome& pasted, std::size_t rows_in_tree) {
    std::ofstream(directory / "report.toml") << pasted.stanza;
    LoadLimits limits;
    limits.rows_in_tree = rows_in_tree;
    LoadResult loaded = load_dataset(directory.string(), limits);
    std::string out = told(loaded.diagnostics);
    Diagnostics diagnostics;
    const RuleSet set = load_rule_texts({{"rules.xf", pasted.rules}}, loaded.dataset->sources, diagnostics);
    out += told(diagnostics);
    if (!out.empty()) return out;
    const CheckResult result = check_tables(*loaded.dataset, set, {}, {});
    out += told(result.diagnostics);
    if (!result.findings) return out + "no findings";
    for (const Finding& each : result.findings->findings) out += each.rule + " " + std::string(to_string(each.verdict)) + "\n";
    if (result.findings->summary.holds == 0) out += "nothing was checked";
    return out;
}

TEST(OfficeFiles, AreDeclaredByTheirProfileAndChecked) {
    std::size_t count = 0;
    for (const fs::path& file : case_files(fs::path(testing::source_directory()) / "tests/checking/office")) {
        const Document document = read_document(file.string(), read_file(file));
        ASSERT_TRUE(document.problems.empty()) << file;
        std::vector<Edit> edits;
        for (const Scene& scene : document.scenes) {
            SCOPED_TRACE(file.filename().string() + ": " + scene.heading);
            const TemporaryDirectory directory;
            std::string source;
            const Block* expected = nullptr;
            for (const Block& block : scene.blocks) {
                if (block.kind == "toml") expected = &block;
                if (!block.attribute("file")) continue;
                write_file(directory.path(), block);
                source = fs::path(*block.attribute("file")).begin()->string();
            }
            const Outcome pasted = profiled(directory.path(), source);
            EXPECT_EQ(pasted.problems, "");
            EXPECT_EQ(checked(directory.path(), pasted, 1'000), "") << pasted.stanza << pasted.rules;
            EXPECT_EQ(checked(directory.path(), pasted, 0), "") << pasted.stanza << pasted.rules;
            ++count;
            if (expected != nullptr && expected->content == pasted.stanza) continue;
            if (!may_update()) ADD_FAILURE() << "the stanza is\n" << pasted.stanza;
            std::vector<std::string> lines = fenced("toml", pasted.stanza);
            if (expected != nullptr) {
                edits.push_back({expected->first_line, expected->last_line, std::move(lines)});
            } else {
                lines.insert(lines.begin(), "");
                const std::size_t after = scene.blocks.back().last_line;
                edits.push_back({after + 1, after, std::move(lines)});
            }
        }
        if (!edits.empty() && may_update()) write_file_text(file, with_edits(document, std::move(edits)));
    }
    EXPECT_GE(count, 40U);
}

}  // namespace
}  // namespace crossfoot::testing
