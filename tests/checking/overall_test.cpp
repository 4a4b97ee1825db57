// Numbers over whole streamed tables against the plain evaluator over all rows: the same verdicts, whatever the rows, the
// roundings, the conditions and the number of threads.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <fstream>

#include "tests/checking/streamed.hpp"
#include "tests/support/samples.hpp"

namespace crossfoot::testing {
namespace {

// `clean`: known figures.
std::string drawn_cell(bool clean) {
    const int sort = *rc::gen::inRange(clean ? 5 : 0, 90);
    if (sort == 0) return "n/d";
    if (sort == 1) return "c";
    if (sort == 2) return "about 4";
    if (sort == 3) return "4000000000000000000";
    if (sort == 4) return "";
    const std::string whole = std::to_string(*rc::gen::inRange(-3, 9));
    return sort < 45 ? whole : whole + "." + std::to_string(*rc::gen::inRange(0, 10));
}

// Conditions only where figures are exact: the figure of the own row is then no unknown.
std::string drawn_figures(bool exact) {
    const std::string column = exact ? "b" : "a";
    switch (*rc::gen::inRange(0, exact ? 6 : 3)) {
        case 0: return "known(tables.t[*]." + column + ")";
        case 1: return "tables.t[b > " + std::to_string(*rc::gen::inRange(-3, 5)) + "].b";
        case 2: return exact ? "tables.t[code = \"x\" or b >= 2].b" : "tables.t[*].a";
        case 3: return "tables.t[*].b[it != 3]";
        default: return "tables.t[*]." + column;
    }
}

std::string drawn_number() {
    const std::string figures = drawn_figures(*rc::gen::arbitrary<bool>());
    switch (*rc::gen::inRange(0, 11)) {
        case 0: return "min(" + figures + ")";
        case 1: return "max(" + figures + ")";
        case 2: return "sum(" + figures + ") / 7";
        case 3: return "mean(" + figures + ")";
        case 4: return "count(x in " + figures + ": x > 2) / 5";
        case 5: return "min(x in tables.t: x.a)";
        case 6: return "(max(" + figures + ") - min(" + figures + "))";
        case 7: return "count(groups(tables.t" + one_of<std::string>({"", "[b > 1]"}) + ", by: " + one_of<std::string>({"code", "b"}) + "))";
        default: return "part(" + one_of<std::string>({"tables.t[*].a", "tables.t[*].b", "known(tables.t[*].a)"}) + ", " + std::to_string(*rc::gen::inRange(1, 6)) + ")";
    }
}

std::string drawn_statement(bool each) {
    const std::string comparison = one_of<std::string>({" = ", " = ", " <= ", " < ", " >= ", " > ", " != "});
    const std::string own = each ? one_of<std::string>({"r.a", "r.b", "r.a + r.b", "2 * r.a"}) : one_of<std::string>({"report_total", "3", "exact_total"});
    switch (*rc::gen::inRange(0, 7)) {
        case 0: return own + " in " + drawn_number() + ".." + drawn_number();
        case 1: return "share(" + own + ", " + drawn_number() + ")" + comparison + "1";
        case 2: return own + comparison + "2 * " + drawn_number() + " - 3";
        case 3: return own + " = report_total or " + own + comparison + drawn_number();
        case 4: return "not (" + own + comparison + drawn_number() + ")";
        default: return own + comparison + drawn_number();
    }
}

// Without what is certain: of fewer figures more can be proved.
std::vector<std::string> possible(const Found& found) {
    std::vector<std::string> out = found.verdicts;
    for (std::string& each : out) each.erase(each.find(" certain "), std::string_view(" certain 0").size());
    return out;
}

TEST(Overall, AgreesWithThePlainEvaluator) {
    int runs = 0, taken = 0;
    const bool law = rc::check("numbers over whole streamed tables agree with the plain evaluator", [&] {
        const TemporaryDirectory directory;
        const std::string rounding = one_of<std::string>({"", "", "", "rounding = \"half-even\"\n", "rounding = \"truncated\"\n"});
        const std::string a = one_of<std::string>({"number", "0.1", "last-digit", "last-digit", "last-digit"});
        std::ofstream(directory.path() / "report.toml")
            << "report_total = { value = \"" << *rc::gen::inRange(0, 9) << "\", _precision = \"last-digit\" }\nexact_total = 7\n"
            << "[report]\nid = \"t\"\nlanguage = \"en\"\nsuppressed = { \"c\" = \"0..<5\" }\n" << rounding
            << "[tables.t]\nsource = \"t.csv\"\ncolumns = { code = \"text\", a = \"" << a << "\", b = \"number\" }\n";
        const bool clean = *rc::gen::inRange(0, 3) != 0;
        std::string t = "b,code,a\n";
        for (int i = *rc::gen::inRange(1, 40); i > 0; --i) t += drawn_cell(clean) + "," + one_of<std::string>({"x", "y"}) + "," + drawn_cell(clean) + "\n";
        std::ofstream(directory.path() / "t.csv") << t;
        std::string rules = "define part(c, k) = min(c[6 * count(x in c: x <= it) >= k * count(c)])\n";
        for (int i = *rc::gen::inRange(1, 4); i > 0; --i) {
            const bool each = *rc::gen::inRange(0, 3) != 0;
            rules += "rule r" + std::to_string(i) + (each ? " for r in tables.t: " : ": ") + drawn_statement(each) + "\n";
        }
        const Found tree = run(directory.path().string(), rules, 1000, 1);
        if (tree.errors > 0) RC_DISCARD(tree.first_error);
        const unsigned threads = 1 + static_cast<unsigned>(*rc::gen::inRange(0, 3));
        const Found streamed = run(directory.path().string(), rules, 0, threads);
        const Found none_held = run(directory.path().string(), rules, 0, threads, 1'000'000, 0);
        const auto refused = [](const std::string& verdict) { return verdict.ends_with(" 510"); };
        ++runs;
        taken += std::any_of(none_held.verdicts.begin(), none_held.verdicts.end(), refused) ? 0 : 1;
        RC_TAG(tree.summary.contradicted > 0 ? "contradictions" : tree.summary.unverifiable > 0 ? "unverifiable" : "holds");
        if (possible(tree) != possible(streamed)) {
            RC_LOG() << rules << t << a << " " << rounding << "\n";
            for (std::size_t i = 0; i < std::min(tree.verdicts.size(), streamed.verdicts.size()); ++i)
                if (tree.verdicts[i] != streamed.verdicts[i]) RC_LOG() << tree.verdicts[i] << "\n" << streamed.verdicts[i] << "\n";
        }
        RC_ASSERT(possible(tree) == possible(streamed));
        RC_ASSERT(tree.summary.instances == streamed.summary.instances);
        RC_ASSERT(tree.summary.figures == streamed.summary.figures);
    });
    EXPECT_TRUE(law);
    if (few_samples()) return;
    EXPECT_GE(taken * 10, runs * 6) << taken << " of " << runs << " needed no table as a whole";
}

TEST(Order, AgreesWithThePlainEvaluator) {
    const bool law = rc::check("the order of a streamed column agrees with the plain evaluator", [] {
        const TemporaryDirectory directory;
        const std::string a = one_of<std::string>({"number", "0.1", "last-digit", "last-digit"});
        const bool clean = *rc::gen::inRange(0, 3) != 0;
        std::ofstream(directory.path() / "report.toml") << "[report]\nid = \"t\"\nlanguage = \"en\"\n[tables.t]\nsource = \"t.csv\"\n"
                                                        << "columns = { day = \"date\", a = \"" << a << "\" }\n";
        std::string t = "a,day\n";
        int value = 0, day = 10;
        const bool falling = *rc::gen::arbitrary<bool>();
        for (int i = *rc::gen::inRange(0, 40); i > 0; --i) {
            value += *rc::gen::inRange(0, 30) == 0 ? -*rc::gen::inRange(0, 15) : *rc::gen::inRange(0, 12);
            day = std::clamp(day + *rc::gen::inRange(*rc::gen::inRange(0, 20) == 0 ? -2 : 0, 2), 10, 28);
            const int turned = falling ? 400 - value : value;
            const std::string print = std::to_string(turned / 10) + (*rc::gen::arbitrary<bool>() ? "" : "." + std::to_string(std::abs(turned % 10)));
            const bool odd = !clean && *rc::gen::inRange(0, 20) == 0;
            t += (odd ? one_of<std::string>({"n/d", "", "about 4"}) : print) + "," +
                 (odd ? one_of<std::string>({"", "2013-03", "2013-03-11"}) : "2013-03-" + std::to_string(day)) + "\n";
        }
        std::ofstream(directory.path() / "t.csv") << t;
        const std::string rules = "define in_order(column) = ascending(column)\nrule up: in_order(tables.t[*].a)\n"
                                  "rule down: descending(tables.t[*].a)\nrule days: ascending(tables.t[*].day)\n";
        const Found tree = run(directory.path().string(), rules, 1000, 1);
        if (tree.errors > 0) RC_DISCARD(tree.first_error);
        const Found streamed = run(directory.path().string(), rules, 0, 2);
        RC_TAG(tree.summary.contradicted > 2 ? "contradictions" : tree.summary.unverifiable > 0 ? "unverifiable" : "holds");
        if (tree.summary.contradicted != streamed.summary.contradicted) RC_LOG() << t << a << "\n";
        RC_ASSERT(tree.summary.holds == streamed.summary.holds);
        RC_ASSERT(tree.summary.contradicted == streamed.summary.contradicted);
        RC_ASSERT(tree.summary.unverifiable == streamed.summary.unverifiable);
        RC_ASSERT(tree.summary.figures == streamed.summary.figures);
    });
    EXPECT_TRUE(law);
}

// Of 300 rows, of which twenty may be held.
class LargeOverall : public ::testing::Test {
protected:
    void SetUp() override {
        std::ofstream report(directory_.path() / "report.toml"), rows(directory_.path() / "t.csv");
        report << "[report]\nid = \"t\"\nlanguage = \"en\"\n[tables.t]\nsource = \"t.csv\"\n"
                  "columns = { region = \"text\", year = \"count\", n = \"count\" }\n";
        rows << "region,year,n\n";
        for (int i = 0; i < 300; ++i) rows << "r" << i / 10 << "," << 2000 + i % 10 << "," << (i == 123 ? 900 : 100 + i % 5) << "\n";
    }
    [[nodiscard]] Found check(const std::string& rules) const { return run(directory_.path().string(), rules, 0, 2, 1'000, 20); }
    TemporaryDirectory directory_;
};

TEST_F(LargeOverall, OutliersByQuartiles) {
    const Found found = check("define quartile(c, k) = min(c[4 * count(x in c: x <= it) >= k * count(c)])\n"
                              "rule o for r in tables.t: r.n <= 4 * quartile(tables.t[*].n, 3) - 3 * quartile(tables.t[*].n, 1)\n"
                              "rule m: max(tables.t[*].n) = 900\nrule c: count(tables.t[n > 102]) = 120\n"
                              "rule s for r in tables.t: share(r.n, sum(tables.t[*].n)) < 1\n");
    EXPECT_EQ(found.summary.contradicted, 1U);
    EXPECT_EQ(found.summary.unverifiable, 0U);
    EXPECT_EQ(found.summary.holds, 601U);
}

// The rows that a maximum names are shown where they stand in the file, whatever else of it is shown.
TEST_F(LargeOverall, FindingsShowTheRowsOfANumber) {
    LoadLimits limits;
    limits.rows_in_tree = 0;
    LoadResult loaded = load_dataset(directory_.path().string(), limits);
    Diagnostics diagnostics;
    const RuleSet rules = load_rule_texts({{"t.xf", "rule m for r in tables.t: 8 * r.n >= max(tables.t[*].n)\n"}}, loaded.dataset->sources, diagnostics);
    const CheckResult result = check_tables(*loaded.dataset, rules, {}, {});
    ASSERT_TRUE(result.findings);
    ASSERT_EQ(result.findings->summary.contradicted, 299U);
    for (const Finding& each : result.findings->findings)
        for (const NodeId figure : each.figures)
            EXPECT_EQ(loaded.dataset->sources.text(loaded.dataset->node(figure).span), loaded.dataset->figure(figure).printed);
}

// However all rows are written, all of them are judged.
TEST_F(LargeOverall, AllRowsAreThoseOfAStarToo) {
    for (const std::string rows : {"tables.t", "tables.t[*]", "tables.t.*"}) {
        const Found found = check("rule m for r in " + rows + ": 8 * r.n >= max(tables.t[*].n)\nrule p for r in " + rows + ": r.n > 0\n");
        EXPECT_EQ(found.errors, 0U) << found.first_error;
        EXPECT_EQ(found.summary.contradicted, 299U) << rows;
        EXPECT_EQ(found.summary.holds, 301U) << rows;
    }
}

TEST_F(LargeOverall, TheRowOfTheYearBefore) {
    const Found found = check("rule steady for r in tables.t where r.year > 2000:\n"
                              "  r.n <= 2 * tables.t[region = r.region and year = r.year - 1].n\n");
    EXPECT_EQ(found.summary.contradicted, 1U);
    EXPECT_EQ(found.summary.holds, 269U);
    ASSERT_EQ(found.findings.size(), 270U);
}

}  // namespace
}  // namespace crossfoot::testing
