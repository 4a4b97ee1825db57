#include "bench/slips/materials.hpp"

#include <fmt/format.h>

#include <array>
#include <cstdio>
#include <map>

#include "engine/dataset/load.hpp"

namespace crossfoot::slips {
namespace {

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

}  // namespace

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

Material chain_of_changes() {
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

Material report_in(const std::string& directory) {
    Material out{directory, nullptr, {}};
    LoadResult loaded = load_dataset(directory);
    out.dataset = std::move(loaded.dataset);
    Diagnostics problems;
    std::vector<RulePathAsked> paths;
    for (const RulePath& each : out.dataset->manifest.rules) paths.push_back({directory + "/" + each.path, each.span});
    out.rules = load_rules(paths, out.dataset->sources, problems, {}, {"/"});   // the project's own
    return out;
}

}  // namespace crossfoot::slips
