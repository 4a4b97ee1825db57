// Seeded slips: one slip at a time, of every kind, at every figure of a dataset; is it found, is it located, is the right
// value the first proposal? The datasets: the real report, and three made here from exact true values by rounding.
//
//   crossfoot_slips [DIRECTORY of the real report]
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <map>
#include <set>

#include "engine/dataset/load.hpp"
#include "engine/reasoning/causes.hpp"
#include "engine/reasoning/needed.hpp"
#include "engine/reasoning/slips.hpp"

namespace {

using namespace crossfoot;

struct Material {
    std::string name;
    std::unique_ptr<Dataset> dataset;
    RuleSet rules;
};

struct Tally {
    std::size_t seeded = 0, silent = 0, found = 0, figures = 0, values = 0, locatable = 0, located = 0, right = 0;
    Tally& operator+=(const Tally& b) {
        seeded += b.seeded, silent += b.silent, found += b.found, figures += b.figures, values += b.values;
        locatable += b.locatable, located += b.located, right += b.right;
        return *this;
    }
};

Material from_texts(std::string name, const std::string& figures, const std::string& rules) {
    Material out{std::move(name), nullptr, {}};
    LoadResult loaded = load_dataset_text("figures.toml", figures + "[report]\nlanguage = \"en\"\n");
    out.dataset = std::move(loaded.dataset);
    Diagnostics problems = std::move(loaded.diagnostics);
    out.rules = load_rule_texts({{"rules.xf", rules}}, out.dataset->sources, problems);
    for (const Diagnostic& each : problems.all()) fmt::print(stderr, "{}\n", each.headline.in(Language::en));
    return out;
}

// The same numbers everywhere.
class Numbers {
public:
    std::int64_t next(std::int64_t low, std::int64_t high) {
        state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
        return low + static_cast<std::int64_t>((state_ >> 33U) % static_cast<std::uint64_t>(high - low + 1));
    }

private:
    std::uint64_t state_ = 20131231;
};

std::string grouped(std::int64_t value) {
    std::string digits = std::to_string(value < 0 ? -value : value);
    for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3) digits.insert(static_cast<std::size_t>(at), ",");
    return (value < 0 ? "-" : "") + digits;
}

// Assets and liabilities over two years: sums of sums that balance, and the change of each line.
Material balance_sheet() {
    Numbers numbers;
    std::string toml;
    std::map<std::string, std::array<std::int64_t, 2>> lines;
    const std::vector<std::string> fixed{"land", "buildings", "machines"}, current{"stocks", "debtors", "cash"}, debts{"loans", "suppliers", "taxes"};
    for (const auto* part : {&fixed, &current, &debts})
        for (const std::string& each : *part) lines[each] = {numbers.next(12'000, 890'000), numbers.next(12'000, 890'000)};
    const auto sum = [&](const std::string& name, const std::vector<std::string>& parts) {
        for (std::size_t year = 0; year < 2; ++year)
            for (const std::string& each : parts) lines[name][year] += lines[each][year];
    };
    sum("fixed", fixed), sum("current", current), sum("assets", {"fixed", "current"}), sum("debts", debts);
    for (std::size_t year = 0; year < 2; ++year) {
        lines["equity"][year] = lines["assets"][year] - lines["debts"][year];
        lines["liabilities"][year] = lines["assets"][year];
    }
    for (const auto& [name, years] : lines) {
        const Rational change = Rational(years[1] - years[0]) / Rational(years[0]) * 100;
        toml += fmt::format("{} = {{ 2022 = \"{} €\", 2023 = \"{} €\", change = \"{} %\" }}\n", name, grouped(years[0]), grouped(years[1]),
                            change.fixed(1, Rational::Direction::nearest));
    }
    return from_texts("balance sheet", toml, R"(
rule fixed for y in [2022, 2023]: land[y] + buildings[y] + machines[y] = fixed[y]
rule current for y in [2022, 2023]: stocks[y] + debtors[y] + cash[y] = current[y]
rule assets for y in [2022, 2023]: fixed[y] + current[y] = assets[y]
rule debts for y in [2022, 2023]: loans[y] + suppliers[y] + taxes[y] = debts[y]
rule liabilities for y in [2022, 2023]: equity[y] + debts[y] = liabilities[y]
rule balance for y in [2022, 2023]: assets[y] = liabilities[y]
rule changes for l in [land, buildings, machines, fixed, stocks, debtors, cash, current, assets, loans, suppliers, taxes, debts, equity, liabilities]:
  change(l[2022], l[2023]) = l.change
)");
}

