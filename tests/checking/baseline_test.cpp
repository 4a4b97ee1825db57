// A run held against a stored one: what is new, known, worse and fixed, and that moving things changes none of it.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <memory>
#include <set>
#include <stdexcept>

#include "engine/checking/check.hpp"
#include "engine/checking/known/baseline.hpp"
#include "engine/checking/known/identity.hpp"
#include "engine/dataset/load.hpp"

namespace crossfoot::testing {
namespace {

using Files = std::vector<std::pair<std::string, std::string>>;

struct Checked {
    std::unique_ptr<Dataset> dataset;
    Findings findings;
};

Checked checked(Files files) {
    LoadResult loaded = load_dataset_files(std::move(files));
    Diagnostics problems;
    const RuleSet rules = load_rule_texts(
        {{"t.xf", "rule ships for p in port: p.ships = p.listed\nrule total: a.total = b.total\nrule seen: a.seen = 1"}},
        loaded.dataset->sources, problems);
    CheckResult result = check(*loaded.dataset, rules, {});
    if (!result.findings) throw std::runtime_error("the dataset of the test is not read");
    return {std::move(loaded.dataset), std::move(*result.findings)};
}

// A run as its JSON keeps it.
std::vector<StoredFinding> kept(const Checked& run) {
    std::vector<StoredFinding> out;
    Identities identities(*run.dataset);
    for (const Finding& each : run.findings.findings) {
        StoredFinding& one = out.emplace_back();
        one.rule = each.rule;
        one.identity = identities.identity(each);
        one.verdict = each.verdict;
        one.severity = each.severity;
        one.gap = each.gap;
        one.allowance = each.allowance;
        for (const Binding& binding : each.bindings) one.bindings.emplace_back(binding.name, binding.value);
        for (const NodeId node : each.figures)
            one.figures.emplace_back(run.dataset->path(node), printed_form(node, *run.dataset));
    }
    return out;
}

const std::string kReport = "[report]\nlanguage = \"en\"\n";

std::string port(const std::string& name, int ships, int listed) {
    return "[[port]]\n" + (name.empty() ? "" : "name = \"" + name + "\"\n") + "ships = \"" + std::to_string(ships) +
           "\"\nlisted = \"" + std::to_string(listed) + "\"\n";
}

Files dataset(int total, const std::string& ports) {
    return {{"report.toml", kReport},
            {"a.toml", "[a]\ntotal = \"10\"\nseen = \"1\"\n"},
            {"b.toml", "[b]\ntotal = \"" + std::to_string(total) + "\"\n"},
            {"port.toml", ports}};
}

Compared compared(const Checked& before, Checked& after) {
    compare_with(kept(before), after.findings, *after.dataset);
    return *after.findings.baseline;
}

TEST(Baseline, TellsNewKnownWorseAndFixed) {
    const Checked before = checked(dataset(11, port("North", 12, 13) + port("South", 20, 20) + port("West", 5, 6)));
    Checked after = checked(dataset(12, port("North", 12, 13) + port("South", 20, 21) + port("West", 5, 5)));
    const Compared counts = compared(before, after);
    EXPECT_EQ(counts.fresh, 1U);
    EXPECT_EQ(counts.worse, 1U);
    EXPECT_EQ(counts.known, 1U);
    ASSERT_EQ(counts.fixed.size(), 1U);
    EXPECT_EQ(counts.fixed[0].bindings, (std::vector<std::pair<std::string, std::string>>{{"p", "port[2]"}}));
    for (const Finding& each : after.findings.findings)
        EXPECT_EQ(each.standing, each.rule == "total"                  ? Standing::worse
                                 : each.bindings[0].value == "port[0]" ? Standing::known
                                                                       : Standing::fresh);
}

TEST(Baseline, SmallerGapsAreKnown) {
    const Checked before = checked(dataset(13, port("North", 1, 1)));
    Checked after = checked(dataset(12, port("North", 1, 1)));
    EXPECT_EQ(compared(before, after).known, 1U);
}

// Another row that prints alike at the place where the known one stood.
TEST(Baseline, RowsWithAKeyAreToldApart) {
    const Checked before = checked(dataset(10, port("North", 12, 13) + port("South", 20, 20)));
    Checked after = checked(dataset(10, port("South", 12, 13) + port("North", 20, 20)));
    const Compared counts = compared(before, after);
    EXPECT_EQ(counts.fresh, 1U);
    EXPECT_EQ(counts.fixed.size(), 1U);
}

TEST(Baseline, RunsWithoutIdentitiesAreMatchedByPathsAndPrint) {
    const Checked before = checked(dataset(11, port("North", 12, 13) + port("South", 20, 20)));
    std::vector<StoredFinding> old = kept(before);
    for (StoredFinding& each : old) each.identity.clear();
    Checked after = checked(dataset(11, port("South", 20, 20) + port("North", 12, 13)));
    compare_with(old, after.findings, *after.dataset);
    EXPECT_EQ(after.findings.baseline->known, 2U);
    EXPECT_EQ(after.findings.baseline->fresh, 0U);
}

TEST(Baseline, WhatWasNotRunIsNotFixed) {
    const Checked before = checked(dataset(11, port("North", 12, 12)));
    std::vector<StoredFinding> old = kept(before);
    old.front().rule = "elsewhere";
    Checked after = checked(dataset(11, port("North", 12, 12)));
    compare_with(old, after.findings, *after.dataset);
    EXPECT_EQ(after.findings.baseline->not_run, 1U);
    EXPECT_TRUE(after.findings.baseline->fixed.empty());
}

// Rows, keys and files in another order: the same identities and fingerprints, nothing new.
RC_GTEST_PROP(Baseline, MovedThingsAreNothingNew, (bool keyed)) {
    const auto sizes = *rc::gen::container<std::vector<std::pair<int, int>>>(
        5, rc::gen::pair(rc::gen::inRange(1, 4), rc::gen::inRange(1, 4)));
    std::vector<std::string> rows;
    for (std::size_t i = 0; i < sizes.size(); ++i)
        rows.push_back(port(keyed ? "P" + std::to_string(i) : "", sizes[i].first, sizes[i].second));
    const auto ports = [&] {
        std::string out;
        for (const std::string& each : rows) out += each;
        return out;
    };
    const Checked before = checked(dataset(11, ports()));
    const auto order = *rc::gen::container<std::vector<int>>(rows.size(), rc::gen::arbitrary<int>());
    std::vector<std::string> shuffled;
    std::vector<std::pair<int, std::size_t>> by;
    for (std::size_t i = 0; i < rows.size(); ++i) by.emplace_back(order[i], i);
    std::sort(by.begin(), by.end());
    for (const auto& [_, i] : by) shuffled.push_back(rows[i]);
    rows = shuffled;
    Checked after = checked({{"report.toml", "# moved\n\n" + kReport},
                         {"y.toml", ports() + "\n[a]\nseen = \"1\"\ntotal = \"10\"\n"},
                         {"z.toml", "[b]\ntotal = \"11\"\n"}});
    const Compared counts = compared(before, after);
    RC_ASSERT(counts.fresh == 0U);
    RC_ASSERT(counts.worse == 0U);
    RC_ASSERT(counts.fixed.empty());
    if (!keyed) return;
    const auto names = [](const Checked& run) {
        std::multiset<std::string> out;
        Identities identities(*run.dataset);
        for (const Finding& each : run.findings.findings)
            out.insert(identities.identity(each) + " " + identities.fingerprint(each));
        return out;
    };
    RC_ASSERT(names(before) == names(after));
}

}  // namespace
}  // namespace crossfoot::testing
