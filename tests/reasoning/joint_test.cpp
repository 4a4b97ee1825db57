// What cannot be true together: the textbook case, ways that lead round, and the laws.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <set>

#include "tests/reasoning/run.hpp"
#include "tests/support/samples.hpp"

namespace crossfoot::testing {
namespace {

TEST(Joint, OneAndOneIsNotThreeAndOneAtOnce) {
    const Reasoned out = reason_text("_precision = \"last-digit\"\na = 1\nb = 1\nc = 1\n",
                                     "rule ab: a + b = 3\nrule ac: a + c = 1\nrule bc: b + c = 3\n");
    EXPECT_EQ(out.findings.summary.contradicted, 0U);
    ASSERT_EQ(out.reasoning.joint.size(), 1U);
    const JointContradiction& joint = out.reasoning.joint[0];
    EXPECT_EQ(joint.rules.size(), 2U);
    EXPECT_TRUE(joint.irreducible);
    ASSERT_FALSE(joint.steps.empty());
    ASSERT_TRUE(joint.clash);
    EXPECT_FALSE(intersection(joint.steps.back().range, *joint.clash));
}

// a + b is 10, and 10,02 at least: narrowing one figure by the other shows it in fifty steps, the difference of the
// rules in one.
TEST(Joint, AWayRoundIsShownByASumOfRules) {
    const Reasoned out = reason_text("_precision = \"last-digit\"\na = 5\nb = 5\nc = 1\n",
                                     "rule two: a + b = 10\nrule three: a + b + c = 11.52\n");
    EXPECT_EQ(out.findings.summary.contradicted, 0U);
    ASSERT_EQ(out.reasoning.joint.size(), 1U);
    const JointContradiction& joint = out.reasoning.joint[0];
    EXPECT_EQ(joint.rules.size(), 2U);
    EXPECT_TRUE(joint.steps.empty());
    ASSERT_EQ(joint.combination.size(), 2U);
    EXPECT_EQ(joint.combination[0].times, Rational(1));
    EXPECT_EQ(joint.combination[1].times, Rational(-1));
    ASSERT_EQ(joint.sum_of.size(), 1U);
    EXPECT_EQ(out.path(joint.sum_of[0].first), "c");
    ASSERT_TRUE(joint.wanted && joint.given);
    EXPECT_FALSE(intersection(*joint.wanted, *joint.given));
}

TEST(Joint, QuotientsAreDecided) {
    const Reasoned possible = reason_text("x = \"10.0\"\ny = \"11.0\"\nr = \"10 %\"\ns = \"10.0 %\"\n",
                                          "rule a: change(x, y) = r\nrule b: change(x, y) = s\n");
    EXPECT_TRUE(possible.reasoning.joint.empty());
    EXPECT_TRUE(possible.reasoning.undecided.empty());
    const Reasoned not_so = reason_text("x = \"10.0\"\ny = \"11.0\"\nr = \"9.9 %\"\ns = \"10.2 %\"\n",
                                        "rule a: change(x, y) = r\nrule b: change(x, y) = s\n");
    EXPECT_EQ(not_so.findings.summary.contradicted, 0U);
    EXPECT_EQ(not_so.reasoning.joint.size(), 1U);
}

// Dropping one rule after another may end with three; two do.
TEST(Joint, FewerAreLookedForThanOneAfterAnotherFinds) {
    const Reasoned out = reason_text("_precision = \"last-digit\"\na = 1\nb = 1\nc = 1\nd = 1\n",
                                     "rule r1: a + b = 3\nrule r2: b + c = 1\nrule r3: c + d = 1\nrule r4: a - d = 0.9\nrule r5: a + c = 2\n");
    ASSERT_FALSE(out.reasoning.joint.empty());
    EXPECT_TRUE(out.reasoning.joint[0].smallest);
    EXPECT_EQ(out.reasoning.joint[0].rules.size(), 2U);
}

// What would repair it: both b and c could be others, a could not; where a rule would break, nothing is proposed.
TEST(Joint, NamesTheFiguresThatWouldMakeItPossible) {
    const std::string figures = "_precision = \"last-digit\"\na = 1\nb = 1\nc = 1\n", rules = "rule ab: a + b = 3\nrule ac: a + c = 1\n";
    const Reasoned out = reason_text(figures, rules);
    ASSERT_EQ(out.reasoning.joint.size(), 1U);
    const JointContradiction& joint = out.reasoning.joint[0];
    ASSERT_EQ(joint.suspects.size(), 2U);
    ASSERT_EQ(joint.least_sets.size(), 2U);
    for (const Suspect& each : joint.suspects) {
        EXPECT_TRUE(each.exact);
        EXPECT_EQ(each.range, Interval::point(out.path(each.figure) == "b" ? Rational(5, 2) : Rational(-1, 2)));
    }
    const Reasoned fixed = reason_text(figures, rules + "rule c: c >= 0\nrule b: b < 2\n");
    ASSERT_EQ(fixed.reasoning.joint.size(), 1U);
    EXPECT_TRUE(fixed.reasoning.joint[0].least_sets.empty());
}

// A solver that may not be asked leaves the rules undecided, and says that a bound was met; the findings are all there.
TEST(Joint, WhatIsNotDecidedIsSaidToBe) {
    ReasoningOptions options;
    options.most_questions = 0;
    const Reasoned out = reason_text("_precision = \"last-digit\"\na = 5\nb = 5\nc = 1\nd = 3\n",
                                     "rule two: a + b = 10\nrule three: a + b + c = 11.52\nrule four: c = d\n", options);
    EXPECT_TRUE(out.reasoning.joint.empty());
    ASSERT_EQ(out.reasoning.undecided.size(), 1U);
    EXPECT_EQ(out.reasoning.undecided[0].rules.size(), 2U);
    EXPECT_TRUE(out.reasoning.cut_short);
    EXPECT_EQ(out.findings.summary.contradicted, 1U);
    EXPECT_EQ(out.reasoning.incidents.size(), 1U);
}

// The steps of sums are counted: what takes too many is stopped, whatever the clock says, and said to be.
TEST(Joint, StepsAreBounded) {
    constexpr int kSize = 14;
    std::string figures = "_precision = \"last-digit\"\n", rules;
    for (int i = 0; i < kSize; ++i) figures += "f" + std::to_string(i) + " = " + std::to_string(20 + i * 7 % 13) + "\n";
    for (int k = 0; k < kSize; ++k) {
        int sum = k % 5 - 2;
        std::string left;
        for (int i = 0; i < kSize; ++i) {
            const int times = (i * i * 3 + k * k * 5 + i * k) % 9 + 1;
            sum += times * (20 + i * 7 % 13);
            left += (i > 0 ? " + " : "") + std::to_string(times) + " * f" + std::to_string(i);
        }
        rules += "rule r" + std::to_string(k) + ": " + left + " = " + std::to_string(sum) + "\n";
    }
    EXPECT_FALSE(reason_text(figures, rules).reasoning.cut_short);
    ReasoningOptions options;
    options.solver_steps_in_all = 500;
    const Reasoned out = reason_text(figures, rules, options);
    EXPECT_TRUE(out.reasoning.cut_short);
    EXPECT_TRUE(out.reasoning.joint.empty());
    EXPECT_EQ(out.reasoning.undecided.size(), 1U);
}

// A table rounded from true values is never accused, singly or jointly.
RC_GTEST_PROP(JointLaws, RoundedTruthIsNeverAccused, ()) {
    const auto rows = *rc::gen::inRange(2, 5), columns = *rc::gen::inRange(2, 5);
    std::string figures = "_precision = \"last-digit\"\n[t]\n", rules;
    std::vector<int> totals(static_cast<std::size_t>(columns) + 1, 0);
    const auto rounded = [](int tenths) { return std::to_string((tenths + (tenths >= 0 ? 5 : -5)) / 10); };
    for (int r = 0; r < rows; ++r) {
        figures += "r" + std::to_string(r) + " = { ";
        int total = 0;
        for (int c = 0; c < columns; ++c) {
            const int value = *rc::gen::inRange(-3000, 9000);
            total += value;
            totals[static_cast<std::size_t>(c)] += value;
            figures += "c" + std::to_string(c) + " = " + rounded(value) + ", ";
        }
        totals.back() += total;
        figures += "total = " + rounded(total) + " }\n";
    }
    figures += "[all]\n";
    for (int c = 0; c < columns; ++c)
        figures += "c" + std::to_string(c) + " = " + rounded(totals[static_cast<std::size_t>(c)]) + "\n";
    figures += "total = " + rounded(totals.back()) + "\n";
    const Reasoned out = reason_text(figures,
                                     "rule foots: crossfoots(t, all)\nrule first: sum(t.*.c0) = all.c0\n"
                                     "rule rows for r in t: sum(r.* except {total}) = r.total\n");
    RC_ASSERT(out.findings.summary.contradicted == 0U);
    RC_ASSERT(out.reasoning.joint.empty());
    RC_ASSERT(out.reasoning.incidents.empty());
    RC_ASSERT(out.reasoning.undecided.empty());
}

// Any sums of three figures: what is found is irreducible, each rule alone and all but one being possible.
TEST(JointLaws, SmallestSetsAreIrreducible) {
    std::size_t runs = 0, found = 0;
    const bool law = rc::check([&] {
        std::string figures = "_precision = \"last-digit\"\n", rules;
        std::vector<int> printed;
        for (int i = 0; i < 5; ++i) {
            printed.push_back(*rc::gen::inRange(0, 6));
            figures += "f" + std::to_string(i) + " = " + std::to_string(printed.back()) + "\n";
        }
        const int count = *rc::gen::inRange(3, 7);
        std::vector<std::string> each;
        for (int k = 0; k < count; ++k) {
            const int a = *rc::gen::inRange(0, 5), b = *rc::gen::inRange(0, 5);
            if (a == b) continue;
            const auto minus = *rc::gen::arbitrary<bool>();
            const auto [pa, pb] = std::pair(printed[static_cast<std::size_t>(a)], printed[static_cast<std::size_t>(b)]);
            const int value = (minus ? pa - pb : pa + pb) + *rc::gen::inRange(-1, 2);
            each.push_back("f" + std::to_string(a) + (minus ? " - f" : " + f") + std::to_string(b) + " = " +
                           std::to_string(value));
        }
        const auto written = [&](const std::vector<std::uint32_t>& which) {
            std::string out;
            for (const std::uint32_t k : which) out += "rule r" + std::to_string(k) + ": " + each[k] + "\n";
            return out;
        };
        std::vector<std::uint32_t> all;
        for (std::uint32_t k = 0; k < each.size(); ++k) all.push_back(k);
        const Reasoned out = reason_text(figures, written(all));
        ++runs, found += out.reasoning.joint.size();
        for (const JointContradiction& joint : out.reasoning.joint) {
            RC_ASSERT(joint.irreducible);
            std::vector<std::uint32_t> members;
            for (const RuleInstance& rule : joint.rules) members.push_back(rule.rule);
            RC_ASSERT(joint.smallest);
            // what was taken out for an earlier set is not looked at again
            if (&joint == &out.reasoning.joint.front() && out.reasoning.joint.size() == 1U && members.size() == 3U)
                for (const std::uint32_t a : all)
                    for (const std::uint32_t b : all)
                        if (a < b && out.findings.summary.contradicted == 0) RC_ASSERT(reason_text(figures, written({a, b})).reasoning.joint.empty());
            RC_ASSERT(reason_text(figures, written(members)).reasoning.joint.size() == 1U);
            for (std::size_t left_out = 0; left_out < members.size(); ++left_out) {
                std::vector<std::uint32_t> rest = members;
                rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(left_out));
                RC_ASSERT(reason_text(figures, written(rest)).reasoning.joint.empty());
            }
        }
    });
    EXPECT_TRUE(law);
    if (few_samples()) return;
    // one that finds nothing would find nothing wrong
    EXPECT_GE(found * 4, runs) << found << " joint contradictions in " << runs << " systems";
}

// A way that is named, put into the dataset, contradicts nothing, and the rules can all hold, those of other joint
// contradictions left out.
TEST(JointLaws, AWayMakesThemPossible) {
    std::size_t runs = 0, found = 0;
    const bool law = rc::check([&] {
        std::vector<std::string> printed;
        for (int i = 0; i < 5; ++i) printed.push_back(std::to_string(*rc::gen::inRange(0, 6)));
        const auto figures = [](const std::vector<std::string>& prints) {
            std::string out = "_precision = \"last-digit\"\n";
            for (std::size_t i = 0; i < prints.size(); ++i) out += "f" + std::to_string(i) + " = \"" + prints[i] + "\"\n";
            return out;
        };
        std::vector<std::string> rules;
        const int count = *rc::gen::inRange(3, 7);
        for (int k = 0; k < count; ++k) {
            const int a = *rc::gen::inRange(0, 5), b = *rc::gen::inRange(0, 5);
            const auto [pa, pb] = std::pair(std::stoi(printed[static_cast<std::size_t>(a)]), std::stoi(printed[static_cast<std::size_t>(b)]));
            rules.push_back("rule r" + std::to_string(k) + ": f" + std::to_string(a) + " + f" + std::to_string(b) + " = " +
                            std::to_string(pa + pb + *rc::gen::inRange(-1, 2)) + "\n");
        }
        const auto all_but = [&](const std::set<std::uint32_t>& left_out) {
            std::string out;
            for (std::uint32_t k = 0; k < rules.size(); ++k)
                if (!left_out.contains(k)) out += rules[k];
            return out;
        };
        const Reasoned out = reason_text(figures(printed), all_but({}));
        ++runs;
        for (const JointContradiction& joint : out.reasoning.joint) {
            std::set<std::uint32_t> others;
            for (const JointContradiction& each : out.reasoning.joint)
                if (&each != &joint)
                    for (const RuleInstance& rule : each.rules) others.insert(rule.rule);
            for (const Finding& each : out.findings.findings)
                if (each.verdict == Verdict::contradicted) others.insert(each.rule_index);
            for (const Repair& way : joint.least_sets) {
                ++found;
                if (way.figures.size() > 1U) continue;   // of several that meet: tests/reasoning/least_sets_test.cpp
                std::vector<std::string> changed = printed;
                changed[static_cast<std::size_t>(out.path(way.figures[0].figure)[1] - '0')] = way.figures[0].print;
                const Reasoned again = reason_text(figures(changed), all_but(others));
                RC_ASSERT(again.findings.summary.contradicted == 0U);
                RC_ASSERT(again.reasoning.joint.empty());
                const auto suspect = std::find_if(joint.suspects.begin(), joint.suspects.end(),
                                                  [&](const Suspect& each) { return each.figure == way.figures[0].figure; });
                RC_ASSERT(suspect != joint.suspects.end());
                RC_ASSERT(intersection(suspect->range, again.dataset->figure(way.figures[0].figure).range).has_value());
            }
        }
    });
    EXPECT_TRUE(law);
    if (few_samples()) return;
    EXPECT_GE(found * 10, runs) << found << " ways in " << runs << " systems";
}

}  // namespace
}  // namespace crossfoot::testing
