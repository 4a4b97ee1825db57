// The harness itself: reading cases, running them, showing what differs, rewriting what changed. The program under
// test is the shell, so that what it says is known.
#include <gtest/gtest.h>

#include <fstream>

#include "tests/support/case.hpp"
#include "tests/support/diff.hpp"
#include "tests/support/expect.hpp"
#include "tests/support/places.hpp"
#include "tests/support/process.hpp"
#include "tests/support/workspace.hpp"

namespace crossfoot::testing {
namespace {

const CaseOptions kShell{"/bin/sh", testing::source_directory(), false};

CaseReport run_text(const std::string& text, const CaseOptions& options = kShell) {
    return run_case(read_document("case.md", text), options);
}

TEST(Literate, ReadsScenesAndBlocks) {
    const Document document = read_document("a.md",
        "# Title\nprose\n```toml file=report.toml latin1\na = 1\n```\n## One\n````text stdout\n```\n## no heading\n````\n## Two\n");
    EXPECT_EQ(document.title, "Title");
    EXPECT_TRUE(document.problems.empty());
    ASSERT_EQ(document.preamble.blocks.size(), 1U);
    const Block& file = document.preamble.blocks[0];
    EXPECT_EQ(file.kind, "toml");
    EXPECT_EQ(file.attribute("file"), "report.toml");
    EXPECT_TRUE(file.has("latin1"));
    EXPECT_EQ(file.content, "a = 1\n");
    EXPECT_EQ(file.first_line, 3U);
    EXPECT_EQ(file.last_line, 5U);
    ASSERT_EQ(document.scenes.size(), 2U);
    EXPECT_EQ(document.scenes[0].blocks.at(0).content, "```\n## no heading\n") << "a longer fence holds shorter ones";
    EXPECT_TRUE(document.scenes[1].blocks.empty());
}

TEST(Literate, NamesWhatIsWrong) {
    EXPECT_EQ(read_document("a.md", "text\n```cmd\n").problems.size(), 2U);
}

TEST(Literate, EditsLines) {
    const Document document = read_document("a.md", "# T\none\ntwo\nthree\n");
    EXPECT_EQ(with_edits(document, {{3, 3, {"2", "zwei"}}, {5, 4, {"end"}}}), "# T\none\n2\nzwei\nthree\nend\n");
    EXPECT_EQ(with_edits(document, {}), "# T\none\ntwo\nthree\n");
    EXPECT_EQ(fenced("text", "```\n"), (std::vector<std::string>{"````text", "```", "````"}));
}

TEST(Diff, ShowsChangesInTheirContext) {
    EXPECT_EQ(unified_diff("a\n", "a\n"), "");
    EXPECT_EQ(unified_diff("1\n2\n3\n4\n5\n6\n", "1\n2\n3\n4\nfive\n6\n"),
              "--- expected\n+++ actual\n@@ -2 +2 @@\n 2\n 3\n 4\n-5\n+five\n 6\n");
    EXPECT_EQ(unified_diff("a\n", "a"), "--- expected\n+++ actual\n@@ -1 +1 @@\n-a\n+a\n\\ No newline at end of file\n");
    EXPECT_EQ(unified_diff("", "x\n"), "--- expected\n+++ actual\n@@ -1 +1 @@\n+x\n");
}

TEST(Command, IsSplitLikeInAShell) {
    EXPECT_EQ(split_command("check 'a b' \"c\"d  e\n"), (std::vector<std::string>{"check", "a b", "cd", "e"}));
    EXPECT_EQ(split_command("''"), std::vector<std::string>{""});
    EXPECT_THROW(static_cast<void>(split_command("'a")), std::invalid_argument);
}

TEST(Process, GivesOutputAndExitCode) {
    const TemporaryDirectory directory;
    Process process{"/bin/sh", {"-c", "pwd; echo wrong >&2; echo $NO_COLOR$X; exit 7"}, directory.path(), "", {{"X", "x"}}, 10};
    const Outcome outcome = run(process);
    EXPECT_EQ(outcome.out, std::filesystem::canonical(directory.path()).string() + "\n1x\n");
    EXPECT_EQ(outcome.err, "wrong\n");
    EXPECT_EQ(outcome.exit_code, 7);
}

TEST(Process, IsEndedWhenItTakesTooLong) {
    const Outcome outcome = run({"/bin/sleep", {"30"}, "/", "", {}, 1});
    EXPECT_TRUE(outcome.timed_out);
    EXPECT_EQ(outcome.exit_code, 128 + 9);
}

TEST(Workspace, WritesFilesAsAsked) {
    const TemporaryDirectory directory;
    const Document document = read_document("a.md",
        "# T\n```toml file=d/a latin1 crlf\né\n```\n```xf file=b repeat=3 bom\nx\n```\n```text file=c no-newline\nx\n```\n"
        "```setup\nmkdir e\nsymlink d/a link\nremove c\ncopy LICENSE licence\n```\n");
    for (const Block& block : document.preamble.blocks) {
        if (block.kind == "setup") run_setup(directory.path(), testing::source_directory(), block);
        else write_file(directory.path(), block);
    }
    EXPECT_EQ(read_file(directory.path() / "link"), "\xE9\r\n");
    EXPECT_EQ(read_file(directory.path() / "b"), "\xEF\xBB\xBFx\n\xEF\xBB\xBFx\n\xEF\xBB\xBFx\n");
    EXPECT_TRUE(std::filesystem::is_directory(directory.path() / "e"));
    EXPECT_FALSE(std::filesystem::exists(directory.path() / "c"));
    EXPECT_TRUE(read_file(directory.path() / "licence").starts_with("MIT"));
}

TEST(Workspace, StaysInside) {
    const TemporaryDirectory directory;
    for (const char* name : {"../x", "/x", "a/../../x"}) {
        Block block;
        block.attributes["file"] = name;
        EXPECT_THROW(write_file(directory.path(), block), std::invalid_argument) << name;
    }
}

TEST(Case, ComparesEverythingItSays) {
    const std::string right = "# T\n```cmd\n-c 'cat f; echo e >&2; exit 2'\n```\n```text stdout\nx\n```\n```text stderr\ne\n```\n```exit\n2\n```\n";
    const std::string with_file = "# T\n```toml file=f\nx\n```\n" + right.substr(4);
    EXPECT_TRUE(run_text(with_file).failures.empty());
    EXPECT_EQ(run_text(right).failures.size(), 2U) << "no file: other output on both streams";
}

TEST(Case, ForgetsNothing) {
    EXPECT_EQ(run_text("# T\n```cmd\n-c 'echo a; echo b >&2; exit 1'\n```\n").failures.size(), 3U);
    EXPECT_EQ(run_text("# T\n```cmd\n-c true\n```\n").failures.size(), 1U) << "nothing is expected";
    EXPECT_EQ(run_text("# T\nprose\n").failures.size(), 1U) << "nothing is run";
    EXPECT_EQ(run_text("# T\n```text\nx\n```\n```cmd\n-c 'echo a'\n```\n```text stdout\na\n```\n").failures.size(), 1U)
        << "a block that says nothing";
    EXPECT_EQ(run_text("# T\n```toml file=../x\n```\n```cmd\n-c 'echo a'\n```\n```text stdout\na\n```\n").failures.size(), 1U);
}

TEST(Case, WritesWhatItFinds) {
    const std::string before = "# T\n## A\n```cmd\n-c 'echo a; exit 3'\n```\n```text stdout\nb\n```\ntext\n## B\n```cmd\n-c 'printf x'\n```\n";
    const CaseReport report = run_text(before);
    EXPECT_EQ(report.failures.size(), 3U);
    EXPECT_EQ(report.updated, "# T\n## A\n```cmd\n-c 'echo a; exit 3'\n```\n```text stdout\na\n```\n\n```exit\n3\n```\ntext\n## B\n"
                              "```cmd\n-c 'printf x'\n```\n\n```text stdout no-newline\nx\n```\n");
    EXPECT_TRUE(run_text(report.updated).failures.empty());
}

TEST(Case, GivesEachSceneTheFilesOfThePreambleAndADirectoryOfItsOwn) {
    const CaseReport report = run_text(
        "# T\n```text file=f\nx\n```\n## A\n```cmd\n-c 'cat f; echo y > g'\n```\n```text stdout\nx\n```\n```text after=g\ny\n```\n"
        "## B\n```text file=f\nz\n```\n```cmd\n-c 'cat f; ls'\n```\n```text stdout\nz\nf\n```\n");
    EXPECT_EQ(report.failures, std::vector<std::string>{});
    EXPECT_EQ(report.runs, 2U);
}

TEST(Expect, ShortensAReport) {
    const std::string report = R"({"summary": {"rules": 2, "holds": 0}, "findings": [
      {"rule": "g/a", "bindings": {"y": "2012", "i": "rows[0]"}, "verdict": "contradicted", "agreement": "none", "code": null,
       "certain": false, "gap": "1", "left": {"low": "1", "high": null, "low_open": true, "high_open": true, "unit": "EUR"}},
      {"rule": "b", "bindings": {}, "verdict": "unverifiable", "agreement": null, "code": "XF501", "certain": null, "gap": null, "left": null}]})";
    EXPECT_EQ(expect_lines(report, {}), "g/a[y=2012, i=rows[0]] contradicted none\nb unverifiable XF501\n");
    EXPECT_EQ(expect_lines(report, {"gap", "left", "summary"}),
              "g/a[y=2012, i=rows[0]] contradicted none gap=1 left=]1, +inf[ EUR\n"
              "b unverifiable XF501 gap=null left=null\nsummary: rules=2\n");
    EXPECT_THROW(static_cast<void>(expect_lines(report, {"colour"})), std::invalid_argument);
    EXPECT_THROW(static_cast<void>(expect_lines("no json", {})), std::invalid_argument);
}

}  // namespace
}  // namespace crossfoot::testing
