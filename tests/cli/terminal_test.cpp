// Narrow terminals, no colour, pipes that close, full disks, folders that may not be written, very many findings.
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "reports/cells.hpp"
#include "tests/support/literate.hpp"
#include "tests/support/places.hpp"
#include "tests/support/process.hpp"
#include "tests/support/workspace.hpp"

namespace crossfoot::testing {
namespace {

namespace fs = std::filesystem;

class Terminal : public ::testing::Test {
protected:
    void SetUp() override {
        std::ofstream(directory_.path() / "report.toml")
            << "a = \"3\"\nb = \"4\"\n[report]\nid = \"x\"\nlanguage = \"en\"\nrules = [\"r.xf\"]\n";
        std::ofstream(directory_.path() / "r.xf")
            << "rule same \"The two figures of this report are the same in both of their places\": a = b\n"
            << "rule less: a < b\n";
    }
    [[nodiscard]] Outcome shell(const std::string& line, std::map<std::string, std::string> environment = {}) const {
        environment["P"] = testing::program();
        environment["R"] = testing::source_directory();
        return run({"/bin/sh", {"-c", line}, directory_.path().string(), "", environment});
    }
    // What a terminal of so many columns is sent; the exit code is the program's.
    [[nodiscard]] Outcome terminal(const std::string& arguments, unsigned columns,
                                   std::map<std::string, std::string> environment = {}) const {
        const std::string line = "script -qefc \"stty cols " + std::to_string(columns) + "; '$P' " + arguments + "\" /dev/null";
        return shell(line, std::move(environment));
    }
    static bool is_there(const std::string& program) { return fs::exists("/usr/bin/" + program); }
    // Without colour and with plain line ends.
    static std::string plain(const std::string& text) {
        std::string out;
        for (std::size_t at = 0; at < text.size(); ++at) {
            if (text[at] == '\x1b') at = std::min(text.find_first_of("mK", at), text.size());
            else if (text[at] != '\r') out += text[at];
        }
        return out;
    }
    TemporaryDirectory directory_;
};

TEST_F(Terminal, TwentyColumnsAreEnough) {
    if (!is_there("script")) GTEST_SKIP() << "script is not installed";
    if (!has_pseudo_terminals()) GTEST_SKIP() << "there are no pseudo-terminals here";
    for (const std::string arguments : {"--help", "check --help --lang fr", "check .", "check . --lang fr", "list .",
                                        "explain . same", "explain XF303", "chekc", "check nowhere"}) {
        const Outcome narrow = terminal(arguments, 20), wide = terminal(arguments, 200);
        EXPECT_EQ(narrow.exit_code, wide.exit_code) << arguments;
        EXPECT_FALSE(narrow.timed_out);
        // Nothing is lost but the places of breaks, as far as sentences go.
        EXPECT_GE(lines_of(plain(narrow.out)).size(), lines_of(plain(wide.out)).size()) << arguments;
    }
    for (const unsigned columns : {1U, 5U, 10U})
        EXPECT_EQ(terminal("check . --all", columns).exit_code, 1) << columns;
    const std::string report = plain(terminal("check . --lang en", 20).out);
    EXPECT_TRUE(report.starts_with("error[same]:\n  The two figures of\n  this report are\n  the same in both\n")) << report;
    EXPECT_NE(report.find("\n1 contradiction,\n1 holds (2 checks of\n2 rules; 2 figures,\n2 of them used)\n"), std::string::npos)
        << report;
    const std::string text = plain(terminal("explain . less", 20).out);
    EXPECT_NE(text.find("What it asserts\n  `a` is less than\n  `b`\n"), std::string::npos) << text;
}

TEST_F(Terminal, SentencesStayWithinTheTerminal) {
    if (!is_there("script")) GTEST_SKIP() << "script is not installed";
    if (!has_pseudo_terminals()) GTEST_SKIP() << "there are no pseudo-terminals here";
    for (const std::string arguments : {"explain XF303", "explain XF303 --lang fr"})
        for (const std::string& line : lines_of(plain(terminal(arguments, 40).out)))
            if (!line.starts_with(" ")) {
                EXPECT_LE(reports::cell_width(line), 40U) << line;  // examples are not broken
            }
}

TEST_F(Terminal, ColourIsForTerminalsThatWantIt) {
    if (!is_there("script")) GTEST_SKIP() << "script is not installed";
    if (!has_pseudo_terminals()) GTEST_SKIP() << "there are no pseudo-terminals here";
    EXPECT_NE(terminal("check .", 80, {{"NO_COLOR", ""}, {"TERM", "xterm"}}).out.find("\x1b["), std::string::npos);
    EXPECT_EQ(terminal("check .", 80, {{"NO_COLOR", "1"}, {"TERM", "xterm"}}).out.find("\x1b["), std::string::npos);
    EXPECT_EQ(terminal("check .", 80, {{"NO_COLOR", ""}, {"TERM", "dumb"}}).out.find("\x1b["), std::string::npos);
    EXPECT_EQ(terminal("check . --color never", 80, {{"NO_COLOR", ""}, {"TERM", "xterm"}}).out.find("\x1b["),
              std::string::npos);
    EXPECT_EQ(terminal("--help", 80, {{"NO_COLOR", "1"}, {"TERM", "xterm"}}).out.find("\x1b["), std::string::npos);
}

TEST_F(Terminal, EveryCommandTakesAReaderThatGoesEarly) {
    for (const std::string command : {"check .", "list .", "explain . same", "explain XF303", "man", "--help",
                                      "completions bash", "check . --format json"}) {
        const Outcome outcome = shell("{ $P " + command + "; echo $? >code; } | head -n 1 >/dev/null; cat code");
        EXPECT_EQ(outcome.out, command.starts_with("check") ? "1\n" : "0\n") << command;
        EXPECT_EQ(outcome.err, "") << command;
    }
}

TEST_F(Terminal, EveryCommandTellsOfAFullDisk) {
    if (!fs::exists("/dev/full")) GTEST_SKIP() << "there is no /dev/full";
    for (const std::string command : {"check .", "list .", "explain . same", "explain XF303", "man", "--help", "--version",
                                      "completions zsh", "fmt - <r.xf"}) {
        const Outcome outcome = shell("$P " + command + " >/dev/full");
        EXPECT_EQ(outcome.exit_code, 2) << command;
        EXPECT_EQ(outcome.err, "error[XF605]: standard output cannot be written: no space is left on the device\n") << command;
    }
    const Outcome file = shell("$P check . --format json=/dev/full");
    EXPECT_EQ(file.exit_code, 2);
    EXPECT_NE(file.err.find("`/dev/full` cannot be written: no space is left on the device"), std::string::npos);
}

TEST_F(Terminal, AFolderThatMayNotBeWrittenLeavesWhatWasThere) {
    // The superuser may write everywhere but in a folder that is none.
    const Outcome outcome = shell(
        "echo before >old.json; mkdir locked; cp old.json locked; chmod 555 locked;"
        "$P check . --format json=locked/new.json --format text=old.json/below; echo $?; ls locked; cat old.json");
    EXPECT_NE(outcome.err.find("`old.json/below` cannot be written: a part of the path is no directory"), std::string::npos)
        << outcome.err;
    EXPECT_TRUE(outcome.out.starts_with("2\n")) << outcome.out;
    EXPECT_TRUE(outcome.out.ends_with("before\n")) << outcome.out;
    if (::geteuid() != 0) {
        EXPECT_EQ(outcome.out, "2\nold.json\nbefore\n");
        EXPECT_NE(outcome.err.find("`locked/new.json` cannot be written: permission is denied"), std::string::npos);
    }
}

TEST_F(Terminal, TenThousandFindingsHaveAReadableEnd) {
    std::ofstream report(directory_.path() / "many.toml");
    report << "[report]\nid = \"many\"\nlanguage = \"en\"\n";
    for (int i = 0; i < 10'000; ++i) report << "[[rows]]\na = \"" << i << "\"\nb = \"" << i + 1 << "\"\n";
    report.close();
    std::ofstream(directory_.path() / "many.xf") << "rule same for r in rows: r.a = r.b\n";
    // A limit of memory far above what is needed; sanitizers cannot live with one.
    const Outcome outcome = shell(
        "(ulimit -v 1000000; $P --version) >/dev/null 2>&1 && ulimit -v 1000000\n"
        "$P check many.toml --rules many.xf --format text=t --format markdown=m; echo $?; tail -n 1 t; wc -c <m");
    const std::vector<std::string> lines = lines_of(outcome.out);
    ASSERT_EQ(lines.size(), 3U) << outcome.out << outcome.err;
    EXPECT_EQ(lines[0], "1");
    EXPECT_EQ(lines[1], "10,000 contradictions (10,000 checks of 1 rule; 20,000 figures, 20,000 of them used)");
    EXPECT_LT(std::stoul(lines[2]), 65'536U) << "what GitHub takes as a comment";
    EXPECT_EQ(shell("$P check many.toml --rules many.xf | head -n 1").out, "error[same]: 0 ≠ 1\n");
}

}  // namespace
}  // namespace crossfoot::testing
