// The formats for other tools: each to the letter on the hand-made report, what they map to, and that whatever bytes
// stand in a report, a tool can read them.
#include "reports/formats.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cctype>
#include <nlohmann/json.hpp>

#include "engine/text/source.hpp"
#include "reports/cells.hpp"
#include "reports/markdown.hpp"
#include "reports/sarif_places.hpp"
#include "tests/reports/golden.hpp"
#include "tests/reports/report_fixture.hpp"
#include "tests/support/xml.hpp"

namespace crossfoot::testing {
namespace {

using Json = nlohmann::ordered_json;
using reports::Format;

reports::Page page_of(Language language) {
    reports::Page page = plain_page(language);
    page.directory = "data/agences";
    page.dataset_files = 3;
    return page;
}

std::string written(Format format, const Report& report, const reports::Page& page) {
    return reports::entry(format).render({report.findings, report.dataset()}, page);
}

// The agencies with a waived contradiction and one that is only worth a note.
Report agencies_and_more() {
    Report report = agencies();
    const auto total = static_cast<std::uint32_t>(report.findings.rules.size() - 1);
    Finding& waived = report.finding(total, Verdict::waived, {"agences/total/2012"});
    waived.bindings = {{"y", "2011", std::nullopt}};
    waived.waived_because = "vu avec l'auteur : @jean a confirmé (#12)";
    Finding& info = report.finding(total, Verdict::contradicted, {"agences/effectifs/total"});
    info.bindings = {{"y", "2010", std::nullopt}};
    info.severity = Severity::info;
    return report;
}

TEST(Formats, AreAsTheyLook) {
    const Report report = agencies_and_more();
    expect_golden("sarif_fr.sarif", written(Format::sarif, report, page_of(Language::fr)));
    expect_golden("junit_en.xml", written(Format::junit, report, page_of(Language::en)));
    expect_golden("github_fr.txt", written(Format::github, report, page_of(Language::fr)));
    expect_golden("gitlab_en.json", written(Format::gitlab, report, page_of(Language::en)));
    expect_golden("markdown_en.md", written(Format::markdown, report, page_of(Language::en)));
    expect_golden("markdown_fr.md", written(Format::markdown, report, page_of(Language::fr)));
}

TEST(Formats, AreFoundByTheNamesOfTheTable) {
    for (const reports::FormatEntry& each : reports::formats()) {
        EXPECT_EQ(reports::find_format(each.name), &each);
        EXPECT_EQ(&reports::entry(each.format), &each);
    }
    EXPECT_EQ(reports::find_format("pdf"), nullptr);
}

TEST(Sarif, EveryFigureIsARelatedLocationThatTheMessageLinksTo) {
    const Report report = agencies_and_more();
    reports::Page page = page_of(Language::en);
    page.all = true;
    const Json run = Json::parse(written(Format::sarif, report, page))["runs"][0];
    ASSERT_EQ(run["results"].size(), report.findings.findings.size());
    for (std::size_t i = 0; i < run["results"].size(); ++i) {
        const Json& result = run["results"][i];
        const std::size_t figures = report.findings.findings[i].figures.size();
        ASSERT_EQ(result["relatedLocations"].size(), figures + 1) << "every figure, and the rule";
        const std::string message = result["message"]["text"];
        for (std::size_t id = 1; id <= figures + 1; ++id) {
            EXPECT_EQ(result["relatedLocations"][id - 1]["id"], id);
            EXPECT_NE(message.find("](" + std::to_string(id) + ")"), std::string::npos) << message;
        }
        const Json& rule = run["tool"]["driver"]["rules"][result["ruleIndex"].get<std::size_t>()];
        EXPECT_EQ(rule["id"], result["ruleId"]);
        const Json& artifact = result["locations"][0]["physicalLocation"]["artifactLocation"];
        EXPECT_EQ(run["artifacts"][artifact["index"].get<std::size_t>()]["location"]["uri"], artifact["uri"]);
    }
}

TEST(Sarif, VerdictsHaveTheKindsOfTheStandard) {
    const Report report = agencies_and_more();
    reports::Page page = page_of(Language::en);
    page.all = true;
    const Json run = Json::parse(written(Format::sarif, report, page))["runs"][0];
    const std::map<std::string, std::string> kinds = {{"contradicted", "fail"}, {"waived", "fail"},
        {"unverifiable", "open"}, {"vacuous", "notApplicable"}, {"holds", "pass"}};
    for (const Json& result : run["results"]) {
        const std::string verdict = result["properties"]["verdict"];
        EXPECT_EQ(result["kind"], kinds.at(verdict));
        EXPECT_EQ(result["level"] == "none", result["kind"] != "fail") << "§3.27.10 of the standard";
        EXPECT_EQ(result.contains("suppressions"), verdict == "waived");
    }
    EXPECT_EQ(run["invocations"][0]["toolConfigurationNotifications"][0]["descriptor"]["id"], "XF508");
    page.all = false;
    const Json open = Json::parse(written(Format::sarif, report, page))["runs"][0]["results"];
    EXPECT_EQ(open.size() + 1, report.findings.findings.size());
    for (const Json& result : open) EXPECT_NE(result["kind"], "pass");
}

TEST(Sarif, TextsAreNeitherPlaceholdersNorLinks) {
    EXPECT_EQ(reports::sarif_text("sum({anru, anah}[y]) = {0} {12} {x} {"), "sum({anru, anah}[y]) = {{0}} {{12}} {x} {");
    EXPECT_EQ(reports::sarif_text("[a](b) [c] (d)"), "[a\\](b) [c] (d)");
    EXPECT_EQ(reports::sarif_link_text("[1,5 M€]"), "\\[1,5 M€\\]");
}

TEST(Junit, EachInstanceIsACase) {
    const Report report = agencies_and_more();
    const XmlElement root = parse_xml(written(Format::junit, report, page_of(Language::en)));
    EXPECT_EQ(root.name, "testsuites");
    std::size_t cases = 0;
    for (const XmlElement* suite : root.all("testsuite")) {
        std::size_t failures = 0;
        std::size_t skipped = 0;
        for (const XmlElement* test : suite->all("testcase")) {
            failures += test->all("failure").size();
            skipped += test->all("skipped").size();
            ++cases;
        }
        EXPECT_EQ(suite->attributes.at("failures"), std::to_string(failures));
        EXPECT_EQ(suite->attributes.at("skipped"), std::to_string(skipped));
        EXPECT_EQ(suite->attributes.at("tests"), std::to_string(suite->all("testcase").size()));
    }
    EXPECT_EQ(cases, report.findings.findings.size());
    EXPECT_EQ(root.attributes.at("failures"), "2") << "the error and the warning; the note passes";
}

TEST(Junit, RulesOfAnInnerGroupDoNotTearTheOuterOneApart) {
    Report report = agencies();
    report.findings.findings.clear();
    for (const char* id : {"a/b", "a/b/c", "a/d", "e"}) {
        Finding& each = report.finding(0, Verdict::holds, {});
        each.rule = id;
    }
    const XmlElement root = parse_xml(written(Format::junit, report, page_of(Language::en)));
    std::vector<std::string> suites;
    for (const XmlElement* suite : root.all("testsuite")) suites.push_back(suite->attributes.at("name"));
    EXPECT_EQ(suites, (std::vector<std::string>{"agences", "a", "a/b"}));
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        lines.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

TEST(Github, SaysWhenMoreIsWrittenThanIsShown) {
    Report report = agencies();
    const Finding first = report.findings.findings.front();
    for (int i = 0; i < 10; ++i) report.findings.findings.push_back(first);
    const std::vector<std::string> lines = lines_of(written(Format::github, report, page_of(Language::en)));
    EXPECT_EQ(lines.size(), 15U) << "all but the one that holds, and the summary";
    EXPECT_NE(lines.back().find("ten annotations"), std::string::npos);
}

TEST(Markdown, TenThousandContradictionsAreCutAndCounted) {
    Report report = agencies();
    const Finding first = report.findings.findings.front();
    report.findings.findings.assign(10'000, first);
    const std::string text = written(Format::markdown, report, page_of(Language::fr));
    EXPECT_LE(text.size(), reports::kMostMarkdown);
    std::size_t rows = 0;
    for (const std::string& line : lines_of(text)) rows += line.starts_with("| erreur |") ? 1U : 0U;
    EXPECT_GT(rows, 50U);
    std::string left = text.substr(text.find("\n… et ") + std::string("\n… et ").size(), 8);
    left.erase(left.find("\xE2\x80\xAF"), 3);
    EXPECT_EQ(std::stoul(left) + rows, 10'000U) << "what is not shown is counted";
}

// A report whose every text is that one: titles, notes, bindings, figures, the names of its files and of itself.
Report report_of(const std::string& text) {
    Report report = agencies_and_more();
    for (RuleInfo& rule : report.findings.rules) rule.title = rule.note = text, rule.tags = {text, text};
    for (Finding& finding : report.findings.findings) {
        finding.title = finding.waived_because = text;
        finding.bindings = {{"x", text, std::nullopt}};
        if (finding.left) finding.left->text = text;
        finding.reason = Message::verbatim(text);
    }
    report.print("agences/anru/2013", text);
    report.print("agences/total/2013", text);
    return report;
}

reports::Page page_named(const std::string& text) {
    reports::Page page = page_of(Language::fr);
    page.directory = text;
    page.all = true;
    return page;
}

// Bytes that formats have a meaning for, among any others.
rc::Gen<std::string> hostile_text() {
    const auto piece = rc::gen::oneOf(
        rc::gen::elementOf(std::vector<std::string>{"\n", "\r", "::", ",", "%", "%0A", "|", "`", "``", "<", "&", ">", "]]>",
                                                    "@a", "#1", "[a](b)", "{0}", "\\", "\"", "'", "*", "_", "<!--", "-->",
                                                    "\xEF\xBF\xBF", "\xED\xA0\x80", "\xFF", "\x1b[2J", std::string(1, '\0'),
                                                    "é", "/", "..", "https://a.b", "www.a", "gh-1"}),
        rc::gen::container<std::string>(rc::gen::arbitrary<char>()));
    return rc::gen::map(rc::gen::container<std::vector<std::string>>(piece), [](const std::vector<std::string>& pieces) {
        std::string out;
        for (const std::string& each : pieces) out += each;
        return out;
    });
}

bool is_uri(std::string_view text) {
    if (text.starts_with("file:///")) text.remove_prefix(std::string_view("file://").size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto is_hex = [&](std::size_t at) { return at < text.size() && std::isxdigit(static_cast<unsigned char>(text[at])) != 0; };
        if (text[i] == '%' && is_hex(i + 1) && is_hex(i + 2)) i += 2;
        else if (std::isalnum(static_cast<unsigned char>(text[i])) == 0 && std::string_view("-._~/").find(text[i]) == std::string_view::npos)
            return false;
    }
    return true;
}

// `::level name=value,name=value::message`, as the runner takes it apart.
bool is_command(std::string_view line) {
    if (line.find('\r') != std::string_view::npos || !line.starts_with("::")) return false;
    line.remove_prefix(2);
    const std::string_view head = line.substr(0, line.find("::"));
    if (head.size() == line.size()) return false;
    const std::string_view level = head.substr(0, head.find(' '));
    if (level != "error" && level != "warning" && level != "notice") return false;
    std::string_view properties = head.substr(std::min(level.size() + 1, head.size()));
    while (!properties.empty()) {
        const std::string_view one = properties.substr(0, properties.find(','));
        const std::string_view name = one.substr(0, one.find('='));
        const std::vector<std::string_view> known = {"file", "line", "endLine", "col", "endColumn", "title"};
        if (name.size() == one.size() || std::find(known.begin(), known.end(), name) == known.end()) return false;
        if (one.find(':') != std::string_view::npos) return false;
        properties.remove_prefix(std::min(one.size() + 1, properties.size()));
    }
    return true;
}

RC_GTEST_PROP(Formats, AnyBytesGiveWhatToolsCanRead, ()) {
    const std::string text = *hostile_text();
    const Report report = report_of(text);
    const reports::Page page = page_named(text);
    const std::size_t findings = report.findings.findings.size();

    const Json sarif = Json::parse(written(Format::sarif, report, page));
    RC_ASSERT(sarif["runs"][0]["results"].size() == findings);
    for (const Json& artifact : sarif["runs"][0]["artifacts"])
        RC_ASSERT(is_uri(artifact["location"]["uri"].get<std::string>()));
    RC_ASSERT(Json::parse(written(Format::gitlab, report, page)).is_array());

    const XmlElement junit = parse_xml(written(Format::junit, report, page));
    std::size_t cases = 0;
    for (const XmlElement* suite : junit.all("testsuite")) cases += suite->all("testcase").size();
    RC_ASSERT(cases == findings);

    // Every line is one command: nothing in a text begins another.
    const std::string github = written(Format::github, report, page);
    RC_ASSERT(first_malformed_utf8(github) == std::string::npos);
    const std::vector<std::string> commands = lines_of(github);
    RC_ASSERT(commands.size() == findings - 2 + 1);   // but the one that holds and the waived one; and the summary
    for (const std::string& line : commands) RC_ASSERT(is_command(line));
}

RC_GTEST_PROP(Formats, AnyBytesKeepTheFormOfTheComment, ()) {
    const std::string text = *hostile_text();
    const std::string comment = written(Format::markdown, report_of(text), page_named(text));
    RC_ASSERT(first_malformed_utf8(comment) == std::string::npos);
    RC_ASSERT(comment.size() <= reports::kMostMarkdown);
    std::size_t rows = 0;
    std::size_t open = 0;
    for (const std::string& line : lines_of(comment)) {
        if (line.starts_with("<details>")) ++open;
        if (line.starts_with("</details>")) --open;
        if (!line.starts_with("| ")) continue;
        ++rows;
        std::size_t bars = 0;
        for (std::size_t i = 0; i < line.size(); ++i) bars += line[i] == '|' && (i == 0 || line[i - 1] != '\\') ? 1U : 0U;
        RC_ASSERT(bars == 6U);
    }
    RC_ASSERT(open == 0U);
    RC_ASSERT(rows == 4U);   // the heads of the columns and three contradictions
}

}  // namespace
}  // namespace crossfoot::testing
