// Files and what they use, on disk and as texts.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "engine/language/parse.hpp"
#include "tests/language/dump.hpp"
#include "tests/support/workspace.hpp"

namespace crossfoot::testing {
namespace {

namespace fs = std::filesystem;

class Load : public ::testing::Test {
protected:
    void write(const std::string& path, std::string_view text) const {
        const fs::path whole = directory_.path() / path;
        fs::create_directories(whole.parent_path());
        std::ofstream(whole, std::ios::binary) << text;
    }
    // Paths as messages show them, without the directory of the test.
    [[nodiscard]] std::string shown(std::string path) const {
        const std::string prefix = directory_.path().string() + "/";
        return path.starts_with(prefix) ? path.substr(prefix.size()) : path;
    }
    void load(const std::vector<std::string>& paths, const ParseLimits& limits = {}) {
        std::vector<RulePathAsked> asked;
        for (const std::string& each : paths) asked.push_back({(directory_.path() / each).string(), {}});
        rules_ = load_rules(asked, sources_, diagnostics_, limits, {directory_.path().string()});
    }
    [[nodiscard]] std::vector<std::string> paths() const {
        std::vector<std::string> out;
        for (const auto& each : rules_.files) out.push_back(shown(each.path) + (each.asked ? "!" : ""));
        return out;
    }
    [[nodiscard]] std::vector<Code> codes() const {
        std::vector<Code> out;
        for (const Diagnostic& each : diagnostics_.all()) out.push_back(each.code);
        return out;
    }
    [[nodiscard]] std::string headline() const { return diagnostics_.all().front().headline.in(Language::en); }

