// The sets of forms-fr.md and forms-en.md, which are written by hand: nothing rewrites them.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

#include "tests/quantity/figures_table.hpp"
#include "tests/support/places.hpp"

namespace crossfoot::testing {
namespace {

std::vector<TableRow> rows_of(const std::string& file) {
    std::ifstream in(source_directory() + "/tests/quantity/" + file);
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return table_rows(lines);
}

class Forms : public ::testing::TestWithParam<const char*> {};

TEST_P(Forms, StandForTheSetsThatAreWrittenDown) {
    const auto rows = rows_of(GetParam());
    ASSERT_GE(rows.size(), 250U) << GetParam();
    for (const TableRow& row : rows)
        EXPECT_EQ(row.meaning, set_of(row)) << GetParam() << ":" << row.line << ": `" << row.print << "` (" << row.declared << ")";
}

// A row that stands twice would hide that one of its kind is missing.
TEST_P(Forms, StandOnce) {
    std::vector<std::string> seen;
    for (const TableRow& row : rows_of(GetParam())) seen.push_back(row.print + "|" + row.declared);
    std::sort(seen.begin(), seen.end());
    const auto twice = std::adjacent_find(seen.begin(), seen.end());
    EXPECT_TRUE(twice == seen.end()) << *twice;
}

INSTANTIATE_TEST_SUITE_P(Languages, Forms, ::testing::Values("forms-fr.md", "forms-en.md"));

}  // namespace
}  // namespace crossfoot::testing
