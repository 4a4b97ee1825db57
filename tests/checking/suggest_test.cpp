// What is suggested for a table parses, binds and holds on that table: the stanzas and rules are written to a dataset as a
// person would paste them, and checked as any other. What comes out does not depend on the number of threads.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <fstream>
#include <map>

#include "engine/checking/columns/check_tables.hpp"
#include "engine/checking/suggest/rule_words.hpp"
#include "engine/checking/suggest/suggest.hpp"
#include "engine/dataset/load.hpp"
#include "engine/language/parse.hpp"
#include "tests/support/samples.hpp"
#include "tests/support/workspace.hpp"

namespace crossfoot::testing {
namespace {

namespace fs = std::filesystem;

struct Pasted {
    std::string report, rules, problems;
    std::size_t count = 0;
    std::vector<suggest::NearlyHolds> nearly;
    std::vector<profile::Profile> profiles;
};

Pasted profiled(const fs::path& directory, const std::vector<std::string>& sources, unsigned threads = 1) {
    Pasted out;
    Dataset dataset;
    Diagnostics diagnostics;
    profile::ProfileOptions options;
    options.threads = threads;
    for (const std::string& source : sources)
        out.profiles.push_back(profile::profile_table(directory.string(), source, options, dataset, diagnostics));
    for (const Diagnostic& each : diagnostics.all()) out.problems += each.headline.in(Language::en) + "\n";
    if (diagnostics.has_errors()) return out;
    columns::TableOptions tables;
    tables.threads = threads;
    const suggest::Suggestions found = suggest::suggest(out.profiles, directory.string(), Language::en, tables);
    for (const Diagnostic& each : found.diagnostics.all()) out.problems += each.headline.in(Language::en) + "\n";
    out.report = "[report]\nid = \"pasted\"\n" + profile::manifest_lines(found.manifest);
    for (const std::string& each : found.stanzas) out.report += "\n" + each;
    out.rules = found.rules;
    out.count = found.count;
    out.nearly = found.nearly;
    return out;
}

// Empty where all is well.
std::string checked(const fs::path& directory, const Pasted& pasted, std::size_t rows_in_tree) {
    std::ofstream(directory / "report.toml") << pasted.report;
    std::ofstream(directory / "rules.xf") << pasted.rules;
    LoadLimits limits;
    limits.rows_in_tree = rows_in_tree;
    LoadResult loaded = load_dataset(directory.string(), limits);
    std::string out;
    const auto note = [&](const Diagnostics& diagnostics) {
        for (const Diagnostic& each : diagnostics.all()) out += each.headline.in(Language::en) + "\n";
    };
    note(loaded.diagnostics);
    Diagnostics diagnostics;
    const RuleSet set = load_rules({{(directory / "rules.xf").string(), {}}}, loaded.dataset->sources, diagnostics);
    note(diagnostics);
    if (!out.empty()) return out;
    const CheckResult result = check_tables(*loaded.dataset, set, {}, {});
    note(result.diagnostics);
    if (!result.findings) return out + "no findings";
    for (const Finding& each : result.findings->findings) out += each.rule + " " + std::string(to_string(each.verdict)) + "\n";
    if (result.findings->summary.rules != pasted.count) out += "another number of rules";
    return out;
}

template <class T>
T one_of(std::initializer_list<T> all) {
    return *rc::gen::elementOf(std::vector<T>(all));
}

std::string drawn_cell(int sort) {
    if (*rc::gen::inRange(0, 12) == 0) return one_of<std::string>({"", "NA", "n.d.", "c", "<5", "gone"});
    const auto number = [](int most) { return std::to_string(*rc::gen::inRange(0, most)); };
    switch (sort) {
        case 0: return number(3'000);
        case 1: return "-" + number(50) + "." + number(10);
        case 2: return "\"" + number(100) + "," + number(10) + one_of<std::string>({" %\"", "%\""});
        case 3: return "\"" + one_of<std::string>({"a", "b", "c, d", "e\"\"f", "été", "{x}", "\\"}) + "\"";
        case 4: return "20" + one_of<std::string>({"12", "13"}) + "-0" + std::to_string(*rc::gen::inRange(1, 10)) + "-11";
        case 5: return "0" + number(99'999);
        case 6: return number(9) + "000";
        case 7: return one_of<std::string>({"1 200 k€", "3 k€", "\"2,5 M€\""});
        default: return one_of<std::string>({"12345678901234567890123", "about 40", "12", "1.5", "x", "2013"});
    }
}

TEST(Suggest, WhatIsSuggestedForAnyTableHolds) {
    std::size_t with_rules = 0;
    EXPECT_TRUE(rc::check("stanzas and rules hold", [&] {
        const TemporaryDirectory directory;
        const int columns = *rc::gen::inRange(1, 7), rows = *rc::gen::inRange(0, 40);
        const std::string separator = one_of<std::string>({";", ";", "\t", "|"});
        std::string csv;
        std::vector<int> sorts;
        for (int i = 0; i < columns; ++i) {
            sorts.push_back(*rc::gen::inRange(0, 9));
            csv += (i == 0 ? "" : separator) + one_of<std::string>({"taux", "code", "a b", "année", "p (%)", "for", "it", "r", "x"}) + std::to_string(i);
        }
        csv += "\n";
        for (int row = 0; row < rows; ++row) {
            for (int i = 0; i < columns; ++i) csv += (i == 0 ? "" : separator) + drawn_cell(sorts[static_cast<std::size_t>(i)]);
            csv += "\n";
        }
        std::ofstream(directory.path() / "any.csv") << csv;
        const Pasted one = profiled(directory.path(), {"any.csv"}, 1);
        RC_LOG() << csv << one.report << one.rules << one.problems;
        RC_ASSERT(one.problems.empty());
        with_rules += one.count > 0 ? 1U : 0U;
        RC_ASSERT(checked(directory.path(), one, 1'000) == "");
        RC_ASSERT(checked(directory.path(), one, 0) == "");
        const Pasted three = profiled(directory.path(), {"any.csv"}, 3);
        RC_ASSERT(three.report == one.report);
        RC_ASSERT(three.rules == one.rules);
    }));
    if (few_samples()) return;
    EXPECT_GT(with_rules, 50U);
}

// A column is judged by all its cells, however many are written for people.
TEST(Suggest, FourHundredPrintedCells) {
    const TemporaryDirectory directory;
    std::ofstream csv(directory.path() / "t.csv");
    csv << "i,diff,pct,amount\n";
    for (int i = 0; i < 400; ++i)
        csv << i << ",\"10," << 100 + i << "\"," << i % 90 << "." << 10 + i % 90 << "%,\"£" << 1 + i % 9 << "," << 100 + i << "\"\n";
    csv.close();
    const Pasted found = profiled(directory.path(), {"t.csv"});
    EXPECT_EQ(found.problems, "");
    EXPECT_NE(found.report.find("diff = \"count\"\npct = \"0.01 %\"\namount = \"£\"\n"), std::string::npos) << found.report;
    EXPECT_EQ(checked(directory.path(), found, 1'000), "");
}

// A last row without a value is a row where others begin as it does.
TEST(Suggest, ARowThatBeginsLikeANoteStaysARow) {
    const TemporaryDirectory directory;
    std::ofstream(directory.path() / "t.csv") << "unit,a,b\nUnit 1,10,20\nUnit 2,30,40\nUnit 3,,\n";
    const Pasted found = profiled(directory.path(), {"t.csv"});
    EXPECT_EQ(found.profiles.front().rows, 3U);
    EXPECT_EQ(found.report.find("footer"), std::string::npos) << found.report;
}

// A rate that is the change from the row of the same unit a year before.
TEST(Suggest, ChangesFromYearToYear) {
    const TemporaryDirectory directory;
    std::ofstream csv(directory.path() / "t.csv");
    csv << "year,unit,n,growth\n";
    std::map<int, int> before;
    for (int year = 2010; year < 2016; ++year)
        for (int unit = 0; unit < 5; ++unit) {
            const int now = 1'000 + (year * 7'919 + unit * 104'729) % 800 * 10;
            csv << year << ",u" << unit << "," << now << ",";
            if (before.contains(unit)) {
                const int tenths = (2'000 * (now - before[unit]) + (now < before[unit] ? -before[unit] : before[unit])) / (2 * before[unit]);
                csv << (tenths < 0 ? "-" : "") << std::abs(tenths) / 10 << "." << std::abs(tenths) % 10;
            }
            csv << "\n";
            before[unit] = now;
        }
    csv.close();
    const Pasted found = profiled(directory.path(), {"t.csv"});
    EXPECT_EQ(found.problems, "");
    EXPECT_NE(found.rules.find("change(tables.t[unit = r.unit and year = r.year - 1].n, r.n) = r.growth"), std::string::npos) << found.rules;
    EXPECT_EQ(checked(directory.path(), found, 1'000), "");
}

// Lines below the last row of a table of many blocks, whose accented letters come late.
TEST(Suggest, ALongFileInAnotherEncodingWithNotesBelow) {
    const TemporaryDirectory directory;
    std::ofstream csv(directory.path() / "t.csv", std::ios::binary);
    csv << "Report\n\nname;a;b\n";
    for (int i = 0; i < 120'000; ++i) csv << (i == 100'000 ? "\xE9t\xE9" : "town ") << i << ";" << i % 90 << ";" << i << "\n";
    csv << "\nSource : x\n";
    csv.close();
    const Pasted found = profiled(directory.path(), {"t.csv"}, 2);
    EXPECT_EQ(found.problems, "");
    EXPECT_NE(found.report.find("encoding = \"latin-1\"\nskip = 2\nfooter = \"Source\"\n"), std::string::npos) << found.report;
    EXPECT_EQ(found.profiles.front().footer_first, 120'005U);
    EXPECT_EQ(found.profiles.front().rows, 120'000U);
    EXPECT_EQ(checked(directory.path(), found, 0), "");
}

// The key of a panel: a year and a unit, of which the first rows show one year only; in one file and in one a year.
TEST(Suggest, PanelsHaveTheirKeyInTwoColumns) {
    const TemporaryDirectory directory;
    std::filesystem::create_directory(directory.path() / "parts");
    std::ofstream whole(directory.path() / "t.csv");
    whole << "year,unit,n\n";
    for (int year = 2011; year < 2014; ++year) {
        std::ofstream part(directory.path() / "parts" / (std::to_string(year) + ".csv"));
        part << "year,unit,n\n";
        for (int unit = 0; unit < 2'010; ++unit) {
            const std::string row = std::to_string(year) + ",u" + std::to_string(unit) + "," + std::to_string(unit * 7 % 6) + "\n";
            whole << row;
            part << row;
        }
    }
    whole.close();
    for (const char* source : {"t.csv", "parts"}) {
        const Pasted found = profiled(directory.path(), {source}, 2);
        EXPECT_EQ(found.problems, "");
        EXPECT_EQ(found.profiles.front().keys, (std::vector<profile::Key>{{0, 1}})) << source;
        EXPECT_NE(found.rules.find("by: unit"), std::string::npos) << found.rules;
        EXPECT_EQ(checked(directory.path(), found, 0), "");
    }
}

// A file that is written to between the profile and the check of its rules.
// Where no pair tells the rows of a panel apart, three columns do; the rule over them holds, and fails for a row twice.
TEST(Suggest, PanelsHaveTheirKeyInThreeColumns) {
    const TemporaryDirectory directory;
    std::string csv = "region,sex,year,v\n";
    for (const std::string_view region : {"north", "south", "west", "east"})
        for (const std::string_view sex : {"f", "m"})
            for (int year = 2000; year < 2006; ++year)
                csv.append(region).append(",").append(sex).append(",").append(std::to_string(year)).append(",").append(std::to_string(year % 3)).append("\n");
    std::ofstream(directory.path() / "t.csv") << csv;
    const Pasted pasted = profiled(directory.path(), {"t.csv"});
    ASSERT_EQ(pasted.profiles[0].keys, std::vector<profile::Key>{(profile::Key{0, 1, 2})});
    EXPECT_NE(pasted.rules.find("for g in groups(tables.t, by: region)"), std::string::npos) << pasted.rules;
    EXPECT_EQ(checked(directory.path(), pasted, 1'000'000), "");
    std::ofstream(directory.path() / "t.csv") << csv << "east,m,2005,1\n";
    EXPECT_NE(checked(directory.path(), pasted, 1'000'000).find("unique contradicted"), std::string::npos);
    EXPECT_TRUE(profiled(directory.path(), {"t.csv"}).profiles[0].keys.empty());
}

TEST(Suggest, ATableThatChangesMeanwhileIsAnError) {
    const TemporaryDirectory directory;
    std::ofstream(directory.path() / "t.csv") << "a,b\n1,2\n3,4\n";
    Dataset dataset;
    Diagnostics diagnostics;
    std::vector<profile::Profile> profiles{profile::profile_table(directory.path().string(), "t.csv", {}, dataset, diagnostics)};
    EXPECT_FALSE(diagnostics.has_errors());
    std::ofstream(directory.path() / "t.csv") << "a,b\n1,2\n3,5\n";
    const suggest::Suggestions found = suggest::suggest(profiles, directory.path().string(), Language::en, {});
    ASSERT_EQ(found.diagnostics.all().size(), 1U);
    EXPECT_EQ(found.diagnostics.all().front().code, Code::XF101);
}

// A table of several blocks: what later rows show, keys over all of them, and the bounds.
// What the first rows show of dates, flags, brackets and marked markers is declared, and the file is read with it.
TEST(Suggest, MannersAreDeclaredAndReadTheFile) {
    EXPECT_TRUE(rc::check("manners", [] {
        const TemporaryDirectory directory;
        const bool french = *rc::gen::inRange(0, 2) == 0, day_first = *rc::gen::inRange(0, 2) == 0;
        const int rows = *rc::gen::inRange(30, 80);
        const std::vector<std::string> letters = *rc::gen::element(std::vector<std::string>{"p"}, std::vector<std::string>{"b", "e"});
        std::ofstream csv(directory.path() / "t.csv");
        csv << "day;n;balance;part\n";
        for (int row = 0; row < rows; ++row) {
            const int day = row % 28 + 1, month = row / 28 + 1;
            const int first = day_first ? day : month, second = day_first ? month : day;
            csv << (first < 10 ? "0" : "") << first << '/' << (second < 10 ? "0" : "") << second << "/2024;";
            const int way = row < 2 ? 0 : *rc::gen::inRange(0, 6);
            const std::string flag = letters.at(*rc::gen::inRange<std::size_t>(0, letters.size()));
            csv << (way == 3 ? ": " + flag : way == 4 ? "n.d. (1)" : way == 5 ? std::to_string(row) + " " + flag : std::to_string(row)) << ';';
            csv << (row % 3 == 2 ? "(" + std::to_string(row) + ")" : std::to_string(row)) << ';';
            csv << row % 90 << (french ? "," : ".") << row % 10 << " %" << (row % 7 == 6 ? " " + flag : "") << '\n';
        }
        csv.close();
        const Pasted pasted = profiled(directory.path(), {"t.csv"}, 2);
        RC_LOG() << pasted.report << pasted.problems;
        RC_ASSERT(pasted.problems.empty());
        const auto declared = [&](const std::string& line) { return pasted.report.find(line) != std::string::npos; };
        RC_ASSERT(declared(day_first ? "dates = \"dmy\"" : "dates = \"mdy\""));
        RC_ASSERT(declared("brackets = \"negative\"") == french);
        RC_ASSERT(declared("day = \"date\""));
        RC_ASSERT(declared("n = \"count\""));
        RC_ASSERT(declared("balance = \"count\""));
        RC_ASSERT(declared(french ? "part = \"0,1 %\"" : "part = \"0.1 %\"") || declared("part = \"%\""));
        RC_ASSERT(!declared("\"text\""));
        const std::string problems = checked(directory.path(), pasted, 1'000'000);
        RC_LOG() << problems;
        RC_ASSERT(problems.empty());
    }));
}

// Where no date tells the day from the month, or some tell one and some the other, nothing is guessed.
TEST(Suggest, DatesInNoSureOrderStayTexts) {
    for (const std::string& last : {std::string("05/06/2024"), std::string("06/25/2024")}) {
        const TemporaryDirectory directory;
        std::ofstream csv(directory.path() / "t.csv");
        csv << "day,n\n";
        if (last == "06/25/2024") csv << "25/06/2024,1\n";
        for (int row = 1; row < 12; ++row) csv << (row < 10 ? "0" : "") << row << "/02/2024," << row << '\n';
        csv << last << ",3\n";
        csv.close();
        const Pasted pasted = profiled(directory.path(), {"t.csv"});
        EXPECT_EQ(pasted.report.find("dates ="), std::string::npos) << pasted.report;
        EXPECT_NE(pasted.report.find("day = \"text\""), std::string::npos) << pasted.report;
        EXPECT_EQ(checked(directory.path(), pasted, 1'000'000), "");
    }
}

TEST(Suggest, LaterRowsCount) {
    const TemporaryDirectory directory;
    std::ofstream csv(directory.path() / "t.csv");
    csv << "id,late,town,urban,rural,total,percent,almost\n";
    for (int i = 0; i < 120'000; ++i) {
        const int urban = i * 7 % 9'973, rural = i * 13 % 997 + 1, total = urban + rural;
        csv << "n" << i << "," << (i == 100'000 ? "a word of text" : std::to_string(i % 50)) << ",t" << i % 40 << "," << urban << "," << rural << "," << total
            << "," << (2'000 * urban + total) / (2 * total) / 10 << "." << (2'000 * urban + total) / (2 * total) % 10 << ","
            << total + (i == 110'000 ? 1 : 0) << "\n";
    }
    csv.close();
    const Pasted found = profiled(directory.path(), {"t.csv"}, 2);
    EXPECT_EQ(found.problems, "");
    const profile::Profile& table = found.profiles.front();
    EXPECT_EQ(table.rows, 120'000U);
    ASSERT_EQ(table.columns.size(), 8U);
    EXPECT_FALSE(table.columns[0].distinct) << "120,000 values are more than the bound";
    EXPECT_EQ(table.keys, std::vector<profile::Key>{{0}});
    EXPECT_EQ(table.columns[1].type, profile::ColumnType::text) << "one word, far behind the first rows";
    EXPECT_EQ(table.columns[1].last_text, "a word of text");
    EXPECT_EQ(table.columns[2].distinct, 40U);
    EXPECT_EQ(table.columns[6].unit, "%");
    EXPECT_NE(found.rules.find("r.urban + r.rural = r.total"), std::string::npos) << found.rules;
    EXPECT_NE(found.rules.find("share(r.urban, r.total) = r.percent"), std::string::npos) << found.rules;
    EXPECT_EQ(found.rules.find("r.urban + r.rural = r.almost"), std::string::npos) << "it fails in one row";
    const auto nearly = std::find_if(found.nearly.begin(), found.nearly.end(), [](const suggest::NearlyHolds& each) {
        return each.rule.find("r.urban + r.rural = r.almost") != std::string::npos;
    });
    ASSERT_NE(nearly, found.nearly.end());
    EXPECT_EQ(nearly->contradicted, 1U);
    EXPECT_EQ(nearly->instances, 120'000U);
    EXPECT_EQ(checked(directory.path(), found, 20'000), "");
}

TEST(Suggest, ReferencesBetweenTables) {
    const TemporaryDirectory directory;
    std::ofstream(directory.path() / "towns.csv") << "code,county\n01,A\n02,A\n03,B\n04,B\n";
    std::ofstream(directory.path() / "counties.csv") << "county,name\nA,Ain\nB,Bute\nC,Cork\n";
    const Pasted found = profiled(directory.path(), {"towns.csv", "counties.csv"});
    EXPECT_NE(found.rules.find("r.county in tables.counties[*].county"), std::string::npos) << found.rules;
    EXPECT_EQ(checked(directory.path(), found, 1'000), "");
}

TEST(Suggest, ValuesThatAreNoHundredthsStayNumbers) {
    const TemporaryDirectory directory;
    std::ofstream csv(directory.path() / "t.csv");
    csv << "a,b,x,y\n";
    for (int i = 1; i < 12; ++i) {
        const int whole = 40 * i, part = whole * (i + 3) / 20;
        csv << part << "," << whole << "," << 5 * (i + 3) << ".0," << i << ".5\n";
    }
    csv.close();
    const Pasted found = profiled(directory.path(), {"t.csv"});
    EXPECT_EQ(found.profiles[0].columns[2].unit, "%") << found.rules;
    EXPECT_EQ(found.profiles[0].columns[2].unit_from, profile::UnitFrom::values);
    EXPECT_EQ(found.profiles[0].columns[3].unit, "");
    EXPECT_EQ(checked(directory.path(), found, 1'000), "");
}

TEST(RuleWords, AreThoseOfTheLanguage) {
    using namespace suggest;
    EXPECT_EQ(key("a_b"), "a_b");
    EXPECT_EQ(key("code insee"), "\"code insee\"");
    EXPECT_EQ(key("a\"b"), "\"a\\\"b\"");
    EXPECT_EQ(word("Région (code)"), "region-code");
    EXPECT_EQ(word("2013"), "c2013");
    EXPECT_EQ(word("€"), "");
    EXPECT_EQ(number(1'000'000, "€"), "1_000_000 €");
    EXPECT_EQ(number(Rational(-5, 10), "%"), "-0.5 %");
    EXPECT_EQ(one_digit(987'654, Rational::Direction::up), Rational(1'000'000));
    EXPECT_EQ(one_digit(Rational(-123, 100), Rational::Direction::down), Rational(-2));
    EXPECT_EQ(one_digit(Rational(3, 1000), Rational::Direction::up), Rational(3, 1000));
}

}  // namespace
}  // namespace crossfoot::testing
