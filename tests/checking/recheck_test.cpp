// Checking again with figures changed: the same verdicts as a dataset that prints them so; what instances assert.
#include "engine/checking/recheck.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "engine/dataset/load.hpp"

namespace crossfoot::testing {
namespace {

struct Loaded {
    std::unique_ptr<Dataset> dataset;
    RuleSet rules;
    Diagnostics problems;
};

Loaded load(const std::string& figures, const std::string& rules, const std::string& language = "en") {
    LoadResult loaded = load_dataset_text("t.toml", figures + "[report]\nlanguage = \"" + language + "\"\n");
    Loaded out;
    out.dataset = std::move(loaded.dataset);
    out.rules = load_rule_texts({{"t.xf", rules}}, out.dataset->sources, out.problems);
    EXPECT_TRUE(loaded.diagnostics.empty());
    EXPECT_TRUE(out.problems.empty());
    return out;
}

NodeId at(const Dataset& dataset, std::initializer_list<std::string_view> path) {
    NodeId node = Dataset::kRoot;
    for (const std::string_view key : path) node = dataset.child(node, key);
    return node;
}

TEST(Recheck, KnowsInstancesAndTheirFigures) {
    const Loaded loaded = load("[t]\na = { x = 1, y = 2, s = 3 }\nb = { x = 1, y = 2, s = 4 }\n",
                               "rule sums for r in t: r.x + r.y = r.s\nrule zero: t.a.x >= 0\n");
    Rechecker rechecker(*loaded.dataset, loaded.rules);
    ASSERT_TRUE(rechecker.ready());
    ASSERT_EQ(rechecker.instances().size(), 3U);
    EXPECT_EQ(rechecker.instances()[0].verdict, Verdict::holds);
    EXPECT_EQ(rechecker.instances()[1].verdict, Verdict::contradicted);
    const NodeId ax = at(*loaded.dataset, {"t", "a", "x"}), bs = at(*loaded.dataset, {"t", "b", "s"});
    const auto users = rechecker.using_figure(ax);
    EXPECT_EQ(std::vector<InstanceId>(users.begin(), users.end()), (std::vector<InstanceId>{0, 2}));
    const Change change{bs, *rechecker.read(bs, "3")};
    const Consequences done = rechecker.consequences(std::span(&change, 1));
    EXPECT_EQ(done.cleared, std::vector<InstanceId>{1});
    EXPECT_TRUE(done.breaks_nothing());
    EXPECT_EQ(rechecker.dataset().figure(bs).printed, "4") << "changes are taken back";
    const auto finding = rechecker.finding(1, std::span(&change, 1));
    ASSERT_TRUE(finding);
    EXPECT_EQ(finding->verdict, Verdict::holds);
    EXPECT_EQ(finding->instance, 1U);
    EXPECT_EQ(rechecker.finding(1)->verdict, Verdict::contradicted);
}

TEST(Recheck, BindsAgainWhereAFigureDecides) {
    const Loaded loaded = load("[[t]]\nyear = 2012\nx = 5\n[[t]]\nyear = 2013\nx = 7\n",
                               "rule small for r in t where r.year = 2012: r.x <= 5\n");
    Rechecker rechecker(*loaded.dataset, loaded.rules);
    ASSERT_EQ(rechecker.instances().size(), 1U);
    const NodeId rows = at(*loaded.dataset, {"t"});
    const NodeId second = loaded.dataset->child(loaded.dataset->children(rows)[1], "year");
    const NodeId first = loaded.dataset->child(loaded.dataset->children(rows)[0], "year");
    const Change appears{second, *rechecker.read(second, "2012")};
    EXPECT_EQ(rechecker.consequences(std::span(&appears, 1)).appeared, 1U);
    const Change leaves{first, *rechecker.read(first, "2011")};
    const InstanceId all = 0;
    const auto verdicts = rechecker.with(std::span(&leaves, 1), std::span(&all, 1));
    ASSERT_EQ(verdicts.size(), 1U);
    EXPECT_TRUE(verdicts[0].gone);
    EXPECT_EQ(rechecker.consequences(std::span(&leaves, 1)).appeared, 0U);
}

TEST(Recheck, ReadsAPrintAsThePlaceIsRead) {
    const Loaded loaded = load("money = \"19,7 M€\"\nrate = \"- 5,05 %\"\ncount = \"12 828\"\n"
                               "[k]\n_unit = \"k€\"\n_precision = \"last-digit\"\nx = 1250\ny = \"1 250\"\n",
                               "rule r: money > 0 €\n", "fr");
    Rechecker rechecker(*loaded.dataset, loaded.rules);
    const Dataset& data = *loaded.dataset;
    const NodeId money = at(data, {"money"}), rate = at(data, {"rate"}), count = at(data, {"count"});
    const auto read = rechecker.read(money, "19,85 M€");
    ASSERT_TRUE(read);
    EXPECT_EQ(read->value, Rational(19'850'000));
    EXPECT_EQ(read->step, Rational(10'000));
    EXPECT_FALSE(rechecker.read(money, "12 %"));
    EXPECT_FALSE(rechecker.read(money, "n.d."));
    EXPECT_EQ(rechecker.restyle(money, 1'234'560'000)->printed, "1\u202F234,6 M€");
    EXPECT_EQ(rechecker.restyle(rate, Rational(-7, 100))->printed, "- 7,00 %");
    EXPECT_EQ(rechecker.restyle(rate, Rational(7, 100))->printed, "7,00 %");
    EXPECT_EQ(rechecker.restyle(count, 1'000'001)->printed, "1 000 001");
    const NodeId x = at(data, {"k", "x"}), y = at(data, {"k", "y"});
    EXPECT_EQ(rechecker.read(x, "1300")->value, Rational(1'300'000));
    EXPECT_EQ(rechecker.read(y, "1 300")->step, Rational(1000));
    EXPECT_EQ(rechecker.restyle(y, 12'500'000)->printed, "12 500");
    EXPECT_EQ(rechecker.restyle(x, -12'000)->printed, "-12");
}

TEST(Recheck, StatesWhatIsAsserted) {
    const Loaded loaded = load("a = 1\nb = 2\nc = 3\nd = 2.5\ne = 2.5\n",
                               "rule conj: a + b = c and c >= b within 1\nrule either: a = c or a + b = c\n"
                               "rule mixed: a < b and not (a = c)\nrule surely: if a < b then b < c\nrule print: same(d, e)\n");
    Rechecker rechecker(*loaded.dataset, loaded.rules);
    std::map<std::string, Statement> by_rule;
    for (InstanceId id = 0; id < rechecker.instances().size(); ++id)
        by_rule.emplace(rechecker.rules()[rechecker.instances()[id].rule].id, rechecker.statement(id));
    EXPECT_EQ(by_rule.at("conj").relations.size(), 2U);
    EXPECT_TRUE(by_rule.at("conj").whole);
    EXPECT_NE(by_rule.at("conj").relations[1].tolerance, kNoExpression);
    EXPECT_TRUE(by_rule.at("either").relations.empty());
    EXPECT_FALSE(by_rule.at("either").whole);
    EXPECT_EQ(by_rule.at("mixed").relations.size(), 1U);
    EXPECT_FALSE(by_rule.at("mixed").whole);
    EXPECT_EQ(by_rule.at("surely").relations.size(), 1U);
    EXPECT_EQ(by_rule.at("surely").deciding.size(), 2U);
    ASSERT_EQ(by_rule.at("print").relations.size(), 1U);
    EXPECT_TRUE(by_rule.at("print").relations[0].same_print);
}

}  // namespace
}  // namespace crossfoot::testing
