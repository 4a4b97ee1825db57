// What is called true by its form is never contradicted: the same truth beside a relation that always holds, and is looked
// at, is judged over figures of every kind.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "tests/checking/run.hpp"

namespace crossfoot::testing {
namespace {

template <class T>
T pick(std::initializer_list<T> all) {
    return *rc::gen::elementOf(std::vector<T>(all));
}

std::string drawn_figure() { return pick<std::string>({"t.a", "t.b", "t.c", "t.a", "rows[n = 1].v", "2", "0.5"}); }

std::string drawn_number(int depth) {
    switch (depth == 0 ? 0 : *rc::gen::inRange(0, 9)) {
        case 1: return "(" + drawn_number(depth - 1) + " + " + drawn_number(depth - 1) + ")";
        case 2: return "(" + drawn_number(depth - 1) + " - " + drawn_number(depth - 1) + ")";
        case 3: return "(" + drawn_number(depth - 1) + " * " + drawn_number(depth - 1) + ")";
        case 4: return "-" + drawn_figure();
        case 5: return "sum(t.{a, b})";
        case 6: return "sum([" + drawn_number(depth - 1) + " * 1, t.b + 0])";
        case 7: return "max(t.{a, c})";
        default: return drawn_figure();
    }
}

std::string drawn_relation() {
    const std::string left = drawn_number(2);
    const std::string right = *rc::gen::inRange(0, 3) == 0 ? left : *rc::gen::inRange(0, 3) == 0 ? "(" + left + " + 1)" : drawn_number(2);
    return left + pick<std::string>({" = ", " <= ", " >= ", " < ", " != "}) + right;
}

std::string drawn_truth() {
    const std::string one = drawn_relation();
    switch (*rc::gen::inRange(0, 8)) {
        case 0: return "not (" + one + ")";
        case 1: return "(" + one + " or not (" + one + "))";
        case 2: return "(if " + one + " then " + (*rc::gen::arbitrary<bool>() ? one : drawn_relation()) + ")";
        case 3: return "(if t.a" + pick<std::string>({" < ", " <= ", " = ", " > "}) + pick<std::string>({"3", "4"}) + " then t.a" +
                       pick<std::string>({" < ", " <= ", " != ", " > ", " >= "}) + pick<std::string>({"3", "4"}) + ")";
        case 4: return "(t.a" + pick<std::string>({" < ", " <= ", " = ", " > "}) + "3 or t.a" + pick<std::string>({" < ", " != ", " > ", " >= "}) + "3)";
        case 5: return "(" + one + " and " + drawn_relation() + ")";
        case 6: return "all(x in t.{a, b}: x + " + drawn_number(1) + pick<std::string>({" = ", " <= ", " < "}) + drawn_number(1) + " + x)";
        default: return "(" + one + ")";
    }
}

TEST(ByForm, IsNeverContradicted) {
    std::size_t called = 0;
    const bool law = rc::check("a rule called true by its form holds wherever it is looked at", [&] {
        const auto print = [] { return pick<std::string>({"3", "3.0", "4", "-1", "0", "about 3", "more than 2", "2.95", "3.05", "n/a"}); };
        const std::string figures = "[t]\na = \"" + print() + "\"\nb = \"" + print() + "\"\nc = \"" + print() + "\"\none = \"1\"\nother = \"1\"\n" +
                                    "[[rows]]\nn = \"1\"\nv = \"" + print() + "\"\n";
        const std::string truth = drawn_truth();
        const Outcome out = run(figures, "rule alone: " + truth + "\nrule beside: (" + truth + ") and t.one = t.other\n");
        if (out.errors > 0) RC_DISCARD(out.first_error);
        const bool by_form = out.findings.at("alone").code == Code::XF512;
        called += by_form ? 1 : 0;
        RC_CLASSIFY(by_form);
        RC_ASSERT(out.findings.at("beside").verdict != Verdict::vacuous);
        if (by_form) RC_ASSERT(out.findings.at("beside").verdict != Verdict::contradicted);
        if (out.findings.at("alone").verdict == Verdict::contradicted) RC_ASSERT(out.findings.at("beside").verdict == Verdict::contradicted);
    });
    EXPECT_TRUE(law);
    EXPECT_GE(called, 10U);   // else the law says nothing
}

}  // namespace
}  // namespace crossfoot::testing
