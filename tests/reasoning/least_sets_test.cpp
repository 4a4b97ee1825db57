// The least sets of figures that repair contradictions: complete, or said not to be.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <set>

#include "tests/reasoning/run.hpp"
#include "tests/support/samples.hpp"

namespace crossfoot::testing {
namespace {

using Sets = std::set<std::set<std::string>>;

Sets sets_of(const Reasoned& out, const Ways& ways) {
    Sets sets;
    for (const Repair& each : ways.least_sets) {
        std::set<std::string> paths;
        for (const NewPrint& figure : each.figures) paths.insert(out.path(figure.figure));
        sets.insert(std::move(paths));
    }
    return sets;
}

TEST(LeastSets, TwoFiguresThatNeitherRuleAloneTells) {
    const Reasoned out = reason_text("a = 7\nb = 9\n", "rule s: a + b = 10\nrule d: a - b = 2\n");
    ASSERT_EQ(out.reasoning.incidents.size(), 1U);
    const Incident& incident = out.reasoning.incidents[0];
    ASSERT_EQ(incident.least_sets.size(), 1U);
    EXPECT_EQ(incident.least_sets[0].figures[0].print, "6");
    EXPECT_EQ(incident.least_sets[0].figures[1].print, "4");
    EXPECT_FALSE(incident.cut_short);
}

// a is 6.5 and b 3.5, which whole numbers do not print: there is no set, and that is not proved to be so.
TEST(LeastSets, WhereNoPrintIsFoundThatIsSaid) {
    const Reasoned out = reason_text("a = 7\nb = 9\n", "rule s: a + b = 10\nrule d: a - b = 3\n");
    ASSERT_EQ(out.reasoning.incidents.size(), 1U);
    EXPECT_TRUE(out.reasoning.incidents[0].least_sets.empty());
    EXPECT_TRUE(out.reasoning.incidents[0].cut_short);
}

TEST(LeastSets, TrustOutvotesTheCountOfFigures) {
    const std::string rules = "rule xz: x = z\nrule yz: y = z\n";
    const Reasoned out = reason_text("x = 6\ny = 6\nz = { value = 5, _trust = 1000000 }\n", rules);
    ASSERT_EQ(out.reasoning.incidents.size(), 1U);
    const Incident& incident = out.reasoning.incidents[0];
    EXPECT_EQ(sets_of(out, incident), (Sets{{"x", "y"}, {"z"}}));
    EXPECT_EQ(incident.least_sets[0].figures.size(), 2U);
    const Reasoned plain = reason_text("x = 6\ny = 6\nz = 5\n", rules);
    EXPECT_EQ(sets_of(plain, plain.reasoning.incidents[0]), (Sets{{"z"}}));
}

TEST(LeastSets, AnExchangeIsOneSlipBesideAnother) {
    const Reasoned out = reason_text("a = 12\nb = 15\nc = 7\nd = 20\ne = 25\n",
                                     "rule s: a + d = 35\nrule t: b + e = 37\nrule u: a + c = 25\nrule v: a + b + c = 37\n");
    ASSERT_EQ(out.reasoning.incidents.size(), 1U);
    EXPECT_EQ(sets_of(out, out.reasoning.incidents[0]), (Sets{{"a", "b", "c"}}));
    EXPECT_EQ(out.reasoning.incidents[0].least_sets[0].figures[0].print, "15");
}

// Neither a filter's key nor what a `where` looks at is proposed, though another one would leave nothing contradicted.
TEST(LeastSets, KeysOfFiltersAreNotProposed) {
    const Reasoned out = reason_text("[[rows]]\nyear = 2012\namount = 10\n[[rows]]\nyear = 2013\namount = 20\n[[rows]]\nyear = 2013\n"
                                     "amount = 30\n[totals]\nall = 60\n",
                                     "rule s: sum(rows[year = 2013].amount) = totals.all\nrule w for r in rows where r.year > 2012: r.amount > 25\n");
    ASSERT_EQ(out.reasoning.incidents.size(), 1U);
    EXPECT_EQ(sets_of(out, out.reasoning.incidents[0]), (Sets{{"rows[1].amount"}}));
    for (const auto& causes : out.reasoning.causes_of_finding)
        for (const Cause& each : causes) EXPECT_EQ(out.path(each.figure).find("year"), std::string::npos);
}

TEST(LeastSets, JointContradictionsThatMeetAreJudgedTogether) {
    const Reasoned out = reason_text("a = \"1 M€\"\nx1 = \"1,400,000 €\"\nx2 = \"600,000 €\"\nx3 = \"1,200,000 €\"\nx4 = \"800,000 €\"\n",
                                     "rule r1: x1 = a\nrule r2: x2 = a\nrule r3: x3 = a\nrule r4: x4 = a\n");
    ASSERT_EQ(out.reasoning.joint.size(), 2U);
    for (const JointContradiction& each : out.reasoning.joint) {
        EXPECT_TRUE(each.suspects.empty()) << "no figure alone makes both possible";
        EXPECT_EQ(sets_of(out, each), (Sets{{"x2", "x3", "x4"}, {"x1", "x3", "x4"}, {"x1", "x2", "x4"}, {"x1", "x2", "x3"}}));
        EXPECT_FALSE(each.cut_short);
    }
}

TEST(LeastSets, MissingFiguresWithBoundsTakePart) {
    const Reasoned out = reason_text("x = \"n/a\"\na = 5\n", "rule s: x <= 3\nrule d: a + x = 10\n");
    EXPECT_EQ(out.findings.summary.unverifiable, 2U);
    ASSERT_EQ(out.reasoning.joint.size(), 1U);
    EXPECT_EQ(out.reasoning.joint[0].link, kNoNode) << "what is missing is printed nowhere twice";
    EXPECT_EQ(sets_of(out, out.reasoning.joint[0]), (Sets{{"a"}}));
    EXPECT_TRUE(reason_text("x = \"n/a\"\na = 5\n", "rule s: x <= 5\nrule d: a + x = 10\n").reasoning.joint.empty());
}

// Four whole figures and sums and differences of two of them: all sets of one or two figures, found by trying every value.
class Tried {
public:
    struct Equation { std::size_t a, b; int sign, value; };
    std::vector<int> printed;
    std::vector<Equation> equations;

