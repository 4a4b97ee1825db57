// Findings by common cause, the least sets that repair them, and where each suspect would have to lie.
#include <algorithm>

#include "tests/reasoning/run.hpp"
#include "tests/support/places.hpp"

namespace crossfoot::testing {
namespace {

std::vector<std::string> suspects(const Reasoned& out, const Incident& incident) {
    std::vector<std::string> paths;
    for (const Suspect& each : incident.suspects) paths.push_back(out.path(each.figure));
    std::sort(paths.begin(), paths.end());
    return paths;
}

TEST(Incidents, OneWrongFigureBreaksSeveralRules) {
    const Reasoned out = reason_text("a = 10\nb = 20\nc = 3\nsum = 30\ntwice = 26\nwith_c = 16\n",
                                     "rule sum: a + b = sum\nrule twice: 2 * a = twice\nrule with-c: a + c = with_c\n");
    EXPECT_EQ(out.findings.summary.contradicted, 2U);
    ASSERT_EQ(out.reasoning.incidents.size(), 1U);
    const Incident& incident = out.reasoning.incidents[0];
    EXPECT_EQ(incident.findings, (std::vector<std::size_t>{0, 1}));
    ASSERT_FALSE(incident.least_sets.empty());
    EXPECT_FALSE(incident.cut_short);
    for (const Repair& each : incident.least_sets)
        EXPECT_EQ(each.figures.size(), 2U) << "the sum confirms that a is 10";
}

TEST(Incidents, TheSuspectAndItsRange) {
    const Reasoned out =
        reason_text("a = 15\nb = 20\nsum = 33\ntwice = 26\n", "rule sum: a + b = sum\nrule twice: 2 * a = twice\n");
    ASSERT_EQ(out.reasoning.incidents.size(), 1U);
    const Incident& incident = out.reasoning.incidents[0];
    ASSERT_EQ(incident.suspects.size(), 1U);
    EXPECT_EQ(out.path(incident.suspects[0].figure), "a");
    EXPECT_EQ(incident.suspects[0].range, Interval::point(13));
    EXPECT_TRUE(incident.suspects[0].exact);
    EXPECT_EQ(incident.least_sets[0].figures[0].print, "13");
}

TEST(Incidents, TrustMakesAFigureLessSuspect) {
    const Reasoned out = reason_text("a = { value = 15, _trust = 5 }\nb = 20\nsum = 33\n", "rule sum: a + b = sum\n");
    ASSERT_EQ(out.reasoning.incidents.size(), 1U);
    const Incident& incident = out.reasoning.incidents[0];
    EXPECT_EQ(suspects(out, incident), (std::vector<std::string>{"a", "b", "sum"}));
    EXPECT_EQ(out.path(incident.least_sets.back().figures[0].figure), "a");
    EXPECT_EQ(incident.least_sets.back().weight, Rational(5));
}

// The real report prints one investment in two places, 19,7 M€ and 19,8 M€.
TEST(Incidents, TheInvestmentPrintedTwiceInTheReport) {
    const std::string& root = testing::source_directory();
    const std::vector<RulePathAsked> paths{{root + "/rules/pas-de-calais-2013", {}}};
    const Reasoned out = reason_about(load_dataset(root + "/data/pas-de-calais-2013"), &paths, "");
    const auto found =
        std::find_if(out.reasoning.incidents.begin(), out.reasoning.incidents.end(), [&](const Incident& each) {
            return out.findings.findings[each.findings[0]].rule == "etat/agences/anru-citee-deux-fois";
        });
    ASSERT_NE(found, out.reasoning.incidents.end());
    EXPECT_EQ(suspects(out, *found),
              (std::vector<std::string>{"cohesion.logement.anru.investissement", "etat.agences.anru.2013"}));
    for (const Suspect& each : found->suspects) {
        const bool total = out.path(each.figure) == "etat.agences.anru.2013";
        EXPECT_EQ(each.range,
                  total ? Interval::closed(19'750'000, 19'850'000) : Interval::closed(19'650'000, 19'750'000));
        EXPECT_TRUE(each.exact);
    }
    EXPECT_TRUE(out.reasoning.undecided.empty());
    EXPECT_TRUE(out.reasoning.joint.empty());
}

}  // namespace
}  // namespace crossfoot::testing
