// The columns against the plain evaluator: whatever the table, the rules and the roundings, a table that is streamed
// gives the findings that it gives as rows of the tree, whatever the number of threads.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <fstream>

#include "tests/checking/streamed.hpp"
#include "tests/support/samples.hpp"

namespace crossfoot::testing {
namespace {

std::string drawn_cell(bool whole) {
    const int sort = *rc::gen::inRange(0, 24);
    if (sort == 0) return "";
    if (sort == 1) return "n/d";
    if (sort == 2) return "c";
    if (sort == 3) return "about 40";
    if (sort == 4) return "\"1,200\"";
    const auto small = [] { return std::to_string(*rc::gen::inRange(-20, 120)); };
    if (sort == 5)
        return std::to_string(*rc::gen::inRange<std::int64_t>(-4'000'000'000'000'000'000, 4'000'000'000'000'000'000));
    if (whole || sort < 12) return small();
    return small() + "." + std::to_string(*rc::gen::inRange(0, 10)) +
           (sort < 16 ? std::to_string(*rc::gen::inRange(0, 10)) : "");
}

std::string drawn_sum(int depth) {
    const int sort = depth == 0 ? *rc::gen::inRange(0, 4) : *rc::gen::inRange(0, 10);
    if (sort == 3 && depth > 0) return "r[\"" + one_of<std::string>({"a", "b", "c"}) + "\"]";
    if (sort < 4) return "r." + one_of<std::string>({"a", "b", "c", "d"});
    if (sort == 4) return one_of<std::string>({"0", "3", "40", "2.5"});
    if (sort == 5 && *rc::gen::arbitrary<bool>()) return "sum(r.* except {n, day, p, q})";
    if (sort == 5) return "sum([r.a, r.b, r.c])";
    if (sort == 6) return "2 * " + drawn_sum(0);
    if (sort == 7) return "-" + drawn_sum(0);
    if (sort == 8) return "difference(" + drawn_sum(0) + ", " + drawn_sum(0) + ")";
    return "(" + drawn_sum(depth - 1) + one_of<std::string>({" + ", " - "}) + drawn_sum(depth - 1) + ")";
}

std::string drawn_relation() {
    const std::string comparison = one_of<std::string>({" = ", " = ", " = ", " != ", " < ", " <= ", " > ", " >= "});
    switch (*rc::gen::inRange(0, 14)) {
        case 12: return drawn_sum(0) + " / " + one_of<std::string>({"1", "2", "3", "7"}) + " = r." + one_of<std::string>({"a", "b", "c"});
        case 13: return "r." + one_of<std::string>({"a", "b", "c"}) + " = " + drawn_sum(1) + one_of<std::string>({"", " within 2"});
        case 0: return "present(r." + one_of<std::string>({"a", "p", "n", "day"}) + ")";
        case 1: return "missing(r." + one_of<std::string>({"b", "n"}) + ")";
        case 2: return "r.n in [\"x\", \"y\", \"été\"]";
        case 3: return "r.n matches /[a-zé]*/";
        case 4: return "r.n" + one_of<std::string>({" = ", " != "}) + "\"y\"";
        case 5: return drawn_sum(1) + " in 0..60";
        case 6: return "10 <= " + drawn_sum(1) + one_of<std::string>({" <= ", " < "}) + "50";
        case 7: return "r.day" + comparison + "2013-06-15";
        case 8:
            return one_of<std::string>({"share", "ratio", "change"}) + "(r.a, r.b)" +
                   (comparison == " != " ? std::string(" = ") : comparison) +
                   one_of<std::string>({"r.p", "r.q", "0.5", "r.p + 1 %"});
        case 9: return drawn_sum(1) + " = " + drawn_sum(1) + " within 2";
        case 10:
            return "exactly(" + drawn_sum(0) + ")" + (comparison == " != " ? std::string(" = ") : comparison) +
                   drawn_sum(0);
        default: return drawn_sum(2) + comparison + drawn_sum(2);
    }
}

std::string drawn_truth() {
    switch (*rc::gen::inRange(0, 8)) {
        case 0: return "not " + drawn_relation();
        case 1: return drawn_relation() + " and " + drawn_relation();
        case 2: return drawn_relation() + " or " + drawn_relation();
        case 3: return "if " + drawn_relation() + " then " + drawn_relation();
        case 4: return "let x = r.a + r.b; x = r.c and " + drawn_relation();
        default: return drawn_relation();
    }
}

TEST(Columns, AStreamedTableGivesTheFindingsOfTheTree) {
    std::uint64_t instances = 0, one_by_one = 0;
    const bool law = rc::check("columns agree with the plain evaluator", [&] {
        const TemporaryDirectory directory;
        const std::string rounding = one_of<std::string>(
            {"", "rounding = \"half-up\"\n", "rounding = \"half-even\"\n", "rounding = \"truncated\"\n", "", ""});
        std::ofstream(directory.path() / "report.toml")
            << "[report]\nid = \"t\"\nlanguage = \"en\"\nsuppressed = { \"c\" = \"0..<5\" }\n"
            << rounding
            << "\n[tables.t]\nsource = \"t.csv\"\ncolumns = { n = \"text\", day = \"date\", a = \"count\", b = "
               "\"count\", c = \""
            << one_of<std::string>({"number", "10", "0.5", "count"}) << "\", d = \""
            << one_of<std::string>({"number", "0.1", "last-digit"}) << "\", p = \""
            << one_of<std::string>({"0.1 %", "%", "1 %"}) << "\", q = \"%\" }\n";
        std::string csv = "n,a,b,c,d,p,q,day\n";
        const int rows = *rc::gen::inRange(1, 12);
        for (int i = 0; i < rows; ++i) {
            csv += one_of<std::string>({"x", "y", "", "\"a,b\"", "été", "e\u0301te\u0301"});
            csv += "," + drawn_cell(true) + "," + drawn_cell(true) + "," + drawn_cell(true);
            for (int k = 0; k < 3; ++k) csv += "," + drawn_cell(false);
            csv += "," + one_of<std::string>({"2013-06-15", "2013-01-02", "June 2013", "n/d"}) + "\n";
        }
        std::ofstream(directory.path() / "t.csv") << csv;
        std::string rules;
        const int many = *rc::gen::inRange(1, 5);
        for (int i = 0; i < many; ++i) {
            const std::string where = *rc::gen::inRange(0, 3) == 0 ? " where " + drawn_relation() : "";
            rules += "rule r" + std::to_string(i) + " for r in tables.t" + where + ": " + drawn_truth() + "\n";
        }
        const Found tree = run(directory.path().string(), rules, 1000, 1);
        if (tree.errors > 0) RC_DISCARD(tree.first_error);
        const Found streamed =
            run(directory.path().string(), rules, 0, 1 + static_cast<unsigned>(*rc::gen::inRange(0, 3)));
        RC_TAG(tree.summary.contradicted > 0   ? "contradictions"
               : tree.summary.unverifiable > 0 ? "unverifiable"
                                               : "holds");
        if (tree.findings != streamed.findings) RC_LOG() << rules << csv;
        RC_ASSERT(tree.findings == streamed.findings);
        RC_ASSERT(tree.summary.instances == streamed.summary.instances);
        RC_ASSERT(tree.summary.holds == streamed.summary.holds);
        RC_ASSERT(tree.summary.contradicted == streamed.summary.contradicted);
        RC_ASSERT(tree.summary.unverifiable == streamed.summary.unverifiable);
        RC_ASSERT(tree.summary.vacuous == streamed.summary.vacuous);
        RC_ASSERT(tree.summary.figures == streamed.summary.figures);
        instances += streamed.summary.instances;
        for (const auto& [rule, left] : streamed.one_by_one) one_by_one += left;
    });
    EXPECT_TRUE(law);
    if (few_samples()) return;
    EXPECT_LT(one_by_one * 10, instances * 8) << one_by_one << " of " << instances << " were left to the plain evaluator";
}

// Rules and tables that columns can mostly decide, with a tree figure that is exact and one that is rounded.
std::string drawn_decided_relation() {
    const std::string comparison = one_of<std::string>({" = ", " = ", " = ", " != ", " < ", " <= ", " > ", " >= "});
    const std::string equal = comparison == " != " ? " = " : comparison;
    const auto column = [] { return "r." + one_of<std::string>({"a", "b", "c", "d", "p", "q"}); };
    const auto amount = [] { return "r." + one_of<std::string>({"a", "b", "c", "d"}); };
    switch (*rc::gen::inRange(0, 14)) {
        case 0: return "present(r." + one_of<std::string>({"a", "p", "n"}) + ")";
        case 1: return "r.n in [\"x\", \"y\"]";
        case 2: return "r.n matches /[a-z]*/";
        case 3: return "r.day" + comparison + "2013-06-15";
        case 4: return amount() + " in 0..60";
        case 5: return "10 <= " + amount() + " <= " + one_of<std::string>({"50", "10.2"});
        case 6: return one_of<std::string>({"share", "ratio", "change"}) + "(r.a, r.b)" + equal + one_of<std::string>({"r.p", "r.q", "0.5"});
        case 7: return amount() + " + " + amount() + " = " + amount() + " within " + one_of<std::string>({"2", "0.5"});
        case 8: return "exactly(" + amount() + ")" + equal + amount();
        case 9: return one_of<std::string>({"r.p", "r.q"}) + comparison + one_of<std::string>({"r.p", "r.q"});
        case 10: return amount() + comparison + one_of<std::string>({"exact", "rounded", "2 * exact", "exact / 3", "12.5"});
        case 11: return amount() + " / 3" + comparison + amount();
        case 12: return column() + " = " + "r." + one_of<std::string>({"p", "q"}) + " + 1 %";
        default: return amount() + one_of<std::string>({" + ", " - "}) + amount() + comparison + amount();
    }
}

std::string drawn_decided_truth() {
    switch (*rc::gen::inRange(0, 9)) {
        case 0: return "not " + drawn_decided_relation();
        case 1: return drawn_decided_relation() + " and " + drawn_decided_relation();
        case 2: return drawn_decided_relation() + " or " + drawn_decided_relation();
        case 3: return "if " + drawn_decided_relation() + " then " + drawn_decided_relation();
        case 4: return "(if " + drawn_decided_relation() + " then " + drawn_decided_relation() + ") and " + drawn_decided_relation();
        default: return drawn_decided_relation();
    }
}

std::string drawn_decided_table(std::string& manifest) {
    manifest = "[report]\nid = \"t\"\nlanguage = \"en\"\nsuppressed = { \"c\" = \"0..<5\" }\n" +
               one_of<std::string>({"", "", "", "rounding = \"nearest\"\n", "rounding = \"half-even\"\n"}) +
               "[tables.t]\nsource = \"t.csv\"\ncolumns = { n = \"text\", day = \"date\", a = \"count\", b = \"count\", c = \"" +
               one_of<std::string>({"number", "10", "0.5"}) + "\", d = \"" + one_of<std::string>({"number", "0.1", "last-digit"}) +
               "\", p = \"" + one_of<std::string>({"0.1 %", "%", "1 %"}) + "\", q = \"%\" }\n";
    std::string csv = "n,a,b,c,d,p,q,day\n";
    const int rows = *rc::gen::inRange(4, 40);
    const auto cell = [](bool whole, int most) -> std::string {
        if (*rc::gen::inRange(0, 60) == 0) return one_of<std::string>({"", "c", "about 40"});
        std::string out = std::to_string(*rc::gen::inRange(-most / 4, most));
        if (!whole) out += "." + std::to_string(*rc::gen::inRange(0, 10));
        return out;
    };
    for (int i = 0; i < rows; ++i) {
        csv += one_of<std::string>({"x", "y", "x", "été", i == 0 ? "" : "z"}) + "," + cell(true, 40) + "," + cell(true, 40);
        csv += "," + cell(*rc::gen::arbitrary<bool>(), 80) + "," + cell(*rc::gen::arbitrary<bool>(), 80);
        csv += "," + cell(false, 3) + "," + cell(*rc::gen::arbitrary<bool>(), 3) + "," + one_of<std::string>({"2013-06-15", "2013-01-02"}) + "\n";
    }
    return csv;
}

TEST(Columns, ContradictionsFoundOnColumnsAreThoseOfThePlainEvaluator) {
    std::uint64_t found = 0, refuted = 0;
    const bool law = rc::check("columns refute what the plain evaluator refutes", [&] {
        const TemporaryDirectory directory;
        std::string manifest;
        std::ofstream(directory.path() / "t.csv") << drawn_decided_table(manifest);
        std::ofstream(directory.path() / "report.toml") << manifest;
        std::ofstream(directory.path() / "figures.toml") << "exact = 40\nrounded = \"20.0\"\n";
        std::string rules;
        for (int i = 0; i < 4; ++i) {
            const std::string where = *rc::gen::inRange(0, 3) == 0 ? " where " + drawn_decided_truth() : "";
            rules += "rule r" + std::to_string(i) + " for r in tables.t" + where + ": " + drawn_decided_truth() + "\n";
        }
        const auto listed = static_cast<std::uint64_t>(*rc::gen::inRange(1, 6));
        const unsigned threads = 1 + static_cast<unsigned>(*rc::gen::inRange(0, 2));
        const auto checked = [&](bool refutes, std::uint64_t most) {
            return run(directory.path().string(), rules, 0, threads, most, 200'000, 200'000, refutes, false);
        };
        const Found fast = checked(true, listed), slow = checked(false, listed);
        if (slow.errors > 0) RC_DISCARD(slow.first_error);
        if (fast.findings != slow.findings || fast.summary.figures_checked != slow.summary.figures_checked) RC_LOG() << rules;
        RC_ASSERT(fast.findings == slow.findings);
        RC_ASSERT(fast.summary.instances == slow.summary.instances);
        RC_ASSERT(fast.summary.holds == slow.summary.holds);
        RC_ASSERT(fast.summary.contradicted == slow.summary.contradicted);
        RC_ASSERT(fast.summary.unverifiable == slow.summary.unverifiable);
        RC_ASSERT(fast.summary.figures_checked == slow.summary.figures_checked);
        const Found tree = run(directory.path().string(), rules, 1000, 1), all = checked(true, 1'000'000);
        RC_ASSERT(tree.summary.contradicted == all.summary.contradicted);
        found += slow.summary.contradicted;
        for (const auto& [rule, left] : slow.one_by_one) refuted += left - fast.one_by_one.at(rule);
    });
    EXPECT_TRUE(law);
    if (few_samples()) return;
    // a planner that refuses everything would agree with everything
    EXPECT_GT(refuted * 5, found * 2) << refuted << " contradictions found on columns, of " << found;
    EXPECT_GT(found, 1'000U);
}

// Of ten thousand rows a hundred are wrong, in each of five ways, and in some a cell is missing.
TEST(Columns, OnlyWhatTheyCannotDecideIsLeft) {
    const auto left = [](int wrong, int missing) {
        const TemporaryDirectory directory;
        std::ofstream(directory.path() / "report.toml")
            << "[report]\nid = \"t\"\nlanguage = \"en\"\n[tables.t]\nsource = \"t.csv\"\ncolumns = { id = \"text\", region = \"text\", "
               "urban = \"count\", rural = \"count\", total = \"count\", percent = \"0.1 %\" }\n";
        std::ofstream csv(directory.path() / "t.csv");
        csv << "id,region,urban,rural,total,percent\n";
        for (int i = 0; i < 10'000; ++i) {
            const bool off = i % 100 == 7 && i < 100 * wrong;
            csv << (off ? "" : "r" + std::to_string(i)) << "," << (off ? "nowhere" : i % 2 == 0 ? "north" : "south") << "," << 300 + i << ","
                << (i % 100 == 9 && i < 100 * missing ? std::string("n/d") : std::to_string(700 + 3 * i)) << "," << 1000 + 4 * i + (off ? 1 : 0)
                << "," << (off ? "120.0" : std::to_string((2000 * (300 + i) + 1000 + 4 * i) / (2 * (1000 + 4 * i)) / 10) + "." +
                                               std::to_string((2000 * (300 + i) + 1000 + 4 * i) / (2 * (1000 + 4 * i)) % 10)) << "\n";
        }
        csv.close();
        const std::string rules = "rule a for r in tables.t: r.total = r.urban + r.rural\nrule b for r in tables.t: share(r.urban, r.total) = r.percent\n"
                                  "rule c for r in tables.t: present(r.id)\nrule d for r in tables.t: r.region in [\"north\", \"south\"]\n"
                                  "rule e for r in tables.t: r.percent in 0 %..100 %\n";
        return run(directory.path().string(), rules, 0, 2, 10, 200'000, 200'000, true, false);
    };
    using Counts = std::map<std::string, std::uint64_t>;
    const Found clean = left(0, 0), some = left(100, 0), holes = left(0, 20);
    EXPECT_EQ(clean.one_by_one, (Counts{{"a", 0}, {"b", 0}, {"c", 0}, {"d", 0}, {"e", 0}}));
    EXPECT_EQ(clean.summary.holds, 50'000U);
    EXPECT_EQ(some.one_by_one, clean.one_by_one);
    EXPECT_EQ(some.summary.contradicted, 500U);
    EXPECT_EQ(holes.one_by_one, (Counts{{"a", 20}, {"b", 0}, {"c", 0}, {"d", 0}, {"e", 0}}));
    EXPECT_EQ(holes.summary.unverifiable, 20U);
}

TEST(Columns, TextsThatNoRuleReachesAreNoTypeErrors) {
    const TemporaryDirectory directory;
    std::ofstream(directory.path() / "report.toml")
        << "[report]\nid = \"t\"\nlanguage = \"en\"\n[tables.t]\nsource = \"t.csv\"\ncolumns = { name = \"text\", 2011 = \"count\", "
           "2012 = \"count\", 2013 = \"count\", total = \"count\" }\n";
    std::ofstream(directory.path() / "t.csv") << "name,2011,2012,2013,total\na,10,11,12,33\nb,2,3,7,12\nc,1,2,3,7\n";
    const std::string rules =
        "rule total for r in tables.t: sum(r.* except {name, total}) = r.total\n"
        "rule step for r in tables.t for y in 2011..2012: r[y] <= r[y + 1]\n"
        "rule growth for r in tables.t for y in 2011..2012: r[y + 1] - r[y] >= 0\n"
        "rule key for r in tables.t: all(k in r.* except {name, total}: r[key(k)] <= r.total)\n"
        "rule all for r in tables.t: all(y in 2011..2012: r[y] <= r[y + 1])\n";
    const Found tree = run(directory.path().string(), rules, 1000, 1), streamed = run(directory.path().string(), rules, 0, 1);
    EXPECT_EQ(tree.first_error, "");
    EXPECT_EQ(streamed.first_error, "");
    EXPECT_EQ(tree.findings, streamed.findings);
    EXPECT_EQ(streamed.summary.contradicted, 1U);
    EXPECT_EQ(streamed.summary.holds, 20U);
}

TEST(Columns, WithoutTheirRowsNothingIsSaid) {
    const TemporaryDirectory directory;
    std::ofstream(directory.path() / "report.toml")
        << "total = \"6\"\nparts = [1, 2, 3]\n[report]\nid = \"t\"\nlanguage = \"en\"\n[tables.t]\nsource = \"t.csv\"\n"
           "columns = { a = \"count\" }\n";
    std::ofstream(directory.path() / "t.csv") << "a\n1\n2\n3\n";
    LoadLimits limits;
    limits.rows_in_tree = 0;
    LoadResult loaded = load_dataset(directory.path().string(), limits);
    Diagnostics diagnostics;
    const RuleSet rules = load_rule_texts({{"t.xf", "rule all: sum(tables.t[*].a) = total\nrule rows for r in tables.t: r.a >= 1\n"
                                                    "rule tree: sum(parts) = total\nrule form for r in tables.t: r.a = r.a\n"}},
                                          loaded.dataset->sources, diagnostics);
    CheckOptions options;
    options.keep_holding = true;
    const CheckResult plain = check(*loaded.dataset, rules, options);
    ASSERT_TRUE(plain.findings);
    std::string verdicts;
    for (const Finding& each : plain.findings->findings)
        verdicts += each.rule + " " + std::string(to_string(each.verdict)) + (each.code ? " " + std::string(name(*each.code)) : "") + "\n";
    EXPECT_EQ(verdicts, "all unverifiable XF510\nform vacuous XF512\nrows unverifiable XF510\ntree holds\n");
    const CheckResult with_rows = check_tables(*loaded.dataset, rules, options, {});
    ASSERT_TRUE(with_rows.findings);
    EXPECT_EQ(with_rows.findings->summary.contradicted, 0U);
    EXPECT_EQ(with_rows.findings->summary.holds, 5U);
    EXPECT_EQ(with_rows.findings->summary.vacuous, 1U);
}

TEST(Columns, TheWorstAreListedAndAllAreCounted) {
    const TemporaryDirectory directory;
    std::ofstream(directory.path() / "report.toml") << "[report]\nid = \"t\"\nlanguage = \"en\"\n[tables.t]\nsource = "
                                                       "\"t.csv\"\ncolumns = { a = \"count\", b = \"count\" }\n";
    std::ofstream csv(directory.path() / "t.csv");
    csv << "a,b\n";
    for (int i = 0; i < 3'000; ++i) csv << i << "," << (i % 3 == 0 ? i : i + i % 1000) << "\n";
    csv.close();
    const std::string rules = "rule same for r in tables.t: r.a = r.b\n";
    const Found one = run(directory.path().string(), rules, 0, 1, 10),
                four = run(directory.path().string(), rules, 0, 4, 10);
    const Found all = run(directory.path().string(), rules, 1'000'000, 1);
    EXPECT_EQ(one.findings, four.findings);
    EXPECT_EQ(one.summary.contradicted, all.summary.contradicted);
    ASSERT_EQ(one.findings.size(), 10U);
    for (const std::string& each : one.findings) EXPECT_NE(each.find(" gap 99"), std::string::npos) << each;
}

}  // namespace
}  // namespace crossfoot::testing
