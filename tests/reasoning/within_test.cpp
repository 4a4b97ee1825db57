// Joint reasoning where rules leave room (`within`), and the law that it never calls impossible what is true of some values.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/reasoning/run.hpp"
#include "tests/support/samples.hpp"

namespace crossfoot::testing {
namespace {

const std::string kRules = "rule ab: a = b within 1 pt\nrule bc: b = c within 1 pt\n";

// b may be up to one point from a, and up to one from c; 2.7 points lie between these.
TEST(Within, PointsOfTwoRulesAddUp) {
    const Reasoned out = reason_text("a = \"10.6 %\"\nb = \"12 %\"\nc = \"13.4 %\"\n", kRules);
    EXPECT_EQ(out.findings.summary.contradicted, 0U);
    ASSERT_EQ(out.reasoning.joint.size(), 1U);
    const JointContradiction& joint = out.reasoning.joint[0];
    EXPECT_EQ(joint.rules.size(), 2U);
    EXPECT_TRUE(joint.irreducible);
    ASSERT_TRUE(joint.clash);
    EXPECT_FALSE(intersection(joint.steps.back().range, *joint.clash));
    // with c printed so that two points suffice, nothing is impossible
    const Reasoned less = reason_text("a = \"10.6 %\"\nb = \"12 %\"\nc = \"12.6 %\"\n", kRules);
    EXPECT_TRUE(less.reasoning.joint.empty());
    EXPECT_TRUE(less.reasoning.undecided.empty());
}

// True values with all ends met: 10.65 and 12.65 are two points apart.
TEST(Within, EndsThatTouchAreReached) {
    EXPECT_TRUE(reason_text("a = \"10.6 %\"\nb = \"12 %\"\nc = \"12.7 %\"\n", kRules).reasoning.joint.empty());
    EXPECT_EQ(reason_text("a = \"10.6 %\"\nb = \"12 %\"\nc = \"12.8 %\"\n", kRules).reasoning.joint.size(), 1U);
}

struct Planted {
    std::string figures, rules;
    std::size_t count = 0;
};

std::string fixed(std::int64_t value, std::int64_t unit, int decimals) {
    return (Rational(value) / Rational(unit)).fixed(decimals, Rational::Direction::nearest);
}

// Rates printed with no decimal or one, rounded from true ones of three; every rule is true of these. `shift`: what one rule
// says is moved by so many thousandths of a point.
Planted planted(std::int64_t shift) {
    Planted out;
    constexpr int kFigures = 6;
    std::vector<std::int64_t> truth;   // thousandths of a point
    for (int i = 0; i < kFigures; ++i) {
        truth.push_back(*rc::gen::inRange(1'000, 60'000));
        out.figures += "f" + std::to_string(i) + " = \"" + fixed(truth.back(), 1'000, *rc::gen::inRange(0, 2)) + " %\"\n";
    }
    const int rules = *rc::gen::resize(100, rc::gen::inRange(3, 9));
    for (int k = 0; k < rules; ++k) {
        const auto any = [](int below) { return static_cast<std::size_t>(*rc::gen::noShrink(rc::gen::resize(100, rc::gen::inRange(0, below)))); };
        const std::size_t a = any(kFigures), step = 1 + any(kFigures - 2), b = (a + step) % kFigures, c = (a + step + 1) % kFigures;
        const std::string fa = "f" + std::to_string(a), fb = "f" + std::to_string(b), fc = "f" + std::to_string(c);
        const std::int64_t gap = truth[a] - truth[b] + (k == 0 ? shift : 0);
        out.rules += "rule r" + std::to_string(k) + ": ";
        switch (any(6)) {
            case 0: out.rules += fa + " = " + fb + " within " + fixed(gap < 0 ? -gap : gap, 1'000, 3) + " pt"; break;
            case 1: out.rules += fa + " - " + fb + " = " + fixed(gap, 1'000, 3) + " pt"; break;
            case 2: out.rules += fa + " - " + fb + " = " + fixed(gap + 300, 1'000, 3) + " pt within 0.3 pt"; break;
            case 3: out.rules += fa + " <= " + fb + (gap > 0 ? " within " + fixed(gap, 1'000, 3) + " pt" : ""); break;
            case 4: out.rules += fa + " - " + fb + " + " + fc + " = " + fixed(gap + truth[c], 1'000, 3) + " %"; break;
            default: out.rules += fa + " + " + fb + " >= " + fixed(truth[a] + truth[b], 1'000, 3) + " %"; break;
        }
        out.rules += "\n";
        ++out.count;
    }
    return out;
}

TEST(WithinLaws, WhatIsTrueOfSomeValuesIsNotImpossible) {
    std::size_t runs = 0, shared = 0;
    EXPECT_TRUE(rc::check([&] {
        const Planted system = planted(0);
        const Reasoned out = reason_text(system.figures, system.rules);
        RC_ASSERT(out.findings.summary.contradicted == 0U);
        RC_ASSERT(out.findings.summary.holds == system.count);
        RC_ASSERT(out.reasoning.joint.empty());
        RC_ASSERT(out.reasoning.undecided.empty());
        ++runs;
        if (system.count > 3) ++shared;
    }));
    if (few_samples()) return;
    EXPECT_GT(runs, 60U);
    EXPECT_GE(shared * 3, runs) << shared << " of " << runs << " systems had more than three rules";
}

// The same systems, one of whose rules is moved: a reasoner that never says impossible would keep the law above.
TEST(WithinLaws, WhatIsMovedIsFoundAtTimes) {
    std::size_t runs = 0, found = 0;
    EXPECT_TRUE(rc::check([&] {
        const Planted system = planted(*rc::gen::inRange(200, 900));
        const Reasoned out = reason_text(system.figures, system.rules);
        ++runs;
        if (out.findings.summary.contradicted == 0U && !out.reasoning.joint.empty()) ++found;
        for (const JointContradiction& joint : out.reasoning.joint) RC_ASSERT(joint.irreducible);
    }));
    if (few_samples()) return;
    EXPECT_GE(found * 50, runs) << found << " of " << runs << " moved systems are impossible together";
}

}  // namespace
}  // namespace crossfoot::testing
