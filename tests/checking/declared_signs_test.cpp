// Signs of numbers that are declared: a number written with them is the one that the language's own signs write, in TOML, in
// a table that is held in memory and in one that is streamed, wherever the declaration stands.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <fstream>

#include "tests/checking/streamed.hpp"

namespace crossfoot::testing {
namespace {

struct Signs {
    std::string group, decimal;
};

// Digits as a decimal with a point: "-1234567.50".
std::string number() {
    const std::int64_t whole = *rc::gen::inRange<std::int64_t>(0, one_of<std::int64_t>({10, 1'000, 100'000, 10'000'000, 100'000'000'000}));
    std::string out = (*rc::gen::inRange(0, 4) == 0 ? "-" : "") + std::to_string(whole);
    const int decimals = one_of<int>({0, 0, 1, 2, 3, 4});
    for (int i = 0; i < decimals; ++i) out += (i == 0 ? "." : "") + std::to_string(*rc::gen::inRange(0, 10));
    return out;
}

std::string written(const std::string& plain, const Signs& signs, bool grouped) {
    std::string out;
    const std::size_t first = plain.starts_with('-') ? 1 : 0, point = std::min(plain.find('.'), plain.size());
    out.append(plain, 0, first);
    for (std::size_t at = first; at < point; ++at) {
        if (grouped && at > first && (point - at) % 3 == 0) out += signs.group;
        out += plain[at];
    }
    if (point < plain.size()) out += signs.decimal + plain.substr(point + 1);
    return out;
}

// `group = ".", decimal = ","`, each after the prefix, with what stands between the two.
std::string declaration(const Signs& signs, const std::string& prefix, const std::string& between) {
    return prefix + "group = \"" + signs.group + "\"" + between + prefix + "decimal = \"" + signs.decimal + "\"";
}

void write_file(const std::filesystem::path& path, const std::string& text) { std::ofstream(path) << text; }

const Figure* figure_at(const Dataset& dataset, NodeId node) {
    return node != kNoNode && dataset.node(node).kind == NodeKind::figure ? &dataset.figure(node) : nullptr;
}

Signs some_signs() {
    const Signs signs{one_of<std::string>({".", ",", "'", "’", " ", "\u00A0", "\u202F"}), one_of<std::string>({".", ",", "'"})};
    RC_PRE(signs.group != signs.decimal && !(signs.group == "’" && signs.decimal == "'"));
    return signs;
}

TEST(DeclaredSigns, WriteTheSameNumberInToml) {
    const bool law = rc::check("numbers with declared signs, in TOML", [] {
        const Signs signs = some_signs();
        const std::string language = one_of<std::string>({"fr", "en"}), plain = number();
        const Signs own = language == "fr" ? Signs{" ", ","} : Signs{",", "."};
        const std::string print = written(plain, signs, *rc::gen::arbitrary<bool>()), of_language = written(plain, own, true);
        const int place = *rc::gen::inRange(0, 3);
        std::string toml = "[report]\nlanguage = \"" + language + "\"\n";
        if (place == 0) toml += "numerals = { " + declaration(signs, "", ", ") + " }\n";
        toml += "[a]\n";
        if (place == 1) toml += declaration(signs, "_", "\n") + "\n";
        if (place == 2) toml += "n = { value = \"" + print + "\", " + declaration(signs, "", ", ") + " }\n";
        else toml += "n = \"" + print + "\"\n";
        const TemporaryDirectory declared, plainly;
        write_file(declared.path() / "report.toml", toml);
        write_file(plainly.path() / "report.toml", "[report]\nlanguage = \"" + language + "\"\n[a]\nn = \"" + of_language + "\"\n");
        const LoadResult one = load_dataset(declared.path().string(), {}), other = load_dataset(plainly.path().string(), {});
        RC_LOG() << toml << of_language << "\n";
        RC_ASSERT(one.diagnostics.empty());
        RC_ASSERT(other.diagnostics.empty());
        const auto read = [](const LoadResult& loaded) {
            return figure_at(*loaded.dataset, loaded.dataset->child(loaded.dataset->child(Dataset::kRoot, "a"), "n"));
        };
        const Figure *with = read(one), *without = read(other);
        RC_ASSERT(with != nullptr);
        RC_ASSERT(without != nullptr);
        RC_ASSERT(with->printed == print);
        RC_ASSERT(with->value == Rational::from_decimal(plain));
        RC_ASSERT(with->value == without->value);
        RC_ASSERT(with->range == without->range);
        RC_ASSERT(with->step == without->step);
    });
    EXPECT_TRUE(law);
}

TEST(DeclaredSigns, WriteTheSameNumberInTablesAndStreams) {
    const bool law = rc::check("numbers with declared signs, in CSV", [] {
        const Signs signs = some_signs();
        const int place = *rc::gen::inRange(0, 4);
        std::string toml = "[report]\nlanguage = \"" + one_of<std::string>({"fr", "en"}) + "\"\n";
        if (place == 0) toml += "numerals = { " + declaration(signs, "", ", ") + " }\n";
        if (place == 1) toml += "[tables]\n" + declaration(signs, "_", "\n") + "\n";
        toml += "[tables.t]\nsource = \"t.csv\"\nseparator = \";\"\n";
        if (place == 2) toml += declaration(signs, "_", "\n") + "\n";
        toml += "columns = { a = " + (place == 3 ? "{ " + declaration(signs, "", ", ") + " }" : "\"number\"");
        toml += ", b = { group = \" \", decimal = \".\" } }\n";
        std::string csv = "a;b\n";
        std::vector<std::string> plain, prints;
        std::size_t wrong = 0;
        for (int i = *rc::gen::inRange(1, 8); i > 0; --i) {
            plain.push_back(number());
            prints.push_back(written(plain.back(), signs, *rc::gen::arbitrary<bool>()));
            const bool other = *rc::gen::inRange(0, 4) == 0;
            wrong += other ? 1U : 0U;
            const Rational beside = Rational::from_decimal(plain.back()) + Rational(other ? 7 : 0);
            csv += prints.back() + ";" + beside.decimal(Rational::Direction::nearest) + "\n";
        }
        const TemporaryDirectory directory;
        write_file(directory.path() / "report.toml", toml);
        write_file(directory.path() / "t.csv", csv);
        RC_LOG() << toml << csv;
        const LoadResult loaded = load_dataset(directory.path().string(), {});
        for (const Diagnostic& each : loaded.diagnostics.all()) RC_LOG() << each.headline.in(Language::en) << "\n";
        RC_ASSERT(loaded.diagnostics.empty());
        const Dataset& dataset = *loaded.dataset;
        std::size_t row = 0;
        for (const NodeId each : dataset.children(dataset.child(dataset.child(Dataset::kRoot, "tables"), "t"))) {
            const Figure* cell = figure_at(dataset, dataset.child(each, "a"));
            RC_ASSERT(cell != nullptr);
            RC_ASSERT(cell->value == Rational::from_decimal(plain[row]));
            RC_ASSERT(cell->printed == prints[row]);
            ++row;
        }
        RC_ASSERT(row == plain.size());
        const std::string rules = "rule same for r in tables.t: r.a = r.b\n";
        const Found tree = run(directory.path().string(), rules, 1000, 1), streamed = run(directory.path().string(), rules, 0, 2);
        RC_ASSERT(tree.errors == 0U);
        RC_ASSERT(streamed.errors == 0U);
        RC_ASSERT(tree.summary.contradicted == wrong);
        RC_ASSERT(streamed.summary.contradicted == wrong);
        RC_ASSERT(tree.verdicts == streamed.verdicts);
        RC_TAG(place);
    });
    EXPECT_TRUE(law);
}

// What is declared is never ambiguous, and what is not stays an error, streamed or not.
TEST(DeclaredSigns, PointsThatAreNoGroupsAreErrors) {
    const TemporaryDirectory directory;
    write_file(directory.path() / "report.toml",
               "[report]\nlanguage = \"fr\"\nnumerals = { group = \".\" }\n[tables.t]\nsource = \"t.csv\"\nseparator = \";\"\n"
               "columns = { a = \"number\", b = \"number\" }\n");
    const std::string rules = "rule more for r in tables.t: r.a > r.b\n";
    write_file(directory.path() / "t.csv", "a;b\n1.234;12,5\n3.725.588;1.234,25\n");
    for (const std::size_t held : {1000U, 0U}) {
        const Found found = run(directory.path().string(), rules, held, 1);
        EXPECT_EQ(found.errors, 0U) << found.first_error;
        EXPECT_EQ(found.summary.contradicted, 0U);
    }
    write_file(directory.path() / "t.csv", "a;b\n1.234;12.5\n3.725.588;1\n");
    for (const std::size_t held : {1000U, 0U}) {
        const Found found = run(directory.path().string(), rules, held, 1);
        EXPECT_EQ(found.errors, 1U);
        EXPECT_EQ(found.first_error, "`12.5` cannot be read: numbers are written like `1.234,5` here");
    }
}

}  // namespace
}  // namespace crossfoot::testing
