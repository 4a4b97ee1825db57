// The reports for other tools on the real report: they say what the JSON report says, and their places are those where
// the figures stand.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "engine/text/source.hpp"
#include "tests/report/run_report.hpp"
#include "tests/support/case.hpp"
#include "tests/support/places.hpp"
#include "tests/support/xml.hpp"

namespace crossfoot::testing {
namespace {

using Json = nlohmann::json;

std::string bytes_of(const std::string& uri) {
    std::string out;
    for (std::size_t i = 0; i < uri.size(); ++i) {
        if (uri[i] != '%') out += uri[i];
        else out += static_cast<char>(std::stoi(uri.substr(i + 1, 2), nullptr, 16)), i += 2;
    }
    return out;
}

// The files that places are in, by their URIs.
class Files {
public:
    // What stands at a region of one line; columns count characters.
    std::string at(const Json& physical) {
        const SourceFile file("", text(physical));
        const Json& region = physical["region"];
        const std::string_view line = file.line(region["startLine"].get<std::uint32_t>());
        const auto byte_of = [&](std::uint32_t column) {
            std::size_t byte = 0;
            for (std::uint32_t seen = 1; byte < line.size() && seen < column; ++byte)
                if (byte + 1 >= line.size() || (static_cast<unsigned char>(line[byte + 1]) & 0xC0U) != 0x80U) ++seen;
            return byte;
        };
        const std::size_t begin = byte_of(region["startColumn"].get<std::uint32_t>());
        return std::string(line.substr(begin, byte_of(region["endColumn"].get<std::uint32_t>()) - begin));
    }

    bool declares_print(const Json& physical, const std::string& printed) {
        return text(physical).find("printed = \"" + printed + "\"") != std::string::npos;
    }

private:
    const std::string& text(const Json& physical) {
        const std::string name = bytes_of(physical["artifactLocation"]["uri"]);
        if (!known_.contains(name)) known_[name] = read_file(std::filesystem::path(testing::source_directory()) / name);
        return known_[name];
    }
    std::map<std::string, std::string> known_;
};

TEST(ReportFormats, SarifSaysWhatJsonSaysAndPointsAtTheFigures) {
    const Json report = report_as_json();
    const Json run = Json::parse(check_report({"--all", "--format", "sarif"})).at("runs").at(0);
    ASSERT_EQ(run.at("results").size(), report.at("findings").size());
    EXPECT_EQ(run.at("tool").at("driver").at("rules").size(), report.at("summary").at("rules").get<std::size_t>());
    Files files;
    std::set<std::string> fingerprints;
    for (std::size_t i = 0; i < run.at("results").size(); ++i) {
        const Json& result = run.at("results").at(i);
        const Json& finding = report.at("findings").at(i);
        ASSERT_EQ(result.at("ruleId"), finding.at("rule"));
        EXPECT_EQ(result.at("properties").at("verdict"), finding.at("verdict"));
        fingerprints.insert(result.at("partialFingerprints").at("crossfootFinding/v1"));
        std::map<std::string, std::string> printed;
        for (const Json& figure : finding.at("figures")) printed[figure.at("path")] = figure.at("printed");
        const Json& places = result.at("relatedLocations");
        ASSERT_EQ(places.size(), finding.at("figures").size() + 1);
        for (std::size_t place = 0; place + 1 < places.size(); ++place) {
            const std::string path = places.at(place).at("logicalLocations").at(0).at("fullyQualifiedName");
            const Json& physical = places.at(place).at("physicalLocation");
            const std::string shown = files.at(physical);
            // A figure may say beside its value how the draft prints it.
            const bool as_printed = shown.find(printed.at(path)) != std::string::npos;
            EXPECT_TRUE(as_printed || files.declares_print(physical, printed.at(path))) << path << ": " << shown;
            EXPECT_FALSE(shown.empty()) << path;
        }
    }
    EXPECT_EQ(fingerprints.size(), run.at("results").size()) << "a fingerprint is of one finding";
}

TEST(ReportFormats, JunitCountsWhatJsonCounts) {
    const Json summary = report_as_json().at("summary");
    const XmlElement root = parse_xml(check_report({"--format", "junit"}));
    std::size_t cases = 0;
    std::size_t failures = 0;
    std::size_t skipped = 0;
    for (const XmlElement* suite : root.all("testsuite"))
        for (const XmlElement* test : suite->all("testcase")) {
            ++cases;
            failures += test->all("failure").size();
            skipped += test->all("skipped").size();
        }
    EXPECT_EQ(cases, summary.at("instances").get<std::size_t>() + summary.at("vacuous").get<std::size_t>());
    EXPECT_EQ(failures, summary.at("contradicted").get<std::size_t>());
    EXPECT_EQ(skipped, summary.at("unverifiable").get<std::size_t>());
}

TEST(ReportFormats, AnnotationsAndCodeQualityNameTheSameFindings) {
    const Json summary = report_as_json().at("summary");
    const std::size_t open = summary.at("contradicted").get<std::size_t>() + summary.at("unverifiable").get<std::size_t>();
    EXPECT_EQ(Json::parse(check_report({"--format", "gitlab"})).size(), open);
    const std::string github = check_report({"--format", "github"});
    EXPECT_EQ(static_cast<std::size_t>(std::count(github.begin(), github.end(), '\n')), open + 1);
}

}  // namespace
}  // namespace crossfoot::testing
