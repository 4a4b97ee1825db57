// Reasoning beside tables whose rows are not in the tree: their rules take no part, all others as ever.
#include <gtest/gtest.h>

#include <fstream>

#include "engine/checking/columns/check_tables.hpp"
#include "engine/dataset/load.hpp"
#include "engine/reasoning/reasoning.hpp"
#include "engine/reasoning/strength.hpp"
#include "tests/support/workspace.hpp"

namespace crossfoot::testing {
namespace {

TEST(BesideStreamedTables, OnlyRulesOverTheTreeAreReasonedAbout) {
    const TemporaryDirectory directory;
    std::ofstream(directory.path() / "report.toml")
        << "total = 46\npart = 10\nrest = 20\nwhole = 31\nagain = 31\n[report]\nid = \"t\"\nlanguage = \"en\"\n"
           "[tables.t]\nsource = \"t.csv\"\ncolumns = { n = \"count\" }\n";
    std::ofstream rows(directory.path() / "t.csv");
    rows << "n\n";
    for (int n = 0; n < 10; ++n) rows << n << "\n";
    rows.close();
    LoadLimits limits;
    limits.rows_in_tree = 0;
    LoadResult loaded = load_dataset(directory.path().string(), limits);
    Diagnostics problems;
    const RuleSet rules = load_rule_texts({{"t.xf",
                                            "rule a for r in tables.t: r.n >= 1\nrule b: sum(tables.t[*].n) = total\n"
                                            "rule c: part + rest = whole\nrule d: whole = again\nrule e: part < 11\n"}},
                                          loaded.dataset->sources, problems);
    ASSERT_TRUE(loaded.diagnostics.empty() && problems.empty());
    TableOptions tables;
    tables.rows_held = 5;
    const CheckResult checked = check_tables(*loaded.dataset, rules, {}, tables);
    ASSERT_TRUE(checked.findings);
    EXPECT_EQ(checked.findings->summary.contradicted, 3U);
    const Reasoning out = reason(*loaded.dataset, rules, *checked.findings);
    ASSERT_EQ(out.incidents.size(), 1U);
    ASSERT_EQ(out.incidents[0].findings.size(), 1U);
    EXPECT_EQ(checked.findings->findings[out.incidents[0].findings[0]].rule, "c");
    ASSERT_FALSE(out.incidents[0].least_sets.empty());
    EXPECT_EQ(loaded.dataset->path(out.incidents[0].least_sets[0].figures[0].figure), "rest");

    Rechecker rechecker(*loaded.dataset, rules);
    EXPECT_TRUE(rechecker.left_out(0) && rechecker.left_out(1));
    const Strength strength = measure_strength({&rechecker, 1});
    EXPECT_EQ(strength.overall.figures, 5U);
    EXPECT_TRUE(strength.figures[0].unprotected || loaded.dataset->path(strength.figures[0].figure) != "total");
}

}  // namespace
}  // namespace crossfoot::testing
