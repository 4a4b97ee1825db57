// Rules that ask for more than can be computed, and rules that stand elsewhere: what the program says and how it ends.
#include <gtest/gtest.h>

#include <fstream>

#include "tests/support/places.hpp"
#include "tests/support/process.hpp"
#include "tests/support/workspace.hpp"

namespace crossfoot::testing {
namespace {

class HostileRules : public ::testing::Test {
protected:
    static void write(const std::filesystem::path& path, const std::string& bytes) { std::ofstream(path, std::ios::binary) << bytes; }
    Outcome check(const std::string& rules, const std::vector<std::string>& more = {}) {
        write(directory_.path() / "report.toml", "[report]\nid = \"t\"\nlanguage = \"en\"\n[m]\na = \"1.5\"\nb = \"1.5\"\nc = \"12\"\n");
        write(directory_.path() / "a.xf", rules);
        Process process;
        process.program = program();
        process.directory = directory_.path().string();
        process.arguments = {"check", ".", "--rules", "a.xf"};
        process.arguments.insert(process.arguments.end(), more.begin(), more.end());
        return run(process);
    }
    TemporaryDirectory directory_;
};

// `y0` is `first`, and each of twelve steps puts the one before in place of `@`.
std::string twelve_deep(const std::string& first, const std::string& step) {
    std::string out = "rule deep: let y0 = " + first + ";\n";
    for (int i = 1; i <= 12; ++i) {
        std::string one = step;
        for (std::size_t at = one.find('@'); at != std::string::npos; at = one.find('@')) one.replace(at, 1, "y" + std::to_string(i - 1));
        out += "  let y" + std::to_string(i) + " = " + one + ";\n";
    }
    return out + "  y12 > 0\n";
}

// A rule that could not be computed is no rule that holds: where no other is left the run could not check.
TEST_F(HostileRules, ThatCannotBeComputedDoNotPass) {
    for (const std::string& rules : {std::string("rule r: sum(i in 1..1_000_000_000: m.a) > 0\n"),
                                     std::string("rule r for n in 1..1_000_000_000: m.a < n\n"),
                                     std::string("rule r: all(x in 1..100_000: all(y in 1..100_000: x + y > m.a))\n")}) {
        const Outcome out = check(rules);
        EXPECT_EQ(out.exit_code, 2) << rules << out.out << out.err;
        EXPECT_NE((out.out + out.err).find("XF604"), std::string::npos) << rules << out.err;
        EXPECT_NE(check(rules, {"--format", "json", "--allow-empty"}).out.find("\"code\": \"XF509\""), std::string::npos) << rules;
    }
}

// What can be computed is decided, however it is nested; what is not decided is said not to be.
TEST_F(HostileRules, EndWithAVerdictOrAReason) {
    std::string product = "rule r: let x = m.a - m.b; (x*x - 3*x*m.a + m.b*m.c)";
    for (int i = 1; i < 12; ++i) product += "*(x*x - 3*x*m.a + m.b*m.c)";
    for (const std::string& rules : {twelve_deep("m.a + m.b", "@ / (@ + m.b)"), twelve_deep("m.a + m.b", "@ * @"), twelve_deep("m.a + m.b", "@ * @ - @"), product + " >= 0\n"}) {
        const Outcome out = check(rules + "rule other: m.a = m.b\n");
        EXPECT_TRUE(out.exit_code == 0 && out.err.empty()) << out.exit_code << rules << out.out << out.err;
    }
}

// Definitions that stand in one another need the stack of the program, whatever their order.
TEST_F(HostileRules, OfDefinitionsInOneAnotherAreRefused) {
    std::string rising = "rule a: d29999 = 1.5\ndefine d0 = m.a\n", falling = rising;
    for (int i = 1; i < 30'000; ++i) rising += "define d" + std::to_string(i) + " = d" + std::to_string(i - 1) + "\n";
    for (int i = 29'999; i > 0; --i) falling += "define d" + std::to_string(i) + " = d" + std::to_string(i - 1) + "\n";
    for (const std::string& rules : {rising, falling}) {
        const Outcome out = check(rules);
        EXPECT_EQ(out.exit_code, 2) << out.err.substr(0, 300);
        EXPECT_NE(out.err.find("XF410"), std::string::npos) << out.err.substr(0, 300);
    }
}

TEST_F(HostileRules, ElsewhereAreReadWhereThePathIsAllowed) {
    const TemporaryDirectory elsewhere, third;
    const std::string there = elsewhere.path().string();
    std::filesystem::create_directory(elsewhere.path() / "rules");
    write(elsewhere.path() / "rules" / "b.xf", "use \"../more.xf\"\nrule b: m.a = one(m.b)\n");
    write(elsewhere.path() / "more.xf", "define one(x) = x\n");
    const std::string manifest = "[report]\nid = \"t\"\nlanguage = \"en\"\nrules = [\"" + there + "/rules\"]\n[m]\na = \"1.5\"\nb = \"1.5\"\n";
    const auto check_there = [&](const std::vector<std::string>& more) {
        write(directory_.path() / "report.toml", manifest);
        Process process;
        process.program = program();
        process.directory = directory_.path().string();
        process.arguments = {"check", "."};
        process.arguments.insert(process.arguments.end(), more.begin(), more.end());
        return run(process);
    };
    EXPECT_NE(check_there({}).err.find("XF216"), std::string::npos);
    const Outcome allowed = check_there({"--allow-path", there});
    EXPECT_EQ(allowed.exit_code, 0) << allowed.err;
    EXPECT_NE(allowed.out.find("1 holds"), std::string::npos) << allowed.out;
    // what an allowed file uses must be allowed too, and another path allows nothing
    EXPECT_NE(check_there({"--allow-path", there + "/rules"}).err.find("more.xf"), std::string::npos);
    EXPECT_NE(check_there({"--allow-path", third.path().string()}).err.find("XF216"), std::string::npos);
}

}  // namespace
}  // namespace crossfoot::testing
