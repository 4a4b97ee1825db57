// Points beside decimal commas, and machines' prints: what one column says of its cells does not depend on where they stand,
// on blocks, on threads, or on whether the table is streamed.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <fstream>

#include "tests/checking/streamed.hpp"

namespace crossfoot::testing {
namespace {

void write_table(const TemporaryDirectory& directory, const std::string& columns, const std::string& csv) {
    std::ofstream(directory.path() / "report.toml")
        << "[report]\nid = \"t\"\nlanguage = \"fr\"\n[tables.t]\nsource = \"t.csv\"\nseparator = \";\"\ncolumns = " << columns << "\n";
    std::ofstream(directory.path() / "t.csv") << csv;
}

// What a run says of the dataset, warnings too; sorted.
std::vector<std::string> said(const std::string& directory, std::size_t rows_in_tree, unsigned threads) {
    LoadLimits limits;
    limits.rows_in_tree = rows_in_tree;
    LoadResult loaded = load_dataset(directory, limits);
    Diagnostics all = std::move(loaded.diagnostics);
    if (!all.has_errors()) {
        const RuleSet set = load_rule_texts({{"t.xf", "rule a for r in tables.t: r.a <= r.b or r.a > r.b\n"}}, loaded.dataset->sources, all);
        TableOptions tables;
        tables.threads = threads;
        all.append(check_tables(*loaded.dataset, set, {}, tables).diagnostics);
    }
    std::vector<std::string> out;
    for (const Diagnostic& each : all.all()) {
        std::string line = std::string(name(each.code)) + " " + each.headline.in(Language::en);
        if (each.span.valid()) line += " at " + std::string(loaded.dataset->sources.text(each.span));
        out.push_back(std::move(line));
    }
    std::sort(out.begin(), out.end());
    return out;
}

TEST(OddCells, AreTheSameStreamedAndInTheTree) {
    const bool law = rc::check("points, commas and machines' prints of a column", [] {
        const auto cell = [] {
            return one_of<std::string>({"12", "7", "-3", "12.5", "1.234", "-1.234", "\"2.5\"", "1,5", "5,678", "", "nd", "environ 4",
                                        "28.999999999999996", "0.30000000000000004"});
        };
        std::string csv = "a;b\n";
        for (int i = *rc::gen::inRange(1, 7); i > 0; --i) csv += cell() + ";" + cell() + "\n";
        const TemporaryDirectory directory;
        write_table(directory, "{ a = \"number\", b = \"" + one_of<std::string>({"number", "0,1", "last-digit"}) + "\" }", csv);
        const auto tree = said(directory.path().string(), 1000, 1);
        const auto streamed = said(directory.path().string(), 0, 1 + static_cast<unsigned>(*rc::gen::inRange(0, 3)));
        if (tree != streamed) {
            for (const std::string& each : tree) RC_LOG() << "tree " << each << "\n";
            for (const std::string& each : streamed) RC_LOG() << "streamed " << each << "\n";
        }
        RC_LOG() << csv;
        RC_ASSERT(tree == streamed);
        RC_TAG(tree.empty() ? "clean" : "odd");
    });
    EXPECT_TRUE(law);
}

TEST(OddCells, TheCommaMayComeBlocksLater) {
    const TemporaryDirectory directory;
    std::string csv = "a;b\n1.234;1\n";
    for (int i = 0; i < 150'000; ++i) csv += std::to_string(i) + ";" + std::to_string(i) + "\n";
    write_table(directory, "{ a = \"number\", b = \"number\" }", csv + "2;2\n");
    EXPECT_TRUE(said(directory.path().string(), 0, 3).empty());
    write_table(directory, "{ a = \"number\", b = \"number\" }", csv + "2,5;2\n");
    const auto one = said(directory.path().string(), 0, 1), three = said(directory.path().string(), 0, 3);
    ASSERT_EQ(one.size(), 1U);
    EXPECT_EQ(one, three);
    EXPECT_NE(one[0].find("XF108 `1.234`"), std::string::npos) << one[0];
    EXPECT_NE(one[0].find(" at 1.234"), std::string::npos) << one[0];
}

// Whatever a machine prints of a double, it agrees with the decimal that was meant, and with the next one it does not.
TEST(OddCells, AMachinesPrintIsTheDecimalThatWasMeant) {
    const bool law = rc::check("doubles printed with 17 digits", [] {
        const std::int64_t digits = *rc::gen::inRange<std::int64_t>(-99'999'999, 100'000'000);
        const int decimals = *rc::gen::inRange(0, 9);
        const Rational meant = Rational(digits) * Rational::power_of_ten(-decimals);
        const double number = std::stod(meant.decimal(Rational::Direction::nearest));
        char print[64];
        std::snprintf(print, sizeof print, one_of<const char*>({"%.17g", "%.16g", "%.15g", "%.16e"}), number);
        Units units;
        const ReadResult read = read_machine_number(print, {}, units);
        const auto* figure = std::get_if<Figure>(&read);
        RC_LOG() << print << "\n";
        RC_ASSERT(figure != nullptr);
        RC_ASSERT(figure->value == meant);
        RC_ASSERT(figure->range.contains(meant));
        RC_ASSERT(figure->range.is_point() == meant.is_zero());
        if (!meant.is_zero()) RC_ASSERT(!figure->range.contains(meant + Rational::power_of_ten(-decimals - 1)));
    });
    EXPECT_TRUE(law);
}

}  // namespace
}  // namespace crossfoot::testing
