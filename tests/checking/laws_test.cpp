// The laws of checking: a report made by rounding true values is never accused; what is known less never turns
// "holds" into "contradicted"; a figure taken away never turns a verdict into its opposite; order changes nothing.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>

#include "tests/checking/run.hpp"

namespace crossfoot::testing {
namespace {

// `value` printed with `places` decimals, rounded to the nearest, ties up or down.
std::string rounded(const Rational& value, int places, bool up) {
    const Rational unit = Rational::power_of_ten(-places);
    const Rational below = (value / unit).floor() * unit;
    const Rational rest = value - below;
    const bool take_upper = rest * 2 > unit || (rest * 2 == unit && up);
    return (take_upper ? below + unit : below).fixed(places, Rational::Direction::nearest);
}

TEST(Laws, AReportRoundedFromTrueValuesIsNeverAccused) {
    const bool law = rc::check("sound reports hold", [] {
        std::vector<Rational> parts;
        for (int i = 0; i < 3; ++i) parts.push_back(Rational(*rc::gen::inRange(1, 1'000'000)) / 1000);
        const Rational total = parts[0] + parts[1] + parts[2];
        const auto print = [](const Rational& value, const char* unit) {
            return "\"" + rounded(value, *rc::gen::inRange(0, 4), *rc::gen::arbitrary<bool>()) + unit + "\"";
        };
        std::string figures = "[t]\n";
        for (int i = 0; i < 3; ++i) figures += std::string(1, static_cast<char>('a' + i)) + " = " + print(parts[static_cast<std::size_t>(i)], " M€") + "\n";
        figures += "total = " + print(total, " M€") + "\n";
        figures += "share = " + print(parts[0] / total * 100, " %") + "\n";
        figures += "change = " + print((parts[1] / parts[0] - 1) * 100, " %") + "\n";
        figures += "rest = " + print(total - parts[2], " M€") + "\n";
        // a total printed 0 M€ cannot be divided by: that is unverifiable, and no accusation either
        const Outcome out = run(figures,
                                "rule sum: sum(t.{a, b, c}) = t.total\n"
                                "rule shares: share(t.a, t.total) = t.share\n"
                                "rule written: t.a / (t.a + t.b + t.c) = t.share\n"
                                "rule changes: change(t.a, t.b) = t.change\n"
                                "rule rests: t.rest + t.c = t.total\n"
                                "rule least: min(t.{a, b, c}) <= t.b <= max(t.{a, b, c})\n"
                                "rule chain: t.a + t.b = t.rest <= t.total\n");
        RC_ASSERT(out.errors == 0U);
        for (const auto& [id, finding] : out.findings) {
            RC_TAG(std::string(to_string(finding.verdict)));
            if (finding.verdict == Verdict::contradicted) RC_FAIL("accused: " + id + "\n" + figures);
        }
    });
    EXPECT_TRUE(law);
}

struct Case {
    std::vector<std::string> prints;   // of a, b, c, d
    std::string rules;
};

Case draw_case() {
    Case out;
    for (int i = 0; i < 4; ++i) {
        const std::string number = std::to_string(*rc::gen::inRange(0, 40)) + *rc::gen::element<std::string>("", ".5", ".25");
        out.prints.push_back(*rc::gen::element<std::string>("", "", "about ", "more than ", "nearly ", "at most ") + number);
    }
    const auto side = [] {
        return *rc::gen::element<std::string>("t.a + t.b", "t.a - t.b", "2 * t.c", "t.a * t.b - t.a", "sum(t.*)", "max(t.*) - t.d", "t.c / (t.c + t.d + 1)",
                                              "t.d + 0", "min(t.{a, b})", "mean(t.*)");
    };
    const auto relation = [&] { return side() + *rc::gen::element<std::string>(" = ", " <= ", " < ", " >= ") + side(); };
    out.rules = "rule one: " + relation() + "\nrule two: " + relation() + *rc::gen::element<std::string>(" and ", " or ") + relation() +
                "\nrule three: if " + relation() + " then " + relation() + "\nrule four: not (" + relation() + ")\n";
    return out;
}

std::string figures_of(const std::vector<std::string>& prints) {
    std::string out = "[t]\n";
    for (std::size_t i = 0; i < prints.size(); ++i) out += std::string(1, static_cast<char>('a' + i)) + " = " + prints[i] + "\n";
    return out;
}

std::string quoted(const std::string& print) { return "\"" + print + "\""; }

TEST(Laws, KnowingLessNeverTurnsHoldsIntoContradicted) {
    const bool law = rc::check("a wider figure accuses nothing new", [] {
        const Case drawn = draw_case();
        std::vector<std::string> before, after;
        for (const std::string& print : drawn.prints) {
            const bool plain = print.find(' ') == std::string::npos;
            before.push_back(quoted(print));
            after.push_back(plain ? "{ value = " + quoted(print) + ", precision = \"" + *rc::gen::element<std::string>("5", "10", "100") + "\" }" : quoted(print));
        }
        const Outcome narrow = run(figures_of(before), drawn.rules), wide = run(figures_of(after), drawn.rules);
        RC_ASSERT(narrow.errors == 0U && wide.errors == 0U);
        for (const auto& [id, finding] : narrow.findings)
            if (finding.verdict == Verdict::holds && wide.findings.at(id).verdict == Verdict::contradicted) RC_FAIL(id + "\n" + drawn.rules + figures_of(before));
    });
    EXPECT_TRUE(law);
}

TEST(Laws, AFigureTakenAwayNeverTurnsAVerdictIntoItsOpposite) {
    const bool law = rc::check("missing figures only make unverifiable", [] {
        const Case drawn = draw_case();
        std::vector<std::string> before, after;
        for (const std::string& print : drawn.prints) {
            before.push_back(quoted(print));
            after.push_back(*rc::gen::inRange(0, 2) == 0 ? "\"\"" : quoted(print));
        }
        const Outcome whole = run(figures_of(before), drawn.rules), part = run(figures_of(after), drawn.rules);
        RC_ASSERT(whole.errors == 0U && part.errors == 0U);
        for (const auto& [id, finding] : whole.findings) {
            const Verdict now = part.findings.at(id).verdict;
            const bool opposite = (finding.verdict == Verdict::holds && now == Verdict::contradicted) ||
                                  (finding.verdict == Verdict::contradicted && now == Verdict::holds);
            if (opposite) RC_FAIL(id + "\n" + drawn.rules + figures_of(before) + figures_of(after));
        }
    });
    EXPECT_TRUE(law);
}

TEST(Laws, TheOrderOfKeysAndRulesChangesNothing) {
    const bool law = rc::check("permuted", [] {
        const Case drawn = draw_case();
        std::vector<std::string> lines, rules;
        for (std::size_t i = 0; i < drawn.prints.size(); ++i) lines.push_back(std::string(1, static_cast<char>('a' + i)) + " = " + quoted(drawn.prints[i]) + "\n");
        std::string line;
        for (const char c : drawn.rules) {
            line += c;
            if (c == '\n') rules.push_back(std::move(line)), line.clear();
        }
        const auto joined = [](const std::vector<std::string>& parts) {
            std::string out;
            for (const std::string& each : parts) out += each;
            return out;
        };
        const Outcome first = run("[t]\n" + joined(lines), joined(rules));
        std::reverse(lines.begin(), lines.end());
        std::rotate(rules.begin(), rules.begin() + *rc::gen::inRange(0, 4), rules.end());
        const Outcome second = run("[t]\n" + joined(lines), joined(rules));
        RC_ASSERT(first.findings.size() == second.findings.size());
        for (const auto& [id, finding] : first.findings) {
            const Finding& twin = second.findings.at(id);
            RC_ASSERT(finding.verdict == twin.verdict && finding.agreement == twin.agreement && finding.certain == twin.certain);
            RC_ASSERT(finding.gap == twin.gap && finding.allowance == twin.allowance && finding.code == twin.code);
        }
    });
    EXPECT_TRUE(law);
}

}  // namespace
}  // namespace crossfoot::testing
