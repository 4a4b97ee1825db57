// What the instances of a rule have in common is worked out once: the same verdicts as without, whatever the rows, roundings
// and relations; and rules over many rows that would be out of reach otherwise.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "engine/checking/evaluation/kept.hpp"
#include "engine/checking/recheck.hpp"
#include "tests/checking/streamed.hpp"
#include "tests/support/samples.hpp"

namespace crossfoot::testing {
namespace {

struct Loaded {
    std::unique_ptr<Dataset> dataset;
    RuleSet rules;
};

Loaded loaded(const std::string& figures, const std::string& rules) {
    LoadResult read = load_dataset_text("t.toml", figures + "[report]\nlanguage = \"en\"\n");
    EXPECT_TRUE(read.diagnostics.empty());
    Loaded out{std::move(read.dataset), {}};
    Diagnostics problems;
    out.rules = load_rule_texts({{"t.xf", rules}}, out.dataset->sources, problems);
    EXPECT_TRUE(problems.empty());
    return out;
}

CheckResult checked(const Loaded& of, bool keeps) {
    CheckOptions options;
    options.keep_holding = true;
    options.keeps = keeps;
    return check(*of.dataset, of.rules, options);
}

std::vector<std::string> verdicts(const Findings& findings) {
    std::vector<std::string> out;
    for (const Finding& each : findings.findings) out.push_back(verdict_shown(each));
    return out;
}

std::string drawn_print() {
    const std::string whole = std::to_string(*rc::gen::inRange(1, 30));
    return *rc::gen::inRange(0, 2) == 0 ? whole : whole + "." + std::to_string(*rc::gen::inRange(0, 10));
}

// Enough rows that something is kept. `holes`: figures and texts that are not there.
std::string drawn_rows(bool holes) {
    std::string out;
    const int rows = *rc::gen::inRange(static_cast<int>(Kept::kFew) + 1, static_cast<int>(Kept::kFew) + 30);
    for (int i = 0; i < rows; ++i) {
        const bool hole = holes && *rc::gen::inRange(0, 150) == 0;
        out += "[[t]]\ncode = \"" + one_of<std::string>({"a", "b", "\u00E9", "e\u0301"}) + "\"\nyear = " + std::to_string(2000 + i % 40) + "\n";
        if (!hole) out += "n = { value = \"" + drawn_print() + "\", _precision = \"last-digit\" }\n";
        else if (*rc::gen::inRange(0, 2) == 0) out += "n = \"n/d\"\n";
        out += "exact = " + std::to_string(*rc::gen::inRange(0, 50)) + "\n";
    }
    return out;
}

std::string drawn_column() { return one_of<std::string>({"t[*].n", "t[*].n", "t[year > 2001].n", "t[*].exact", "known(t[*].n)", "t[code = \"a\" or year > 2000].n"}); }

// A number that is the same for every instance.
std::string drawn_common() {
    const std::string column = drawn_column();
    switch (*rc::gen::inRange(0, 7)) {
        case 0: return "min(" + column + ")";
        case 1: return "max(" + column + ")";
        case 2: return "sum(" + column + ") / 200";
        case 3: return "mean(" + column + ")";
        case 4: return "count(" + column + ") / 20";
        case 5: return "(max(" + column + ") - min(" + column + "))";
        default: return "quarter(" + one_of<std::string>({"t[*].n", "t[*].exact"}) + ")";
    }
}

std::string drawn_of_row() {
    switch (*rc::gen::inRange(0, 4)) {
        case 0: return "sum(t[code = r.code and year = r.year].n)";
        case 1: return "count(t[code = r.code])";
        case 2: return "count(x in t[*].exact: x " + one_of<std::string>({"<", "<=", "=", "!=", ">", ">="}) + " r.exact)";
        default: return "r.n";
    }
}

TEST(Kept, GivesTheSameVerdicts) {
    int runs = 0, shared = 0;
    const bool law = rc::check("what is kept gives the same verdicts as evaluating every instance by itself", [&] {
        const bool holes = *rc::gen::inRange(0, 3) == 0;
        const std::string comparison = one_of<std::string>({" = ", " <= ", " < ", " >= ", " > ", " != "});
        const std::string body = *rc::gen::inRange(0, 6) == 0 ? std::string("r.code in t[year < 2010].code")
                                                              : drawn_of_row() + comparison + drawn_common();
        const std::string rules = "define quarter(c) = min(c[4 * count(x in c: x <= it) >= count(c)])\n"
                                  "rule r for r in t where r.year = " + std::to_string(*rc::gen::inRange(2000, 2040)) +
                                  (body.find("quarter") == std::string::npos ? "" : " and r.code = \"a\"") + ": " + body + "\n";
        const std::string figures = drawn_rows(holes);
        const Loaded of = loaded(figures, rules);
        const CheckResult kept = checked(of, true), anew = checked(of, false);
        RC_ASSERT(kept.findings && anew.findings);
        RC_TAG(kept.findings->summary.unverifiable > 0 ? "unverifiable" : kept.findings->summary.contradicted > 0 ? "contradictions" : "holds");
        if (verdicts(*kept.findings) != verdicts(*anew.findings)) RC_LOG() << rules << figures;
        RC_ASSERT(verdicts(*kept.findings) == verdicts(*anew.findings));
        RC_ASSERT(kept.findings->figure_checked == anew.findings->figure_checked);
        ++runs;
        shared += kept.findings->rules.at(0).worked_out_once > 0 ? 1 : 0;
        RC_ASSERT(anew.findings->rules.at(0).worked_out_once == 0U);
    });
    EXPECT_TRUE(law);
    if (few_samples()) return;
    EXPECT_GE(shared * 2, runs) << shared << " of " << runs << " rules had work in common";
}

// Each instance by itself would look at all pairs of rows.
TEST(Kept, ManyRowsAreWithinReach) {
    std::string figures;
    for (int i = 0; i < 6000; ++i)
        figures += "[[t]]\nperiod = " + std::to_string(1 + i % 100) + "\nregion = \"r" + std::to_string(i / 100) + "\"\nn = " +
                   std::to_string(i == 4321 ? 900 : 100 + i % 7) + "\n";
    const Loaded of = loaded(figures,
                             "define quartile(c, k) = min(c[4 * count(x in c: x <= it) >= k * count(c)])\n"
                             "rule outlier for r in t: r.n <= 4 * quartile(t[*].n, 3) - 3 * quartile(t[*].n, 1)\n"
                             "rule steady for r in t where r.period > 1: r.n <= 2 * t[region = r.region and period = r.period - 1].n\n");
    const CheckResult found = checked(of, true);
    ASSERT_TRUE(found.findings);
    EXPECT_EQ(found.findings->summary.contradicted, 2U);
    EXPECT_EQ(found.findings->summary.unverifiable, 0U);
    EXPECT_EQ(found.findings->summary.holds, 6000U + 5940U - 2U);
}

// A rule of which every instance hangs on all rows is not checked again and again; the others are, by their own numbers.
TEST(Kept, SuchRulesAreLeftOutOfRechecking) {
    std::string figures = "total = 7\n";
    for (int i = 0; i < 250; ++i) figures += "[[t]]\nregion = \"r" + std::to_string(i) + "\"\nn = " + std::to_string(i) + "\n";
    const Loaded of = loaded(figures,
                             "rule a for r in t: r.n <= max(t[*].n)\n"
                             "rule b for r in t: t[region = r.region].n = r.n\n"
                             "rule c: total = 8\n");
    Rechecker rechecker(*of.dataset, of.rules);
    ASSERT_TRUE(rechecker.ready());
    EXPECT_TRUE(rechecker.left_out(0));
    EXPECT_FALSE(rechecker.left_out(1));
    ASSERT_EQ(rechecker.instances().size(), 251U);
    EXPECT_EQ(rechecker.instances().back().verdict, Verdict::contradicted);
    const NodeId total = of.dataset->child(Dataset::kRoot, "total");
    const Change change{total, *rechecker.read(total, "8")};
    EXPECT_EQ(rechecker.consequences(std::span(&change, 1)).cleared, std::vector<InstanceId>{250});
}

}  // namespace
}  // namespace crossfoot::testing
