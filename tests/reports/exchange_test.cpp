// What the formats share: names of files, identities, the order of weight, texts inside Markdown and XML.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "engine/checking/known/identity.hpp"
#include "engine/text/source.hpp"
#include "reports/evidence.hpp"
#include "reports/markdown_text.hpp"
#include "reports/paths.hpp"
#include "reports/worst_first.hpp"
#include "reports/xml_writer.hpp"
#include "tests/reports/report_fixture.hpp"
#include "tests/support/xml.hpp"

namespace crossfoot::testing {
namespace {

TEST(Paths, AreThoseOfTheRepository) {
    EXPECT_EQ(reports::repository_path("./data//a/./b.toml"), "data/a/b.toml");
    EXPECT_EQ(reports::repository_path("../a.toml"), "../a.toml");
    EXPECT_EQ(reports::repository_path("/tmp//a.toml"), "/tmp/a.toml");
}

TEST(Paths, AsUris) {
    EXPECT_EQ(reports::uri_of("./données/a b.toml"), "donn%C3%A9es/a%20b.toml");
    EXPECT_EQ(reports::uri_of("c:d?e#f%.toml"), "c%3Ad%3Fe%23f%25.toml");
    EXPECT_EQ(reports::uri_of("/tmp/a.toml"), "file:///tmp/a.toml");
    EXPECT_EQ(reports::uri_of("<stdin>"), "%3Cstdin%3E");
}

const char* const kRules = "rule total: sum(a.*) = b\n";

std::string identity_in(const std::string& toml, const std::vector<std::string_view>& figures, const std::string& year) {
    Report report({{"report.toml", "[report]\nlanguage = \"en\"\n" + toml}}, kRules);
    Finding& finding = report.finding(report.rule("total", "rule total", "sum(a.*) = b"), Verdict::contradicted, figures);
    finding.bindings = {{"y", year, std::nullopt}};
    return Identities(report.dataset()).identity(finding);
}

TEST(Identity, SurvivesMovedLinesOtherValuesAndAnotherOrder) {
    const std::string one = identity_in("[a]\nx = \"1\"\ny = \"2\"\n", {"a/x", "a/y"}, "2012");
    EXPECT_EQ(one, identity_in("# moved\n\n[a]\ny = \"3\"\nx = \"1\"\n", {"a/y", "a/x"}, "2012"));
    EXPECT_NE(one, identity_in("[a]\nx = \"1\"\ny = \"2\"\n", {"a/x", "a/y"}, "2013"));
    EXPECT_NE(one, identity_in("[a]\nx = \"1\"\ny = \"2\"\n", {"a/x"}, "2012"));
    EXPECT_EQ(one.size(), 16U);
}

TEST(WorstFirst, BySeverityThenByExcessThenAsTheyStood) {
    Report report = agencies();
    const auto names = [&] {
        std::string out;
        for (const Finding* each : reports::worst_first(report.findings)) out += each->title + " ";
        return out;
    };
    report.findings.findings.clear();
    const auto add = [&](const std::string& title, Verdict verdict, Severity severity, std::optional<Rational> gap) {
        Finding& each = report.finding(0, verdict, {});
        each.title = title;
        each.severity = severity;
        each.left = report.side("a", Interval::point(0), 100, {}, "1");
        each.right = report.side("b", Interval::point(0), 10, {}, "1");
        each.gap = std::move(gap);
        each.allowance = 1;
    };
    add("holds", Verdict::holds, Severity::error, 0);
    add("waived", Verdict::waived, Severity::error, 90);
    add("warning", Verdict::contradicted, Severity::warning, 90);
    add("vacuous", Verdict::vacuous, Severity::error, std::nullopt);
    add("none1", Verdict::contradicted, Severity::error, std::nullopt);
    add("none2", Verdict::contradicted, Severity::error, std::nullopt);
    add("small", Verdict::contradicted, Severity::error, 2);
    add("open", Verdict::unverifiable, Severity::error, std::nullopt);
    add("large", Verdict::contradicted, Severity::error, 50);
    EXPECT_EQ(names(), "large small none1 none2 warning open vacuous waived holds ");
    EXPECT_EQ(reports::relative_excess(*reports::worst_first(report.findings).front()), Rational(49, 100));
}

TEST(MarkdownText, IsNeverMarkup) {
    using reports::markdown_text;
    EXPECT_EQ(markdown_text("a|b"), "a\\|b");
    EXPECT_EQ(markdown_text("<img src=x> & co"), "&lt;img src=x&gt; &amp; co");
    EXPECT_EQ(markdown_text("@jean #12"), "\\@<!-- -->jean \\#<!-- -->12");
    EXPECT_EQ(markdown_text("GH-12, https://a.b, WWW.a.b"), "GH<!-- -->-12, https:<!-- -->//a.b, WWW<!-- -->.a.b");
    EXPECT_EQ(markdown_text("*a* _b_ [c](d) ~e~ $f$"), "\\*a\\* \\_b\\_ \\[c\\](d) \\~e\\~ \\$f\\$");
    EXPECT_EQ(markdown_text("`anru[2013]` vaut 1"), "`anru[2013]` vaut 1");
    EXPECT_EQ(markdown_text("one ` alone"), "one \\` alone");
    EXPECT_EQ(markdown_text("a\nb"), "a␊b");
}

TEST(MarkdownText, CodeHoldsAnything) {
    using reports::markdown_code;
    EXPECT_EQ(markdown_code("a|b @c <d>"), "`a\\|b @c <d>`");
    EXPECT_EQ(markdown_code("a`b"), "`` a`b ``");
    EXPECT_EQ(markdown_code(" a"), "`  a `");
    EXPECT_EQ(markdown_code(""), "");
    EXPECT_EQ(reports::markdown_block("a\n```\nb"), "````text\na\n```\nb\n````\n");
}

TEST(XmlWriter, EmptyNestedAndText) {
    reports::XmlWriter xml;
    xml.begin("a");
    xml.begin("b"), xml.attribute("c", "1 < 2\n"), xml.end();
    xml.begin("d"), xml.text("]]> & \"\x01"), xml.end();
    xml.end();
    EXPECT_EQ(std::move(xml).finish(),
              "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a>\n  <b c=\"1 &lt; 2&#10;\"/>\n"
              "  <d>]]&gt; &amp; \"\xEF\xBF\xBD</d>\n</a>\n");
}

// Any text comes back as it was, but for what XML has no characters for.
RC_GTEST_PROP(XmlWriter, AnyTextSurvives, (const std::string& text)) {
    reports::XmlWriter xml;
    xml.begin("a");
    xml.attribute("b", text);
    xml.text(text);
    xml.end();
    const XmlElement back = parse_xml(std::move(xml).finish());
    RC_ASSERT(back.text == back.attributes.at("b"));
    bool plain = first_malformed_utf8(text) == std::string::npos;
    for (const char byte : text) plain = plain && (static_cast<unsigned char>(byte) >= 0x20 || byte == '\n' || byte == '\t' || byte == '\r');
    plain = plain && text.find("\xEF\xBF") == std::string::npos;
    if (plain) RC_ASSERT(back.text == text);
    RC_ASSERT(first_malformed_utf8(back.text) == std::string::npos);
}

}  // namespace
}  // namespace crossfoot::testing
