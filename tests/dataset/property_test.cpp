// Laws of loading: no bytes crash it, every place lies in its file, and the order of keys and files changes
// nothing but places.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>

#include "engine/dataset/load.hpp"
#include "tests/dataset/dump.hpp"

namespace crossfoot::testing {
namespace {

void property(const std::string& name, const auto& law) { EXPECT_TRUE(rc::check(name, law)); }

bool inside(const SourceMap& sources, Span span) {
    if (!span.valid()) return true;
    if (span.file >= sources.size()) return false;
    return span.begin <= span.end && span.end <= sources.file(span.file).text().size();
}

bool places_are_inside(const LoadResult& result) {
    const Dataset& dataset = *result.dataset;
    for (const Diagnostic& each : result.diagnostics.all()) {
        if (!inside(dataset.sources, each.span)) return false;
        for (const Label& label : each.labels)
            if (!inside(dataset.sources, label.span)) return false;
    }
    for (NodeId id = 0; id < dataset.node_count(); ++id)
        if (!inside(dataset.sources, dataset.node(id).span) || !inside(dataset.sources, dataset.node(id).key_span)) return false;
    return true;
}

// Pieces of TOML that the loader cares for, in any order, with junk between them.
rc::Gen<std::string> toml_soup() {
    const auto piece = rc::gen::oneOf(
        rc::gen::element<std::string>("[report]\n", "language = \"fr\"\n", "[a]\n", "[[a]]\n", "[a.b]\n", "_unit = \"k€\"\n",
                                      "_columns = [\"x\", \"y\"]\n", "_text = true\n", "_lines = [1, 2]\n", "[units]\n",
                                      "\"MWh\" = { is = \"3 J\" }\n", "missing = [\"x\"]\n", "suppressed = { c = \"0..5\" }\n",
                                      "x = ", "k = [", "]\n", "{ value = ", "unit = \"%\"", " }\n", ", ", "\"12,5 M€\"", "\"4.000\"",
                                      "1_000.50", "1e5", "2013-12-31", "12:30:00", "true", "\"\"\"", "'", "\"", "é", "\r\n", "# "),
        rc::gen::container<std::string>(rc::gen::arbitrary<char>()));
    return rc::gen::map(rc::gen::container<std::vector<std::string>>(piece), [](const std::vector<std::string>& pieces) {
        std::string out;
        for (const std::string& each : pieces) out += each;
        return out;
    });
}

TEST(LoadProperty, AnyBytesAreReadOrToldAndPlacesStayInTheFile) {
    property("any bytes", [] {
        RC_ASSERT(places_are_inside(load_dataset_text("any.toml", *rc::gen::container<std::string>(rc::gen::arbitrary<char>()))));
    });
    property("pieces of TOML", [] { RC_ASSERT(places_are_inside(load_dataset_text("soup.toml", *toml_soup()))); });
    property("pieces of TOML below a manifest", [] {
        RC_ASSERT(places_are_inside(load_dataset_text("soup.toml", "[report]\nlanguage = \"fr\"\n[a]\n" + *toml_soup())));
    });
}

// A value as it may stand after `key = `.
rc::Gen<std::string> value_text() {
    return rc::gen::element<std::string>("\"12 828\"", "\"19,7 M€\"", "43.70", "7", "\"\"", "\"n.d.\"", "\"texte\"", "\"juin 2013\"",
                                         "[1, \"2,5 %\"]", "{ value = \"5\", unit = \"ETP\", _line = 3 }", "true", "2013-01-02",
                                         "{ a = 1, b = \"31 kg\" }", "\"environ 40\"", "0x1F");
}

// The tree without places, which move.
std::string without_places(const std::string& dump) {
    std::string out;
    for (std::size_t at = 0; at < dump.size();) {
        const std::size_t end = dump.find('\n', at);
        std::string line = dump.substr(at, end - at);
        if (const std::size_t place = line.rfind(" @ "); place != std::string::npos) {
            const std::size_t lines = line.find(" lines ", place);
            line = line.substr(0, place) + (lines == std::string::npos ? "" : line.substr(lines));
        }
        out += line + "\n";
        at = end + 1;
    }
    return out;
}

TEST(LoadProperty, TheOrderOfKeysTablesAndFilesChangesNothingButPlaces) {
    property("order", [] {
        const auto values = *rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(value_text()));
        std::vector<std::string> tables;
        for (std::size_t i = 0; i < values.size(); i += 3) {
            std::string table = "[t" + std::to_string(i) + ".sub]\n_section = \"s" + std::to_string(i) + "\"\n";
            for (std::size_t k = i; k < std::min(values.size(), i + 3); ++k) table += "k" + std::to_string(k) + " = " + values[k] + "\n";
            tables.push_back(table);
        }
        const std::string manifest = "[report]\nlanguage = \"fr\"\nperiods = [2012, 2013]\n";
        std::string one = manifest;
        for (const std::string& table : tables) one += table;
        const LoadResult single = load_dataset_files({{"report.toml", one}});
        RC_ASSERT(dump_diagnostics(single, "") == "");

        auto numbers = std::vector<std::size_t>(tables.size());
        for (std::size_t i = 0; i < numbers.size(); ++i) numbers[i] = *rc::gen::inRange<std::size_t>(0, 1000);
        std::vector<std::size_t> order(tables.size());
        for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
        std::sort(order.begin(), order.end(), [&](auto a, auto b) { return numbers[a] < numbers[b]; });
        std::vector<std::pair<std::string, std::string>> files{{"report.toml", manifest}};
        for (std::size_t i = 0; i < order.size(); ++i)
            files.emplace_back("f" + std::to_string(i / 2) + "-" + std::to_string(i) + ".toml", tables[order[i]]);
        std::rotate(files.begin(), files.begin() + static_cast<long>(numbers[0] % files.size()), files.end());
        const LoadResult many = load_dataset_files(files);
        RC_ASSERT(dump_diagnostics(many, "") == "");
        RC_ASSERT(without_places(dump_tree(*single.dataset, true)) == without_places(dump_tree(*many.dataset, true)));
    });
}

TEST(LoadProperty, LexemesAreReadBackNeverABinaryNumber) {
    property("decimals as written", [] {
        const auto whole = *rc::gen::inRange<std::int64_t>(0, 1'000'000'000'000);
        const auto decimals = *rc::gen::nonEmpty(rc::gen::container<std::string>(rc::gen::inRange<char>('0', '9' + 1)));
        RC_PRE(decimals.size() <= 15U);
        const std::string lexeme = std::to_string(whole) + "." + decimals;
        const LoadResult result = load_dataset_text("x.toml", "x = " + lexeme + "\n[report]\n");
        const Dataset& dataset = *result.dataset;
        const Figure& figure = dataset.figure(dataset.child(Dataset::kRoot, "x"));
        RC_ASSERT(figure.printed == lexeme);
        RC_ASSERT(figure.value == Rational::from_decimal(lexeme));
        RC_ASSERT(figure.step == Rational::power_of_ten(-static_cast<int>(decimals.size())));
    });
}

}  // namespace
}  // namespace crossfoot::testing
