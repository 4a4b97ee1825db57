// Tables that change while a run reads them, in several passes: at whatever moment, the run ends with an error at the
// table's declaration, and no rule is judged.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <functional>

#include "engine/checking/columns/check_tables.hpp"
#include "engine/dataset/load.hpp"
#include "tests/checking/packed.hpp"
#include "tests/support/workspace.hpp"

namespace crossfoot::testing {
namespace {

namespace fs = std::filesystem;

constexpr int kRows = 9'000;

std::string rows(int from, int to) {
    std::string out = "n,name,place,a,b,share\n";
    for (int i = from; i < to; ++i)
        out += std::to_string(i) + ",item number " + std::to_string(i * 7919LL % 1'000'003) + ",place " + std::to_string(i / 3) + "," +
               std::to_string(i % 90) + "," + std::to_string(i % 90) + "," + std::to_string(i % 3 + 1) + "\n";
    return out;
}

void write(const fs::path& path, const std::string& bytes) { std::ofstream(path, std::ios::binary) << bytes; }

std::string bytes_of(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

struct Packing {
    const char* suffix;
    std::string (*pack)(const std::string&);
    int parts;
};

struct Change {
    const char* name;
    void (*make)(const fs::path&);
};

const Change kChanges[] = {
    {"truncated", [](const fs::path& path) { fs::resize_file(path, fs::file_size(path) / 2); }},
    {"emptied", [](const fs::path& path) { fs::resize_file(path, 0); }},
    {"appended", [](const fs::path& path) { std::ofstream(path, std::ios::binary | std::ios::app) << bytes_of(path); }},
    {"replaced", [](const fs::path& path) {
         write(path.string() + ".new", bytes_of(path));
         fs::rename(path.string() + ".new", path);
     }},
    {"overwritten", [](const fs::path& path) {
         std::string bytes = bytes_of(path);
         bytes[bytes.size() / 2] ^= 1;
         std::fstream out(path, std::ios::binary | std::ios::in | std::ios::out);
         out << bytes;
     }},
    {"deleted", [](const fs::path& path) { fs::remove(path); }},
};

constexpr std::string_view kRules = R"(
rule rows for r in tables.t: r.a = r.b
rule rising: ascending(tables.t[*].n)
rule one: unique(tables.t[*].name)
rule groups for g in groups(tables.t, by: place): sum(g.rows[*].share) = 6
rule lookup for r in tables.t: r.a = tables.u[name = r.name].a
rule largest for r in tables.t: r.n <= max(tables.t[*].n)
rule total: sum(tables.t[*].share) = total
)";

class ChangingTables : public ::testing::Test {
protected:
    void write_tables(const Packing& packing) {
        const fs::path source = packing.parts == 1 ? directory_.path() / ("t.csv" + std::string(packing.suffix)) : directory_.path() / "t";
        write(directory_.path() / "report.toml",
              "total = " + std::to_string(2 * kRows) + "\n[report]\nid = \"t\"\nlanguage = \"en\"\n\n[tables.t]\nsource = \"" +
                  source.filename().string() + "\"\ncolumns = " + kColumns + "\n[tables.u]\nsource = \"u.csv\"\ncolumns = " + kColumns + "\n");
        write(directory_.path() / "u.csv", rows(0, kRows));
        if (packing.parts == 1) {
            write(source, packing.pack(rows(0, kRows)));
            files_ = {source};
        } else {
            fs::create_directory(source);
            for (int i = 0; i < packing.parts; ++i) {
                files_.push_back(source / (std::to_string(1'000 + i) + ".csv" + packing.suffix));
                write(files_.back(), packing.pack(rows(kRows * i / packing.parts, kRows * (i + 1) / packing.parts)));
            }
        }
        for (const fs::path& each : files_) {
            packed_.push_back(bytes_of(each));
            fs::last_write_time(each, fs::file_time_type::clock::now() - std::chrono::hours(1));
        }
    }
    void restore() {
        for (std::size_t i = 0; i < files_.size(); ++i) {
            fs::remove(files_[i]);
            write(files_[i], packed_[i]);
        }
    }

    // The file that is changed.
    [[nodiscard]] const fs::path& file() const { return files_[files_.size() / 2]; }

    // Calls `at` before each reading of that file with its number; gives what the run found.
    CheckResult run(const std::function<void(int)>& at) {
        LoadLimits limits;
        limits.rows_in_tree = 100;
        LoadResult loaded = load_dataset(directory_.path().string(), limits);
        EXPECT_TRUE(loaded.dataset && loaded.diagnostics.empty());
        int number = 0;
        table::TableFile& read = *loaded.dataset->tables[0].parts[files_.size() / 2].file;
        read.tell_before([&] { at(number++); });
        Diagnostics diagnostics;
        const RuleSet set = load_rule_texts({{"t.xf", std::string(kRules)}}, loaded.dataset->sources, diagnostics);
        EXPECT_TRUE(diagnostics.empty());
        TableOptions tables;
        tables.threads = 2;
        tables.rows_held = 1'000;
        CheckResult out = check_tables(*loaded.dataset, set, {}, tables);
        read.tell_before({});
        for (const Diagnostic& each : out.diagnostics.all()) {
            EXPECT_EQ(each.code, Code::XF101) << each.headline.in(Language::en);
            const bool placed = each.span.valid() && loaded.dataset->sources.file(each.span.file).name() == "report.toml";
            EXPECT_TRUE(placed) << each.headline.in(Language::en);
        }
        return out;
    }

    void never_holds(const Packing& packing) {
        write_tables(packing);
        int last = 0;
        const CheckResult unchanged = run([&](int number) { last = number; });
        ASSERT_TRUE(unchanged.findings && unchanged.diagnostics.empty());
        EXPECT_EQ(unchanged.findings->summary.contradicted + unchanged.findings->summary.unverifiable, 0U);
        EXPECT_GT(unchanged.findings->summary.holds, 3U * kRows);
        ASSERT_GT(last, 10) << "the file is read in several passes";
        constexpr int kMoments = 10;
        for (const Change& change : kChanges) {
            for (int i = 0; i < kMoments; ++i) {
                restore();
                const int moment = 1 + (last - 1) * i / (kMoments - 1);   // from after it was first opened to the last comparison
                const CheckResult changed = run([&](int number) {
                    if (number == moment) change.make(file());
                });
                EXPECT_FALSE(changed.findings) << change.name << " before reading " << moment << " of " << last;
                EXPECT_TRUE(changed.diagnostics.has_errors()) << change.name << " before reading " << moment << " of " << last;
            }
        }
    }

    static constexpr const char* kColumns =
        "{ n = \"count\", name = \"text\", place = \"text\", a = \"count\", b = \"count\", share = \"count\" }";
    TemporaryDirectory directory_;
    std::vector<fs::path> files_;
    std::vector<std::string> packed_;
};

TEST_F(ChangingTables, PlainNeverHold) { never_holds({"", [](const std::string& text) { return text; }, 1}); }
TEST_F(ChangingTables, GzipNeverHold) { never_holds({".gz", gzip, 1}); }
TEST_F(ChangingTables, ZstandardNeverHold) { never_holds({".zst", zstandard, 1}); }
TEST_F(ChangingTables, OfSeveralPartsNeverHold) { never_holds({"", [](const std::string& text) { return text; }, 5}); }

// More files than are kept open: each is opened for every pass, and compared.
TEST_F(ChangingTables, OfPartsThatAreNotKeptOpenNeverHold) {
    never_holds({"", [](const std::string& text) { return text; }, 2 * static_cast<int>(table::kMostKeptOpen) + 60});
}

// The time of a file goes in steps: what is written twice in one step is seen all the same.
TEST_F(ChangingTables, WrittenJustBeforeAndDuringTheRun) {
    write_tables({"", [](const std::string& text) { return text; }, 1});
    restore();
    const CheckResult changed = run([&](int number) {
        if (number == 1) kChanges[4].make(files_[0]);
    });
    EXPECT_FALSE(changed.findings);
}

}  // namespace
}  // namespace crossfoot::testing