    [[nodiscard]] Sets least() const {
        for (std::size_t a = 0; a < 4; ++a) try_pair(a, a);
        if (!sets_.empty()) return sets_;
        for (std::size_t a = 0; a < 4; ++a)
            for (std::size_t b = a + 1; b < 4; ++b) try_pair(a, b);
        return sets_;
    }

private:
    void try_pair(std::size_t a, std::size_t b) const {
        std::vector<int> values = printed;
        for (values[a] = -90; values[a] <= 120; ++values[a])
            for (int other = a == b ? 120 : -90; other <= 120; ++other) {
                if (a != b) values[b] = other;
                const bool all = std::all_of(equations.begin(), equations.end(), [&](const Equation& each) { return values[each.a] + each.sign * values[each.b] == each.value; });
                if (!all) continue;
                sets_.insert({name(a), name(b)});
                return;
            }
    }
    static std::string name(std::size_t at) { return "t" + std::to_string(at) + ".f" + std::to_string(at); }
    mutable Sets sets_;
};

TEST(LeastSetLaws, AreThoseThatTryingEveryValueFinds) {
    std::size_t runs = 0, proved = 0;
    EXPECT_TRUE(rc::check([&] {
        Tried tried;
        std::vector<int> truth;
        for (int i = 0; i < 4; ++i) truth.push_back(*rc::gen::inRange(1, 30));
        tried.printed = truth;
        for (int count = *rc::gen::inRange(1, 3); count > 0; --count)
            tried.printed[static_cast<std::size_t>(*rc::gen::inRange(0, 4))] += *rc::gen::inRange(1, 9);
        std::string figures, rules;
        for (std::size_t i = 0; i < 4; ++i)   // each in a table of its own: no neighbours that could be exchanged
            figures += "[t" + std::to_string(i) + "]\nf" + std::to_string(i) + " = " + std::to_string(tried.printed[i]) + "\n";
        for (std::size_t a = 0; a < 4; ++a)
            for (std::size_t b = a + 1; b < 4; ++b) {
                const int kind = *rc::gen::inRange(0, 4);
                if (kind > 1) continue;
                const int sign = kind == 0 ? 1 : -1, value = truth[a] + sign * truth[b];
                tried.equations.push_back({a, b, sign, value});
                const auto name = [](std::size_t at) { return "t" + std::to_string(at) + ".f" + std::to_string(at); };
                rules += "rule r" + std::to_string(tried.equations.size()) + ": " + name(a) + (sign > 0 ? " + " : " - ") + name(b) + " = " + std::to_string(value) + "\n";
            }
        if (tried.equations.empty()) return;
        const Reasoned out = reason_text(figures, rules);
        // one incident: another one's findings may stay as they are
        if (out.reasoning.incidents.size() != 1U) return;
        ++runs;
        const Incident& incident = out.reasoning.incidents[0];
        const Sets expected = tried.least(), found = sets_of(out, incident);
        RC_ASSERT(!expected.empty());   // the true values themselves
        if (!incident.cut_short) RC_ASSERT(found == expected);
        RC_ASSERT(std::includes(expected.begin(), expected.end(), found.begin(), found.end()));
        if (!incident.cut_short) ++proved;
    }));
    if (few_samples()) return;
    EXPECT_GE(proved * 10, runs * 8) << proved << " of " << runs << " incidents had all their least sets";
    EXPECT_GT(runs, 40U);
}

}  // namespace
}  // namespace crossfoot::testing
