// The row before, lookups by date, and orders: against a naive look at all pairs of rows, with the rows in the tree, streamed
// and held, and streamed by key.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <fstream>
#include <optional>

#include "tests/checking/streamed.hpp"

namespace crossfoot::testing {
namespace {

struct SeriesRow {
    std::optional<char> place;
    std::optional<int> day;   // of March 2024
    int count = 0;
};

std::vector<SeriesRow> drawn_series() {
    std::vector<SeriesRow> out;
    const int rows = *rc::gen::inRange(1, 40), days = *rc::gen::inRange(5, 29), places = *rc::gen::inRange(1, 4);
    const bool holes = *rc::gen::inRange(0, 4) == 0;
    for (int i = 0; i < rows; ++i) {
        SeriesRow row;
        if (!holes || *rc::gen::inRange(0, 20) != 0) row.place = static_cast<char>('a' + *rc::gen::inRange(0, places));
        if (!holes || *rc::gen::inRange(0, 20) != 0) row.day = *rc::gen::inRange(1, days);
        row.count = *rc::gen::inRange(0, 6);
        out.push_back(row);
    }
    return out;
}

void write_series(const TemporaryDirectory& directory, const std::vector<SeriesRow>& rows) {
    std::ofstream(directory.path() / "report.toml")
        << "[report]\nid = \"t\"\nlanguage = \"en\"\n[tables.t]\nsource = \"t.csv\"\n"
           "columns = { place = \"text\", day = \"date\", n = \"count\" }\n";
    std::ofstream csv(directory.path() / "t.csv");
    csv << "place,day,n\n";
    for (const SeriesRow& each : rows) {
        if (each.place) csv << *each.place;
        csv << ',';
        if (each.day) csv << "2024-03-" << (*each.day < 10 ? "0" : "") << *each.day;
        csv << ',' << each.count << '\n';
    }
}

// "holds", "contradicted", or the number of the code.
std::string compared(const SeriesRow& before, const SeriesRow& row) { return before.count <= row.count ? "holds" : "contradicted"; }

std::string naive_prior(const std::vector<SeriesRow>& rows, const SeriesRow& row, bool within) {
    if (!row.day || (within && !row.place)) return "501";
    const auto in_group = [&](const SeriesRow& each) { return !within || each.place == row.place; };
    for (const SeriesRow& each : rows)
        if ((within && !each.place) || (in_group(each) && !each.day)) return "501";
    std::vector<const SeriesRow*> nearest;
    for (const SeriesRow& each : rows) {
        if (!in_group(each) || *each.day >= *row.day) continue;
        if (!nearest.empty() && *nearest.front()->day < *each.day) nearest.clear();
        if (nearest.empty() || *nearest.front()->day == *each.day) nearest.push_back(&each);
    }
    if (nearest.empty()) return "511";
    return nearest.size() > 1 ? "503" : compared(*nearest.front(), row);
}

// tables.t[day = r.day - k j and place = r.place].n <= r.n
std::string naive_lookup(const std::vector<SeriesRow>& rows, const SeriesRow& row, int days, bool within) {
    std::vector<const SeriesRow*> chosen;
    for (const SeriesRow& each : rows) {
        const bool itself = &each == &row;   // a missing cell is what it is itself
        const bool day_known = each.day && row.day, place_known = itself || (each.place && row.place);
        const bool day = day_known && *each.day == *row.day - days, place = place_known && each.place == row.place;
        if ((day_known && !day) || (within && place_known && !place)) continue;
        if (!day_known || (within && !place_known)) return "507";
        chosen.push_back(&each);
    }
    if (chosen.empty()) return "502";
    return chosen.size() > 1 ? "503" : compared(*chosen.front(), row);
}

std::string in_short(const std::string& verdict) {
    for (const char* each : {" holds ", " contradicted "})
        if (verdict.find(each) != std::string::npos) return std::string(each).substr(1, std::string(each).size() - 2);
    return verdict.substr(verdict.rfind(' ') + 1);
}

std::vector<std::string> in_short(const Found& found) {
    std::vector<std::string> out;
    for (const std::string& each : found.verdicts) out.push_back(in_short(each));
    return out;
}

TEST(Series, TheRowBeforeIsThatOfAllPairs) {
    EXPECT_TRUE(rc::check("prior", [] {
        const TemporaryDirectory directory;
        const std::vector<SeriesRow> rows = drawn_series();
        write_series(directory, rows);
        const bool within = *rc::gen::inRange(0, 3) != 0;
        const std::string rules = std::string("rule r for r in tables.t: prior(r, by: day") + (within ? ", within: place" : "") + ").n <= r.n\n";
        std::vector<std::string> expected;
        for (const SeriesRow& each : rows) expected.push_back(naive_prior(rows, each, within));
        const Found tree = run(directory.path().string(), rules, 1'000'000, 1);
        RC_LOG() << rules << tree.first_error;
        RC_ASSERT(in_short(tree) == expected);
        const Found held = run(directory.path().string(), rules, 0, 2);
        RC_ASSERT(held.verdicts == tree.verdicts);
        const Found by_key = run(directory.path().string(), rules, 0, 2, 1'000'000, 0);
        RC_ASSERT(by_key.verdicts == tree.verdicts || std::all_of(by_key.verdicts.begin(), by_key.verdicts.end(), [](const std::string& each) { return in_short(each) == "510"; }));
        if (within) RC_ASSERT(by_key.verdicts == tree.verdicts);
    }));
}

TEST(Series, ALookupByDateIsThatOfAllPairs) {
    EXPECT_TRUE(rc::check("lookup", [] {
        const TemporaryDirectory directory;
        const std::vector<SeriesRow> rows = drawn_series();
        write_series(directory, rows);
        const bool within = *rc::gen::inRange(0, 3) != 0;
        const int days = *rc::gen::inRange(-2, 4);
        const std::string asked = "r.day - " + std::to_string(days + 2) + " j + 2 j";
        const std::string condition = *rc::gen::inRange(0, 2) == 0 ? "day = " + asked : asked + " = it.day";
        const std::string rules = "rule r for r in tables.t: tables.t[" + condition + (within ? " and place = r.place" : "") + "].n <= r.n\n";
        std::vector<std::string> expected;
        for (const SeriesRow& each : rows) expected.push_back(naive_lookup(rows, each, days, within));
        const Found tree = run(directory.path().string(), rules, 1'000'000, 1);
        RC_LOG() << rules << tree.first_error;
        RC_ASSERT(in_short(tree) == expected);
        const Found held = run(directory.path().string(), rules, 0, 2);
        RC_ASSERT(held.verdicts == tree.verdicts);
    }));
}

// Rules over a row and the one before it, decided on columns: the same findings as in the tree, few rows for the evaluator.
TEST(Series, ColumnsOfTheRowBeforeSayWhatTheTreeSays) {
    std::size_t quick = 0, rounds = 0;
    EXPECT_TRUE(rc::check("columns", [&] {
        const TemporaryDirectory directory;
        const std::vector<SeriesRow> rows = drawn_series();
        std::ofstream(directory.path() / "report.toml")
            << "[report]\nid = \"t\"\nlanguage = \"en\"\n[tables.t]\nsource = \"t.csv\"\n"
               "columns = { place = \"text\", day = \"date\", n = \"count\", rate = \"%\", total = \"number\", note = \"text\" }\n";
        std::ofstream csv(directory.path() / "t.csv");
        csv << "place,day,n,rate,total,note\n";
        int total = 0;
        for (const SeriesRow& each : rows) {
            total += each.count;
            csv << (each.place ? std::string(1, *each.place) : "") << ',';
            if (each.day) csv << "2024-03-" << (*each.day < 10 ? "0" : "") << *each.day;
            csv << ',' << (*rc::gen::inRange(0, 15) == 0 ? "" : std::to_string(each.count)) << ','
                << one_of<std::string>({"0", "12.5", "-3.1", "100", "about 4"}) << ',' << total + *rc::gen::inRange(-1, 2)
                << one_of<std::string>({"", ".0", ".5"}) << ',' << one_of<std::string>({"", "x"}) << '\n';
        }
        csv.close();
        const std::string of = one_of<std::string>({"by: day", "by: day, within: place", "by: total", "by: n, within: place"});
        const std::string before = "prior(r, " + of + ")";
        const std::string body = one_of<std::string>({
            "BEFORE.total + r.n = r.total", "change(BEFORE.n, r.n) = r.rate", "BEFORE.day < r.day", "BEFORE.n <= r.n or r.rate > 5 %",
            "if present(BEFORE.note) then r.n >= BEFORE.n", "let p = BEFORE; p.total + r.n = r.total within 1", "not (BEFORE.n = r.n)",
            "BEFORE.rate - r.rate in -50 %..50 %", "BEFORE.place = r.place", "exactly(BEFORE.total) <= r.total"});
        std::string rule = body;
        for (std::size_t at; (at = rule.find("BEFORE")) != std::string::npos;) rule.replace(at, 6, before);
        const std::string where = one_of<std::string>({"", "", " where r.day > 2024-03-04", " where " + before + ".n > 1", " where present(r.note)"});
        const std::string rules = "rule r for r in tables.t" + where + ":\n  " + rule + "\n";
        RC_LOG() << rules;
        for (const bool keep_holding : {false, true}) {
            const Found tree = run(directory.path().string(), rules, 1'000'000, 1, 1'000'000, 200'000, 200'000, true, keep_holding);
            const Found streamed = run(directory.path().string(), rules, 0, 2, 1'000'000, 200'000, 200'000, true, keep_holding);
            RC_LOG() << tree.first_error << streamed.first_error;
            RC_ASSERT(tree.errors == 0);
            RC_ASSERT(streamed.findings == tree.findings);
            RC_ASSERT(streamed.summary.holds == tree.summary.holds);
            RC_ASSERT(streamed.summary.contradicted == tree.summary.contradicted);
            RC_ASSERT(streamed.summary.unverifiable == tree.summary.unverifiable);
            RC_ASSERT(streamed.summary.vacuous == tree.summary.vacuous);
            // Listed in part, the rest is counted.
            const Found few = run(directory.path().string(), rules, 0, 2, 1, 200'000, 200'000, true, keep_holding);
            RC_ASSERT(few.summary.contradicted == tree.summary.contradicted);
            RC_ASSERT(few.summary.unverifiable == tree.summary.unverifiable);
            if (few.one_by_one.at("r") > 0) RC_ASSERT(few.findings.size() <= 1);
            if (!keep_holding && tree.summary.holds > 0) {
                ++rounds;
                const auto open = streamed.one_by_one.find("r");
                quick += open != streamed.one_by_one.end() && open->second < tree.summary.instances ? 1U : 0U;
            }
        }
    }));
    EXPECT_GT(quick * 4, rounds) << "the columns decide hardly anything";
}

TEST(Series, CleanRowsNeedNoEvaluator) {
    const TemporaryDirectory directory;
    std::vector<SeriesRow> rows;
    for (int day = 1; day <= 28; ++day) rows.push_back({'a', day, day / 2});
    write_series(directory, rows);
    const std::string rules = "rule r for r in tables.t where r.day > 2024-03-01: prior(r, by: day).n <= r.n\n";
    const Found streamed = run(directory.path().string(), rules, 0, 2, 1'000, 0, 200'000, true, false);
    EXPECT_EQ(streamed.summary.holds, 27U);
    EXPECT_EQ(streamed.one_by_one.at("r"), 0U);
}

// Of a series of counts: the first falls, each against the furthest since the one before.
TEST(Series, FallsAreToldAlikeStreamedAndNot) {
    EXPECT_TRUE(rc::check("falls", [] {
        const TemporaryDirectory directory;
        std::vector<SeriesRow> rows = drawn_series();
        for (SeriesRow& each : rows) each.place = 'a', each.day = 1;
        write_series(directory, rows);
        const std::string rules = "rule r: ascending(tables.t[*].n)\n";
        const Found tree = run(directory.path().string(), rules, 1'000'000, 1), streamed = run(directory.path().string(), rules, 0, 2);
        std::size_t falls = 0;
        int furthest = rows.front().count;
        for (const SeriesRow& each : rows) {
            falls += each.count < furthest ? 1U : 0U;
            if (each.count < furthest || each.count > furthest) furthest = each.count;
        }
        RC_ASSERT(in_short(tree.verdicts.front()) == (falls == 0 ? "holds" : "contradicted"));
        if (falls == 0) return;
        const std::string& told = tree.notes.front();
        const auto count = static_cast<std::size_t>(std::count(told.begin(), told.end(), ';'));
        RC_ASSERT(count == std::min<std::size_t>(falls, 9) - 1);
        RC_ASSERT(streamed.notes == tree.notes);
        RC_ASSERT(streamed.findings == tree.findings);
    }));
}

// What columns cannot decide of a `where` is asked row by row: a row that it leaves out is no rule that checks nothing.
TEST(Series, RowsThatAreLeftOutMakeNoRuleVacuous) {
    const TemporaryDirectory directory;
    std::vector<SeriesRow> rows;
    for (int day = 1; day <= 28; ++day) rows.push_back({'a', day, day});
    write_series(directory, rows);
    const std::string rules = "rule some for r in tables.t where r.day in 2024-03-05..2024-03-08: r.n >= 5\n"
                              "rule texts for r in tables.t where starts(r.place, \"a\") and month(r.day) = 3: abs(0 - r.n) > 0\n"
                              "rule none for r in tables.t where r.day in 2023-03-05..2023-03-08: r.n >= 5\n";
    for (const bool keep_holding : {true, false}) {
        const Found tree = run(directory.path().string(), rules, 1'000, 1, 1'000, 200'000, 200'000, true, keep_holding);
        const Found streamed = run(directory.path().string(), rules, 0, 2, 1'000, 0, 200'000, true, keep_holding);
        EXPECT_EQ(tree.verdicts, streamed.verdicts);
        EXPECT_EQ(streamed.summary.vacuous, 1U);
        EXPECT_EQ(streamed.summary.holds, 32U);
    }
}

}  // namespace
}  // namespace crossfoot::testing
