// `some` solved by bisection against trying every number.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "tests/checking/run.hpp"

namespace crossfoot::testing {
namespace {

TEST(Some, FindsTheNumbersThatTryingFinds) {
    const bool law = rc::check("bisection and trial agree", [] {
        const int now = *rc::gen::inRange(1, 300), tenths = *rc::gen::inRange(-600, 900), last = *rc::gen::inRange(20, 400);
        const std::string figures = "[a]\nnow = " + std::to_string(now) + "\nrate = \"" + (tenths < 0 ? "-" : "") +
                                    std::to_string(std::abs(tenths) / 10) + "." + std::to_string(std::abs(tenths) % 10) + " %\"\n";
        const std::string domain = "1.." + std::to_string(last);
        // the index makes the second rule try each number
        const Outcome out = run(figures + "[[rows]]\nk = 1\n",
                                "rule solved: some n in " + domain + ": change(n, a.now) = a.rate\n"
                                "rule tried: some n in " + domain + ": change(n, a.now) = a.rate and count(rows[k < n + 2]) = 1\n");
        RC_ASSERT(out.errors == 0U);
        const Finding &solved = out.findings.at("solved"), &tried = out.findings.at("tried");
        RC_ASSERT(solved.verdict == tried.verdict);
        RC_ASSERT(solved.witness.has_value() == tried.witness.has_value());
        if (solved.witness) {
            RC_ASSERT(solved.witness->least == tried.witness->least);
            RC_ASSERT(solved.witness->greatest == tried.witness->greatest);
            RC_ASSERT(solved.witness->count == tried.witness->count);
        }
    });
    EXPECT_TRUE(law);
}

TEST(Some, HasNoLimitWhereMonotone) {
    const Outcome out = run("[a]\nnow = \"3,000,000,000\"\nrate = \"50 %\"\n", "rule base: some n in 1..: change(n, a.now) = a.rate\n");
    ASSERT_EQ(out.errors, 0U) << out.first_error;
    const Finding& base = out.findings.at("base");
    EXPECT_EQ(base.verdict, Verdict::holds);
    ASSERT_TRUE(base.witness);
    EXPECT_EQ(base.witness->least, Rational(1993355482));
    EXPECT_EQ(*base.witness->greatest, Rational(2006688963));
}

TEST(Some, SaysWhenThereAreTooManyToTry) {
    const Outcome out = run("[[rows]]\nk = 1\n", "rule r: some n in 1..1_000_000: count(rows[k < n]) = 2\n");
    ASSERT_EQ(out.errors, 0U) << out.first_error;
    EXPECT_EQ(out.findings.at("r").verdict, Verdict::unverifiable);
    EXPECT_EQ(out.findings.at("r").code, Code::XF506);
}

}  // namespace
}  // namespace crossfoot::testing
