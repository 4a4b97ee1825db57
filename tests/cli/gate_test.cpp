// Which findings fail a run at which threshold, and that checking nothing is never a pass.
#include "engine/cli/gate.hpp"

#include <gtest/gtest.h>

namespace crossfoot::cli {
namespace {

Findings found(std::vector<std::pair<Verdict, Severity>> list) {
    Findings out;
    for (const auto& [verdict, severity] : list) {
        Finding finding;
        finding.verdict = verdict;
        finding.severity = severity;
        out.findings.push_back(std::move(finding));
        if (verdict == Verdict::contradicted) ++out.summary.contradicted;
        if (verdict == Verdict::unverifiable) ++out.summary.unverifiable;
        if (verdict == Verdict::waived) ++out.summary.waived;
    }
    return out;
}

TEST(Fails, ByThresholdAndSeverity) {
    struct Row {
        Verdict verdict;
        Severity severity;
        bool never, error, warning, unverifiable;
    };
    const Row table[] = {
        {Verdict::contradicted, Severity::error, false, true, true, true},
        {Verdict::contradicted, Severity::warning, false, false, true, true},
        {Verdict::contradicted, Severity::info, false, false, false, false},
        {Verdict::unverifiable, Severity::error, false, false, false, true},
        {Verdict::unverifiable, Severity::info, false, false, false, true},
        {Verdict::waived, Severity::error, false, false, false, false},
        {Verdict::vacuous, Severity::error, false, false, false, false},
        {Verdict::holds, Severity::error, false, false, false, false},
    };
    for (const Row& row : table) {
        const Findings findings = found({{Verdict::holds, Severity::error}, {row.verdict, row.severity}});
        const auto text =
            std::to_string(static_cast<int>(row.verdict)) + "/" + std::to_string(static_cast<int>(row.severity));
        EXPECT_EQ(fails(findings, FailOn::never), row.never) << text;
        EXPECT_EQ(fails(findings, FailOn::error), row.error) << text;
        EXPECT_EQ(fails(findings, FailOn::warning), row.warning) << text;
        EXPECT_EQ(fails(findings, FailOn::unverifiable), row.unverifiable) << text;
    }
}

// A rule set of files with so many rules each, and findings of rules that had so many instances.
class EmptyPass : public ::testing::Test {
protected:
    void file(const std::string& path, std::vector<std::uint32_t> instances, bool asked = true, bool selected = true) {
        RuleSet::Loaded loaded;
        loaded.path = path;
        loaded.asked = asked;
        loaded.file.id = static_cast<FileId>(rules_.files.size());
        auto group = std::make_unique<ast::Group>();  // rules in groups count as well
        for (const std::uint32_t count : instances) {
            group->declarations.emplace_back(ast::Rule{});
            if (!selected) continue;
            RuleInfo info;
            info.span = {loaded.file.id, 0, 1};
            info.instances = count;
            findings_.rules.push_back(std::move(info));
            findings_.summary.instances += count;
            if (count == 0) ++findings_.summary.vacuous;
        }
        loaded.file.declarations.emplace_back(std::move(group));
        rules_.files.push_back(std::move(loaded));
    }
    [[nodiscard]] std::string codes(const Selection& selection = {}) const {
        std::string out;
        for (const Diagnostic& each : empty_pass(rules_, findings_, selection))
            out.append(out.empty() ? "" : " ").append(name(each.code)).append(each.file.empty() ? "" : ":" + each.file);
        return out;
    }
    [[nodiscard]] std::string headline(const Selection& selection) const {
        return empty_pass(rules_, findings_, selection).front().headline.in(Language::en);
    }
    RuleSet rules_;
    Findings findings_;
};

TEST_F(EmptyPass, ARunThatCheckedPasses) {
    file("a.xf", {2, 0});
    findings_.summary.figures = 3;
    findings_.summary.holds = 1;
    findings_.summary.unverifiable = 1;
    EXPECT_EQ(codes(), "");
}

TEST_F(EmptyPass, NoRules) {
    findings_.summary.figures = 3;
    EXPECT_EQ(codes(), "XF601");
    EXPECT_EQ(headline({}), "there are no rules to check");
    file("a.xf", {});
    EXPECT_EQ(codes(), "XF601");
    EXPECT_EQ(headline({}), "the rule files hold no rule");
}

TEST_F(EmptyPass, NoFigures) {
    file("a.xf", {1});
    findings_.summary.holds = 1;
    EXPECT_EQ(codes(), "XF602");
}

TEST_F(EmptyPass, AFileThatBindsToNothing) {
    findings_.summary.figures = 3;
    file("a.xf", {1});
    file("b.xf", {0, 0});
    file("c.xf", {0}, false);  // used, not asked for
    file("d.xf", {});          // definitions only
    findings_.summary.holds = 1;
    EXPECT_EQ(codes(), "XF603:b.xf");
}

TEST_F(EmptyPass, NothingVerified) {
    findings_.summary.figures = 3;
    file("a.xf", {2});
    findings_.summary.unverifiable = 2;
    EXPECT_EQ(codes(), "XF604");
    findings_.summary.contradicted = 1;
    EXPECT_EQ(codes(), "");
}

TEST_F(EmptyPass, OnlyVacuousRules) {
    findings_.summary.figures = 3;
    file("a.xf", {0});
    EXPECT_EQ(codes(), "XF603:a.xf") << "the file says it already";
    rules_.files[0].asked = false;
    EXPECT_EQ(codes(), "XF604");
}

TEST_F(EmptyPass, NothingSelected) {
    findings_.summary.figures = 3;
    file("a.xf", {1, 1}, true, false);
    EXPECT_EQ(codes({{"x*"}, {}}), "XF606");
    EXPECT_EQ(headline({{"x*"}, {}}), "no rule's id matches `x*`");
    EXPECT_EQ(headline({{}, {"a", "b"}}), "no rule has the tag `a` or `b`");
    EXPECT_EQ(headline({}), "none of the 2 rules is selected");
}

}  // namespace
}  // namespace crossfoot::cli
