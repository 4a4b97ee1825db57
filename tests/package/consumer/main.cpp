// The library without the program: figures and rules as texts in, verdicts out.
#include <engine/checking/check.hpp>
#include <engine/checking/columns/check_tables.hpp>
#include <engine/dataset/load.hpp>
#include <engine/language/parse.hpp>
#include <fstream>
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

    // A table that is too large for the tree: check() says that it did not read it, check_tables() judges it.
    std::ofstream("report.toml") << "total = \"30001\"\n[report]\nid = \"ships\"\nlanguage = \"en\"\n[tables.ships]\n"
                                    "source = \"ships.csv\"\ncolumns = { crew = \"count\" }\n";
    std::ofstream csv("ships.csv");
    csv << "crew\n";
    for (int i = 0; i < 30'001; ++i) csv << "1\n";
    csv.close();
    crossfoot::LoadResult large = crossfoot::load_dataset("report.toml");
    problems = std::move(large.diagnostics);
    const crossfoot::RuleSet of_ships =
        crossfoot::load_rule_texts({{"ships.xf", "rule crews: sum(tables.ships[*].crew) = total\n"}}, large.dataset->sources, problems);
    if (problems.has_errors()) return 2;
    for (const bool with_rows : {false, true}) {
        const crossfoot::CheckResult found = with_rows ? crossfoot::check_tables(*large.dataset, of_ships, options, {})
                                                       : crossfoot::check(*large.dataset, of_ships, options);
        if (!found.findings) return 2;
        for (const crossfoot::Finding& finding : found.findings->findings)
            std::cout << finding.rule << ' ' << crossfoot::to_string(finding.verdict) << '\n';
    }
    return 0;
}
