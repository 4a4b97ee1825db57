// The program built without Z3: it checks as ever, refuses `--reason` and names what is missing, and lint says what it did
// not look at.
#include <gtest/gtest.h>

#include "tests/support/process.hpp"

namespace crossfoot::testing {
namespace {

// The report and the rules are read from a folder that is made for it.
Outcome run_in_folder(const std::string& arguments) {
    const std::string script = "d=$(mktemp -d) && cd \"$d\" && "
                               "printf '[report]\\nid = \"x\"\\nlanguage = \"en\"\\n[t]\\na = 1\\nb = 2\\nc = 3\\n' > r.toml && "
                               "printf 'rule ab: t.a < t.b\\nrule bc: t.b < t.c\\nrule ca: t.c < t.a\\n' > r.xf && "
                               "\"$P\" " + arguments + "; code=$?; rm -r \"$d\"; exit $code";
    return run({"/bin/sh", {"-c", script}, "/tmp", "", {{"P", CROSSFOOT_WITHOUT_SOLVER}}});
}

TEST(WithoutSolver, ChecksAsEver) {
    const Outcome outcome = run_in_folder("check r.toml --rules r.xf --lang en");
    EXPECT_EQ(outcome.exit_code, 1);
    EXPECT_NE(outcome.out.find("1 contradiction, 2 hold"), std::string::npos) << outcome.out;
}

TEST(WithoutSolver, RefusesToReasonAndNamesWhatIsMissing) {
    const Outcome outcome = run_in_folder("check r.toml --rules r.xf --reason --lang en");
    EXPECT_EQ(outcome.exit_code, 2);
    EXPECT_EQ(outcome.out, "");
    EXPECT_NE(outcome.err.find("joint reasoning is not built in"), std::string::npos) << outcome.err;
    EXPECT_NE(outcome.err.find("libz3-dev"), std::string::npos) << outcome.err;
}

TEST(WithoutSolver, LintSaysWhatItDidNotLookAt) {
    const Outcome outcome = run_in_folder("lint r.toml --rules r.xf --lang en");
    EXPECT_EQ(outcome.exit_code, 0);
    EXPECT_NE(outcome.out.find("what 3 rules say together was not looked at: this program was built without a solver (Z3)"), std::string::npos)
        << outcome.out;
}

}  // namespace
}  // namespace crossfoot::testing
