// A printed value inside the range that is said to go unnoticed is not noticed, one step outside is: held against whole
// checks of datasets that print the other value.
#include "engine/reasoning/strength.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "engine/dataset/load.hpp"

namespace crossfoot::testing {
namespace {

// A table of one row: parts and their total, in tenths, printed with one decimal or none.
struct Sum {
    std::vector<std::int64_t> tenths;   // of the parts, printed with one decimal
    std::int64_t total = 0;             // printed whole
    std::string rules;

    [[nodiscard]] std::string toml() const {
        std::string out = "[report]\nlanguage = \"en\"\n[t]\n";
        for (std::size_t i = 0; i < tenths.size(); ++i)
            out += "p" + std::to_string(i) + " = \"" + Rational(tenths[i], 10).fixed(1, Rational::Direction::nearest) + " kg\"\n";
        return out + "total = \"" + std::to_string(total) + " kg\"\n";
    }
};

struct Checked {
    std::unique_ptr<Dataset> dataset;
    RuleSet rules;
};

Checked load(const Sum& sum) {
    LoadResult loaded = load_dataset_text("t.toml", sum.toml());
    Checked out{std::move(loaded.dataset), {}};
    Diagnostics problems;
    out.rules = load_rule_texts({{"t.xf", sum.rules}}, out.dataset->sources, problems);
    EXPECT_TRUE(loaded.diagnostics.empty() && problems.empty());
    return out;
}

// The rules that are contradicted; each has one instance.
std::set<std::string> contradicted(const Sum& sum) {
    const Checked loaded = load(sum);
    const CheckResult result = check(*loaded.dataset, loaded.rules);
    std::set<std::string> out;
    for (const Finding& each : result.findings->findings)
        if (each.verdict == Verdict::contradicted) out.insert(each.rule);
    return out;
}

std::string sum_rule(std::size_t parts) {
    std::string out = "rule s: ";
    for (std::size_t i = 0; i < parts; ++i) out += (i > 0 ? " + t.p" : "t.p") + std::to_string(i);
    return out + " = t.total\n";
}

std::int64_t in_tenths(const Rational& value) {
    std::int64_t out = 0;
    EXPECT_TRUE((value * 10).to_int64(out));
    return out;
}

RC_GTEST_PROP(Strength, RangesEndWhereACheckNotices, ()) {
    Sum sum;
    sum.tenths = *rc::gen::container<std::vector<std::int64_t>>(*rc::gen::inRange<std::size_t>(1, 5), rc::gen::inRange<std::int64_t>(0, 500));
    std::int64_t all = 0;
    for (const std::int64_t each : sum.tenths) all += each;
    sum.total = (all + 5) / 10;
    sum.rules = sum_rule(sum.tenths.size());
    if (*rc::gen::arbitrary<bool>()) sum.rules += "rule less: t.p0 <= t.total\n";
    if (*rc::gen::arbitrary<bool>()) sum.rules += "rule part: t.p0 >= 0 and t.p0 <= 40 kg\n";
    const std::set<std::string> before = contradicted(sum);

    const Checked loaded = load(sum);
    Rechecker rechecker(*loaded.dataset, loaded.rules);
    const Strength strength = measure_strength({&rechecker, 1});
    RC_ASSERT(strength.figures.size() == sum.tenths.size() + 1);
    for (std::size_t i = 0; i < sum.tenths.size(); ++i) {
        const FigureStrength& part = strength.figures[i];
        RC_ASSERT(part.unnoticed.has_value() && part.unnoticed->proved);
        RC_ASSERT(part.unnoticed->step == Rational(1, 10));
        RC_ASSERT(part.unnoticed->low && part.unnoticed->high && part.surely);
        const auto noticed = [&](std::int64_t tenths) {
            Sum changed = sum;
            changed.tenths[i] = tenths;
            const std::set<std::string> after = contradicted(changed);
            return !std::includes(before.begin(), before.end(), after.begin(), after.end());
        };
        const std::int64_t low = in_tenths(*part.unnoticed->low), high = in_tenths(*part.unnoticed->high);
        const std::int64_t inside = *rc::gen::inRange(low, high + 1);
        if (low >= 0) RC_ASSERT(!noticed(inside));
        RC_ASSERT(noticed(high + 1));
        if (low > 0) RC_ASSERT(noticed(low - 1));
    }
}

TEST(Strength, NamesWhatNoRuleGuards) {
    Sum sum{{15, 25}, 4, "rule s: t.p0 <= t.total\n"};
    const Checked loaded = load(sum);
    Rechecker rechecker(*loaded.dataset, loaded.rules);
    const Strength strength = measure_strength({&rechecker, 1});
    ASSERT_EQ(strength.figures.size(), 3U);
    EXPECT_TRUE(strength.figures[1].unprotected);
    EXPECT_EQ(strength.figures[1].slips.caught, 0U);
    EXPECT_FALSE(strength.figures[0].unnoticed->low) << "a smaller part is never noticed";
    EXPECT_EQ(strength.figures[0].unnoticed->high, Rational(45, 10));
    EXPECT_FALSE(strength.figures[0].surely);
    EXPECT_EQ(strength.overall.figures, 3U);
    EXPECT_EQ(strength.overall.unprotected, 1U);
}

// A share does not move one way with its whole, which may be negative: what is only tried is not called proved.
TEST(Strength, QuotientsAreTried) {
    LoadResult read = load_dataset_text("t.toml", "[report]\nlanguage = \"en\"\n[t]\na = 25\nb = 200\nshare = \"12.5 %\"\n");
    Diagnostics problems;
    const RuleSet rules = load_rule_texts({{"t.xf", "rule s: share(t.a, t.b) = t.share\n"}}, read.dataset->sources, problems);
    Rechecker rechecker(*read.dataset, rules);
    const Strength strength = measure_strength({&rechecker, 1});
    ASSERT_EQ(strength.figures.size(), 3U);
    EXPECT_FALSE(strength.figures[1].unnoticed->proved);
    EXPECT_FALSE(strength.figures[1].surely);
    EXPECT_EQ(strength.figures[1].unnoticed->low, Rational(200));
    EXPECT_EQ(strength.figures[1].unnoticed->high, Rational(200));
    EXPECT_TRUE(strength.figures[0].unnoticed->proved) << "the share grows with its part";
    EXPECT_TRUE(strength.figures[2].unnoticed->proved);
}

}  // namespace
}  // namespace crossfoot::testing
