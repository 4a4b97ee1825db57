// What lint says of several rules at once, and its laws: what is said to follow does, from all the rules named and from no
// fewer; rules that some figures make true are never said to contradict each other.
#include "engine/reasoning/lint.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "engine/dataset/load.hpp"
#include "engine/reasoning/reasoning.hpp"

namespace crossfoot::testing {
namespace {

struct Linted {
    Lint lint;
    std::vector<RuleInfo> rules;

    [[nodiscard]] std::vector<const LintFinding*> of(LintKind kind) const {
        std::vector<const LintFinding*> out;
        for (const LintFinding& each : lint.findings)
            if (each.kind == kind) out.push_back(&each);
        return out;
    }
    // The rule's own id first, then the others', sorted.
    [[nodiscard]] std::vector<std::string> named(const LintFinding& finding) const {
        std::set<std::string> others;
        for (const LintPlace& each : finding.others) others.insert(rules[each.rule].id);
        std::vector<std::string> out{rules[finding.at.rule].id};
        if (others.size() > 1) others.erase(out.front());
        out.insert(out.end(), others.begin(), others.end());
        return out;
    }
};

Linted lint_text(const std::string& figures, const std::string& rules, const LintOptions& options = {}) {
    LoadResult read = load_dataset_text("t.toml", figures + "\n[report]\nlanguage = \"en\"\n");
    Diagnostics problems;
    const RuleSet set = load_rule_texts({{"t.xf", rules}}, read.dataset->sources, problems);
    EXPECT_TRUE(read.diagnostics.empty() && problems.empty());
    Rechecker rechecker(*read.dataset, set);
    EXPECT_TRUE(rechecker.ready());
    Linted out{lint(rechecker, set, options), {}};
    out.rules = rechecker.rules();
    return out;
}

using Names = std::vector<std::string>;
constexpr auto kFour = "a = 1\nb = 2\nc = 3\nd = 4\n";

class LintSeveral : public ::testing::Test {
protected:
    void SetUp() override {
        if (!reasoning_built_in()) GTEST_SKIP() << "without the solver nothing is said of several rules";
    }
};

TEST_F(LintSeveral, ARoundOfComparisonsIsAContradiction) {
    const Linted out = lint_text(kFour, "rule ab: a < b\nrule bc: b < c\nrule far: c < d\nrule ca: c < a\n");
    const auto found = out.of(LintKind::contradiction);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(out.named(*found[0]), (Names{"ab", "bc", "ca"}));
    EXPECT_TRUE(out.of(LintKind::follows).empty());
    EXPECT_TRUE(out.lint.undecided.empty());
}

TEST_F(LintSeveral, ARoundThatClosesIsNone) {
    const Linted out = lint_text(kFour, "rule ab: a <= b\nrule bc: b <= c\nrule ca: c <= a\n");
    EXPECT_TRUE(out.lint.findings.empty());
}

TEST_F(LintSeveral, TwoRulesMayTakeSeveralSums) {
    const Linted out = lint_text(kFour, "rule parts: a >= 1 and b >= 1\nrule all: a + b < 2\n");
    const auto found = out.of(LintKind::contradiction);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(out.named(*found[0]), (Names{"parts", "all"}));
}

TEST_F(LintSeveral, OneRuleMayContradictItselfInARound) {
    const Linted out = lint_text(kFour, "rule round: a < b and b < c and c < a\n");
    const auto found = out.of(LintKind::contradiction);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(out.named(*found[0]), (Names{"round", "round"}));
}

// Of three equations each follows from the two others: the last one is named.
TEST_F(LintSeveral, TheGrandTotalFollowsOnce) {
    const Linted out = lint_text("a = 1\nb = 2\nx = 3\ny = 4\nall = 7\n",
                                 "rule x: x = a + b\nrule all: all = x + y\nrule direct: all = a + b + y\n");
    const auto found = out.of(LintKind::follows);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(out.named(*found[0]), (Names{"direct", "all", "x"}));
}

TEST_F(LintSeveral, QuotientsCountAsTheyAreWritten) {
    const Linted out = lint_text(kFour, "rule q: a / b < c\nrule c: c < d\nrule far: a / b < d + 1\n");
    const auto found = out.of(LintKind::follows);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(out.named(*found[0]), (Names{"far", "c", "q"}));
}

// By `exactly` the printed values are meant, of which the true ones say nothing.
TEST_F(LintSeveral, PrintedValuesAreOtherNumbers) {
    const Linted out = lint_text(kFour, "rule ab: a < b\nrule bc: b < c\nrule ca: exactly(c) < exactly(a)\n");
    EXPECT_TRUE(out.of(LintKind::contradiction).empty());
}

TEST_F(LintSeveral, WhatIsNotDecidedIsSaidToBe) {
    LintOptions options;
    options.solver_effort = 0;
    const Linted out = lint_text(kFour, "rule ab: a < b\nrule bc: b < c\nrule alone: a < d\nrule ca: c < a\n", options);
    EXPECT_TRUE(out.lint.findings.empty());
    EXPECT_EQ(out.lint.undecided, (std::vector<std::uint32_t>{0, 2, 3}));   // by id: ab, bc, ca
}

TEST(LintBases, PrintedPercentagesHaveTheBasesThatRulesGiveThem) {
    constexpr auto kFigures = "p = 20\nq = 30\nall = 100\nfew = 60\np_part = \"20 %\"\nq_part = \"50 %\"\nsum = \"70 %\"\n";
    const std::string said = "rule p: share(p, all) = p_part\nrule q: share(q, few) = q_part\n";
    const Linted out = lint_text(kFigures, said + "rule sum: p_part + q_part = sum\n");
    const auto found = out.of(LintKind::mixed_bases);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(out.named(*found[0]), (Names{"sum"}));
    EXPECT_EQ(found[0]->figures.size(), 2U);
    // of one whole; and a figure that is said to be of two wholes is known of none
    EXPECT_TRUE(lint_text(kFigures, "rule p: share(p, all) = p_part\nrule q: share(q, all) = q_part\nrule sum: p_part + q_part = sum\n")
                    .of(LintKind::mixed_bases).empty());
    EXPECT_TRUE(lint_text(kFigures, said + "rule again: share(p, few) = p_part\nrule sum: p_part + q_part = sum\n")
                    .of(LintKind::mixed_bases).empty());
}

TEST(LintFailing, WhatHoldsOfAnyFiguresIsToldFromAWideTolerance) {
    const Linted out = lint_text(kFour, "rule always: a <= a + 1\nrule wide: b = c within 1_000_000\n");
    const auto found = out.of(LintKind::never_fails);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_TRUE(found[0]->whatever);
    EXPECT_FALSE(found[1]->whatever);
}

// A sum over five figures.
struct Sum {
    std::vector<int> factors = std::vector<int>(5, 0);
    [[nodiscard]] bool is_zero() const { return std::all_of(factors.begin(), factors.end(), [](int each) { return each == 0; }); }
    Sum& add(const Sum& other, int times) {
        for (std::size_t i = 0; i < factors.size(); ++i) factors[i] += times * other.factors[i];
        return *this;
    }
    [[nodiscard]] std::string text() const {
        std::string out;
        for (std::size_t i = 0; i < factors.size(); ++i)
            if (factors[i] != 0) out.append(out.empty() ? "" : " + ").append("(" + std::to_string(factors[i]) + ") * f" + std::to_string(i));
        return out;
    }
};
constexpr auto kFive = "f0 = 1\nf1 = 2\nf2 = 3\nf3 = 4\nf4 = 5\n";

Sum any_sum() { return {*rc::gen::container<std::vector<int>>(5, rc::gen::inRange(-3, 4))}; }

RC_GTEST_PROP(LintLaws, ASumOfRulesFollowsFromThoseNamedAndFromNoFewer, ()) {
    if (!reasoning_built_in()) return;
    const int count = *rc::gen::inRange(2, 5);
    std::vector<std::string> rules;
    Sum all;
    int bound = 0;
    const bool equal = *rc::gen::arbitrary<bool>();
    for (int i = 0; i < count; ++i) {
        const Sum sum = any_sum();
        RC_PRE(!sum.is_zero());
        const int value = *rc::gen::inRange(-9, 10), times = *rc::gen::inRange(equal ? -3 : 0, 4);
        rules.push_back("rule r" + std::to_string(i) + ": " + sum.text() + (equal ? " = " : " <= ") + std::to_string(value) + "\n");
        all.add(sum, times);
        bound += times * value;
    }
    RC_PRE(!all.is_zero());
    const std::string conclusion = "rule z: " + all.text() + (equal ? " = " : " <= ") + std::to_string(bound) + "\n";
    std::string text;
    for (const std::string& each : rules) text += each;
    const Linted out = lint_text(kFive, text + conclusion);
    RC_PRE(out.of(LintKind::contradiction).empty());
    const auto consequence = [&](const Linted& of) -> const LintFinding* {
        for (const LintFinding& each : of.lint.findings)
            if ((each.kind == LintKind::follows || each.kind == LintKind::same_statement) && of.rules[each.at.rule].id == "z") return &each;
        return nullptr;
    };
    const LintFinding* found = consequence(out);
    RC_ASSERT(found != nullptr);
    Names premises = out.named(*found);
    premises.erase(premises.begin());
    RC_CLASSIFY(premises.size() > 1);
    const auto of_rules = [&](const std::string& without) {
        std::string kept;
        for (const std::string& each : premises)
            if (each != without) kept += rules[static_cast<std::size_t>(each.back() - '0')];
        return consequence(lint_text(kFive, kept + conclusion)) != nullptr;
    };
    RC_ASSERT(of_rules(""));
    for (const std::string& each : premises) RC_ASSERT(!of_rules(each));
}

RC_GTEST_PROP(LintLaws, WhatSomeFiguresMakeTrueIsNoContradiction, ()) {
    if (!reasoning_built_in()) return;
    const std::vector<int> figures = *rc::gen::container<std::vector<int>>(5, rc::gen::inRange(-9, 10));
    std::string rules;
    const int count = *rc::gen::inRange(2, 8);
    for (int i = 0; i < count; ++i) {
        const Sum sum = any_sum();
        RC_PRE(!sum.is_zero());
        int value = 0;
        for (std::size_t k = 0; k < 5; ++k) value += sum.factors[k] * figures[k];
        const int way = *rc::gen::inRange(0, 3), slack = *rc::gen::inRange(0, 3);
        const std::string right = way == 0 ? " = " + std::to_string(value)
                                  : way == 1 ? " <= " + std::to_string(value + slack) : " >= " + std::to_string(value - slack);
        rules += "rule r" + std::to_string(i) + ": " + sum.text() + right + "\n";
    }
    RC_ASSERT(lint_text(kFive, rules).of(LintKind::contradiction).empty());
}

// Any comparisons of two figures: what is said to contradict does, each rule of it being needed.
RC_GTEST_PROP(LintLaws, ContradictionsAreIrreducible, ()) {
    if (!reasoning_built_in()) return;
    std::vector<std::string> rules;
    const auto add = [&](int a, int b) {
        rules.push_back("rule r" + std::to_string(rules.size()) + ": f" + std::to_string(a) + " + " + std::to_string(*rc::gen::inRange(0, 3)) +
                        " <= f" + std::to_string(b) + "\n");
    };
    const int round = *rc::gen::inRange(3, 6);
    for (int i = 0; i < round; ++i) add(i, (i + 1) % round);
    for (int more = *rc::gen::inRange(0, 3); more > 0; --more) {
        const int a = *rc::gen::inRange(0, 5);
        add(a, (a + *rc::gen::inRange(1, 5)) % 5);
    }
    std::string text;
    for (const std::string& each : rules) text += each;
    const Linted out = lint_text(kFive, text);
    for (const LintFinding* each : out.of(LintKind::contradiction)) {
        const Names named = out.named(*each);
        RC_CLASSIFY(named.size() > 2);
        const auto contradict = [&](const std::string& without) {
            std::string kept;
            for (const std::string& id : named)
                if (id != without) kept += rules[static_cast<std::size_t>(id.back() - '0')];
            return !lint_text(kFive, kept).of(LintKind::contradiction).empty();
        };
        RC_ASSERT(contradict(""));
        for (const std::string& id : named) RC_ASSERT(!contradict(id));
    }
}

}  // namespace
}  // namespace crossfoot::testing
