// The pieces that a run spends its time on: reading a figure, parsing rules, exact arithmetic, checking.
#include <benchmark/benchmark.h>

#include <array>
#include <string>
#include <string_view>

#include "engine/checking/check.hpp"
#include "engine/dataset/load.hpp"
#include "engine/language/parse.hpp"
#include "engine/quantity/numeral.hpp"

namespace crossfoot {
namespace {

constexpr std::array<std::string_view, 6> kPrinted = {
    "12 828", "1 234,5 k€", "- 5,05 %", "environ 3 millions d'habitants", "baisse de 2 500", "trois quarts"};

void read_one_figure(benchmark::State& state) {
    const std::string_view printed = kPrinted.at(static_cast<std::size_t>(state.range(0)));
    Units units;
    const Reading reading;
    for ([[maybe_unused]] auto each : state) benchmark::DoNotOptimize(read_figure(printed, reading, units));
    state.SetLabel(std::string(printed));
}
BENCHMARK(read_one_figure)->DenseRange(0, static_cast<int>(kPrinted.size()) - 1);

std::string many_rules(std::int64_t count) {
    std::string text = "group agences in agences {\n";
    for (std::int64_t i = 0; i < count; ++i)
        text += "  rule r" + std::to_string(i) +
                " \"Le total {y} est la somme\"\n    for y in report.periods:\n      sum({anru, anah, acse}[y]) = total[y]\n";
    return text + "}\n";
}

void parse_many_rules(benchmark::State& state) {
    const std::string text = many_rules(state.range(0));
    for ([[maybe_unused]] auto each : state) {
        SourceMap sources;
        Diagnostics diagnostics;
        benchmark::DoNotOptimize(parse_rules(sources.add("rules.xf", text), sources, diagnostics));
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}
BENCHMARK(parse_many_rules)->Arg(100)->Arg(10'000)->Unit(benchmark::kMillisecond);

constexpr std::string_view kAgencies =
    "[report]\nid = \"bench\"\nlanguage = \"fr\"\nperiods = [2012, 2013]\n[agences]\n"
    "anru = { 2012 = \"31,9 M€\", 2013 = \"19,7 M€\" }\nanah = { 2012 = \"13 M€\", 2013 = \"24,4 M€\" }\n"
    "acse = { 2012 = \"6,9 M€\", 2013 = \"6,9 M€\" }\ntotal = { 2012 = \"51,8 M€\", 2013 = \"51 M€\" }\n";

void bind_and_check_many_rules(benchmark::State& state) {
    const LoadResult loaded = load_dataset_text("report.toml", std::string(kAgencies));
    Diagnostics diagnostics;
    const RuleSet rules = load_rule_texts({{"rules.xf", many_rules(state.range(0))}}, loaded.dataset->sources, diagnostics);
    for ([[maybe_unused]] auto each : state) benchmark::DoNotOptimize(check(*loaded.dataset, rules));
}
BENCHMARK(bind_and_check_many_rules)->Arg(100)->Arg(10'000)->Unit(benchmark::kMillisecond);

void add_rationals(benchmark::State& state) {
    const Rational step = state.range(0) == 0 ? Rational(1, 20) : Rational::from_decimal("1234567890123456789012.5");
    for ([[maybe_unused]] auto each : state) {
        Rational sum;
        for (int i = 0; i < 1000; ++i) sum += step;
        benchmark::DoNotOptimize(sum);
    }
    state.SetItemsProcessed(state.iterations() * 1000);
    state.SetLabel(state.range(0) == 0 ? "64 bits" : "wide");
}
BENCHMARK(add_rationals)->Arg(0)->Arg(1);

void multiply_intervals(benchmark::State& state) {
    const Interval a = Interval::closed(Rational::from_decimal("19.65"), Rational::from_decimal("19.75"));
    const Interval b = Interval::closed(Rational(-1, 3), Rational(2, 7));
    for ([[maybe_unused]] auto each : state) benchmark::DoNotOptimize(a * b);
}
BENCHMARK(multiply_intervals);

}  // namespace
}  // namespace crossfoot
