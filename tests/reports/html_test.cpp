// The HTML report: its parts as they are written, that no text can break out of its place, that nothing leads out of
// the page.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "engine/text/source.hpp"
#include "reports/html/assets.hpp"
#include "reports/html/axis.hpp"
#include "reports/html/card.hpp"
#include "reports/html/page.hpp"
#include "reports/html/weight.hpp"
#include "reports/sarif_fixes.hpp"
#include "tests/reports/golden.hpp"
#include "tests/reports/markup.hpp"
#include "tests/reports/report_fixture.hpp"

namespace crossfoot::testing {
namespace {

using reports::html::Html;
using reports::html::Sheet;

std::string page(const Report& report, Language language) {
    return reports::render_html({report.findings, report.dataset()}, plain_page(language));
}

// From <body> to the script: what changes with the findings.
std::string body(const std::string& html) {
    const std::size_t begin = html.find("<body>"), end = html.find("<script>");
    return html.substr(begin, end - begin);
}

TEST(HtmlReport, IsAPageInFrench) {
    const Report report = agencies();
    const std::string html = page(report, Language::fr);
    const Markup markup = read_markup(html);
    EXPECT_EQ(markup.problem, "");
    EXPECT_EQ(broken_link(markup), "");
    expect_golden("html_fr.html", body(html));
}

TEST(HtmlReport, SpeaksEnglishAndMarksTheLanguageOfTheReport) {
    Report report = agencies();
    report.findings.groups = {{"agences", "Les agences"}};
    Finding& waived = report.finding(0, Verdict::waived, {"agences/anru/2013", "logement/anru/investissement"});
    waived.waived_because = "vu avec l'auteur";
    Finding& tight = report.finding(3, Verdict::holds, {"agences/total/2013"});
    tight.relation = ast::Comparison::equal;
    tight.agreement = Agreement::rounded;
    tight.left = report.side("a", Interval::closed(4, 6), 5, {"agences/total/2013"}, "EUR");
    tight.right = report.side("6", Interval::point(6), 6, {}, "EUR");
    tight.gap = 1;
    tight.allowance = Rational(101, 100);
    report.findings.figure_checked[report.node("agences/anah/2012")] = 0;
    const std::string html = page(report, Language::en);
    const Markup markup = read_markup(html);
    EXPECT_EQ(markup.problem, "");
    EXPECT_EQ(broken_link(markup), "");
    expect_golden("html_en.html", body(html));
}

TEST(HtmlReport, SaysInOneSentenceWhatWasFound) {
    Report report = agencies();
    Summary& sum = report.findings.summary;
    std::erase_if(report.findings.findings, [](const Finding& each) { return each.verdict != Verdict::holds; });
    const auto verdict = [&](Language language) {
        const std::string html = page(report, language);
        const std::size_t begin = html.find("<p class=\"verdict");
        return html.substr(begin, html.find("</p>", begin) - begin);
    };
    sum.contradicted = 0, sum.instances = 2, sum.holds = 1, sum.unverifiable = 1;
    EXPECT_EQ(verdict(Language::en), "<p class=\"verdict\">No contradiction: 1 of 2 checks holds (1 unverifiable).");
    EXPECT_EQ(verdict(Language::fr),
              "<p class=\"verdict\">Aucune contradiction\u00A0: 1 vérification sur 2 tient (1 invérifiable).");
    sum.instances = sum.holds = 1, sum.unverifiable = 0;
    EXPECT_EQ(verdict(Language::en), "<p class=\"verdict\">No contradiction: the only check holds.");
    sum.instances = sum.holds = 1200;
    EXPECT_EQ(verdict(Language::fr),
              "<p class=\"verdict\">Aucune contradiction\u00A0: les 1\u202F200 vérifications tiennent.");
    sum.instances = sum.holds = 0;
    EXPECT_EQ(verdict(Language::en), "<p class=\"verdict\">Nothing was checked.");
}

// What reasoning says of the agencies, made by hand: two ways to repair one contradiction, a cause, and two rules that
// are impossible together.
Reasoning reasoning_of(const Report& report, std::size_t contradicted) {
    const NodeId anru = report.node("agences/anru/2013"), housing = report.node("logement/anru/investissement");
    Reasoning out;
    out.causes_of_finding.resize(report.findings.findings.size());
    Cause cause;
    cause.kind = CauseKind::digit_replaced;
    cause.figure = anru;
    cause.print = "19,8 M€";
    cause.clears = {contradicted};
    out.causes_of_finding[contradicted] = {cause};
    Incident incident;
    incident.findings = {contradicted};
    incident.least_sets = {{{{anru, "19,81 M€"}}, 1}, {{{housing, "19,7 M€"}}, 1}};
    Suspect suspect;
    suspect.figure = anru;
    suspect.range = Interval::closed(19'750'000, 19'850'000);
    incident.suspects = {suspect};
    incident.cut_short = true;
    out.incidents = {incident};
    JointContradiction joint;
    joint.rules = {{0, 0, {}}, {1, 1, {}}};
    joint.figures = {anru, housing};
    joint.steps = {{joint.rules[0], anru, Interval::closed(1'000'000, 2'000'000), {housing}},
                   {joint.rules[1], anru, Interval::closed(3'000'000, 4'000'000), {}}};
    joint.clash = Interval::closed(1'000'000, 2'000'000);
    joint.irreducible = false;
    out.joint = {joint};
    out.undecided = {{{{0, 0, {}}, {1, 1, {}}}}};
    out.cut_short = true;
    return out;
}

std::size_t first_contradiction(const Report& report) {
    const auto& all = report.findings.findings;
    return static_cast<std::size_t>(
        std::find_if(all.begin(), all.end(), [](const Finding& each) { return each.verdict == Verdict::contradicted; }) -
        all.begin());
}

TEST(HtmlReport, BeginsWithIncidents) {
    const Report report = agencies();
    const Reasoning reasoning = reasoning_of(report, first_contradiction(report));
    std::string both;
    for (const Language language : {Language::fr, Language::en}) {
        const std::string html =
            reports::render_html({report.findings, report.dataset(), &reasoning}, plain_page(language));
        const Markup markup = read_markup(html);
        EXPECT_EQ(markup.problem, "");
        EXPECT_EQ(broken_link(markup), "");
        const std::size_t begin = html.find("<section id=\"incidents\""), end = html.find("<section id=\"chapters\"");
        ASSERT_LT(begin, end);
        both += html.substr(begin, end - begin);
    }
    expect_golden("html_incidents.html", both);
}

// A print is put into a file only where the file has the figure as it is printed.
TEST(SarifFixes, ReplaceOnlyWhatIsCertain) {
    const Report report({{"report.toml", "[report]\nlanguage = \"fr\"\n[a]\nquoted = \"19,7 M€\"\nbare = 1234.5\n"
                                         "table = { value = \"5 %\" }\n"}},
                        "rule a: 1 = 1\n");
    const auto source = [&](std::string_view path, const std::string& print) {
        return reports::source_for(report.node(path), print, report.dataset());
    };
    EXPECT_EQ(source("a/quoted", "19,8 M€"), "\"19,8 M€\"");
    EXPECT_EQ(source("a/quoted", "19,8\" M€"), std::nullopt);
    EXPECT_EQ(source("a/bare", "1243.5"), "1243.5");
    EXPECT_EQ(source("a/bare", "1243.5 M€"), std::nullopt);
    EXPECT_EQ(source("a/bare", "007"), std::nullopt);
}

// Closed, open and unbounded ends; points; ranges that meet; a narrow range far away; a side without printed value.
TEST(HtmlAxis, DrawsEveryKindOfEnd) {
    Report report = agencies();
    const auto draw = [&](const Interval& left, std::optional<Rational> left_printed, const Interval& right,
                          std::optional<Rational> right_printed) {
        Finding& finding = report.finding(0, Verdict::contradicted, {});
        finding.relation = ast::Comparison::equal;
        finding.left = report.side("a", left, std::move(left_printed), {"agences/anru/2013"}, "EUR");
        finding.right = report.side("b", right, std::move(right_printed), {}, "EUR");
        finding.gap = 1'000'000;
        const Sheet sheet({report.findings, report.dataset()}, Language::fr);
        EXPECT_TRUE(reports::html::has_axis(finding));
        Html out(Language::fr);
        reports::html::write_axis(out, finding, "x", sheet);
        return std::move(out).finish();
    };
    const Rational million = 1'000'000;
    std::string out =
        draw(Interval::closed(million, million * 2), million, Interval::closed(million * 3, million * 4), million * 3);
    out += draw({End::opened(million * 5), End::infinite()}, million * 5, Interval::point(million * 2), million * 2);
    out += draw({End::infinite(), End::opened(million)}, std::nullopt, {End::opened(million), End::closed(million * 2)},
                million * 2);
    out += draw(Interval::point(50'000'000), Rational(50'000'000), Interval::closed(499, 501), 500);
    out += draw(Interval::closed(Rational(1, 3), Rational(2, 3)), Rational(1, 2), Interval::point(7), 7);
    EXPECT_EQ(read_markup(out).problem, "");
    expect_golden("html_axes.html", out);
}

TEST(HtmlAxis, NeedsTwoValuesThatDiffer) {
    Report report = agencies();
    Finding& finding = report.finding(0, Verdict::contradicted, {});
    EXPECT_FALSE(reports::html::has_axis(finding)) << "no relation";
    finding.relation = ast::Comparison::not_equal;
    finding.left = finding.right = report.side("a", Interval::point(3), 3, {}, "1");
    finding.gap = 0;
    EXPECT_FALSE(reports::html::has_axis(finding)) << "two that must differ";
    finding.relation = ast::Comparison::less;
    EXPECT_FALSE(reports::html::has_axis(finding)) << "one point";
    finding.left->range = finding.right->range = Interval::everything();
    EXPECT_FALSE(reports::html::has_axis(finding)) << "nothing finite";
}

TEST(HtmlWeight, OrdersBySeverityThenByTheExcessAsAPartOfTheFigure) {
    Report report = agencies();
    report.findings.findings.clear();
    const auto add = [&](Severity severity, const Rational& left, const Rational& right,
                         std::optional<Rational> allowance) {
        Finding& finding = report.finding(0, Verdict::contradicted, {});
        finding.severity = severity;
        finding.relation = ast::Comparison::equal;
        finding.left = report.side("a", Interval::point(left), left, {}, "1");
        finding.right = report.side("b", Interval::point(right), right, {}, "1");
        finding.gap = (left - right).abs();
        finding.allowance = std::move(allowance);
    };
    add(Severity::warning, 100, 10, 0);        // 0: nine tenths, but a warning
    add(Severity::error, 100, 99, 0);          // 1: a hundredth
    add(Severity::error, 100, -100, 0);        // 2: twice
    add(Severity::error, 5, 1, std::nullopt);  // 3: no bound
    add(Severity::error, 1000, 980, 10);       // 4: a hundredth, in binding order after 1
    add(Severity::error, 0, 0, 0);             // 5: nothing of nothing
    using reports::relative_excess;
    const auto& findings = report.findings.findings;
    EXPECT_EQ(reports::html::by_weight(findings, Verdict::contradicted), (std::vector<std::size_t>{2, 1, 4, 5, 3, 0}));
    EXPECT_EQ(relative_excess(findings[0]), Rational(9, 10));
    EXPECT_EQ(relative_excess(findings[4]), Rational(1, 100));
    EXPECT_EQ(relative_excess(findings[3]), std::nullopt);
    EXPECT_EQ(relative_excess(findings[5]), Rational(0));
}

TEST(HtmlReport, ThousandsOfContradictionsStayReadable) {
    Report report = agencies();
    const Finding one = report.findings.findings.front();
    report.findings.findings.assign(2000, one);
    report.findings.summary.contradicted = report.findings.summary.instances = 2000;
    const Markup markup = read_markup(page(report, Language::en));
    EXPECT_EQ(markup.problem, "");
    EXPECT_EQ(markup.count("article"), 300U);
    EXPECT_NE(markup.text.find("1,700 lighter ones are not shown in full"), std::string::npos);
}

TEST(HtmlAssets, NeedNothingFromOutside) {
    for (const std::string_view asset : {reports::html::report_css(), reports::html::report_js(),
                                         reports::html::incidents_css()})
        for (const char* outward : {"http:", "https:", "//cdn", "url(", "@import", "fetch(", "XMLHttpRequest", "</"})
            EXPECT_EQ(asset.find(outward), std::string_view::npos) << outward;
}

// Tables of several kinds share the class `checks`: a head hidden by its place would stay away where its cells do not.
TEST(HtmlAssets, HideNoHeadByItsPlace) {
    const std::string_view css = reports::html::report_css();
    for (std::size_t at = css.find("display: none"); at != std::string_view::npos; at = css.find("display: none", at + 1)) {
        const std::size_t line = css.rfind('\n', at) + 1;
        EXPECT_EQ(css.substr(line, at - line).find("-child"), std::string_view::npos) << css.substr(line, at - line);
    }
}

// Whatever the bytes of a text, it stays a text.
RC_GTEST_PROP(HtmlWriter, AnyBytesStayInTheirPlace, (const std::string& random)) {
    const auto hostile = *rc::gen::element<std::string>("", "<script>", "\" onload=\"x", "</title>", "&lt;", "`a`",
                                                        "]]>", "\xE2\x80", "\n<");
    const std::string text = random + hostile + random;
    Html out(Language::en);
    out.open("p", {{"title", text}}).text(text).prose(text).source(text).path(text).element("b", {{"id", "x"}}, text);
    const Markup markup = read_markup(std::move(out).finish());
    RC_ASSERT(markup.problem.empty());
    RC_ASSERT(first_malformed_utf8(markup.text) == std::string::npos);
    for (const Element& each : markup.elements)
        RC_ASSERT(each.name == "p" || each.name == "b" || each.name == "code" || each.name == "wbr");
    for (const char c : reports::html::anchor_name(text)) RC_ASSERT(c > ' ' && c < 0x7F && c != '"' && c != '~');
}

// The same for the texts of a whole page.
RC_GTEST_PROP(HtmlReport, AnyTextsGiveAPage, (const std::string& text)) {
    Report report = agencies();
    for (Finding& each : report.findings.findings) {
        each.title = text;
        each.waived_because = text;
        each.bindings.push_back({"x", text, std::nullopt});
        if (each.left) each.left->text = text;
    }
    for (RuleInfo& each : report.findings.rules) each.note = text;
    report.findings.groups = {{"agences", text}};
    for (const Language language : {Language::en, Language::fr}) {
        const std::string html = page(report, language);
        const Markup markup = read_markup(html);
        RC_ASSERT(markup.problem == "");
        RC_ASSERT(broken_link(markup) == "");
        RC_ASSERT(html == page(report, language));
        Reasoning reasoning = reasoning_of(report, first_contradiction(report));
        reasoning.incidents[0].least_sets[1].figures[0].print = text;
        for (auto& causes : reasoning.causes_of_finding)
            for (Cause& each : causes) each.print = text;
        reasoning.joint[0].rules[0].bindings = {{"x", text, std::nullopt}};
        const Markup reasoned =
            read_markup(reports::render_html({report.findings, report.dataset(), &reasoning}, plain_page(language)));
        RC_ASSERT(reasoned.problem == "");
        RC_ASSERT(broken_link(reasoned) == "");
    }
}

}  // namespace
}  // namespace crossfoot::testing
