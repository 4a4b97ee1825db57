// What needs files and limits, and the members of Dataset that no dump shows.
#include "engine/dataset/load.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>

#include "tests/dataset/dump.hpp"
#include "tests/support/workspace.hpp"

namespace crossfoot::testing {
namespace {

void write(const std::filesystem::path& path, const std::string& text) { std::ofstream(path, std::ios::binary) << text; }

std::vector<Code> codes(const LoadResult& result) {
    std::vector<Code> out;
    for (const Diagnostic& each : result.diagnostics.all()) out.push_back(each.code);
    return out;
}

const Dataset& good(const LoadResult& result) {
    EXPECT_EQ(dump_diagnostics(result, ""), "");
    return *result.dataset;
}

TEST(Load, PathsAndKeysOfNodes) {
    const LoadResult result = load_dataset_text("one.toml", R"([report]
[a]
"sous-total" = 1
"l'été" = 2
"" = 3
rows = [{ x = 4 }, { x = 5 }]
)");
    const Dataset& dataset = good(result);
    const NodeId a = dataset.child(Dataset::kRoot, "a");
    ASSERT_NE(a, kNoNode);
    EXPECT_EQ(dataset.path(Dataset::kRoot), "");
    EXPECT_EQ(dataset.path(dataset.child(a, "sous-total")), "a.sous-total");
    EXPECT_EQ(dataset.path(dataset.child(a, "l'été")), "a.\"l'été\"");
    EXPECT_EQ(dataset.path(dataset.child(a, "")), "a.\"\"");
    const NodeId rows = dataset.child(a, "rows");
    const NodeId x = dataset.child(dataset.children(rows)[1], "x");
    EXPECT_EQ(dataset.path(x), "a.rows[1].x");
    EXPECT_EQ(dataset.key(x), "x");
    EXPECT_EQ(dataset.key(dataset.children(rows)[1]), "");
    EXPECT_EQ(dataset.child(a, "y"), kNoNode);
    EXPECT_EQ(dataset.child(x, "y"), kNoNode);
    EXPECT_EQ(dataset.figure_count(), 5U);
}

TEST(Load, IdComesFromTheNameWhereTheManifestHasNone) {
    const TemporaryDirectory directory;
    const auto data = directory.path() / "pas-de-calais";
    std::filesystem::create_directory(data);
    write(data / "report.toml", "[report]\nrules = [\"../rules\"]\n");
    for (const std::string& given : {data.string(), data.string() + "/", (data / ".").string()}) {
        const LoadResult result = load_dataset(given);
        EXPECT_EQ(good(result).manifest.id, "pas-de-calais") << given;
        EXPECT_EQ(result.dataset->manifest.title, "pas-de-calais");
        EXPECT_EQ(result.dataset->manifest.directory, given);
    }
    const LoadResult file = load_dataset((data / "report.toml").string());
    EXPECT_EQ(good(file).manifest.id, "report");
    EXPECT_EQ(file.dataset->manifest.directory, data.string());
    EXPECT_EQ(file.dataset->sources.file(0).name(), "report.toml");
    const LoadResult text = load_dataset_text("<stdin>", "[report]\n");
    EXPECT_EQ(good(text).manifest.id, "dataset");
    EXPECT_EQ(text.dataset->manifest.directory, "");
    EXPECT_EQ(text.dataset->manifest.language, Language::en);
}

TEST(Load, UnreadableFilesAreToldWithTheirReason) {
    EXPECT_EQ(codes(load_dataset("/no/such/dataset")), std::vector{Code::XF101});
    const TemporaryDirectory directory;
    write(directory.path() / "report.toml", "[report]\n");
    ASSERT_EQ(::mkfifo((directory.path() / "pipe.toml").c_str(), 0600), 0);
    EXPECT_EQ(codes(load_dataset(directory.path().string())), std::vector{Code::XF101});
    ASSERT_EQ(::unlink((directory.path() / "pipe.toml").c_str()), 0);
    std::filesystem::create_symlink("round.toml", directory.path() / "round.toml");
    EXPECT_EQ(codes(load_dataset(directory.path().string())), std::vector{Code::XF101});
    ASSERT_EQ(::unlink((directory.path() / "round.toml").c_str()), 0);
    write(directory.path() / "closed.toml", "x = 1\n");
    ASSERT_EQ(::chmod((directory.path() / "closed.toml").c_str(), 0), 0);
    const std::vector<Code> expected(::geteuid() == 0 ? 0 : 1, Code::XF101);   // root reads everything
    EXPECT_EQ(codes(load_dataset(directory.path().string())), expected);
}

TEST(Load, NamesThatAreNoUtf8AreShownAllTheSame) {
    const TemporaryDirectory directory;
    write(directory.path() / "report.toml", "[report]\n");
    std::filesystem::create_directory(directory.path() / "\xE9t\xE9");
    write(directory.path() / "\xE9t\xE9/b\xE9.toml", "x = 1\n");
    const LoadResult result = load_dataset(directory.path().string());
    EXPECT_EQ(good(result).figure_count(), 1U);
    EXPECT_EQ(result.dataset->sources.file(0).name(), "?t?/b?.toml");
}

TEST(Load, DirectoryLinksInsideAreNotReadTwice) {
    const TemporaryDirectory directory;
    write(directory.path() / "report.toml", "[report]\n");
    std::filesystem::create_directory(directory.path() / "a");
    write(directory.path() / "a/x.toml", "x = 1\n");
    std::filesystem::create_directory_symlink("a", directory.path() / "b");
    std::filesystem::create_directory_symlink("..", directory.path() / "a/up");
    const LoadResult result = load_dataset(directory.path().string());
    EXPECT_EQ(good(result).figure_count(), 1U);
}

TEST(Load, UnreadTextsTellWhereAndWhy) {
    const LoadResult result = load_dataset_text("one.toml", "[report]\nlanguage = \"fr\"\n[a]\nx = \"cible 12 blurg\"\ny = \"texte\"\n");
    const Dataset& dataset = good(result);
    const NodeId x = dataset.child(dataset.child(Dataset::kRoot, "a"), "x");
    ASSERT_NE(dataset.why_unread(x), nullptr);
    EXPECT_TRUE(dataset.why_unread(x)->number_like);
    EXPECT_EQ(dataset.sources.text(dataset.inside(x, 6, 8)), "12");
    EXPECT_EQ(dataset.why_unread(dataset.child(dataset.node(x).parent, "y")), nullptr);
    EXPECT_EQ(dataset.unread_count(), 1U);
}

TEST(Load, LimitsAreSaid) {
    LoadLimits limits;
    limits.file_bytes = 20;
    EXPECT_EQ(codes(load_dataset_text("one.toml", "[report]\ntitle = \"long enough\"\n", limits)), std::vector{Code::XF115});
    const TemporaryDirectory directory;
    write(directory.path() / "report.toml", "[report]\ntitle = \"long enough\"\n");
    EXPECT_EQ(codes(load_dataset(directory.path().string(), limits)), std::vector{Code::XF115});
    limits = {};
    limits.nodes = 10;
    EXPECT_EQ(codes(load_dataset_text("one.toml", "[report]\nx.a = [1,2,3,4,5,6,7,8,9,10]\n", limits)), std::vector{Code::XF106});
    EXPECT_EQ(codes(load_dataset_text("one.toml", "x = [1,2,3,4,5,6,7,8,9,10]\n[report]\n", limits)), std::vector{Code::XF115});
}

TEST(Load, NestingAThousandDeepIsAnErrorNotACrash) {
    const std::string deep(1'000'000, '[');
    EXPECT_EQ(codes(load_dataset_text("one.toml", "[report]\nx = " + deep)), std::vector{Code::XF115});
    std::string dotted = "a";
    for (int i = 0; i < 100'000; ++i) dotted += ".a";
    EXPECT_EQ(codes(load_dataset_text("one.toml", "[report]\n[" + dotted + "]\n")), std::vector{Code::XF115});
    EXPECT_EQ(codes(load_dataset_text("one.toml", "[report]\n[b]\n" + dotted + " = 1\n")), std::vector{Code::XF115});
    EXPECT_EQ(codes(load_dataset_text("one.toml", "[report]\n[b]\nx = {" + dotted + " = 1}\n")), std::vector{Code::XF115});
}

// One line with many values must not cost the square of its length.
TEST(Load, LongLinesKeepTheirPlaces) {
    std::string text = "[report]\nlanguage = \"fr\"\n[a]\nx = [";
    for (int i = 0; i < 20'000; ++i) text += "\"é" + std::to_string(i) + "\", 7, ";
    const LoadResult result = load_dataset_text("one.toml", text + "]\n");
    const Dataset& dataset = good(result);
    const auto all = dataset.children(dataset.child(dataset.child(Dataset::kRoot, "a"), "x"));
    ASSERT_EQ(all.size(), 40'000U);
    for (const std::size_t i : {std::size_t{0}, std::size_t{101}, std::size_t{20'001}, std::size_t{39'999}})
        EXPECT_EQ(dataset.sources.text(dataset.node(all[i]).span), i % 2 == 1 ? "7" : "\"é" + std::to_string(i / 2) + "\"");
}

TEST(Load, BytesThatAreNoUtf8AreToldAtTheirPlace) {
    const LoadResult latin = load_dataset_files({{"report.toml", "[report]\n"}, {"a.toml", "# ok\nx = \"\xE9t\xE9\"\n"}});
    ASSERT_EQ(codes(latin), std::vector{Code::XF102});
    const Position at = latin.dataset->sources.position(latin.diagnostics.all()[0].span);
    EXPECT_EQ(at.line, 2U);
    EXPECT_EQ(at.column, 6U);
    using namespace std::string_literals;
    for (const std::string& utf16 : {"\xFF\xFE[\0r\0"s, "\xFE\xFF\0[\0r"s, "[\0r\0e\0"s, "\0[\0r\0e"s}) {
        const LoadResult result = load_dataset_text("one.toml", utf16);
        ASSERT_EQ(codes(result), std::vector{Code::XF102});
        EXPECT_NE(result.diagnostics.all()[0].headline.in(Language::en).find("UTF-16"), std::string::npos);
    }
}

}  // namespace
}  // namespace crossfoot::testing
