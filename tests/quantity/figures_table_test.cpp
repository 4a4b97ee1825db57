// Runs figures.md. With CROSSFOOT_UPDATE_GOLDEN set the table is rewritten instead, never where CI is set.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>

#include "tests/quantity/figures_table.hpp"
#include "tests/support/places.hpp"

namespace crossfoot::testing {
namespace {

const std::string kFile = testing::source_directory() + "/tests/quantity/figures.md";

std::vector<std::string> read_lines() {
    std::ifstream in(kFile);
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

TEST(FiguresTable, EveryPrintMeansWhatTheTableSays) {
    std::vector<std::string> lines = read_lines();
    const auto rows = table_rows(lines);
    ASSERT_GT(rows.size(), 200U) << kFile;
    const bool update = std::getenv("CROSSFOOT_UPDATE_GOLDEN") != nullptr;
    ASSERT_FALSE(update && std::getenv("CI") != nullptr) << "goldens are not updated in CI";
    for (const TableRow& row : rows) {
        const std::string meaning = meaning_of(row);
        if (update) {
            std::string& line = lines[row.line - 1];
            const std::size_t last_bar = line.rfind('|');
            const std::size_t cell = line.rfind('|', last_bar - 1);
            line = line.substr(0, cell + 1) + " " + meaning + " |";
        } else {
            EXPECT_EQ(row.meaning, meaning) << kFile << ":" << row.line << ": `" << row.print << "` (" << row.declared
                                            << ")\nCROSSFOOT_UPDATE_GOLDEN=1 rewrites the table";
        }
    }
    if (!update) return;
    std::ofstream out(kFile);
    for (const std::string& line : lines) out << line << '\n';
}

// A row that stands twice would hide that one of its kind is missing.
TEST(FiguresTable, NoRowStandsTwice) {
    std::vector<std::string> seen;
    for (const TableRow& row : table_rows(read_lines())) seen.push_back(row.print + "|" + row.declared);
    std::sort(seen.begin(), seen.end());
    const auto twice = std::adjacent_find(seen.begin(), seen.end());
    EXPECT_TRUE(twice == seen.end()) << *twice;
}

}  // namespace
}  // namespace crossfoot::testing
