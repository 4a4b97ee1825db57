// Sums and counts over streamed tables against the plain evaluator over all rows: the same verdicts, whatever the rows, the
// roundings, the conditions and the number of threads.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <fstream>

#include "tests/checking/streamed.hpp"
#include "tests/support/samples.hpp"

namespace crossfoot::testing {
namespace {

std::string drawn_code() { return one_of<std::string>({"x", "y", "\"a,b\"", "été", "e\u0301te\u0301"}); }

// `clean`: nothing that cannot be summed.
std::string drawn_number(bool clean) {
    const int sort = *rc::gen::inRange(clean ? 4 : 0, 90);
    if (sort == 0) return "n/d";
    if (sort == 1) return "c";
    if (sort == 2) return "about 40";
    if (sort == 3) return "4000000000000000000";
    const std::string whole = std::to_string(*rc::gen::inRange(-3, 12));
    return sort < 45 ? whole : whole + "." + std::to_string(*rc::gen::inRange(0, 100));
}

// Rows of t, chosen by their texts. `row`: the texts of the row of the report that a rule is about, or "".
std::string drawn_rows(const std::string& row) {
    const std::string key = row.empty() ? "\"x\"" : row + ".code";
    switch (*rc::gen::inRange(0, 10)) {
        case 0: return "tables.t[code != " + key + "]";
        case 1: return "tables.t[code in [\"x\", \"été\"]]";
        case 2: return "tables.t[code = " + key + " and kind = \"k\"]";
        case 3: return "tables.t[not (code = " + key + ") or kind = \"k\"]";
        case 4: return "tables.t[code matches /[a-y].*/]";
        case 5: return "tables.t[*]";
        case 6: return "tables.t[y = 2001 or code = " + key + "]";
        default: return "tables.t[code = " + key + "]";
    }
}

std::string drawn_amount(const std::string& row) {
    const std::string rows = drawn_rows(row);
    switch (*rc::gen::inRange(0, 10)) {
        case 0: return "count(" + rows + ")";
        case 1: return "sum(x in " + rows + ": x.a)";
        case 2: return "2 * sum(" + rows + ".b)";
        case 3: return row.empty() ? "report_total" : row + ".n";
        case 4: return one_of<std::string>({"3", "0", "report_total", "exact_total"});
        case 5: return "count(groups(" + rows + ", by: " + one_of<std::string>({"y", "code", "kind"}) + "))";
        default: return "sum(" + rows + ".a)";
    }
}

std::string drawn_statement(const std::string& row) {
    const std::string comparison = one_of<std::string>({" = ", " = ", " = ", " <= ", " < ", " >= ", " > ", " != "});
    switch (*rc::gen::inRange(0, 7)) {
        case 0: return drawn_amount(row) + " + " + drawn_amount(row) + comparison + drawn_amount(row);
        case 1: return drawn_amount(row) + comparison + drawn_amount(row) + " or " + drawn_amount(row) + " > 4";
        case 2: return drawn_amount(row) + " = " + drawn_amount(row) + " within 2";
        default: return drawn_amount(row) + comparison + drawn_amount(row);
    }
}

std::string drawn_group_rule() {
    const std::string comparison = one_of<std::string>({" = ", " <= ", " > "});
    const std::string sum = one_of<std::string>({"sum(g.rows.a)", "count(g.rows)", "count(g.rows[kind = \"k\"])", "sum(g.rows[*].b)"});
    return " for g in groups(" + drawn_rows("") + ", by: " + one_of<std::string>({"y", "y", "kind"}) + "): " + sum + comparison +
           one_of<std::string>({"3", "count(tables.t[*])", "count_of(g.rows)"});
}

TEST(Rollup, AgreesWithThePlainEvaluator) {
    int runs = 0, taken = 0;
    const bool law = rc::check("sums over streamed tables agree with the plain evaluator", [&] {
        const TemporaryDirectory directory;
        const std::string rounding = one_of<std::string>({"", "", "", "rounding = \"half-even\"\n", "rounding = \"truncated\"\n"});
        const std::string a = one_of<std::string>({"number", "0.1", "last-digit", "last-digit", "number"});
        std::ofstream(directory.path() / "report.toml")
            << "report_total = { value = \"12\", _precision = \"last-digit\" }\nexact_total = 7\n"
            << "[[places]]\ncode = \"x\"\nn = { value = \"" << *rc::gen::inRange(0, 60) << "\", _precision = \"last-digit\" }\n"
            << "[[places]]\ncode = \"été\"\nn = " << *rc::gen::inRange(0, 60) << "\n[report]\nid = \"t\"\nlanguage = \"en\"\n"
            << "suppressed = { \"c\" = \"0..<5\" }\n" << rounding
            << "[tables.t]\nsource = \"t.csv\"\ncolumns = { code = \"text\", kind = \"text\", y = \"count\", a = \"" << a << "\", b = \"number\" }\n";
        const bool clean = *rc::gen::inRange(0, 3) != 0;
        std::string t = "b,kind,code,a,y\n";
        for (int i = *rc::gen::inRange(41, 70); i > 0; --i)
            t += drawn_number(clean) + "," + one_of<std::string>({"k", "l"}) + "," + (!clean && *rc::gen::inRange(0, 60) == 0 ? "" : drawn_code()) + "," +
                 drawn_number(clean) + "," + (!clean && *rc::gen::inRange(0, 60) == 0 ? "n/d" : std::to_string(*rc::gen::inRange(1999, 2003))) + "\n";
        std::ofstream(directory.path() / "t.csv") << t;
        std::string rules = "define count_of(rows) = count(rows)\n";
        for (int i = *rc::gen::inRange(1, 4); i > 0; --i) {
            const bool each = *rc::gen::arbitrary<bool>();
            if (*rc::gen::inRange(0, 4) == 0) {
                rules += "rule r" + std::to_string(i) + drawn_group_rule() + "\n";
                continue;
            }
            rules += "rule r" + std::to_string(i) + (each ? " for p in places: " : ": ") + drawn_statement(each ? "p" : "") + "\n";
        }
        const Found tree = run(directory.path().string(), rules, 1000, 1);
        if (tree.errors > 0) RC_DISCARD(tree.first_error);
        const unsigned threads = 1 + static_cast<unsigned>(*rc::gen::inRange(0, 3));
        Found streamed = run(directory.path().string(), rules, 0, threads, 1'000'000, 40);
        // what cannot be told from columns is for the plain evaluator, over all rows
        const auto refused = [](const std::string& verdict) { return verdict.ends_with(" 510"); };
        const bool some_refused = std::any_of(streamed.verdicts.begin(), streamed.verdicts.end(), refused);
        ++runs;
        taken += some_refused ? 0 : 1;
        if (some_refused) streamed = run(directory.path().string(), rules, 0, threads);
        RC_TAG(tree.summary.contradicted > 0 ? "contradictions" : tree.summary.unverifiable > 0 ? "unverifiable" : "holds");
        if (tree.verdicts != streamed.verdicts) RC_LOG() << rules << t;
        RC_ASSERT(tree.verdicts == streamed.verdicts);
        RC_ASSERT(tree.summary.instances == streamed.summary.instances);
        RC_ASSERT(tree.summary.figures == streamed.summary.figures);
    });
    EXPECT_TRUE(law);
    if (few_samples()) return;
    EXPECT_GE(taken * 10, runs * 7) << taken << " of " << runs << " were rolled up";
}

class Large : public ::testing::Test {
protected:
    // A hundred rows of ten codes, n of them 1 to 100, and as many other texts.
    void SetUp() override {
        std::ofstream report(directory_.path() / "report.toml"), rows(directory_.path() / "t.csv");
        report << "total = 5050\n[report]\nid = \"t\"\nlanguage = \"en\"\n[tables.t]\nsource = \"t.csv\"\n"
                  "columns = { code = \"text\", name = \"text\", n = \"count\" }\n";
        rows << "code,name,n\n";
        for (int i = 1; i <= 100; ++i) rows << "c" << i % 10 << ",n" << i << "," << i << "\n";
    }
    [[nodiscard]] Found check(const std::string& rules) const { return run(directory_.path().string(), rules, 0, 2, 1'000, 20); }
    TemporaryDirectory directory_;
};

TEST_F(Large, ASumOverAllRowsIsComputed) {
    const Found found = check("rule s: sum(tables.t[*].n) = total\nrule c: count(tables.t[*]) = 101\n");
    EXPECT_EQ(found.summary.holds, 1U);
    EXPECT_EQ(found.summary.contradicted, 1U);
}

// A table with a column of the name that the count of rolled-up rows has is counted all the same.
TEST_F(Large, AColumnNamedLikeTheCountIsLeftAlone) {
    std::ofstream(directory_.path() / "report.toml")
        << "total = 5050\n[report]\nid = \"t\"\nlanguage = \"en\"\n[tables.t]\nsource = \"t.csv\"\ncolumns = { \"#rows\" = \"count\" }\n";
    std::ofstream rows(directory_.path() / "t.csv");
    rows << "#rows\n";
    for (int i = 0; i < 30; ++i) rows << "7\n";
    rows.close();
    EXPECT_EQ(check("rule c: count(tables.t[*]) = 30\n").summary.holds, 1U);
}

// What cannot be worked out as rows pass needs them all, and says so: a sum of products, a text, more texts than rows may be held.
TEST_F(Large, WhatLooksAtRowsOtherwiseIsRefused) {
    const Found found = check("rule f: sum(x in tables.t: x.n * x.n) = total\nrule q: length(tables.t[name = \"n7\"].name) = 2\n"
                              "rule k: sum(tables.t[name = \"n1\"].n) = 1\nrule ok: sum(tables.t[code = \"c1\"].n) = 460\n");
    EXPECT_EQ(found.summary.unverifiable, 3U);
    EXPECT_EQ(found.summary.holds, 1U);
}

}  // namespace
}  // namespace crossfoot::testing
