// The JSON report: the contract's keys in their order, exact decimals, and that any text survives the writer.
#include "reports/json.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <nlohmann/json.hpp>

#include "engine/text/source.hpp"
#include "reports/json_writer.hpp"
#include "tests/reports/golden.hpp"
#include "tests/reports/report_fixture.hpp"

namespace crossfoot::testing {
namespace {

using Json = nlohmann::ordered_json;

std::vector<std::string> keys(const Json& object) {
    std::vector<std::string> out;
    for (const auto& [key, value] : object.items()) out.push_back(key);
    return out;
}

TEST(JsonReport, IsTheContract) {
    const Report report = agencies();
    reports::Page page = plain_page(Language::fr);
    page.all = true;
    const std::string text = reports::render_json({report.findings, report.dataset()}, page);
    expect_golden("report.json", text);
    const Json json = Json::parse(text);
    using Keys = std::vector<std::string>;
    EXPECT_EQ(keys(json), (Keys{"format", "crossfoot", "report", "summary", "findings"}));
    EXPECT_EQ(keys(json["report"]), (Keys{"id", "title", "language"}));
    EXPECT_EQ(keys(json["summary"]), (Keys{"rules", "instances", "holds", "contradicted", "unverifiable", "waived",
                                           "vacuous", "figures", "figures_checked", "unread"}));
    for (const Json& finding : json["findings"]) {
        EXPECT_EQ(keys(finding), (Keys{"rule",    "identity",  "title",    "note",     "bindings",   "severity",  "tags",
                                       "verdict", "agreement", "certain",  "code",     "message",    "relation",
                                       "gap",     "allowance", "left_out", "assumed",  "bound_only", "witness",
                                       "left",    "right",     "figures",  "rule_at",  "causes"}));
        for (const Json& figure : finding["figures"])
            EXPECT_EQ(keys(figure), (Keys{"path", "kind", "printed", "file", "line", "column", "draft_lines"}));
        if (!finding["left"].is_null()) {
            EXPECT_EQ(keys(finding["left"]), (Keys{"text", "low", "high", "low_open", "high_open", "unit"}));
        }
    }
}

TEST(JsonReport, ListsWhatHoldsOnlyWhereThePageShowsAll) {
    const Report report = agencies();
    const Json json = Json::parse(reports::render_json({report.findings, report.dataset()}, plain_page(Language::fr)));
    EXPECT_EQ(json["findings"].size() + 1, report.findings.findings.size());
    for (const Json& finding : json["findings"]) EXPECT_NE(finding["verdict"], "holds");
}

TEST(JsonReport, NumbersAreExactDecimalsRoundedOutward) {
    Report report = agencies();
    Finding& finding = report.findings.findings.front();
    finding.left->range = {End::opened(Rational(1, 3)), End::closed(Rational(2, 3))};
    finding.right->range = {End::infinite(), End::opened(Rational(-1, 3))};
    finding.gap = Rational(2, 3);
    finding.allowance.reset();
    finding.witness = Witness{3, std::nullopt, std::nullopt};
    const Json json =
        Json::parse(reports::render_json({report.findings, report.dataset()}, plain_page(Language::en)))["findings"][0];
    EXPECT_EQ(json["left"]["low"], "0.3333333333333333333333333333333333");
    EXPECT_EQ(json["left"]["high"], "0.6666666666666666666666666666666667");
    EXPECT_EQ(json["left"]["low_open"], true);
    EXPECT_EQ(json["left"]["high_open"], false);
    EXPECT_TRUE(json["right"]["low"].is_null());
    EXPECT_EQ(json["right"]["low_open"], true);
    EXPECT_EQ(json["right"]["high"], "-0.3333333333333333333333333333333333");
    EXPECT_EQ(json["gap"], "0.6666666666666666666666666666666667");
    EXPECT_TRUE(json["allowance"].is_null());
    EXPECT_EQ(json["witness"], Json::parse(R"({"least": "3", "greatest": null, "count": null})"));
    EXPECT_EQ(json["certain"], false);
}

TEST(JsonReport, WhatIsUnknownIsNull) {
    const Report report = agencies();
    const Json json = Json::parse(reports::render_json({report.findings, report.dataset()}, plain_page(Language::en)));
    const Json& vacuous = json["findings"][2];
    EXPECT_EQ(vacuous["verdict"], "vacuous");
    for (const char* key :
         {"title", "note", "agreement", "certain", "relation", "gap", "allowance", "witness", "left", "right"})
        EXPECT_TRUE(vacuous[key].is_null()) << key;
    EXPECT_EQ(vacuous["bindings"], Json::object());
    EXPECT_EQ(vacuous["code"], "XF508");
    EXPECT_EQ(vacuous["causes"], Json::array());
}

TEST(JsonWriter, EmptyAndNested) {
    reports::JsonWriter json;
    json.begin_object();
    json.key("a"), json.begin_array(), json.end_array();
    json.key("b"), json.begin_object(reports::JsonWriter::Layout::inline_);
    json.member("c", true);
    json.key("d"), json.begin_array(), json.number(1), json.number(2), json.end_array();
    json.end_object();
    json.key("e"), json.begin_array(), json.text("x"), json.null(), json.end_array();
    json.end_object();
    EXPECT_EQ(std::move(json).finish(),
              "{\n  \"a\": [],\n  \"b\": {\"c\": true, \"d\": [1, 2]},\n  \"e\": [\n    \"x\",\n    null\n  ]\n}\n");
}

// Any text comes back as it was; bytes that are no UTF-8 come back as something that is.
RC_GTEST_PROP(JsonWriter, AnyTextSurvives, (const std::string& text)) {
    reports::JsonWriter json;
    json.text(text);
    const std::string back = Json::parse(std::move(json).finish()).get<std::string>();
    if (first_malformed_utf8(text) == std::string::npos) RC_ASSERT(back == text);
    RC_ASSERT(first_malformed_utf8(back) == std::string::npos);
}

}  // namespace
}  // namespace crossfoot::testing
