// A signal that comes while a report is written: the file is then the old one or the new one, whole, and nothing else
// is left beside it.
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>

#include "engine/cli/files.hpp"
#include "engine/cli/progress.hpp"
#include "tests/support/places.hpp"
#include "tests/support/workspace.hpp"

namespace crossfoot::testing {
namespace {

namespace fs = std::filesystem;

std::string content(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

std::size_t files_in(const fs::path& directory) {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(directory), fs::directory_iterator()));
}

class Interruption : public ::testing::TestWithParam<int> {};
INSTANTIATE_TEST_SUITE_P(By, Interruption, ::testing::Values(SIGINT, SIGTERM, SIGHUP),
                         [](const auto& each) { return std::string(sigabbrev_np(each.param)); });

// A child writes a large file again and again; the signal comes when some of it is surely on its way.
TEST_P(Interruption, LeavesNoHalfWrittenFile) {
    const TemporaryDirectory directory;
    const std::string path = (directory.path() / "report").string();
    const std::string old_text(4U << 20U, 'o'), new_text(4U << 20U, 'n');
    std::size_t with_temporary = 0;
    for (int round = 0; round < 30; ++round) {
        ASSERT_FALSE(cli::write_file(path, old_text));
        const pid_t child = ::fork();
        ASSERT_GE(child, 0);
        if (child == 0) {
            for (;;) static_cast<void>(cli::write_file(path, new_text));
        }
        // until a temporary file is seen, that is: while one is written
        const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(5);
        bool seen = false;
        while (!seen && std::chrono::steady_clock::now() < end) seen = files_in(directory.path()) > 1;
        with_temporary += seen ? 1U : 0U;
        std::this_thread::sleep_for(std::chrono::microseconds(100 * round));
        ::kill(child, GetParam());
        int status = 0;
        ASSERT_EQ(::waitpid(child, &status, 0), child);
        ASSERT_TRUE(WIFSIGNALED(status)) << "the signal ends the program all the same";
        EXPECT_EQ(WTERMSIG(status), GetParam());
        const std::string text = content(path);
        EXPECT_TRUE(text == old_text || text == new_text) << text.size();
        EXPECT_EQ(files_in(directory.path()), 1U) << "a temporary file is left";
    }
    EXPECT_GT(with_temporary, 20U) << "the signal never came while a file was written";
}

// The line that says how far a run is stands on the terminal: what comes after it begins on an empty line.
TEST_P(Interruption, TakesTheProgressLineAway) {
    const TemporaryDirectory directory;
    const fs::path shown = directory.path() / "terminal";
    std::ofstream(shown).close();
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
        if (std::freopen(shown.c_str(), "a", stderr) == nullptr) ::_exit(127);
        cli::Stream terminal;
        terminal.terminal = true;
        terminal.width = 80;
        const cli::Progress progress(terminal, "1,000 rows");
        for (;;) ::pause();
    }
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    while (content(shown).find("rows") == std::string::npos && std::chrono::steady_clock::now() < end)
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    ::kill(child, GetParam());
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    ASSERT_TRUE(WIFSIGNALED(status));
    EXPECT_EQ(WTERMSIG(status), GetParam());
    EXPECT_TRUE(content(shown).ends_with("1,000 rows\r\x1b[K")) << content(shown);
}

// The whole program, with all its threads.
TEST(InterruptedProgram, LeavesNoHalfWrittenReport) {
    const std::string report = testing::source_directory() + "/data/pas-de-calais-2013";
    for (int round = 0; round < 5; ++round) {
        const TemporaryDirectory directory;
        const std::string format = "json=" + (directory.path() / "report.json").string();
        const pid_t child = ::fork();
        ASSERT_GE(child, 0);
        if (child == 0) {
            ::execl(testing::program().c_str(), testing::program().c_str(), "check", report.c_str(), "--all", "--format", format.c_str(), nullptr);
            ::_exit(127);
        }
        const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(20);
        while (files_in(directory.path()) == 0 && std::chrono::steady_clock::now() < end) {}
        ::kill(child, SIGTERM);
        int status = 0;
        ASSERT_EQ(::waitpid(child, &status, 0), child);
        ASSERT_TRUE(!WIFEXITED(status) || WEXITSTATUS(status) == 1) << "it could not run";
        ASSERT_EQ(files_in(directory.path()), 1U);
        EXPECT_TRUE(content(directory.path() / "report.json").ends_with("}\n"));
    }
}

}  // namespace
}  // namespace crossfoot::testing
