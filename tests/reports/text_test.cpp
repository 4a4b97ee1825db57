// The text report and the sentences of findings, as a person reads them.
#include "reports/text.hpp"

#include <gtest/gtest.h>

#include "reports/message.hpp"
#include "tests/reports/golden.hpp"
#include "tests/reports/report_fixture.hpp"

namespace crossfoot::testing {
namespace {

using reports::Page;

TEST(TextReport, ShowsEachFindingInFrench) {
    const Report report = agencies();
    expect_golden("text_fr.txt", reports::render_text({report.findings, report.dataset()}, plain_page(Language::fr)));
}

TEST(TextReport, SpeaksEnglishAndKeepsTheFiguresOfTheReport) {
    const Report report = agencies();
    Page page = plain_page(Language::en);
    page.all = true;
    expect_golden("text_en_all.txt", reports::render_text({report.findings, report.dataset()}, page));
}

TEST(TextReport, FitsANarrowTerminalInColour) {
    const Report report = agencies();
    Page page = plain_page(Language::fr);
    page.color = true;
    page.width = 60;
    page.directory = "data/agences";
    page.dataset_files = 3;
    expect_golden("text_fr_colour_60.txt", reports::render_text({report.findings, report.dataset()}, page));
}

TEST(TextReport, IsQuietWhenAllHolds) {
    Report report = agencies();
    std::erase_if(report.findings.findings, [](const Finding& each) { return each.verdict != Verdict::holds; });
    report.findings.summary = {};
    report.findings.summary.rules = report.findings.summary.instances = report.findings.summary.holds = 1;
    report.findings.summary.figures = report.findings.summary.figures_checked = 4;
    EXPECT_EQ(reports::render_text({report.findings, report.dataset()}, plain_page(Language::en)),
              "no contradiction, 1 holds (1 check of 1 rule; 4 figures, 4 of them used)\n");
    EXPECT_EQ(reports::render_text({report.findings, report.dataset()}, plain_page(Language::fr)),
              "aucune contradiction, 1 tient (1 vérification de 1 règle\u00A0; 4 chiffres, dont 4 utilisés)\n");
}

// Every kind of finding as one sentence, in both languages.
TEST(Sentences, SayWhatWasFound) {
    Report report = agencies();
    const auto total = static_cast<std::uint32_t>(report.findings.rules.size() - 1);
    const Interval any = Interval::everything();

    Finding& rate = report.finding(total, Verdict::contradicted, {});
    rate.relation = ast::Comparison::equal;
    rate.left = report.side("change(i[2012], i[2013])", Interval::closed(Rational(-2, 100), Rational(-19, 1000)),
                            Rational(-382, 19739), {}, "1");
    rate.right = report.side("-0.11 %", Interval::point(Rational(-11, 10000)), Rational(-11, 10000), {}, "1");
    Unit percent;
    percent.symbol = "%";
    percent.notation = Notation::percent;
    percent.size = Rational(1, 100);
    rate.left->shown = report.intern(percent);
    rate.gap = Rational(182, 10000);
    rate.allowance = Rational(5, 10000);

    Finding& open = report.finding(total, Verdict::contradicted, {});
    open.relation = ast::Comparison::less;
    open.left = report.side("a", {End::opened(5), End::infinite()}, 5, {}, "1");
    open.right = report.side("b", {End::closed(0), End::opened(5)}, std::nullopt, {}, "1");
    open.bound_only = true;
    open.left_out = 2;
    open.assumed = 1;

    Finding& some = report.finding(total, Verdict::holds, {"agences/effectifs/total"});
    some.witness = Witness{3, Rational(12345), Rational(17)};
    Finding& from = report.finding(total, Verdict::holds, {});
    from.witness = Witness{3, std::nullopt, std::nullopt};
    Finding& only = report.finding(total, Verdict::holds, {});
    only.witness = Witness{7, Rational(7), Rational(1)};

    Finding& within = report.finding(total, Verdict::holds, {});
    within.agreement = Agreement::within;
    within.relation = ast::Comparison::equal;
    within.left = report.side("a", Interval::point(10), 10, {}, "1");
    within.right = report.side("b", Interval::point(13), 13, {}, "1");
    Finding& tight = report.finding(total, Verdict::holds, {});
    tight.agreement = Agreement::rounded;
    tight.relation = ast::Comparison::less_equal;
    tight.left = report.side("a", any, 10, {}, "1");
    tight.right = report.side("b", any, 9, {}, "1");
    tight.gap = 1;
    tight.allowance = Rational(102, 100);
    Finding& weak = report.finding(total, Verdict::holds, {});
    weak.agreement = Agreement::rounded;
    weak.relation = ast::Comparison::equal;
    weak.left = report.side("a", any, 1, {}, "1");
    weak.right = report.side("b", any, 2, {}, "1");
    weak.gap = 1;
    weak.allowance = 2;

    report.finding(total, Verdict::contradicted, {"agences/effectifs/total", "agences/anru/2012"});
    Finding& waived = report.finding(total, Verdict::waived, {});
    waived.waived_because = "vu avec l'auteur";
    report.finding(total, Verdict::unverifiable, {"agences/effectifs/antennes"}).reason =
        Message::verbatim("le total attend");
    report.finding(total, Verdict::unverifiable, {}).code = Code::XF504;
    Finding& many = report.finding(total, Verdict::unverifiable, {});
    many.missing.assign(6, report.node("agences/effectifs/antennes"));

    std::string out;
    for (const Language language : {Language::en, Language::fr})
        for (const Finding& each : report.findings.findings)
            out.append(reports::sentence(each, report.dataset(), language)).append("\n");
    expect_golden("sentences.txt", out);
}

TEST(TextReport, NamesAtMostEightFigures) {
    std::string toml = "[report]\nlanguage = \"en\"\n[a]\n";
    std::vector<std::string> paths;
    for (int i = 0; i < 12; ++i) {
        toml += "f" + std::to_string(i) + " = \"" + std::to_string(i) + "\"\n";
        paths.push_back("a/f" + std::to_string(i));
    }
    Report report({{"report.toml", toml}}, "rule many: sum(a.*) = 3\n");
    const auto rule = report.rule("many", "rule many", "sum(a.*) = 3");
    report.finding(rule, Verdict::contradicted, {paths.begin(), paths.end()});
    expect_golden("text_many_figures.txt",
                  reports::render_text({report.findings, report.dataset()}, plain_page(Language::en)));
}

}  // namespace
}  // namespace crossfoot::testing
