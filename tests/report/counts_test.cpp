// What the real report's data and rules must reach in number, and what they must not contain.
#include <gtest/gtest.h>

#include "tests/report/run_report.hpp"

namespace crossfoot::testing {
namespace {

TEST(Report, HasTheFiguresOfTheInventory) {
    const nlohmann::json summary = report_as_json().at("summary");
    EXPECT_GE(summary.at("figures").get<int>(), 900);
    EXPECT_EQ(summary.at("unread").get<int>(), 0) << "a printed number is neither a figure nor declared text";
}

TEST(Report, HasTheRulesThatItOffers) {
    const nlohmann::json summary = report_as_json().at("summary");
    EXPECT_GE(summary.at("instances").get<int>(), 350);
    EXPECT_EQ(summary.at("vacuous").get<int>(), 0) << "a rule binds to nothing";
    EXPECT_EQ(summary.at("waived").get<int>(), 0) << "the real report's contradictions are shown, not waived";
}

// A contradiction that is not the text's own statement, or that has an innocent reading, says which.
TEST(Report, AWarningThatIsNoTruncationHasANote) {
    const nlohmann::json report = report_as_json();
    for (const nlohmann::json& finding : report.at("findings")) {
        if (finding.at("severity") != "warning" || finding.at("agreement") == "truncated") continue;
        EXPECT_TRUE(finding.at("note").is_string()) << finding.at("rule") << " gives no innocent reading";
    }
}

TEST(Report, EveryRuleHasATitle) {
    const nlohmann::json report = report_as_json();
    for (const nlohmann::json& finding : report.at("findings"))
        EXPECT_TRUE(finding.at("title").is_string() && finding.at("title") != "") << finding.at("rule");
}

}  // namespace
}  // namespace crossfoot::testing
