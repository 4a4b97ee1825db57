// Reports are written whole or not at all, and what is there keeps its mode and its links.
#include "engine/cli/files.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace crossfoot::cli {
namespace {

namespace fs = std::filesystem;

class Files : public ::testing::Test {
protected:
    void SetUp() override {
        std::string name = (fs::temp_directory_path() / "crossfoot-files-XXXXXX").string();
        ASSERT_NE(::mkdtemp(name.data()), nullptr);
        directory_ = name;
    }
    void TearDown() override { fs::remove_all(directory_); }
    [[nodiscard]] std::string path(const std::string& name) const { return (directory_ / name).string(); }
    [[nodiscard]] std::string content(const std::string& name) const {
        std::ifstream file(path(name), std::ios::binary);
        std::stringstream text;
        text << file.rdbuf();
        return text.str();
    }
    // Only the files that are meant to be there: no temporary one is left.
    [[nodiscard]] std::size_t count() const {
        return static_cast<std::size_t>(std::distance(fs::directory_iterator(directory_), fs::directory_iterator()));
    }
    fs::path directory_;
};

TEST_F(Files, WritesAndReplaces) {
    EXPECT_FALSE(write_file(path("a"), "one"));
    EXPECT_EQ(content("a"), "one");
    EXPECT_FALSE(write_file(path("a"), "two"));
    EXPECT_EQ(content("a"), "two");
    EXPECT_EQ(count(), 1U);
}

TEST_F(Files, KeepsTheModeAndFollowsTheLink) {
    ASSERT_FALSE(write_file(path("a"), "one"));
    ASSERT_EQ(::chmod(path("a").c_str(), 0640), 0);
    fs::create_symlink("a", directory_ / "link");
    EXPECT_FALSE(write_file(path("link"), "two"));
    EXPECT_TRUE(fs::is_symlink(directory_ / "link"));
    EXPECT_EQ(content("a"), "two");
    EXPECT_EQ(fs::status(directory_ / "a").permissions(), fs::perms(0640));
}

TEST_F(Files, ANewFileGetsTheUsualMode) {
    const mode_t before = ::umask(022);
    EXPECT_FALSE(write_file(path("a"), "one"));
    ::umask(before);
    EXPECT_EQ(fs::status(directory_ / "a").permissions(), fs::perms(0644));
}

TEST_F(Files, SaysWhyNot) {
    const auto headline = [&](const std::string& name) {
        const auto problem = write_file(name, "x");
        if (!problem) return std::string("written");
        EXPECT_EQ(problem->code, Code::XF605);
        return problem->headline.in(Language::en);
    };
    EXPECT_EQ(headline(path("no/a")), "`" + path("no/a") + "` cannot be written: there is no such file or directory");
    fs::create_directory(directory_ / "d");
    EXPECT_EQ(headline(path("d")), "`" + path("d") + "` cannot be written: it is a directory");
    std::ofstream(path("file")) << "x";
    EXPECT_EQ(headline(path("file/a")),
              "`" + path("file/a") + "` cannot be written: a part of the path is no directory");
    EXPECT_EQ(count(), 2U);
}

TEST_F(Files, AFullDiskIsToldAndADeviceIsNotReplaced) {
    if (!fs::exists("/dev/full")) GTEST_SKIP() << "there is no /dev/full";
    const auto problem = write_file("/dev/full", "x");
    ASSERT_TRUE(problem);
    EXPECT_EQ(problem->headline.in(Language::fr),
              "`/dev/full` ne peut être écrit\u00A0: il n'y a plus de place sur le disque");
    EXPECT_TRUE(fs::is_character_file("/dev/full"));
    EXPECT_FALSE(write_file("/dev/null", "x"));
    EXPECT_TRUE(fs::is_character_file("/dev/null"));
}

TEST_F(Files, AReadOnlyFileIsNotReplaced) {
    if (::geteuid() == 0) GTEST_SKIP() << "the superuser may write everything";
    ASSERT_FALSE(write_file(path("a"), "one"));
    ASSERT_EQ(::chmod(path("a").c_str(), 0444), 0);
    EXPECT_TRUE(write_file(path("a"), "two"));
    EXPECT_EQ(content("a"), "one");
}

TEST_F(Files, WritesToAPipeOnlyWhereSomebodyReads) {
    ASSERT_EQ(::mkfifo(path("pipe").c_str(), 0600), 0);
    const auto refused = write_file(path("pipe"), "x");   // it does not wait for a reader
    ASSERT_TRUE(refused);
    EXPECT_EQ(refused->headline.in(Language::en), "`" + path("pipe") + "` cannot be written: it is a named pipe, and nothing reads from it");
    const int reader = ::open(path("pipe").c_str(), O_RDONLY | O_NONBLOCK);
    ASSERT_GE(reader, 0);
    EXPECT_FALSE(write_file(path("pipe"), "report"));
    std::string got(16, ' ');
    got.resize(static_cast<std::size_t>(std::max<ssize_t>(::read(reader, got.data(), got.size()), 0)));
    ::close(reader);
    EXPECT_EQ(got, "report");
    EXPECT_TRUE(fs::is_fifo(path("pipe"))) << "it is not replaced";
}

TEST_F(Files, ReadsUpToALimit) {
    ASSERT_FALSE(write_file(path("a"), std::string(200'000, 'x')));
    EXPECT_EQ(std::get<std::string>(read_file(path("a"), 300'000, Code::XF206)).size(), 200'000U);
    EXPECT_EQ(std::get<std::string>(read_file(path("a"), 100'000, Code::XF206)).size(), 100'001U)
        << "one more: it is longer";
    const auto missing = read_file(path("no"), 10, Code::XF206);
    ASSERT_TRUE(std::holds_alternative<Diagnostic>(missing));
    EXPECT_EQ(std::get<Diagnostic>(missing).headline.in(Language::en),
              "`" + path("no") + "` cannot be read: there is no such file or directory");
    EXPECT_TRUE(std::holds_alternative<Diagnostic>(read_file(directory_.string(), 10, Code::XF206))) << "a directory";
    ASSERT_EQ(::mkfifo(path("pipe").c_str(), 0600), 0);
    const auto pipe = read_file(path("pipe"), 10, Code::XF206);   // it does not wait for a writer
    ASSERT_TRUE(std::holds_alternative<Diagnostic>(pipe));
    EXPECT_EQ(std::get<Diagnostic>(pipe).headline.in(Language::en), "`" + path("pipe") + "` cannot be read: it is a named pipe, no regular file");
}

}  // namespace
}  // namespace crossfoot::cli
