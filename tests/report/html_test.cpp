// The page of the real report: complete, of a size that opens at once, the same bytes each time.
#include <gtest/gtest.h>

#include "tests/report/run_report.hpp"
#include "tests/reports/markup.hpp"

namespace crossfoot::testing {
namespace {

std::size_t occurrences(const std::string& text, std::string_view part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
    return count;
}

TEST(RealPage, HoldsEveryCheckAndEveryContradiction) {
    const std::string html = check_report({"--format", "html"});
    const Markup page = read_markup(html);
    EXPECT_EQ(page.problem, "");
    EXPECT_EQ(broken_link(page), "");
    EXPECT_LT(html.size(), 1'500'000U);
    const nlohmann::json json = report_as_json();
    const auto& summary = json["summary"];
    EXPECT_EQ(occurrences(html, "<tr data-verdict="), json["findings"].size());
    EXPECT_EQ(occurrences(html, "<tr data-verdict=\"contradicted\""), summary["contradicted"].get<std::size_t>());
    EXPECT_EQ(occurrences(html, "<article class=\"card\""), summary["contradicted"].get<std::size_t>());
    EXPECT_NE(html.find("<th scope=\"row\">La sécurité des personnes et des biens</th>"), std::string::npos)
        << "a chapter";
    for (const auto& finding : json["findings"])
        if (finding["verdict"] != "holds") {
            EXPECT_NE(page.text.find(finding["rule"].get<std::string>()), std::string::npos) << finding["rule"];
        }
}

TEST(RealPage, IsTheSameEachTimeAndShowsWhatHoldsUnasked) {
    const std::string html = check_report({"--format", "html"});
    EXPECT_EQ(check_report({"--format", "html", "--all"}), html);
    EXPECT_EQ(check_report({"--format", "html", "--color", "always"}), html);
}

}  // namespace
}  // namespace crossfoot::testing