// A hundred cells with the totals of rows and columns.
Material two_way_table() {
    Numbers numbers;
    std::array<std::array<std::int64_t, 11>, 11> cells{};
    for (std::size_t row = 0; row < 10; ++row)
        for (std::size_t column = 0; column < 10; ++column) {
            const std::int64_t cell = numbers.next(105, 98'700);
            cells[row][column] = cell;
            cells[row][10] += cell, cells[10][column] += cell, cells[10][10] += cell;
        }
    std::string toml;
    for (std::size_t row = 0; row <= 10; ++row) {
        toml += row < 10 ? "[[rows]]\n" : "[totals]\n";
        for (std::size_t column = 0; column <= 10; ++column)
            toml += fmt::format("{} = \"{}\"\n", column < 10 ? std::to_string(2010 + column) : "total", grouped(cells[row][column]));
    }
    return from_texts("two-way table", toml, R"(
rule rows for r in rows: sum(r.* except {total}) = r.total
rule columns for c in 2010..2019: sum(rows[*][c]) = totals[c]
rule all: sum(rows[*].total) = totals.total
)");
}

// Forty yearly values, each with its change.
Material chain() {
    Numbers numbers;
    std::string toml = "[years]\n";
    std::int64_t value = 241'370;
    std::string rules;
    for (int year = 1984; year < 2024; ++year) {
        const std::int64_t next = value + value * numbers.next(-90, 120) / 1000 + numbers.next(1, 97);
        const Rational change = Rational(next - value) / Rational(value) * 100;
        toml += fmt::format("y{} = {{ count = \"{}\", change = \"{} %\" }}\n", year, grouped(next), change.fixed(2, Rational::Direction::nearest));
        if (year > 1984)
            rules += fmt::format("rule r{0}: change(years.y{1}.count, years.y{0}.count) = years.y{0}.change\n", year, year - 1);
        value = next;
    }
    return from_texts("chain of changes", toml, rules);
}

Material real_report(const std::string& directory) {
    Material out{"the real report", nullptr, {}};
    LoadResult loaded = load_dataset(directory);
    out.dataset = std::move(loaded.dataset);
    Diagnostics problems;
    std::vector<RulePathAsked> paths;
    for (const RulePath& each : out.dataset->manifest.rules) paths.push_back({directory + "/" + each.path, each.span});
    out.rules = load_rules(paths, out.dataset->sources, problems);
    return out;
}

struct Seed {
    std::string name;
    CauseKind kind{};
    Figure figure;
};

bool is_factor(const Slip& slip, std::int64_t factor) { return slip.times == Rational(factor) || slip.times == Rational(1, factor); }

// One slip of each kind for a figure, which one depending on the figure only.
std::vector<Seed> seeds(Rechecker& rechecker, NodeId node) {
    std::map<std::string, std::vector<Slip>> by_kind;
    for (Slip& slip : slips_of(rechecker, node, SlipWay::away)) {
        std::string kind(to_string(slip.kind));
        if (slip.kind == CauseKind::power_of_ten)
            kind = is_factor(slip, 1000) ? "factor_1000" : is_factor(slip, 100) ? "factor_100" : "factor_10";
        by_kind[kind].push_back(std::move(slip));
    }
    std::vector<Seed> out;
    for (auto& [name, slips] : by_kind) {
        Slip& chosen = slips[node * 7919U % slips.size()];
        out.push_back({name, chosen.kind, std::move(chosen.figure)});
    }
    return out;
}

// Could another figure, changed alone, repair all that the slip broke? Tried with the print in the middle of what the broken
// rules need of it.
bool another_repair(Rechecker& rechecker, const std::set<InstanceId>& broken, NodeId seeded) {
    std::map<NodeId, std::optional<Interval>> needed;
    std::set<NodeId> in_all;
    bool first = true;
    for (const InstanceId id : broken) {
        const Statement statement = rechecker.statement(id);
        const std::set<NodeId> here(statement.figures.begin(), statement.figures.end());
        std::set<NodeId> both;
        for (const NodeId each : here)
            if (first || in_all.contains(each)) both.insert(each);
        in_all = std::move(both);
        first = false;
        for (const NodeId figure : in_all) {
            if (figure == seeded) continue;
            const auto place = needed.try_emplace(figure, Interval::everything()).first;
            for (const AssertedRelation& relation : statement.relations) {
                const Needed one = needed_for(statement.expressions, relation, figure);
                if (!one.solved) continue;
                place->second = place->second && one.range ? intersection(*place->second, *one.range) : std::nullopt;
            }
        }
    }
    for (const NodeId figure : in_all) {
        if (figure == seeded || !needed[figure]) continue;
        const Interval& range = *needed[figure];
        Rational aim = range.bounded()
                           ? (range.low.value + range.high.value) * Rational(1, 2) : range.low.unbounded ? range.high.value : range.low.value;
        auto changed = rechecker.restyle(figure, aim);
        if (!changed) continue;
        const Change change{figure, *changed};
        const Consequences then = rechecker.consequences({&change, 1});
        if (then.breaks_nothing() && std::includes(then.cleared.begin(), then.cleared.end(), broken.begin(), broken.end())) return true;
    }
    return false;
}

// Would another slip of the same kind, to a value that the right one does not agree with, be repaired as well?
bool another_value(Rechecker& rechecker, const std::set<InstanceId>& broken, NodeId node, CauseKind kind, const Figure& right) {
    for (const Slip& each : slips_of(rechecker, node, SlipWay::back)) {
        if (each.kind != kind || intersection(each.figure.range, right.range)) continue;
        const Change change{node, each.figure};
        const Consequences then = rechecker.consequences({&change, 1});
        if (then.breaks_nothing() && std::includes(then.cleared.begin(), then.cleared.end(), broken.begin(), broken.end())) return true;
    }
    return false;
}

Tally seed_one(const Dataset& whole, const RuleSet& rules, const std::set<InstanceId>& contradicted_before, NodeId node, const Seed& seed) {
    Tally tally;
    tally.seeded = 1;
    Dataset changed = whole;
    const Figure right = std::exchange(changed.edit_figure(node), seed.figure);
    CheckResult result = check(changed, rules);
    Rechecker rechecker(changed, rules);
    std::set<InstanceId> broken;
    for (const Finding& each : result.findings->findings)
        if (each.verdict == Verdict::contradicted && !contradicted_before.contains(each.instance)) broken.insert(each.instance);
    if (broken.empty()) {
        tally.silent = 1;   // within what every rule allows
        return tally;
    }
    tally.found = 1;
    const auto causes = likely_causes(rechecker, *result.findings);
    bool located = false, right_first = false, tied = false;
    std::size_t most = 0;
    for (std::size_t at = 0; at < causes.size(); ++at) {
        if (!broken.contains(result.findings->findings[at].instance) || causes[at].empty()) continue;
        const Cause& best = causes[at].front();
        if (best.clears.size() <= most) continue;
        most = best.clears.size();
        located = best.figure == node;
        const auto is_right = [&](const Cause& cause) {
            const auto read = rechecker.read(node, cause.print);
            return cause.figure == node && read && intersection(read->range, right.range).has_value();
        };
        // other values of the same figure, as good
        tied = !is_right(best) && std::any_of(causes[at].begin(), causes[at].end(),
                                              [&](const Cause& other) { return other.cost == best.cost && is_right(other); });
        right_first = is_right(best);
    }
    if (another_repair(rechecker, broken, node)) {
        tally.figures = 1;
        return tally;
    }
    if (tied || another_value(rechecker, broken, node, seed.kind, right)) {
        tally.values = 1;
        return tally;
    }
    tally.locatable = 1;
    tally.located = located ? 1 : 0;
    tally.right = right_first ? 1 : 0;
    return tally;
}

void line(const std::string& name, const Tally& sum) {
    fmt::print("  {:<18} {:>7} {:>7} {:>7} {:>8} {:>7} {:>10} {:>8} {:>7}\n", name, sum.seeded, sum.silent, sum.found, sum.figures,
               sum.values, sum.locatable, sum.located,
               sum.right);
}

void run(Material material) {
    const auto begin = std::chrono::steady_clock::now();
    Rechecker rechecker(*material.dataset, material.rules);
    std::set<InstanceId> before;
    for (InstanceId id = 0; id < rechecker.instances().size(); ++id)
        if (rechecker.instances()[id].verdict == Verdict::contradicted) before.insert(id);
    fmt::print("{}: {} figures, {} rules, {} instances, {} contradicted before\n", material.name, material.dataset->figure_count(),
               rechecker.rules().size(), rechecker.instances().size(), before.size());
    fmt::print("  {:<18} {:>7} {:>7} {:>7} {:>8} {:>7} {:>10} {:>8} {:>7}\n", "slip", "seeded", "silent", "found",
               "figures", "values", "locatable", "located", "right");
    std::map<std::string, Tally> tallies;
    Tally all;
    for (NodeId node = 0; node < material.dataset->node_count(); ++node) {
        const Node& each = material.dataset->node(node);
        if (each.kind != NodeKind::figure || each.manifest || rechecker.using_figure(node).empty()) continue;
        for (const Seed& seed : seeds(rechecker, node)) {
            const Tally one = seed_one(rechecker.dataset(), material.rules, before, node, seed);
            tallies[seed.name] += one;
            all += one;
        }
    }
    for (const auto& [kind, tally] : tallies) line(kind, tally);
    line("all", all);
    const auto percent = [](std::size_t part, std::size_t whole) { return whole == 0 ? 100 : part * 1000 / whole; };
    const std::size_t located = percent(all.located, all.locatable), right = percent(all.right, all.locatable);
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(std::chrono::steady_clock::now() - begin).count();
    fmt::print("  of the locatable: located {}.{} %, right value first {}.{} %  ({} s)\n\n",
               located / 10, located % 10, right / 10, right % 10, seconds);
    std::fflush(stdout);
}

}  // namespace

int main(int argc, char** argv) {
    run(balance_sheet());
    run(two_way_table());
    run(chain());
    run(real_report(argc > 1 ? argv[1] : "data/pas-de-calais-2013"));
}
