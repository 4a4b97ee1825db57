// Whole numbers that were computed: against an oracle over small whole numbers, and that what is rounded so is never
// accused of what it is not accused of where it is exact.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <cstdlib>
#include <fstream>
#include <functional>

#include "tests/checking/run.hpp"
#include "tests/checking/streamed.hpp"

namespace crossfoot::testing {
namespace {

// over / under, under > 0.
struct Fraction {
    int over = 0, under = 1;
};

// Can the whole number c be printed for the fraction? On whole numbers only.
bool prints_as(Fraction value, int c, const std::string& rounding) {
    if (c < 0) return prints_as({-value.over, value.under}, -c, rounding);
    const int twice = 2 * (value.over - c * value.under), unit = 2 * value.under;   // twice the way from c
    if (rounding == "truncated") return c == 0 ? std::abs(twice) < unit : twice >= 0 && twice < unit;
    if (rounding == "half-up") return c == 0 ? std::abs(twice) < value.under : twice >= -value.under && twice < value.under;
    if (rounding == "half-even" && c % 2 != 0) return std::abs(twice) < value.under;
    return std::abs(twice) <= value.under;
}

TEST(Derived, IsWhatWholeNumbersSay) {
    const bool law = rc::check("derived whole numbers against all roundings", [] {
        const int a = *rc::gen::inRange(-40, 41), b = *rc::gen::inRange(-40, 41), c = *rc::gen::inRange(-12, 13);
        const int n = *rc::gen::inRange(1, 9);
        const std::string rounding = one_of<std::string>({"nearest", "half-up", "half-even", "truncated"});
        const std::string figures = "rounding = \"" + rounding + "\"\n[f]\na = " + std::to_string(a) + "\nb = " + std::to_string(b) +
                                    "\nc = " + std::to_string(c) + "\nn = " + std::to_string(n) + "\nd = " + std::to_string(c) + "\n";
        const auto found = run(figures,
                               "rule a: f.a / f.n = f.c\nrule b: f.c = mean([f.a, f.b])\nrule c: ratio(f.a, f.n) = f.c\n"
                               "rule d: f.c = f.a / f.n = f.d\nrule e: change(f.n, f.a) = f.c\nrule p: f.a = f.n * f.c\nrule s: f.a + f.b = f.c\n"
                               "rule t: same(f.c, f.a / f.n)\nrule u: difference(f.a, f.b) = f.c\n");
        RC_ASSERT(found.errors == 0U);
        const auto is = [&](const char* rule, Fraction value, int printed) {
            const Finding& finding = found.findings.at(rule);
            const bool exact = value.over == printed * value.under;
            RC_LOG() << figures << rule << "\n";
            RC_ASSERT((finding.verdict == Verdict::holds) == prints_as(value, printed, rounding));
            if (finding.verdict == Verdict::holds) RC_ASSERT(finding.agreement == (exact ? Agreement::exact : Agreement::rounded));
            else RC_ASSERT(finding.agreement == (prints_as(value, printed, "truncated") ? Agreement::truncated : Agreement::none));
        };
        is("a", {a, n}, c);
        is("b", {a + b, 2}, c);
        is("c", {a, n}, c);
        is("d", {a, n}, c);
        is("e", {a - n, n}, c);
        is("t", {a, n}, c);
        // products, sums and differences of whole figures are exact
        RC_ASSERT((found.findings.at("p").verdict == Verdict::holds) == (a == n * c));
        RC_ASSERT((found.findings.at("s").verdict == Verdict::holds) == (a + b == c));
        RC_ASSERT((found.findings.at("u").verdict == Verdict::holds) == (b - a == c));
    });
    EXPECT_TRUE(law);
}

std::string drawn_value(int depth) {
    switch (depth == 0 ? 0 : *rc::gen::inRange(0, 8)) {
        case 1: return drawn_value(depth - 1) + " / 3";
        case 2: return "(" + drawn_value(depth - 1) + " + " + drawn_value(depth - 1) + ")";
        case 3: return "mean([" + drawn_value(depth - 1) + ", " + drawn_value(depth - 1) + "])";
        case 4: return "2 * " + drawn_value(0);
        case 5: return one_of<std::string>({"share", "change", "ratio", "difference"}) + "(" + drawn_value(0) + ", " + drawn_value(0) + ")";
        case 6: return "min([" + drawn_value(depth - 1) + ", " + drawn_value(0) + "])";
        default: return one_of<std::string>({"f.a", "f.b", "f.c", "f.d", "f.p"});
    }
}

TEST(Derived, IsNeverAccusedOfMore) {
    const bool law = rc::check("what holds of exact figures holds of derived ones", [] {
        const auto figures = [&](const std::string& precision) {
            return [precision](int a, int b, int c, int tenths, int percent) {
                const auto figure = [&](const char* name, const std::string& print) {
                    return std::string(name) + " = { value = \"" + print + "\"" + precision + " }\n";
                };
                return "[f]\n" + figure("a", std::to_string(a)) + figure("b", std::to_string(b)) + figure("c", std::to_string(c)) +
                       "d = \"" + std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + "\"\np = \"" + std::to_string(percent) + " %\"\n";
            };
        };
        const int a = *rc::gen::inRange(-9, 10), b = *rc::gen::inRange(-9, 10), c = *rc::gen::inRange(-9, 10);
        const int tenths = *rc::gen::inRange(0, 90), percent = *rc::gen::inRange(0, 300);
        std::string rules;
        for (int i = 0; i < 6; ++i) {
            rules += "rule r" + std::to_string(i) + ": " + drawn_value(*rc::gen::inRange(0, 3)) + " = " + drawn_value(*rc::gen::inRange(0, 3));
            if (*rc::gen::inRange(0, 3) == 0) rules += one_of<std::string>({" = ", " <= "}) + drawn_value(1);
            else if (*rc::gen::inRange(0, 4) == 0) rules += " within 1";
            rules += "\n";
        }
        const auto derived = run(figures("")(a, b, c, tenths, percent), rules);
        const auto exact = run(figures(", precision = \"exact\"")(a, b, c, tenths, percent), rules);
        RC_ASSERT(derived.errors == exact.errors);
        std::size_t more = 0;
        for (const auto& [rule, finding] : exact.findings) {
            const Finding& other = derived.findings.at(rule);
            RC_LOG() << rules << rule << "\n" << figures("")(a, b, c, tenths, percent);
            if (finding.verdict == Verdict::holds) RC_ASSERT(other.verdict == Verdict::holds);
            else if (finding.verdict == Verdict::unverifiable) RC_ASSERT(other.verdict == Verdict::unverifiable);
            else if (other.verdict == Verdict::holds) ++more;
            if (finding.verdict == Verdict::holds && finding.agreement == Agreement::exact) RC_ASSERT(other.agreement == Agreement::exact);
        }
        RC_TAG(more > 0 ? "some hold by rounding" : "none");
    });
    EXPECT_TRUE(law);
}

std::string drawn_count() { return std::to_string(*rc::gen::inRange(-4, 30)); }
std::string drawn_number() {
    const int sort = *rc::gen::inRange(0, 12);
    if (sort == 0) return "n/d";
    if (sort == 1) return "about 4";
    return sort < 9 ? drawn_count() : std::to_string(*rc::gen::inRange(0, 9)) + "." + std::to_string(*rc::gen::inRange(0, 10));
}

TEST(Derived, OverColumnsIsThatOfTheTree) {
    const bool law = rc::check("rules over rows, keys and whole tables", [] {
        const TemporaryDirectory directory;
        const std::string rounding = one_of<std::string>({"", "", "", "rounding = \"truncated\"\n", "rounding = \"half-up\"\n"});
        std::ofstream(directory.path() / "report.toml")
            << "total = " << drawn_count() << "\nmean = " << drawn_count() << "\ntenth = \"2.5\"\nplaces = [{ code = \"x\", n = "
            << drawn_count() << " }, { code = \"y\", n = " << drawn_count() << " }]\n"
            << "[report]\nid = \"t\"\nlanguage = \"en\"\n" << rounding << "[tables.t]\nsource = \"t.csv\"\ncolumns = { code = \"text\", a = \"count\", b = \"count\", c = \""
            << one_of<std::string>({"number", "number", "last-digit", "%", "0.1"}) << "\" }\n";
        std::string csv = "code,a,b,c\n";
        const int rows = *rc::gen::inRange(1, 9);
        const bool clean = *rc::gen::inRange(0, 2) == 0;
        for (int i = 0; i < rows; ++i)
            csv += one_of<std::string>({"x", "y"}) + "," + drawn_count() + "," + drawn_count() + "," + (clean ? drawn_count() : drawn_number()) + "\n";
        std::ofstream(directory.path() / "t.csv") << csv;
        const std::string divisor = one_of<std::string>({"1", "2", "3", "7", "r.b"});
        const std::string rules =
            "define over(x, y) = x / y\n"
            "rule a for r in tables.t: r.a / " + divisor + " = r.b\nrule b for r in tables.t: r.b = over(r.a, " + divisor + ")\n"
            "rule c for r in tables.t: r.c + r.a = r.b\nrule d for r in tables.t: r.b = 2 * r.c\nrule e for r in tables.t: share(r.a, r.b) = r.c\n"
            "rule f for r in tables.t: mean([r.a, r.c]) = r.b\nrule g for r in tables.t: not (r.a / 2 = r.b)\n"
            "rule h for r in tables.t: r.a = r.a / 3 + r.b within 2\nrule i for r in tables.t: r.a = r.c\nrule j for r in tables.t: r.c / tenth = r.a\n"
            "rule k: mean(tables.t[*].a) = mean\nrule l: sum(tables.t[*].c) = total\nrule m: min(tables.t[*].c) = total\nrule n: max(tables.t[*].a) / 2 = total\n"
            "rule o for r in tables.t: r.a = mean(tables.t[*].b)\nrule p for g in groups(tables.t[*], by: code): sum(g.rows[*].c) = mean\n"
            "rule q for p in places: sum(tables.t[code = p.code].c) = p.n\nrule s for p in places: mean(tables.t[code = p.code].a) = p.n\n";
        const Found tree = run(directory.path().string(), rules, 1000, 1);
        if (tree.errors > 0) RC_DISCARD(tree.first_error);
        const Found streamed = run(directory.path().string(), rules, 0, 1 + static_cast<unsigned>(*rc::gen::inRange(0, 3)));
        if (tree.verdicts != streamed.verdicts) {
            for (const std::string& each : tree.verdicts) RC_LOG() << "tree " << each << "\n";
            for (const std::string& each : streamed.verdicts) RC_LOG() << "streamed " << each << "\n";
            RC_LOG() << rules << csv;
        }
        RC_ASSERT(tree.verdicts == streamed.verdicts);
        RC_ASSERT(tree.summary.holds == streamed.summary.holds);
        RC_ASSERT(tree.summary.contradicted == streamed.summary.contradicted);
    });
    EXPECT_TRUE(law);
}

}  // namespace
}  // namespace crossfoot::testing
