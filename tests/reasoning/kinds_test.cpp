// Each kind of cause, from a slip that is known: the smallest report in which it happened, and what must be named first.
#include "tests/reasoning/run.hpp"

namespace crossfoot::testing {
namespace {

struct Known {
    const char* name;
    const char* figures;
    const char* rules;
    CauseKind kind;
    const char* figure;
    const char* print;   // proposed; empty where the figures may stand
    const char* other;
};
void PrintTo(const Known& known, std::ostream* out) { *out << known.name; }

class Kinds : public ::testing::TestWithParam<Known> {};

TEST_P(Kinds, IsNamedFirst) {
    const Known& known = GetParam();
    const Reasoned out = reason_text(known.figures, known.rules);
    std::vector<Cause> causes;
    for (const std::vector<Cause>& each : out.reasoning.causes_of_finding)
        if (causes.empty()) causes = each;
    ASSERT_FALSE(causes.empty());
    EXPECT_EQ(to_string(causes[0].kind), to_string(known.kind));
    EXPECT_EQ(out.path(causes[0].figure), known.figure);
    EXPECT_EQ(causes[0].print, known.print);
    EXPECT_EQ(causes[0].other == kNoNode ? "" : out.path(causes[0].other), known.other);
    // and the incident says the same first, where one of its figures must be another
    if (out.reasoning.incidents.empty() || known.kind == CauseKind::round_number || known.kind == CauseKind::rounded_whole) return;
    EXPECT_EQ(out.path(out.reasoning.incidents[0].least_sets[0].figures[0].figure), known.figure);
}

INSTANTIATE_TEST_SUITE_P(
    Each, Kinds,
    ::testing::Values(
        Known{"replaced", "a = \"4,121\"\nb = \"8,221\"\nsum = \"12,842\"\nhalf = \"6,171\"\n", "rule s: a + b = sum\nrule h: sum = 2 * half\n",
              CauseKind::digit_replaced, "sum", "12,342", ""},
        Known{"omitted", "a = \"4,121\"\nb = \"8,221\"\nsum = \"1,342\"\nhalf = \"6,171\"\n", "rule s: a + b = sum\nrule h: sum = 2 * half\n",
              CauseKind::digit_omitted, "sum", "12,342", ""},
        Known{"added", "a = \"4,121\"\nb = \"8,221\"\nsum = \"123,542\"\nhalf = \"6,171\"\n", "rule s: a + b = sum\nrule h: sum = 2 * half\n",
              CauseKind::digit_added, "sum", "12,342", ""},
        Known{"exchanged", "a = \"4,121\"\nb = \"8,221\"\nsum = \"12,432\"\n", "rule s: a + b = sum\n", CauseKind::digits_exchanged, "sum",
              "12,342", ""},
        Known{"sign", "a = \"+ 337\"\nb = \"- 112\"\nsum = \"- 449\"\n", "rule s: a + b = sum\n", CauseKind::sign, "a", "- 337", ""},
        Known{"thousand", "a = \"4,121 k€\"\nb = \"8,221 k€\"\nsum = \"12,342 M€\"\n", "rule s: a + b = sum\n", CauseKind::power_of_ten, "sum",
              "12,342 k€", ""},   // as the figures beside it are printed: in k€, without decimals
        Known{"points", "t = { 2012 = \"12.5 %\", 2013 = \"14 %\", change = \"1.5 %\" }\n", "rule s: change(t[2012], t[2013]) = t.change\n",
              CauseKind::percent_for_points, "t.change", "", ""},
        Known{"base", "n = { 2012 = \"400\", 2013 = \"500\", change = \"20.0 %\" }\n", "rule s: change(n[2012], n[2013]) = n.change\n",
              CauseKind::wrong_base, "n.change", "", ""},
        Known{"left_out", "a = \"4,121\"\nb = \"8,221\"\nc = \"1,077\"\nsum = \"12,342\"\n", "rule s: a + b + c = sum\n", CauseKind::part_left_out, "sum",
              "", "c"},
        Known{"twice", "a = \"4,121\"\nb = \"8,221\"\nc = \"1,077\"\nsum = \"14,496\"\n", "rule s: a + b + c = sum\n", CauseKind::part_twice, "sum", "",
              "c"},
        Known{"last_year", "n = { 2012 = \"512\", 2013 = \"512\" }\nincrease = \"104\"\n", "rule s: n[2012] + increase = n[2013]\n",
              CauseKind::last_year, "n.2013", "616", "n.2012"},
        Known{"years", "a = { 2012 = \"4,121\", 2013 = \"4,010\" }\nb = { 2012 = \"8,117\", 2013 = \"8,221\" }\n"
                       "sum = { 2012 = \"12,342\", 2013 = \"12,127\" }\n",
              "rule s for y in [2012, 2013]: a[y] + b[y] = sum[y]\n", CauseKind::years_exchanged, "b.2012", "8,221", "b.2013"},
        Known{"figures", "[t]\nx = { a = \"4,121\", b = \"8,117\", sum = \"4,221\" }\ny = { a = \"1,010\", b = \"100\", sum = \"9,127\" }\n",
              "rule s for r in t: r.a + r.b = r.sum\n", CauseKind::figures_exchanged, "t.x.b", "100", "t.y.b"},
        Known{"round", "n = \"2,500\"\npart = \"2,019\"\nshare = \"80.6 %\"\n", "rule s: part / n = share\n", CauseKind::round_number, "n", "", ""},
        Known{"rounded", "year = 4271\nday = 12\n", "rule s: year = 365 * day\n", CauseKind::rounded_whole, "day", "", ""},
        Known{"truncated_total", "_precision = \"last-digit\"\na = \"70.385\"\nb = \"70.385\"\nsum = \"140.7\"\n", "rule s: a + b = sum\n",
              CauseKind::truncated_total, "sum", "", ""}),
    [](const auto& known) { return known.param.name; });

}  // namespace
}  // namespace crossfoot::testing
