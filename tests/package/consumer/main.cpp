// The library without the program: figures and rules as texts in, verdicts out.
#include <engine/checking/check.hpp>
#include <engine/dataset/load.hpp>
#include <engine/language/parse.hpp>
#include <iostream>

int main() {
    crossfoot::LoadResult loaded = crossfoot::load_dataset_text("report.toml",
        "[report]\nid = \"harbour\"\nlanguage = \"en\"\n[traffic]\nferries = \"8\"\ntugs = \"4\"\ntotal = \"13\"\n");
    crossfoot::Diagnostics problems = std::move(loaded.diagnostics);
    const crossfoot::RuleSet rules = crossfoot::load_rule_texts(
        {{"traffic.xf", "group traffic in traffic {\n  rule total: ferries + tugs = total\n  rule ferries: ferries <= total\n}\n"}},
        loaded.dataset->sources, problems);
    if (problems.has_errors()) return 2;
    crossfoot::CheckOptions options;
    options.keep_holding = true;
    const crossfoot::CheckResult result = crossfoot::check(*loaded.dataset, rules, options);
    if (!result.findings) return 2;
    for (const crossfoot::Finding& finding : result.findings->findings)
        std::cout << finding.rule << ' ' << crossfoot::to_string(finding.verdict) << '\n';
    return 0;
}
