// Tables that are damaged, cut short or absurd: each gives its errors, with place, or its exact results, held as a tree
// or streamed, on any number of threads. And any bytes at all are read or told.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <fstream>

#include "engine/checking/columns/check_tables.hpp"
#include "engine/checking/suggest/suggest.hpp"
#include "engine/dataset/load.hpp"
#include "engine/dataset/table/fields.hpp"
#include "engine/dataset/table/limits.hpp"
#include "tests/checking/packed.hpp"
#include "tests/support/workspace.hpp"

namespace crossfoot::testing {
namespace {

using Lines = std::vector<std::string>;

std::string shown(const Diagnostic& each, const SourceMap& sources) {
    std::string out(name(each.code));
    if (each.span.valid()) {
        EXPECT_LE(each.span.begin, each.span.end);
        EXPECT_LE(each.span.end, sources.file(each.span.file).text().size());
        const Position at = sources.position(each.span);
        out += " " + std::to_string(at.line) + ":" + std::to_string(at.column);
    }
    out += " " + each.headline.in(Language::en);
    for (const Message& help : each.help) out += " | " + help.in(Language::en);
    return out;
}

// Mistakes of the load and the run, then what does not hold.
Lines run(const std::string& csv, std::size_t rows_in_tree, unsigned threads, const std::string& name) {
    const TemporaryDirectory directory;
    std::ofstream(directory.path() / "report.toml") << "[report]\nid = \"t\"\nlanguage = \"en\"\n\n[tables.t]\nsource = \"" << name
                                                    << "\"\ncolumns = { n = \"text\", a = \"count\", b = \"count\" }\n";
    std::ofstream(directory.path() / name, std::ios::binary) << csv;
    LoadLimits limits;
    limits.rows_in_tree = rows_in_tree;
    LoadResult loaded = load_dataset(directory.path().string(), limits);
    Lines out;
    Diagnostics diagnostics = std::move(loaded.diagnostics);
    const RuleSet set = load_rule_texts({{"t.xf", "rule same for r in tables.t: r.a = r.b\n"}}, loaded.dataset->sources, diagnostics);
    if (!diagnostics.has_errors()) {
        TableOptions tables;
        tables.threads = threads;
        CheckResult result = check_tables(*loaded.dataset, set, {}, tables);
        diagnostics = std::move(result.diagnostics);
        if (result.findings) {
            for (const Finding& each : result.findings->findings)
                out.push_back(each.rule + (each.bindings.empty() ? "" : "[" + each.bindings[0].value + "]") + " " +
                              std::string(to_string(each.verdict)));
            out.push_back(std::to_string(result.findings->summary.holds) + " hold");
        }
    }
    diagnostics.sort(loaded.dataset->sources);
    for (const Diagnostic& each : diagnostics.all()) out.push_back(shown(each, loaded.dataset->sources));
    return out;
}

void expect(const std::string& csv, const Lines& lines, const std::string& name = "t.csv") {
    EXPECT_EQ(run(csv, 20'000, 1, name), lines) << "in the tree";
    EXPECT_EQ(run(csv, 0, 1, name), lines) << "streamed";
    EXPECT_EQ(run(csv, 0, 3, name), lines) << "streamed by three threads";
}

std::string many_rows() {
    std::string out = "n,a,b\n";
    for (int i = 0; i < 60'000; ++i) out += "x" + std::to_string(i) + "," + std::to_string(i) + "," + std::to_string(i == 59'000 ? 0 : i) + "\n";
    return out;
}

TEST(MalformedTables, PackedOnesAreReadWhateverTheirName) {
    const Lines found{"same[tables.t[59000]] contradicted", "59999 hold"};
    const std::string rows = many_rows();
    expect(gzip(rows), found, "t.csv.gz");
    expect(zstandard(rows), found, "t.csv.zst");
    expect(gzip(rows), found, "t.csv");
    expect(gzip(rows.substr(0, 100'000)) + gzip(rows.substr(100'000)), found);
    expect(zstandard(rows.substr(0, 100'000)) + zstandard(rows.substr(100'000)), found);
}

TEST(MalformedTables, PackedOnesThatAreCutShort) {
    const Lines gz{"XF101 5:9 `t.csv` cannot be read: the gzip data end in the middle; the file is not whole"};
    const Lines zst{"XF101 5:9 `t.csv` cannot be read: the zstd data end in the middle; the file is not whole"};
    for (const std::string& rows : {many_rows(), std::string("n,a,b\nx,1,1\n")}) {
        const std::string g = gzip(rows), z = zstandard(rows);
        for (const std::size_t length : {std::size_t{3}, std::size_t{11}, g.size() / 2, g.size() - 8, g.size() - 1}) expect(g.substr(0, length), gz);
        for (const std::size_t length : {std::size_t{4}, z.size() / 2, z.size() - 1}) expect(z.substr(0, length), zst);
    }
}

// What a damaged file gives before it fails is no row of the table: only the damage is told.
TEST(MalformedTables, PackedOnesThatAreDamaged) {
    std::string g = gzip(many_rows()), z = zstandard(many_rows());
    g.replace(5'000, 200, 200, '\0');
    z.replace(5'000, 200, 200, '\0');
    expect(g, {"XF101 5:9 `t.csv` cannot be read: the gzip data are damaged"});
    expect(z, {"XF101 5:9 `t.csv` cannot be read: the zstd data are damaged"});
    expect(gzip(many_rows()) + "and more", {"XF101 5:9 `t.csv` cannot be read: the gzip data are damaged"});
}

TEST(MalformedTables, ARowOfTenMegabytes) {
    const std::string ys(10'000'000, 'y');
    expect("n,a,b\nx,1,1\n" + ys + ",2,2\nz,3,4\n", {"same[tables.t[2]] contradicted", "2 hold"});
    expect("n,a,b\n\"" + ys + "\n\"\"" + ys + "\",2,3\nz,3,3\n", {"same[tables.t[0]] contradicted", "1 hold"});
    expect("n,a,b\n" + ys + ",2\nz,3,3\n",
           {"XF120 2:1 the row has 2 fields; expected 3, as in the header | the place is byte 10000003 of the row"});
    expect("n,a,b\nz,1," + std::string(10'000'000, '1') + "\n",
           {"XF110 2:5 a number of 10000000 significant digits is too long: at most 34 are read"});
}

TEST(MalformedTables, AMillionColumns) {
    std::string names, values, repeated;
    for (int i = 0; i < 1'000'000; ++i) names += ",c" + std::to_string(i), values += ",5", repeated += ",c";
    const std::string wide = "n,a,b" + names + "\nx,1,1" + values + "\ny,1,2" + values + "\n";
    const Lines found{"same[tables.t[1]] contradicted", "1 hold"};
    EXPECT_EQ(run(wide, 20'000, 1, "t.csv"), found);
    EXPECT_EQ(run(wide, 0, 2, "t.csv"), found);
    EXPECT_EQ(run("n,a,b" + names + "\nx,1,1\n", 0, 1, "t.csv"),
              Lines{"XF120 2:6 the row has 3 fields; expected 1000003, as in the header"});
    EXPECT_EQ(run("n,a,b" + repeated + "\nx,1,1" + values + "\n", 0, 1, "t.csv"), Lines{"XF122 1:9 the header names the column `c` twice"});
}

TEST(MalformedTables, BytesThatAreNoText) {
    const std::string nul(1, '\0');
    expect("n,a,b\nx,1,1\ny" + nul + "y,2,2\n", {"XF121 3:2 a byte 0 stands here, which is no text"});
    expect("n,a" + nul + ",b\nx,1,1\n", {"XF121 1:4 a byte 0 stands here, which is no text"});
    expect("n,a,b\nx,1,1\n\xE9,2,2\n", {"XF102 3:1 this byte is not UTF-8 | declare the encoding that the file has, such as `encoding = \"windows-1252\"`, or save it as UTF-8"});
    expect("\xFF\xFEn" + nul + "\n", {"XF102 1:1 this byte is not UTF-8 | declare `encoding = \"utf-16\"`, or save the file as UTF-8"});
}

TEST(MalformedTables, QuotesHeadersAndBlankLines) {
    std::string rows = many_rows();
    expect("n,a,b\nx,1,1\n\"y,2,2\n" + rows.substr(6), {"XF121 3:1 the quote that opens here is not closed before the end of the file"});
    expect("n,a,b,a\nx,1,1,1\n", {"XF122 1:7 the header names the column `a` twice"});
    expect("n,a,bb\nx,1,1\n", {"XF122 1:1 `t.csv` has no column `b`, which the table declares | did you mean `bb`? | the header has `n`, `a`, `bb`"});
    expect("n,a,b\nx,1,1\n\ny,2,2\n", {"XF120 3:1 the row has one field; expected 3, as in the header"});
}

TEST(MalformedTables, NumbersBeyondSixtyFourBitsAreExact) {
    expect("n,a,b\nx,9223372036854775808,9223372036854775807\ny,-9223372036854775808,-9223372036854775808\n"
           "z,1234567890123456789012345678901234,1234567890123456789012345678901235\n"
           "w,1234567890123456789012345678901234,1234567890123456789012345678901234\n",
           {"same[tables.t[0]] contradicted", "same[tables.t[2]] contradicted", "2 hold"});
}

// Pieces of CSV and junk, packed or not.
rc::Gen<std::string> csv_soup() {
    const auto piece = rc::gen::oneOf(
        rc::gen::element<std::string>("n,a,b\n", "x,1,1\n", "y,2,3\n", "\"", "\"\"", ",", "\n", "\r\n", "\r", ";", "é", "12,5 %", "9223372036854775808",
                                      "2013-12-31", "n/d", "\xEF\xBB\xBF", "\xFF\xFE", std::string(1, '\0'), std::string(70, 'z')),
        rc::gen::container<std::string>(rc::gen::arbitrary<char>()));
    return rc::gen::map(rc::gen::tuple(rc::gen::inRange(0, 4), rc::gen::container<std::vector<std::string>>(piece), rc::gen::inRange(0, 400)),
                        [](const std::tuple<int, std::vector<std::string>, int>& drawn) {
                            const auto& [how, pieces, cut] = drawn;
                            std::string out = how == 3 ? "" : "n,a,b\n";
                            for (const std::string& each : pieces) out += each;
                            if (how == 1) out = gzip(out);
                            if (how == 2) out = zstandard(out);
                            if (how != 0 && cut < 200) out = out.substr(0, static_cast<std::size_t>(cut));
                            return out;
                        });
}

TEST(MalformedTables, AnyBytesAreReadOrTold) {
    EXPECT_TRUE(rc::check("the tree and the stream tell the same of any bytes", [] {
        const std::string csv = *csv_soup();
        const Lines tree = run(csv, 20'000, 1, "t.csv");
        RC_ASSERT(!tree.empty());
        RC_ASSERT(run(csv, 0, 2, "t.csv") == tree);
    }));
    EXPECT_TRUE(rc::check("any bytes are profiled or told", [] {
        const TemporaryDirectory directory;
        std::ofstream(directory.path() / "t.csv", std::ios::binary) << *csv_soup();
        Dataset dataset;
        Diagnostics diagnostics;
        std::vector<profile::Profile> profiles;
        profiles.push_back(profile::profile_table(directory.path().string(), "t.csv", {}, dataset, diagnostics));
        for (const Diagnostic& each : diagnostics.all()) shown(each, dataset.sources);
        if (diagnostics.has_errors()) return;
        const auto found = suggest::suggest(profiles, directory.path().string(), Language::en, {});
        for (const Diagnostic& each : found.diagnostics.all()) RC_FAIL(shown(each, found.dataset->sources));
    }));
}

TEST(MalformedTables, TheSizeOfBlocksChangesNothing) {
    EXPECT_TRUE(rc::check("blocks of any size", [] {
        const TemporaryDirectory directory;
        const std::string path = (directory.path() / "t.csv").string();
        std::ofstream(path, std::ios::binary) << *csv_soup();
        const auto read = [&](std::size_t block_bytes) {
            Table table;
            table.parts.push_back({path, "t.csv", kNoFile});
            table::BlockReader reader(table, block_bytes);
            table::Block block;
            table::Fields fields;
            Lines out;
            std::vector<table::Problem> problems;
            std::uint64_t wrong = 0;
            while (reader.next(block)) {
                fields.read(block, ',', problems, 1'000, wrong);
                for (std::size_t row = 0; row < fields.rows(); ++row) out.emplace_back(fields.record(row));
            }
            // rows before damage come or not
            if (!reader.problems().empty() && reader.problems().back().code == Code::XF101) out.clear();
            out.emplace_back(reader.problems().empty() ? "well" : "not well");
            return out;
        };
        RC_ASSERT(read(1 + static_cast<std::size_t>(*rc::gen::inRange(0, 200))) == read(1U << 20U));
    }));
}

// The usual width of the records is not that of the first, and none of them may be a header.
TEST(MalformedTables, RowsOfNothingBelowALineOfText) {
    const TemporaryDirectory directory;
    std::ofstream(directory.path() / "t.csv") << "x\n,,\n,,\n,,\n";
    Dataset dataset;
    Diagnostics diagnostics;
    static_cast<void>(profile::profile_table(directory.path().string(), "t.csv", {}, dataset, diagnostics));
    ASSERT_FALSE(diagnostics.all().empty());
    EXPECT_EQ(diagnostics.all().front().code, Code::XF122);
}

// Files of fewer bytes than tell what kind they are, and of exactly as many.
TEST(MalformedTables, SmallFilesAreReadWhole) {
    EXPECT_TRUE(rc::check("small files", [] {
        const TemporaryDirectory directory;
        const std::string path = (directory.path() / "t.csv").string();
        const auto text = *rc::gen::container<std::string>(rc::gen::element('a', '\n', ',', '1', '\x1F', '\x28'));
        std::ofstream(path, std::ios::binary) << text;
        TablePart part{path, "t.csv", kNoFile};
        const auto bytes = table::open_bytes(*part.file);
        std::string out(text.size() + 1, '\0');
        std::size_t got = 0;
        const std::size_t step = *rc::gen::inRange<std::size_t>(1, 8);
        for (std::size_t now = 1; now > 0; got += now) {
            now = bytes->read(out.data() + got, std::min(step, out.size() - got));
        }
        RC_ASSERT(out.substr(0, got) == text);
    }));
}

// `head`, then `times` times `piece`, packed without taking the memory of what they unpack to.
std::string gzip_of_many(const std::string& head, const std::string& piece, int times) {
    z_stream stream{};
    deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    const auto packed = [&](const std::string& text) {   // after a full flush the same text gives the same bytes
        std::string out(deflateBound(&stream, text.size()) + 64, '\0');
        stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
        stream.avail_in = static_cast<uInt>(text.size());
        stream.next_out = reinterpret_cast<Bytef*>(out.data());
        stream.avail_out = static_cast<uInt>(out.size());
        deflate(&stream, Z_FULL_FLUSH);
        out.resize(out.size() - stream.avail_out);
        return out;
    };
    std::string out = packed(head);
    const std::string one = packed(piece);
    for (int i = 0; i < times; ++i) out += one;
    deflateEnd(&stream);
    return out;
}

std::string zstandard_of_many(const std::string& head, const std::string& piece, int times) {
    std::string out = zstandard(head);   // frames follow one another
    const std::string one = zstandard(piece);
    for (int i = 0; i < times; ++i) out += one;
    return out;
}

TEST(MalformedTables, PackedOnesThatUnpackToOneCellOrRow) {
    constexpr int kTimes = 2'048;   // of two gibibytes
    constexpr std::size_t kPiece = 1U << 20U;
    std::string commas(kPiece, ',');
    for (const auto pack : {gzip_of_many, zstandard_of_many}) {
        for (const std::string& piece : {std::string(kPiece, 'x'), std::string(kPiece, '"'), commas}) {
            for (const std::string head : {"n,a,b\nx,1,1\n", "n,a,b\nx,1,1\ny,\"", ""}) {
                const std::string packed = pack(head, piece, kTimes);
                const std::size_t whole = packed.size();
                const TemporaryDirectory directory;
                const std::string path = (directory.path() / "t.csv").string();
                std::ofstream(path, std::ios::binary) << packed;
                Table table;
                table.parts.emplace_back(path, "t.csv", kNoFile);
                table::BlockReader reader(table);
                table::Block block;
                std::size_t most = 0;
                while (reader.next(block)) most = std::max(most, block.bytes.size());
                ASSERT_EQ(reader.problems().size(), 1U);
                EXPECT_EQ(reader.problems()[0].code, Code::XF115);
                EXPECT_LT(reader.taken(), std::max<std::size_t>(whole / 8, 1U << 17U)) << "it is not read to its end";
                EXPECT_LT(most, 2 * table::kMostRecord);
                if (head.ends_with('"')) continue;
                for (const std::size_t rows_in_tree : {std::size_t{20'000}, std::size_t{0}}) {
                    const Lines found = run(packed, rows_in_tree, 2, "t.csv");
                    ASSERT_EQ(found.size(), 1U);
                    EXPECT_TRUE(found[0].starts_with("XF115 a row of `t.csv` is longer than 33554432 bytes")) << found[0];
                }
            }
        }
    }
}

// Many ordinary rows are no row that is too long, however well they pack.
TEST(MalformedTables, PackedOnesOfOrdinaryRowsAreReadWhateverTheirRatio) {
    std::string piece;
    while (piece.size() < (1U << 20U)) piece += "x,1,1\n";
    const std::size_t rows = piece.size() / 6 * 64;
    EXPECT_EQ(run(zstandard_of_many("n,a,b\n", piece, 64), 20'000, 2, "t.csv"), (Lines{std::to_string(rows) + " hold"}));
}

TEST(MalformedTables, RowsAndCellsUpToTheLimits) {
    const auto with = [](std::size_t first, std::size_t second) {
        return "n,other,a,b\nx,y,1,1\n" + std::string(first, 'x') + "," + std::string(second, 'y') + ",1,1\nz,z,2,2\n";
    };
    constexpr std::size_t kCell = table::kMostCell, kRow = table::kMostRecord;
    const std::string cell = "the cell is longer than 25165824 bytes, the most that is read";
    const auto found = [&](std::size_t first, std::size_t second) { return run(with(first, second), 0, 1, "t.csv").at(0); };
    EXPECT_EQ(found(kCell, kRow - kCell - 5), "3 hold");
    EXPECT_TRUE(found(kCell + 1, 1).starts_with("XF115 3:1 " + cell));
    EXPECT_TRUE(found(1, kCell + 1).starts_with("XF115 3:3 " + cell));
    EXPECT_TRUE(found(kCell, kRow - kCell - 4).starts_with("XF115 3:1 the row is longer than"));
}

TEST(MalformedTables, MoreColumnsThanAreRead) {
    const auto with = [](std::size_t columns) {
        std::string head = "n,a,b", row = "x,1,1";
        for (std::size_t i = 3; i < columns; ++i) head += ",c" + std::to_string(i), row += ",";
        return head + "\n" + row + "\n";
    };
    EXPECT_EQ(run(with(table::kMostColumns), 20'000, 1, "t.csv"), (Lines{"1 hold"}));
    for (const std::size_t columns : {table::kMostColumns + 1, 2 * table::kMostColumns}) {
        const Lines found = run(with(columns), 20'000, 1, "t.csv");
        EXPECT_EQ(found.at(0), "XF115 1:1 `t.csv` has more than 1048576 columns, the most that is read");
    }
}

}  // namespace
}  // namespace crossfoot::testing