    TemporaryDirectory directory_;
    SourceMap sources_;
    Diagnostics diagnostics_;
    RuleSet rules_;
};

using Names = std::vector<std::string>;

TEST_F(Load, ADirectoryIsAllRuleFilesBelowIt) {
    write("rules/b.xf", "use \"../std/c.xf\"\nrule b: x = y");
    write("rules/deep/a.xf", "rule a: x = y");
    write("rules/notes.txt", "no rules");
    write("std/c.xf", "use \"./d.xf\" define c = 1");
    write("std/d.xf", "define d = 1");
    write("std/e.xf", "define e = 1");
    load({"rules/./"});
    EXPECT_EQ(codes(), std::vector<Code>{}) << dump(diagnostics_, sources_);
    EXPECT_EQ(paths(), (Names{"rules/b.xf!", "rules/deep/a.xf!", "std/c.xf", "std/d.xf"}));
    EXPECT_EQ(rules_.files[0].uses, (std::vector<std::size_t>{2}));
    EXPECT_EQ(rules_.files[2].uses, (std::vector<std::size_t>{3}));
    EXPECT_EQ(shown(sources_.file(rules_.files[2].file.id).name()), "std/c.xf");
}

TEST_F(Load, AFileIsReadOnceWhateverLeadsToIt) {
    write("a.xf", "use \"b.xf\" use \"./b.xf\" use \"c/../b.xf\" rule a: x = y");
    write("b.xf", "rule b: x = y");
    fs::create_directories(directory_.path() / "c");
    fs::create_symlink("../b.xf", directory_.path() / "c/link.xf");
    load({"a.xf", "b.xf", "c", "a.xf"});
    EXPECT_EQ(codes(), std::vector<Code>{});
    EXPECT_EQ(paths(), (Names{"a.xf!", "b.xf!"}));
    EXPECT_EQ(rules_.files[0].uses, (std::vector<std::size_t>{1}));
}

TEST_F(Load, LinksOfDirectoriesAreNoLoop) {
    write("rules/a.xf", "rule a: x = y");
    fs::create_directory_symlink(".", directory_.path() / "rules/self");
    load({"rules"});
    EXPECT_EQ(paths(), (Names{"rules/a.xf!"}));
}

TEST_F(Load, CyclesAreToldOnce) {
    write("a.xf", "use \"b.xf\"\nrule a: x = y");
    write("b.xf", "use \"c.xf\"");
    write("c.xf", "use \"a.xf\"");
    write("self.xf", "use \"self.xf\"");
    load({"b.xf", "self.xf"});
    ASSERT_EQ(codes(), (std::vector{Code::XF211, Code::XF211}));
    const std::string root = directory_.path().string() + "/";
    EXPECT_EQ(headline(), "the files use each other in a cycle: " + root + "a.xf → " + root + "b.xf → " + root + "c.xf → " + root + "a.xf");
    EXPECT_EQ(diagnostics_.all()[0].labels.size(), 2U);
    EXPECT_EQ(rules_.files.size(), 4U);
}

TEST_F(Load, ALongChainIsNoDeepRecursion) {
    for (int i = 0; i < 1'000; ++i)
        write("f" + std::to_string(i) + ".xf", i == 999 ? "define last = 1" : "use \"f" + std::to_string(i + 1) + ".xf\"");
    load({"f0.xf"});
    EXPECT_EQ(codes(), std::vector<Code>{});
    EXPECT_EQ(rules_.files.size(), 1'000U);
}

TEST_F(Load, WhatCannotBeRead) {
    write("a.xf", "use \"chnage.xf\" use \"gone/x.xf\" use \"dir.xf\" rule a: x = y");
    write("change.xf", "");
    fs::create_directories(directory_.path() / "dir.xf");
    load({"a.xf", "missing.xf"});
    EXPECT_EQ(codes(), (std::vector{Code::XF206, Code::XF206, Code::XF206, Code::XF206}));
    EXPECT_EQ(sources_.text(diagnostics_.all()[0].span), "\"chnage.xf\"");
    EXPECT_EQ(diagnostics_.all()[0].help.at(0).in(Language::en), "did you mean `change.xf`?");
    EXPECT_FALSE(diagnostics_.all()[3].span.valid());
    EXPECT_EQ(shown(diagnostics_.all()[3].file), "missing.xf");
    EXPECT_EQ(paths(), (Names{"a.xf!"}));
}

TEST_F(Load, PathsThatDoNotFit) {
    write("a.xf", R"(use "/etc/x.xf" use "" use "C:/x.xf" use "b\\c.xf" rule a: x = y)");
    load({"a.xf"});
    EXPECT_EQ(codes(), (std::vector{Code::XF210, Code::XF210, Code::XF210, Code::XF210}));
}

// A hundred megabytes are refused by their size; a file of holes takes no room on the disk.
TEST_F(Load, AFileOfAHundredMegabytes) {
    write("big.xf", "");
    fs::resize_file(directory_.path() / "big.xf", 100U << 20U);
    load({"big.xf"});
    EXPECT_EQ(codes(), std::vector{Code::XF205});
    EXPECT_EQ(shown(diagnostics_.all().front().file), "big.xf");
    EXPECT_EQ(sources_.size(), 0U);
}

TEST_F(Load, BrokenFilesCostOnlyThemselves) {
    write("a.xf", "rule a: x = y");
    write("b.xf", "rule b \xE9: x = y");
    write("c.xf", "rule c: x = = y\nrule d: x = y");
    load({"."});
    EXPECT_EQ(codes(), (std::vector{Code::XF102, Code::XF201}));
    EXPECT_EQ(rules_.files[0].file.declarations.size(), 1U);
    EXPECT_EQ(rules_.files[1].file.declarations.size(), 0U);
    EXPECT_EQ(rules_.files[2].file.declarations.size(), 1U);
}

TEST_F(Load, TextsUseEachOther) {
    rules_ = load_rule_texts({{"r/a.xf", "use \"../std/b.xf\" rule a: x = y"}, {"./std/b.xf", "use \"c.xf\""}}, sources_, diagnostics_);
    EXPECT_EQ(codes(), std::vector{Code::XF206});
    EXPECT_EQ(paths(), (Names{"r/a.xf!", "std/b.xf!"}));
    EXPECT_EQ(rules_.files[0].uses, (std::vector<std::size_t>{1}));
}

}  // namespace
}  // namespace crossfoot::testing
