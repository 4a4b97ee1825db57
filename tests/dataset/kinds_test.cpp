// Pipes, devices and directories where a file is expected: each is told by its kind, and none is opened, which could wait
// for ever.
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>

#include "engine/dataset/load.hpp"
#include "tests/support/workspace.hpp"

namespace crossfoot::testing {
namespace {

namespace fs = std::filesystem;

class Kinds : public ::testing::Test {
protected:
    [[nodiscard]] fs::path path(const std::string& name) const { return directory_.path() / name; }
    void write(const std::string& name, const std::string& text) { std::ofstream(path(name)) << text; }
    void pipe(const std::string& name) { ASSERT_EQ(::mkfifo(path(name).c_str(), 0600), 0); }
    void manifest(const std::string& source) {
        write("report.toml", "[report]\nid = \"t\"\nlanguage = \"en\"\n[tables.t]\nsource = \"" + source + "\"\ncolumns = { a = \"count\" }\n");
    }
    // The only error.
    std::string error(const fs::path& of) {
        const LoadResult loaded = load_dataset(of.string());
        EXPECT_EQ(loaded.diagnostics.all().size(), 1U);
        if (loaded.diagnostics.empty()) return {};
        EXPECT_EQ(loaded.diagnostics.all()[0].code, Code::XF101);
        return loaded.diagnostics.all()[0].headline.in(Language::en);
    }
    TemporaryDirectory directory_;
};

TEST_F(Kinds, OfADatasetFile) {
    pipe("pipe.toml");
    EXPECT_EQ(error(path("pipe.toml")), "`" + path("pipe.toml").string() + "` cannot be read: it is a named pipe, no regular file");
    EXPECT_EQ(error("/dev/zero"), "`/dev/zero` cannot be read: it is a device, no regular file");
}

TEST_F(Kinds, OfAFileOfADirectory) {
    write("report.toml", "n = \"1\"\n[report]\nid = \"t\"\nlanguage = \"en\"\n");
    pipe("pipe.toml");
    EXPECT_EQ(error(directory_.path()), "`pipe.toml` cannot be read: it is a named pipe, no regular file");
}

TEST_F(Kinds, OfATable) {
    pipe("t.csv");
    manifest("t.csv");
    EXPECT_EQ(error(directory_.path()), "`t.csv` cannot be read: it is a named pipe, no regular file");
}

TEST_F(Kinds, OfAPartOfATable) {
    fs::create_directory(path("parts"));
    write("parts/1.csv", "a\n1\n");
    manifest("parts");
    pipe("parts/2.csv");
    EXPECT_EQ(error(directory_.path()), "`parts/2.csv` cannot be read: it is a named pipe, no regular file");
    fs::remove(path("parts/2.csv"));
    fs::create_directory(path("parts/3.csv"));
    EXPECT_EQ(error(directory_.path()), "`parts/3.csv` cannot be read: it is a directory");
}

}  // namespace
}  // namespace crossfoot::testing
