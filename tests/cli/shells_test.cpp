// The completions, as the shells themselves carry them out: what is offered behind the words that stand there.
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "tests/support/literate.hpp"
#include "tests/support/places.hpp"
#include "tests/support/process.hpp"
#include "tests/support/workspace.hpp"

namespace crossfoot::testing {
namespace {

namespace fs = std::filesystem;

// A directory with a dataset, a folder whose name has a blank, the scripts, and the program in its path.
class Shells : public ::testing::TestWithParam<std::string> {
protected:
    void SetUp() override {
        const fs::path folder = directory_.path() / "two words";
        fs::create_directory(folder);
        std::ofstream(folder / "report.toml") << "a = \"3\"\nb = \"3\"\n[report]\nid = \"x\"\nlanguage = \"en\"\n"
                                              << "rules = [\"../r.xf\"]\n";
        fs::create_directory(directory_.path() / "data");
        fs::copy(folder / "report.toml", directory_.path() / "data");
        std::ofstream(directory_.path() / "r.xf") << "group money {\n  rule same: a = b\n  rule more: a <= b\n}\n";
        std::ofstream(directory_.path() / "notes.txt") << "no rules\n";
        for (const char* name : {"bash", "zsh", "fish"})
            std::ofstream(directory_.path() / name) << shell("crossfoot completions " + std::string(name)).out;
    }
    [[nodiscard]] Outcome shell(const std::string& line, const std::string& program = "/bin/bash") const {
        const std::string path = fs::path(testing::program()).parent_path().string() + ":/usr/local/bin:/usr/bin:/bin";
        return run({program, {"-c", line}, directory_.path().string(), "", {{"PATH", path}, {"TERM", "dumb"}}});
    }
    [[nodiscard]] bool is_there(const std::string& name) const { return shell("command -v " + name).exit_code == 0; }
    // What bash offers for the last of the words, as its line editor would split them.
    [[nodiscard]] std::string offered(const std::string& words) const {
        const Outcome outcome = shell("source ./bash; COMP_WORDS=(" + words +
                                      "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _crossfoot; printf '%s\\n' "
                                      "\"${COMPREPLY[@]}\" | sort");
        EXPECT_EQ(outcome.err, "");
        std::string out = outcome.out;
        std::replace(out.begin(), out.end(), '\n', ' ');
        return out;
    }
    TemporaryDirectory directory_;
};

TEST_P(Shells, ReadTheScriptInBothLanguages) {
    if (!is_there(GetParam())) GTEST_SKIP() << GetParam() << " is not installed";
    for (const char* language : {"en", "fr"}) {
        const std::string line = "crossfoot completions " + GetParam() + " --lang " + language + " >s && " + GetParam() + " -n s";
        const Outcome outcome = shell(line);
        EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
        EXPECT_EQ(outcome.err, "");
    }
}
INSTANTIATE_TEST_SUITE_P(Each, Shells, ::testing::Values("bash", "zsh", "fish"),
                         [](const auto& each) { return each.param; });

class Bash : public Shells {};

TEST_F(Bash, OffersCommandsOptionsAndChoices) {
    EXPECT_EQ(offered("crossfoot ch"), "check ");
    EXPECT_EQ(offered("crossfoot --lang fr co"), "completions ");
    EXPECT_EQ(offered("crossfoot check --fa"), "--fail-on --fail-on-new ");
    EXPECT_EQ(offered("crossfoot check --fail-on un"), "unverifiable ");
    EXPECT_EQ(offered("crossfoot check --color = n"), "never ");
    EXPECT_EQ(offered("crossfoot check --color ="), "always auto never ");
    EXPECT_EQ(offered("crossfoot completions ''"), "bash fish zsh ");
    EXPECT_EQ(offered("crossfoot fmt -- --ch"), " ") << "no options behind the two dashes";
}

TEST_F(Bash, OffersFilesCodesAndRules) {
    EXPECT_EQ(offered("crossfoot check ''"), "data two words ");
    EXPECT_EQ(offered("crossfoot check data --rules ''"), "data r.xf two words ");
    EXPECT_EQ(offered("crossfoot fmt r.xf r"), "r.xf ");
    EXPECT_EQ(offered("crossfoot check data --output no"), "notes.txt ");
    EXPECT_EQ(offered("crossfoot check data --format json = no"), "notes.txt ");
    EXPECT_EQ(offered("crossfoot explain XF30"), "XF301 XF302 XF303 XF304 XF305 XF306 XF307 XF308 XF309 ");
    EXPECT_EQ(offered("crossfoot explain data ''"), "money/more money/same ");
    EXPECT_EQ(offered("crossfoot explain --rules r.xf 'two words' money/s"), "money/same ");
    EXPECT_EQ(offered("crossfoot check data --only money/m"), "money/more ");
    EXPECT_EQ(offered("crossfoot explain nowhere ''"), " ");
}

// The words of each line are what is typed; the pattern is waited for.
TEST_F(Shells, ZshOffersTheSame) {
    if (!is_there("zsh")) GTEST_SKIP() << "zsh is not installed";
    if (!has_pseudo_terminals()) GTEST_SKIP() << "there are no pseudo-terminals here";
    std::ofstream(directory_.path() / "drive") << R"(zmodload zsh/zpty
zpty z zsh -f -i
zpty -w z 'PS1=; unsetopt prompt_cr prompt_sp; autoload -Uz compinit; compinit -u -D; source ./zsh; echo REA""DY'
zpty -r z out '*READY*' || exit 1
try() {
  zpty -w -n z $'\x15'$1$'\t\t'
  zpty -r z out $2 || { print -r -- "$1"; exit 1 }
}
try 'crossfoot explain data money/s' '*ame *'
try 'crossfoot check --fail-on=w' '*arning*'
try 'crossfoot compl' '*etions *'
try 'crossfoot check --fo' '*rmat*'
try 'crossfoot explain XF30' '*XF301*XF309*'
try 'crossfoot fmt r' '*.xf*'
zpty -d z
print passed
)";
    const Outcome outcome = shell("zsh -f ./drive");
    EXPECT_EQ(outcome.out, "passed\n") << outcome.err;
}

TEST_F(Shells, FishOffersTheSame) {
    if (!is_there("fish")) GTEST_SKIP() << "fish is not installed";
    const auto fish = [&](const std::string& line) {
        const Outcome outcome = shell("source ./fish; complete -C \"" + line + "\" | string replace -r '\t.*' ''",
                                      fs::exists("/usr/bin/fish") ? "/usr/bin/fish" : "/usr/local/bin/fish");
        std::string out = outcome.out;
        std::replace(out.begin(), out.end(), '\n', ' ');
        return out;
    };
    EXPECT_EQ(fish("crossfoot ch"), "check ");
    EXPECT_EQ(fish("crossfoot check --fail-on un"), "unverifiable ");
    EXPECT_EQ(fish("crossfoot check --fa"), "--fail-on --fail-on-new ");
    EXPECT_EQ(fish("crossfoot explain data money/s"), "money/same ");
    EXPECT_EQ(fish("crossfoot completions z"), "zsh ");
    EXPECT_EQ(fish("crossfoot explain XF301"), "XF301 ");
    EXPECT_EQ(fish("crossfoot fmt r.x"), "r.xf ");
}

}  // namespace
}  // namespace crossfoot::testing
