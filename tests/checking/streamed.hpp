// A dataset with tables, checked with its rows in the tree or streamed: what tests of the columns compare.
#pragma once

#include <rapidcheck.h>

#include <map>
#include <string>
#include <vector>

#include "engine/checking/columns/check_tables.hpp"
#include "engine/dataset/load.hpp"
#include "engine/language/parse.hpp"
#include "tests/support/workspace.hpp"

namespace crossfoot::testing {

struct Found {
    Summary summary;
    std::vector<std::string> findings;   // whole
    std::vector<std::string> verdicts;   // without the figures and the words
    std::vector<std::string> notes;      // what is said beside their relations
    std::size_t errors = 0;
    std::string first_error;
    std::map<std::string, std::uint64_t> one_by_one;   // by rule: rows, keys and groups left to the plain evaluator
};

inline std::string verdict_shown(const Finding& each) {
    std::string out = each.rule;
    for (const Binding& binding : each.bindings) out += "[" + binding.name + "=" + binding.value + "]";
    out += " " + std::string(to_string(each.verdict)) + " certain " + std::to_string(static_cast<int>(each.certain));
    if (each.agreement) out += " " + std::string(to_string(*each.agreement));
    if (each.code) out += " " + std::to_string(static_cast<int>(*each.code));
    if (each.gap) out += " gap " + each.gap->decimal(Rational::Direction::nearest);
    return out;
}

inline std::string shown(const Finding& each) {
    return verdict_shown(each) + " " + std::string(to_string(each.severity)) + " " + each.reason.in(Language::en) + " " +
           std::to_string(each.figures.size());
}

inline Found run(const std::string& directory, const std::string& rules, std::size_t rows_in_tree, unsigned threads,
          std::uint64_t most = 1'000'000, std::uint64_t rows_held = 200'000, std::uint64_t rows_at_once = 200'000, bool refutes = true, bool keep_holding = true) {
    Found out;
    LoadLimits limits;
    limits.rows_in_tree = rows_in_tree;
    LoadResult loaded = load_dataset(directory, limits);
    const auto note = [&](const Diagnostics& diagnostics) {
        out.errors += diagnostics.all().size();
        if (!diagnostics.empty() && out.first_error.empty())
            out.first_error = diagnostics.all().front().headline.in(Language::en);
    };
    note(loaded.diagnostics);
    Diagnostics diagnostics;
    const RuleSet set = load_rule_texts({{"t.xf", rules}}, loaded.dataset->sources, diagnostics);
    note(diagnostics);
    if (out.errors > 0) return out;
    CheckOptions options;
    options.keep_holding = keep_holding;
    TableOptions tables;
    tables.threads = threads;
    tables.max_findings = most;
    tables.rows_held = rows_held;
    tables.rows_at_once = rows_at_once;
    tables.refutes = refutes;
    CheckResult result = check_tables(*loaded.dataset, set, options, tables);
    note(result.diagnostics);
    if (!result.findings) return out;
    out.summary = result.findings->summary;
    for (const RuleInfo& each : result.findings->rules) out.one_by_one[each.id] = each.one_by_one;
    for (const Finding& each : result.findings->findings) {
        out.findings.push_back(shown(each));
        out.verdicts.push_back(verdict_shown(each));
        out.notes.push_back(each.note.in(Language::en));
    }
    return out;
}

template <class T>
T one_of(std::initializer_list<T> all) {
    return *rc::gen::elementOf(std::vector<T>(all));
}

}  // namespace crossfoot::testing
