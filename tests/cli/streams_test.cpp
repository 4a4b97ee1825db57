// What happens to the streams of the program: a reader that goes, a full disk, a closed output, a terminal.
#include <gtest/gtest.h>
#include <stdlib.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "tests/support/places.hpp"
#include "tests/support/process.hpp"

namespace crossfoot::testing {
namespace {

namespace fs = std::filesystem;

// Runs a line of shell in a directory with a small dataset; `$P` is the program.
class Streams : public ::testing::Test {
protected:
    void SetUp() override {
        std::string name = (fs::temp_directory_path() / "crossfoot-streams-XXXXXX").string();
        ASSERT_NE(::mkdtemp(name.data()), nullptr);
        directory_ = name;
        std::ofstream(directory_ / "report.toml") << "a = \"3\"\nb = \"4\"\n[report]\nid = \"x\"\nlanguage = \"en\"\n";
        std::ofstream(directory_ / "rules.xf") << "rule same: a = b\n";
    }
    void TearDown() override { fs::remove_all(directory_); }
    [[nodiscard]] Outcome shell(const std::string& line) const {
        return run({"/bin/sh", {"-c", line}, directory_.string(), "", {{"P", testing::program()}}});
    }
    fs::path directory_;
};

TEST_F(Streams, AReaderThatGoesIsNoError) {
    const Outcome outcome = shell("{ $P check report.toml --rules rules.xf; echo $? >code; } | true; cat code");
    EXPECT_EQ(outcome.out, "1\n");
    EXPECT_EQ(outcome.err, "");
}

TEST_F(Streams, AFullDiskIs) {
    if (!fs::exists("/dev/full")) GTEST_SKIP() << "there is no /dev/full";
    const Outcome outcome = shell("$P check report.toml --rules rules.xf >/dev/full");
    EXPECT_EQ(outcome.exit_code, 2);
    EXPECT_EQ(outcome.err, "error[XF605]: standard output cannot be written: no space is left on the device\n");
}

TEST_F(Streams, AClosedOutputIs) {
    const Outcome outcome = shell("$P check report.toml --rules rules.xf >&-");
    EXPECT_EQ(outcome.exit_code, 2);
    EXPECT_EQ(outcome.err, "error[XF605]: standard output cannot be written: it is closed\n");
}

TEST_F(Streams, TheReportIsWrittenThoughTheOutputIsFull) {
    if (!fs::exists("/dev/full")) GTEST_SKIP() << "there is no /dev/full";
    const Outcome outcome =
        shell("$P check report.toml --rules rules.xf --format text --format json=r.json >/dev/full; tail -c 2 r.json");
    EXPECT_EQ(outcome.out, "}\n");
}

TEST_F(Streams, ColourOnlyWhereAskedFor) {
    EXPECT_EQ(shell("NO_COLOR= $P check report.toml --rules rules.xf").out.find('\x1b'), std::string::npos) << "a pipe";
    EXPECT_NE(shell("NO_COLOR=1 $P check report.toml --rules rules.xf --color always").out.find('\x1b'),
              std::string::npos);
    EXPECT_NE(shell("NO_COLOR=1 $P check nowhere --color always").err.find('\x1b'), std::string::npos);
}

TEST_F(Streams, TheLocaleSpeaksBeforeADatasetDoes) {
    EXPECT_NE(shell("LC_ALL=fr_FR.UTF-8 $P nonsense").err.find("n'est pas une commande"), std::string::npos);
    EXPECT_NE(shell("LC_ALL= LC_MESSAGES= LANG=fr $P nonsense").err.find("n'est pas une commande"), std::string::npos);
    EXPECT_NE(shell("LC_ALL=de_DE.UTF-8 LANG=fr $P nonsense").err.find("is no command"), std::string::npos);
}

}  // namespace
}  // namespace crossfoot::testing
