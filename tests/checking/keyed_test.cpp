// Rules by key over streamed tables against the plain evaluator over all rows: the same findings, whatever the tables, the
// keys, the roundings and the number of threads.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <fstream>

#include "tests/checking/streamed.hpp"
#include "tests/support/samples.hpp"

namespace crossfoot::testing {
namespace {

std::string drawn_key() { return one_of<std::string>({"x", "y", "z", "\"a,b\"", "été", "e\u0301te\u0301", "x y", "w", "v", "\"l\nm\""}); }

std::string drawn_key_or_none() { return *rc::gen::inRange(0, 40) == 0 ? "" : drawn_key(); }

std::string drawn_number() {
    const int sort = *rc::gen::inRange(0, 60);
    if (sort == 0) return "n/d";
    if (sort == 1) return "c";
    if (sort == 2) return "about 40";
    if (sort == 3) return "4000000000000000000";
    const std::string whole = std::to_string(*rc::gen::inRange(-3, 12));
    return sort < 30 ? whole : whole + "." + std::to_string(*rc::gen::inRange(0, 100));
}

std::string drawn_comparison() { return one_of<std::string>({" = ", " = ", " = ", " <= ", " < ", " >= ", " > "}); }

// A number about the rows under a key: `rows` of it, `looked_up` in the other table.
std::string drawn_amount(const std::string& rows, const std::string& looked_up) {
    switch (*rc::gen::inRange(0, 9)) {
        case 0: return "count(" + rows + ")";
        case 1: return "sum(x in " + rows + ": x.a)";
        case 2: return "sum(" + rows + "[*].b)";
        case 3: return looked_up + ".b";
        case 4: return "sum(" + looked_up + ".a)";
        case 5: return "count(" + looked_up + ")";
        case 6: return one_of<std::string>({"3", "0", "report_total", "exact_total"});
        case 7: return "2 * sum(" + rows + "[*].a)";
        default: return "sum(" + rows + "[*].a)";
    }
}

std::string drawn_group_rule() {
    const std::string clause = " for g in groups(tables.t, by: code)";
    const auto amount = [] { return drawn_amount("g.rows", "tables.u[code = g.key]"); };
    switch (*rc::gen::inRange(0, 9)) {
        case 0: return clause + ": unique(g.rows[*].name)";
        case 1: return clause + ": g.key in tables.u[*].code";
        case 2: return clause + " where g.key != \"y\": " + amount() + drawn_comparison() + amount();
        case 3: return clause + ": " + amount() + " = " + amount() + " or g.key = \"x\"";
        case 4: return clause + ": unique(g.rows[*].name) and count(g.rows) <= 3";
        case 5: return clause + ": sum(tables.u[code = g.key and a > 2].a)" + drawn_comparison() + amount();
        case 6: return clause + ": max(g.rows[*].a)" + drawn_comparison() + "5";
        default: return clause + ": " + amount() + drawn_comparison() + amount();
    }
}

std::string drawn_row_rule() {
    const std::string clause = " for r in tables.u";
    switch (*rc::gen::inRange(0, 9)) {
        case 5: return clause + ": r.a" + drawn_comparison() + "sum(tables.u[code = r.code].a)";
        case 6: return clause + ": count(tables.u[code = r.code and a > r.b]) <= 1";
        case 7: return clause + " where r.a > 1: sum(tables.u[b = r.b - 1 and code = r.code].a)" + drawn_comparison() + "r.a";
        case 8: return clause + ": max(tables.u[code = r.code].a) >= r.a + count(tables.t[code = r.code])";
        case 0: return clause + ": r.code in tables.t[*].code";
        case 1: return clause + ": r.a" + drawn_comparison() + "sum(tables.t[code = r.code].a)";
        case 2: return clause + ": r.b + r.a" + drawn_comparison() + "sum(tables.t[r.code = code].b)";
        case 3: return clause + " where r.a > 2: count(tables.t[code = r.code]) >= 1";
        default: return clause + ": count(tables.t[code = r.code])" + drawn_comparison() + "r.a";
    }
}

TEST(Keyed, AgreesWithThePlainEvaluator) {
    int runs = 0, taken = 0;
    const bool law = rc::check("rules by key agree with the plain evaluator", [&] {
        const TemporaryDirectory directory;
        const std::string rounding = one_of<std::string>({"", "", "", "rounding = \"half-even\"\n", "rounding = \"truncated\"\n"});
        const std::string a = one_of<std::string>({"number", "0.1", "last-digit", "number"});
        std::ofstream(directory.path() / "report.toml")
            << "report_total = { value = \"12\", _precision = \"last-digit\" }\nexact_total = 7\n[report]\nid = \"t\"\nlanguage = \"en\"\n"
            << "suppressed = { \"c\" = \"0..<5\" }\n" << rounding
            << "[tables.t]\nsource = \"t.csv\"\ncolumns = { code = \"text\", name = \"text\", a = \"" << a << "\", b = \"number\" }\n"
            << "[tables.u]\nsource = \"u.csv\"\ncolumns = { code = \"text\", a = \"" << a << "\", b = \"number\" }\n";
        std::string t = "code,name,a,b\n", u = "b,code,a\n";
        for (int i = *rc::gen::inRange(1, 25); i > 0; --i)
            t += drawn_key_or_none() + "," + drawn_key_or_none() + "," + drawn_number() + "," + drawn_number() + "\n";
        for (int i = *rc::gen::inRange(1, 12); i > 0; --i) u += drawn_number() + "," + drawn_key_or_none() + "," + drawn_number() + "\n";
        std::ofstream(directory.path() / "t.csv") << t;
        std::ofstream(directory.path() / "u.csv") << u;
        std::string rules;
        for (int i = *rc::gen::inRange(1, 4); i > 0; --i) {
            const int sort = *rc::gen::inRange(0, 8);
            rules += "rule r" + std::to_string(i) +
                     (sort == 0 ? ": unique(tables.t[*].name)" : sort < 4 ? drawn_row_rule() : drawn_group_rule()) + "\n";
        }
        const Found tree = run(directory.path().string(), rules, 1000, 1);
        if (tree.errors > 0) RC_DISCARD(tree.first_error);
        const unsigned threads = 1 + static_cast<unsigned>(*rc::gen::inRange(0, 3));
        Found streamed = run(directory.path().string(), rules, 0, threads, 1'000'000, 0);
        // a row without key under further conditions is for the plain evaluator, over all rows
        const auto refused = [](const std::string& verdict) { return verdict.ends_with(" 510"); };
        const bool some_refused = std::any_of(streamed.verdicts.begin(), streamed.verdicts.end(), refused);
        ++runs;
        taken += some_refused ? 0 : 1;
        if (some_refused) streamed = run(directory.path().string(), rules, 0, threads);
        RC_TAG(tree.summary.contradicted > 0 ? "contradictions" : tree.summary.unverifiable > 0 ? "unverifiable" : "holds");
        if (tree.verdicts != streamed.verdicts) RC_LOG() << rules << t << u;
        RC_ASSERT(tree.verdicts == streamed.verdicts);   // of all rows without a key only the first is named
        RC_ASSERT(tree.summary.instances == streamed.summary.instances);
        RC_ASSERT(tree.summary.holds == streamed.summary.holds);
        RC_ASSERT(tree.summary.contradicted == streamed.summary.contradicted);
        RC_ASSERT(tree.summary.unverifiable == streamed.summary.unverifiable);
        RC_ASSERT(tree.summary.vacuous == streamed.summary.vacuous);
    });
    EXPECT_TRUE(law);
    if (few_samples()) return;
    EXPECT_GE(taken * 10, runs * 7) << taken << " of " << runs << " were judged by key";
}

// Six hundred places, two of three with another amount than their parts, ten of them far off; two rows each, and one place with forty.
TEST(Keyed, TheWorstAreListedAndAllAreCounted) {
    const TemporaryDirectory directory;
    std::ofstream(directory.path() / "report.toml")
        << "[report]\nid = \"t\"\nlanguage = \"en\"\n[tables.parts]\nsource = \"parts.csv\"\ncolumns = { place = \"text\", n = \"count\" }\n"
           "[tables.places]\nsource = \"places.csv\"\ncolumns = { place = \"text\", n = \"count\" }\n";
    std::ofstream parts(directory.path() / "parts.csv"), places(directory.path() / "places.csv");
    parts << "place,n\n";
    places << "place,n\n";
    for (int i = 0; i < 600; ++i) {
        parts << "p" << i << "," << i << "\np" << i << ",1\n";
        places << "p" << i << "," << (i % 3 == 0 ? i + 1 : i + 1 + (i < 585 ? 1 : 990)) << "\n";
    }
    for (int i = 0; i < 40; ++i) parts << "large,1\n";
    places << "large,39\n";
    parts.close();
    places.close();
    const std::string rules = "rule same for g in groups(tables.parts, by: place): sum(g.rows[*].n) = tables.places[place = g.key].n\n";
    const Found tree = run(directory.path().string(), rules, 1'000'000, 1);
    const Found one = run(directory.path().string(), rules, 0, 1, 10, 0, 100), four = run(directory.path().string(), rules, 0, 4, 10, 0, 100);
    EXPECT_EQ(one.findings, four.findings);
    EXPECT_EQ(one.summary.instances, tree.summary.instances);
    EXPECT_EQ(one.summary.contradicted, tree.summary.contradicted);
    ASSERT_EQ(one.findings.size(), 10U);
    for (const std::string& each : one.findings) EXPECT_NE(each.find(" gap 99"), std::string::npos) << each;
    // one place has more rows than may be at hand
    const Found few = run(directory.path().string(), rules, 0, 2, 1'000'000, 0, 30);
    EXPECT_EQ(few.summary.unverifiable, 1U);
    EXPECT_EQ(few.summary.contradicted, tree.summary.contradicted - 1);
    EXPECT_EQ(few.summary.instances, tree.summary.instances);
}

}  // namespace
}  // namespace crossfoot::testing
