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
