// What a waiver was granted for: the fingerprint of an instance changes with every cell that it read and with no other, and
// moving things changes neither it nor the identity.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <map>
#include <set>
#include <stdexcept>

#include "engine/checking/check.hpp"
#include "engine/checking/known/identity.hpp"
#include "engine/dataset/load.hpp"

namespace crossfoot::testing {
namespace {

constexpr std::string_view kRules =
    "rule alike: a.name = b.name\n"
    "rule coded: a.code matches /[A-Z]-[0-9]/\n"
    "rule dated: a.day <= b.day\n"
    "rule number: count(port[side = \"east\"]) = a.n\n"
    "rule total: sum(port[side = \"east\" and ships > 1].ships) = a.n\n"
    "rule lengths: length(a.code) = 4\n"
    "rule sides: unique(port[*].side)\n"
    "rule place: a.name in port[*].side\n"
    "rule rows for p in port where p.side = \"east\": p.ships = a.n\n"
    "rule days for p in port: p.day <= a.day\n"
    "rule groups for g in groups(port, by: side): sum(g.rows[*].ships) = a.n\n";

using Row = std::map<std::string, std::string>;   // values as TOML
struct Report {
    Row a{{"code", "\"n-1\""}, {"day", "2024-05-01"}, {"n", "3"}, {"name", "\"North\""}},
        b{{"day", "2024-04-01"}, {"name", "\"South\""}, {"n", "4"}};
    std::vector<Row> ports;
};

std::string table(const std::string& head, const Row& row, bool turned) {
    std::string out;
    for (const auto& [key, value] : row) {
        const std::string line = key + " = " + value + "\n";
        out = turned ? line + out : out + line;
    }
    return head + "\n" + out;
}

struct Checked {
    std::unique_ptr<Dataset> dataset;
    Findings findings;
};

Checked checked(const Report& report, bool turned = false) {
    std::string ports;
    for (const Row& each : report.ports) ports += table("[[port]]", each, turned);
    LoadResult loaded = load_dataset_files({{"report.toml", "[report]\nlanguage = \"en\"\n"},
                                            {turned ? "z.toml" : "c.toml", table("[a]", report.a, turned) + table("[b]", report.b, turned)},
                                            {"port.toml", ports}});
    Diagnostics problems;
    const RuleSet rules = load_rule_texts({{"t.xf", std::string(kRules)}}, loaded.dataset->sources, problems);
    CheckResult result = check(*loaded.dataset, rules, {});
    if (!result.findings) throw std::runtime_error(result.diagnostics.all().front().headline.in(Language::en));
    return {std::move(loaded.dataset), std::move(*result.findings)};
}

struct Instance {
    std::string identity, fingerprint;
    std::set<std::string> read;   // paths, rows by name
};

// What is contradicted, by rule and bindings.
std::map<std::string, Instance> instances(const Checked& run) {
    std::map<std::string, Instance> out;
    Identities identities(*run.dataset);
    for (const Finding& each : run.findings.findings) {
        if (each.verdict != Verdict::contradicted) continue;
        std::string name = each.rule;
        for (const Binding& binding : each.bindings) name += "[" + identities.value(binding) + "]";
        Instance& made = out[name];
        made.identity = identities.identity(each);
        made.fingerprint = identities.fingerprint(each);
        for (const NodeId node : each.read) made.read.insert(identities.path(node));
    }
    return out;
}

Report drawn() {
    Report out;
    const auto of = [](std::vector<std::string> all) { return *rc::gen::elementOf(std::move(all)); };
    out.a["n"] = of({"3", "7", "40"});
    for (int i = *rc::gen::inRange(1, 6); i > 0; --i)
        out.ports.push_back({{"name", "\"P" + std::to_string(i) + "\""},
                             {"side", of({"\"east\"", "\"east\"", "\"west\""})},
                             {"ships", of({"1", "2", "5", "8"})},
                             {"day", of({"2024-04-30", "2024-05-02", "2024-06-01"})}});
    return out;
}

TEST(Fingerprint, ChangesWithWhatWasReadAndWithNothingElse) {
    const bool law = rc::check("a fingerprint is of what was read", [] {
        const Report before = drawn();
        const auto then = instances(checked(before));
        RC_PRE(!then.empty());
        Report after = before;
        const auto place = static_cast<std::size_t>(*rc::gen::inRange<int>(-2, static_cast<int>(before.ports.size())) + 2);
        Row& row = place == 0 ? after.a : place == 1 ? after.b : after.ports[place - 2];
        std::vector<std::string> keys;
        for (const auto& [key, value] : row)
            if (place < 2 || key != "name") keys.push_back(key);   // the name of a row is in the paths of all its cells
        const std::string key = *rc::gen::elementOf(keys);
        const std::string was = row[key];
        if (key == "day") row[key] = *rc::gen::element<std::string>("2024-04-29", "2024-05-03", "2024-06-02");
        else if (key == "n" || key == "ships") row[key] = *rc::gen::element<std::string>("1", "2", "6", "9");
        else row[key] = *rc::gen::element<std::string>("\"east\"", "\"west\"", "\"Z-77\"", "\"Nord\"");
        RC_PRE(row[key] != was);
        const std::string path = (place == 0 ? "a." : place == 1 ? "b." : "port[name=" + row["name"] + "].") + key;
        bool compared = false;
        for (const auto& [name, now] : instances(checked(after))) {
            const auto found = then.find(name);
            if (found == then.end()) continue;
            // what rows a group has is decided before its instance, which does not read the keys
            if (name.starts_with("groups") && key == "side") continue;
            compared = true;
            if (found->second.read.contains(path)) {
                if (now.fingerprint == found->second.fingerprint) RC_LOG() << name << " read " << path;
                RC_ASSERT(now.fingerprint != found->second.fingerprint);
            } else if (!now.read.contains(path)) {
                if (now.fingerprint != found->second.fingerprint) RC_LOG() << name << " did not read " << path;
                RC_ASSERT(now.fingerprint == found->second.fingerprint);
            }
        }
        RC_CLASSIFY(compared, "compared");
    });
    EXPECT_TRUE(law);
}

TEST(Fingerprint, OutlivesMovedRowsKeysAndFiles) {
    const bool law = rc::check("moved things change no fingerprint", [] {
        Report report = drawn();
        const auto then = instances(checked(report));
        std::rotate(report.ports.begin(), report.ports.begin() + *rc::gen::inRange<std::ptrdiff_t>(0, std::ssize(report.ports)), report.ports.end());
        const auto now = instances(checked(report, true));
        RC_ASSERT(then.size() == now.size());
        for (const auto& [name, each] : then) {
            if (!now.contains(name) || now.at(name).fingerprint != each.fingerprint) RC_LOG() << name;
            RC_ASSERT(now.contains(name));
            RC_ASSERT(now.at(name).identity == each.identity);
            RC_ASSERT(now.at(name).fingerprint == each.fingerprint);
        }
    });
    EXPECT_TRUE(law);
}

TEST(Fingerprint, IsOfWhatChoseTheRows) {
    Report report;
    report.ports = {{{"name", "\"A\""}, {"side", "\"east\""}, {"ships", "2"}, {"day", "2024-05-02"}},
                    {{"name", "\"B\""}, {"side", "\"west\""}, {"ships", "5"}, {"day", "2024-05-02"}}};
    const auto all = instances(checked(report));
    EXPECT_EQ(all.at("number").read, (std::set<std::string>{"a.n", "port[name=\"A\"].side"}));
    EXPECT_EQ(all.at("total").read, (std::set<std::string>{"a.n", "port[name=\"A\"].side", "port[name=\"A\"].ships"}));
    EXPECT_EQ(all.at("dated").read, (std::set<std::string>{"a.day", "b.day"}));
    EXPECT_EQ(all.at("rows[port[name=\"A\"]]").read, (std::set<std::string>{"a.n", "port[name=\"A\"].side", "port[name=\"A\"].ships"}));
    EXPECT_TRUE(all.at("alike").fingerprint.starts_with("2:"));
}

// Fingerprints of earlier versions knew figures only.
TEST(Fingerprint, OfEarlierVersionsHoldsForFiguresOnly) {
    Report report;
    report.a["n"] = "3";
    report.ports = {{{"name", "\"A\""}, {"side", "\"east\""}, {"ships", "2"}, {"day", "2024-05-02"}}};
    const Checked run = checked(report);
    Identities identities(*run.dataset);
    for (const Finding& each : run.findings.findings) {
        if (each.rule == "alike") { EXPECT_FALSE(identities.fingerprint_is(digest(""), each)); }
        if (each.rule == "number") { EXPECT_FALSE(identities.fingerprint_is(digest("a.n=3\n"), each)); }
        if (each.rule == "groups") { EXPECT_TRUE(identities.fingerprint_is(digest("a.n=3\nport[name=\"A\"].ships=2\n"), each)); }
    }
}

}  // namespace
}  // namespace crossfoot::testing
