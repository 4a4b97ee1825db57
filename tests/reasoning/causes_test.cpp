// A cause does what it says: its print, written into the dataset, clears the findings it names and breaks none.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <array>
#include <map>
#include <set>

#include "engine/dataset/load.hpp"
#include "engine/reasoning/causes.hpp"
#include "engine/reasoning/slips.hpp"

namespace crossfoot {
namespace {

constexpr std::string_view kRules = R"(
rule rows for r in rows: sum(r.* except {total}) = r.total
rule columns for c in [2011, 2012, 2013]: sum(rows[*][c]) = totals[c]
)";

struct Run {
    std::unique_ptr<Dataset> dataset;
    RuleSet rules;
    Findings findings;
};

Run run(const std::string& figures) {
    LoadResult loaded = load_dataset_text("t.toml", figures + "[report]\nlanguage = \"en\"\n");
    Run out{std::move(loaded.dataset), {}, {}};
    Diagnostics problems;
    out.rules = load_rule_texts({{"t.xf", std::string(kRules)}}, out.dataset->sources, problems);
    CheckResult result = check(*out.dataset, out.rules);
    if (result.findings) out.findings = std::move(*result.findings);
    return out;
}

// Rows of three cells and a total, then the totals; cell [row][column] printed as given.
using Cells = std::array<std::array<std::string, 4>, 4>;
std::string toml(const Cells& cells) {
    static constexpr std::array<const char*, 4> kKeys{"2011", "2012", "2013", "total"};
    std::string out;
    for (std::size_t row = 0; row < 4; ++row) {
        out += row < 3 ? "[[rows]]\n" : "[totals]\n";
        for (std::size_t column = 0; column < 4; ++column)
            out.append(kKeys.at(column)).append(" = \"").append(cells[row][column]).append("\"\n");
    }
    return out;
}

std::set<std::string> contradicted(const Findings& findings) {
    std::set<std::string> out;
    for (const Finding& each : findings.findings)
        if (each.verdict == Verdict::contradicted) out.insert(each.rule + (each.bindings.empty() ? "" : each.bindings[0].value));
    return out;
}

RC_GTEST_PROP(causes, a_proposed_print_clears_exactly_what_it_says, ()) {
    std::array<std::array<int, 4>, 4> numbers{};
    for (std::size_t row = 0; row < 3; ++row)
        for (std::size_t column = 0; column < 3; ++column) {
            const int cell = *rc::gen::inRange(100, 99'999);
            numbers[row][column] = cell;
            numbers[row][3] += cell, numbers[3][column] += cell, numbers[3][3] += cell;
        }
    Cells cells;
    for (std::size_t row = 0; row < 4; ++row)
        for (std::size_t column = 0; column < 4; ++column) cells[row][column] = std::to_string(numbers[row][column]);
    const auto row = *rc::gen::inRange<std::size_t>(0, 3), column = *rc::gen::inRange<std::size_t>(0, 4);
    const auto slips = print_slips(cells[row][column], Language::en, SlipWay::away);
    const std::string was = std::exchange(cells[row][column], slips[*rc::gen::inRange<std::size_t>(0, slips.size())].print);

    Run before = run(toml(cells));
    RC_ASSERT(!contradicted(before.findings).empty());
    Rechecker rechecker(*before.dataset, before.rules);
    const auto causes = likely_causes(rechecker, before.findings);
    for (const std::vector<Cause>& of_finding : causes)
        for (const Cause& cause : of_finding) {
            if (cause.print.empty() || cause.other != kNoNode) continue;
            Cells repaired = cells;
            const std::string path = before.dataset->path(cause.figure);
            for (std::size_t i = 0; i < 4; ++i)
                for (std::size_t j = 0; j < 4; ++j) {
                    static constexpr std::array<const char*, 4> kKeys{"2011", "2012", "2013", "total"};
                    const std::string here = (i < 3 ? "rows[" + std::to_string(i) + "]" : std::string("totals")) + "." + kKeys.at(j);
                    if (here == path) repaired[i][j] = cause.print;
                }
            const Run after = run(toml(repaired));
            std::set<std::string> expected = contradicted(before.findings);
            for (const std::size_t cleared : cause.clears) {
                const Finding& finding = before.findings.findings[cleared];
                expected.erase(finding.rule + (finding.bindings.empty() ? "" : finding.bindings[0].value));
            }
            RC_ASSERT(contradicted(after.findings) == expected);
        }
}

RC_GTEST_PROP(slips, prints_differ_and_read_back_in_their_place, ()) {
    const std::string print = std::to_string(*rc::gen::inRange(1, 9'999'999)) + *rc::gen::element<std::string>("", ".4 %", ".25 M€", " €");
    LoadResult loaded = load_dataset_text("t.toml", "a = \"" + print + "\"\n[report]\nlanguage = \"en\"\n");
    Diagnostics problems;
    const RuleSet rules = load_rule_texts({{"t.xf", "rule a: present(a)"}}, loaded.dataset->sources, problems);
    Rechecker rechecker(*loaded.dataset, rules);
    const NodeId node = loaded.dataset->child(Dataset::kRoot, "a");
    for (const SlipWay way : {SlipWay::away, SlipWay::back}) {
        std::set<std::string> seen{print};
        const std::vector<Slip> slips = slips_of(rechecker, node, way);
        for (const Slip& slip : slips) RC_ASSERT(seen.insert(slip.figure.printed).second);
        const Slip& slip = slips[*rc::gen::inRange<std::size_t>(0, slips.size())];
        LoadResult again = load_dataset_text("t.toml", "a = \"" + slip.figure.printed + "\"\n[report]\nlanguage = \"en\"\n");
        const Figure& read = again.dataset->figure(again.dataset->child(Dataset::kRoot, "a"));
        RC_ASSERT(read.value == slip.figure.value);
        RC_ASSERT(read.range == slip.figure.range);
    }
}

TEST(slips, the_kinds_of_a_grouped_count) {
    std::map<CauseKind, std::string> first;
    for (const PrintSlip& each : print_slips("12 342 €", Language::fr, SlipWay::back)) first.try_emplace(each.kind, each.print);
    EXPECT_EQ(first[CauseKind::digits_exchanged], "21 342 €");
    EXPECT_EQ(first[CauseKind::digit_added], "2 342 €");
    EXPECT_EQ(first[CauseKind::sign], "-12 342 €");
    EXPECT_EQ(first[CauseKind::digit_replaced], "22 342 €");
}

}  // namespace
}  // namespace crossfoot
