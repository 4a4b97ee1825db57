// Inputs that ask for more than a run may do: each ends, with a code, after a stated number of steps.
#include <gtest/gtest.h>

#include <functional>

#include "tests/checking/run.hpp"

namespace crossfoot::testing {
namespace {

const std::string kFigures = "a = \"1.5\"\nb = 2\nc = \"2.5\"\n";

std::string repeated(std::size_t times, const std::function<std::string(std::size_t)>& part, const std::string& between) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) out += (i > 0 ? between : "") + part(i);
    return out;
}

std::string always(const std::string& text, std::size_t times, const std::string& between) {
    return repeated(times, [&](std::size_t) { return text; }, between);
}

// `let y1 = …; … let yn = …;`, each by the one before it.
std::string lets(std::size_t depth, const std::string& first, const std::function<std::string(const std::string&)>& next) {
    std::string out = "rule r: let y0 = " + first + "; ";
    for (std::size_t i = 1; i <= depth; ++i)
        out += "let y" + std::to_string(i) + " = " + next("y" + std::to_string(i - 1)) + "; ";
    return out + "y" + std::to_string(depth) + " = 3";
}

std::string squared(const std::string& y) { return y + " * " + y; }
std::string doubled(const std::string& y) { return y + " + " + y; }

// `rules`: declarations of a group in the table of the figures, and one of them the rule `r`.
Outcome judged(const std::string& figures, const std::string& rules) {
    return run("[t]\n" + figures, "group g in t {\n" + rules + "\n}\n");
}

const Finding& found_in(const Outcome& out) { return out.findings.at("g/r"); }

struct Case {
    const char* name;
    std::string rules;
    Verdict verdict;
    std::string figures = kFigures;
};

