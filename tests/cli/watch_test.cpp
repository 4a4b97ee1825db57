// `check --watch`, driven by a shell that writes files and waits for what is said of them; nothing is timed, a line
// that never comes ends in the limit of the whole run.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "tests/support/places.hpp"
#include "tests/support/process.hpp"
#include "tests/support/workspace.hpp"

namespace crossfoot::testing {
namespace {

namespace fs = std::filesystem;

// `begin ARGUMENTS` starts it; `expect TEXT` waits until TEXT is said, `fresh` forgets what was; `finish` interrupts it
// and prints its exit code. Job control, since a shell's other background jobs ignore SIGINT.
constexpr std::string_view kShell = R"(set -m
begin() { "$P" check "$@" --watch --lang en >>said 2>&1 & job=$!; }
trap 'kill $(jobs -p) 2>/dev/null' EXIT
expect() {
    local moments=0
    until grep -qF -- "$1" said; do
        if ! kill -0 $job || ((++moments == 2000)); then echo "never said: $1"; cat said; exit 9; fi
        sleep 0.005
    done
}
fresh() { : >said; }
finish() { kill -INT $job; wait $job; echo "exit $?"; }
fresh
)";

class Watching : public ::testing::Test {
protected:
    void SetUp() override {
        fs::create_directory(directory_.path() / "data");
        fs::create_directory(directory_.path() / "rules");
        std::ofstream(directory_.path() / "data/report.toml")
            << "[report]\nid = \"x\"\nlanguage = \"en\"\nrules = [\"../rules\"]\n[m]\na = \"3\"\n";
        std::ofstream(directory_.path() / "data/more.toml") << "b = \"4\"\n";
        std::ofstream(directory_.path() / "rules/r.xf") << "rule same: m.a = b\n";
    }
    void shows(const std::string& lines, const std::string& output = "exit 130\n") const {
        Process process{"/bin/bash", {"-c", std::string(kShell) + lines}, directory_.path().string(), "",
                        {{"P", testing::program()}}};
        const Outcome outcome = run(process);
        EXPECT_FALSE(outcome.timed_out);
        EXPECT_EQ(outcome.out, output) << outcome.err;
    }
    TemporaryDirectory directory_;
};

TEST_F(Watching, AChangedFileIsCheckedAgain) {
    shows(R"(begin data
expect 'exit code 1; watching 3 files, Ctrl-C ends'
fresh; echo 'b = "3"' >data/more.toml; expect 'exit code 0'
fresh; echo 'rule same: m.a > b' >rules/r.xf; expect 'exit code 1'
finish)");
}

TEST_F(Watching, AnEditorThatRenamesIsSeen) {
    shows(R"(begin data
expect 'exit code 1'
fresh; echo 'b = "3"' >data/.more.toml.tmp; mv data/.more.toml.tmp data/more.toml; expect 'exit code 0'
fresh; mv rules/r.xf rules/r.xf~; echo 'rule same: m.a > b' >rules/r.xf; expect 'exit code 1'
finish)");
}

TEST_F(Watching, FilesAppearAndVanish) {
    shows(R"(begin data
expect 'watching 3 files'
fresh; mkdir -p data/deep/er; echo 'c = "5"' >data/deep/er/c.toml; expect 'watching 4 files'
fresh; rm data/deep/er/c.toml; expect 'watching 3 files'
fresh; echo 'rule third: m.a > 0' >rules/s.xf; expect 'watching 4 files'
fresh; rm rules/s.xf; expect 'watching 3 files'
finish)");
}

TEST_F(Watching, MistakesAreShownAndWatchingGoesOn) {
    shows(R"(begin data
expect 'exit code 1'
fresh; echo 'b = ' >data/more.toml; expect 'error[XF103]'; expect 'exit code 2'
fresh; echo 'b = "3"' >data/more.toml; expect 'exit code 0'
fresh; echo 'rule same: m.a = ' >rules/r.xf; expect 'error[XF2'; expect 'exit code 2'
fresh; echo 'rule same: m.a = b' >rules/r.xf; expect 'exit code 0'
finish)");
}

TEST_F(Watching, AWholeFolderMayGoAndComeBack) {
    shows(R"(begin data
expect 'exit code 1'
fresh; mv data gone; expect 'error[XF101]'; expect 'exit code 2'
fresh; mv gone data; expect 'exit code 1'
fresh; rm -r rules; expect 'exit code 2'
fresh; mkdir rules; echo 'rule same: m.a < b' >rules/r.xf; expect 'exit code 0'
finish)");
}

TEST_F(Watching, WhatIsNotThereYetIsWaitedFor) {
    shows(R"(begin new/data --rules new/rules/r.xf
expect 'error[XF101]'; expect 'exit code 2'
fresh; mkdir new; cp -r rules new; cp -r data new; expect 'exit code 1'
finish)");
}

TEST_F(Watching, WhatItWritesItselfWakesNobody) {
    // The report is written into the dataset under a name that would matter; a loop would never come to rest. The last
    // change is told once more than the first only if nothing else was.
    shows(R"(begin data --format text --format json=rules/out.xf.json --format json=data/out.csv
expect 'exit code 1'
fresh; echo 'b = "3"' >data/more.toml; expect 'exit code 0'
finish
grep -c 'exit code' said)",
          "exit 130\n1\n");
}

TEST_F(Watching, EndsWithItsReader) {
    shows(R"({ "$P" check data --watch --lang en 2>/dev/null; echo "exit $?" >code; } | head -n 1; cat code)",
          "error[same]: 3 ≠ 4\nexit 1\n");
}

TEST_F(Watching, StandardInputCannotBeWatched) {
    const Outcome outcome = run({testing::program(), {"check", "-", "--watch"}, directory_.path().string(), "", {}});
    EXPECT_EQ(outcome.exit_code, 2);
    EXPECT_TRUE(outcome.err.starts_with("error: `--watch` needs files to watch, not standard input\n")) << outcome.err;
}

// The keyboard is a pipe: what is written there, script types on the terminal that it makes.
TEST_F(Watching, ATerminalIsClearedAndCtrlCEnds) {
    if (!fs::exists("/usr/bin/script")) GTEST_SKIP() << "script is not installed";
    if (!has_pseudo_terminals()) GTEST_SKIP() << "there are no pseudo-terminals here";
    shows(R"sh(mkfifo keyboard
script -qefc "'$P' check data --watch --lang en" /dev/null <keyboard >said & job=$!
exec 3>keyboard
cleared() { grep -c "$(printf '\033\[H\033\[2J')" said; }
expect 'Ctrl-C ends'; cleared
fresh; echo 'b = "3"' >data/more.toml; expect 'exit code 0'; cleared
printf '\003' >&3; wait $job; echo "exit $?")sh",
          "1\n1\nexit 130\n");
}

}  // namespace
}  // namespace crossfoot::testing