TEST(Limits, EveryHostileInstanceEndsWithAVerdictOrACode) {
    const auto numbered = [](std::size_t n) { return "k" + std::to_string(n); };
    const std::string many = repeated(4'000, [&](std::size_t i) { return numbered(i) + " = \"1.5\"\n"; }, "");
    const Verdict holds = Verdict::holds, contradicted = Verdict::contradicted, refused = Verdict::unverifiable;
    const std::vector<Case> cases = {
        {"twelve squares", lets(12, "a", squared), contradicted},
        {"twenty squares", lets(20, "a", squared), refused},
        {"forty squares of a constant", lets(40, "2", squared), refused},
        {"forty squares of a long constant", lets(40, "1234567890123456789012345678901234", squared), refused},
        {"forty doublings", lets(40, "a", doubled), contradicted},
        {"twenty squares less themselves", lets(20, "a", [](const std::string& y) { return y + " * " + y + " - " + y; }), refused},
        {"twenty quotients", lets(20, "a", [](const std::string& y) { return y + " / (" + y + " + b)"; }), refused},
        {"a chain of one figure", "rule r: " + always("a", 4'000, " = "), Verdict::vacuous},
        {"a chain of many figures", "rule r: " + repeated(4'000, numbered, " = "), holds, many},
        {"a chain that one figure breaks", "rule r: " + repeated(4'000, numbered, " = ") + " = c", contradicted, many + kFigures},
        {"a rising chain that falls", "rule r: c <= " + repeated(4'000, numbered, " <= "), contradicted, many + kFigures},
        {"a chain that shares", "rule r: " + repeated(1'000, [&](std::size_t i) { return "a + " + numbered(i); }, " = "), refused, many + kFigures},
        {"a chain with a tolerance", "rule r: " + repeated(1'000, numbered, " = ") + " within 1", refused, many},
        {"a sum over a billion", "rule r: sum(i in 1..1_000_000_000: i) = 3", refused},
        {"a count over a billion", "rule r: count(i in 1..1_000_000_000: i > a) = 3", refused},
        {"all of a billion", "rule r: all(i in 1..1_000_000_000: i > 0)", refused},
        {"all of a billion, one is wrong", "rule r: all(i in 1..1_000_000_000: i != 7)", contradicted},
        {"any of a billion", "rule r: any(i in 1..1_000_000_000: i < 0)", refused},
        {"any of a billion, one does", "rule r: any(i in 1..1_000_000_000: i = 7)", holds},
        {"a nested sum", "rule r: sum(i in 1..10000: sum(j in 1..10000: i * j)) = a", refused},
        {"a nested some", "rule r: some i in 1..100000: some j in 1..100000: i * i * j * j - i * j = a", refused},
        {"a sum of a thousand fractions", "rule r: sum(i in 1..1000: a / (i * i + i + 1)) < 9", holds},
        {"for over a billion", "rule r for n in 1..1_000_000_000: n = a", refused},
        {"ninety thousand arguments", "rule r: same(" + always("a", 90'000, ", ") + ")", holds},
        {"ninety thousand texts", "rule r: same(" + always("s", 90'000, ", ") + ")", holds, "s = \"north\"\n"},
        {"all of all", "rule r: all(i in 1..1000: all(j in 1..1000: i + j > 0))", refused},
        {"nine hundred factors that share", "rule r: " + repeated(900, [&](std::size_t i) { return numbered(i % 3); }, " * ") + " = 3", refused, many},
        {"quotients that share", "rule r: " + repeated(400, [&](std::size_t i) { return numbered(i) + " / " + numbered(i + 1); }, " + ") + " = 3",
         contradicted, many},
        {"a maximum of 200,000 that share", "rule r: max(i in 1..200_000: (i + c) / a + i) = a", refused},
        {"a minimum of 200,000 quotients", "rule r: min(i in 1..200_000: b / i + a) = a", refused},
        {"for in for", "rule r for n in 1..100_000 for m in 1..100_000 where m < 0: n = a", refused},
    };
    for (const Case& each : cases) {
        const Outcome out = judged(each.figures, each.rules);
        ASSERT_EQ(out.errors, 0U) << each.name << ": " << out.first_error;
        ASSERT_EQ(out.findings.count("g/r"), 1U) << each.name;
        const Finding& found = found_in(out);
        EXPECT_EQ(found.verdict, each.verdict) << each.name;
        const std::optional<Code> code = each.verdict == Verdict::unverifiable ? std::optional(Code::XF509)
                                         : each.verdict == Verdict::vacuous    ? std::optional(Code::XF512)
                                                                               : std::nullopt;
        EXPECT_EQ(found.code, code) << each.name;
    }
}

// All findings but those that hold, and how many hold.
Findings all_found(const std::string& figures, const std::string& rules) {
    const LoadResult loaded = load_dataset_text("t.toml", "[report]\nlanguage = \"en\"\n" + figures);
    Diagnostics diagnostics;
    const RuleSet set = load_rule_texts({{"t.xf", rules}}, loaded.dataset->sources, diagnostics);
    CheckResult result = check(*loaded.dataset, set);
    EXPECT_FALSE(diagnostics.has_errors() || loaded.diagnostics.has_errors() || result.diagnostics.has_errors());
    return result.findings ? *std::move(result.findings) : Findings{};
}

std::string numbered_table(const std::string& name, int keys) {
    std::string out = "[" + name + "]\n";
    for (int i = 1; i <= keys; ++i) out += "k" + std::to_string(i) + " = " + std::to_string(i) + "\n";
    return out;
}

// What loops take from one another multiplies: one finding says at how many instances the rule ends.
TEST(Limits, LoopsInOneAnotherEnd) {
    std::string loops;
    for (int i = 0; i < 16; ++i) loops += " for a" + std::to_string(i) + " in " + (i % 2 == 0 ? "x" : "y") + ".*";
    const Findings found = all_found(numbered_table("x", 2) + numbered_table("y", 2), "rule r" + loops + ": a0 + a15 < 0\n");
    ASSERT_FALSE(found.findings.empty());
    EXPECT_LT(found.findings.size(), 21'000U);
    EXPECT_EQ(found.summary.unverifiable, 1U);
    EXPECT_EQ(found.findings.back().code, Code::XF509);
}

// The findings of a run are kept up to a size that grows with its data; a rule that holds beyond it is judged as ever.
TEST(Limits, FindingsAreKeptUpToASize) {
    const std::string figures = numbered_table("x", 70) + numbered_table("y", 70) + numbered_table("z", 70);
    const Findings found = all_found(figures, "rule r for a in x.* for b in y.* for c in z.*: a + b + c < 0\nrule s for a in x.*: a > 0\n");
    ASSERT_FALSE(found.findings.empty());
    EXPECT_LT(found.findings.size(), 60'000U);
    EXPECT_EQ(found.summary.holds, 70U);
    EXPECT_EQ(found.summary.unverifiable, 1U);
    EXPECT_EQ(found.findings.back().code, Code::XF509);
    EXPECT_EQ(found.findings.back().reason.in(Language::en),
              "the findings of the run need more than 60 MB; what comes after them is not judged");
}

// A rule that grows while its definitions are put in place, or that is too long to read, is an error of the rule.
TEST(Limits, EveryHostileRuleIsAnError) {
    std::string defines = "define d0(x) = x\n";
    for (int i = 1; i <= 40; ++i) {
        const std::string before = "d" + std::to_string(i - 1) + "(x)";
        defines += "define d" + std::to_string(i) + "(x) = " + before + " + " + before + "\n";
    }
    const std::vector<std::string> rules = {
        defines + "rule r: d40(a) = 3",
        "rule r: " + always("a", 100'000, "+") + " = 3",
        "rule r: " + std::string(10'000, '(') + "a" + std::string(10'000, ')') + " = 3",
    };
    for (const std::string& each : rules) EXPECT_GE(judged(kFigures, each).errors, 1U) << each.substr(0, 60);
}

// A long chain is judged as a short one of the same sides: the walk over the ranges and the pairs say the same.
TEST(Limits, ALongChainAgreesWithAShortOne) {
    for (const std::string op : {"=", "<=", ">=", "<", ">"}) {
        for (const std::string last : {"1.4", "1.5", "1.6", "1.50"}) {
            const auto chain = [&](std::size_t sides) {
                std::string figures = "z = \"" + last + "\"\n", rule = "rule r: ";
                for (std::size_t i = 0; i < sides; ++i) {
                    figures += "k" + std::to_string(i) + " = \"1.5\"\n";
                    rule += "k" + std::to_string(i) + " " + op + " ";
                }
                return found_in(judged(figures, rule + "z")).verdict;
            };
            EXPECT_EQ(chain(5), chain(300)) << op << " " << last;
        }
    }
}

TEST(Unique, ComparesExactly) {
    const std::string tiny = "10000000000000000000000000000000";   // 10^31
    const std::string apart = "rule r: unique([1 / b, 1 / b + 1 / (" + tiny + " * " + tiny + " * 100)])";
    EXPECT_EQ(found_in(judged(kFigures, apart)).verdict, Verdict::holds);
    const Outcome same = judged(kFigures, "rule r: unique([1 / b, 3 / (b * 3)])");
    EXPECT_EQ(found_in(same).verdict, Verdict::contradicted);
    EXPECT_EQ(found_in(same).reason.in(Language::en), "`0.5` stands twice: at 1 / b and at 3 / (b * 3)");
}

}  // namespace
}  // namespace crossfoot::testing
