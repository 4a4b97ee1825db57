// A dataset and rules as texts, checked by the library; what the tests of this room look at.
#pragma once

#include <map>
#include <string>

#include "engine/checking/check.hpp"
#include "engine/dataset/load.hpp"

namespace crossfoot::testing {

struct Outcome {
    std::map<std::string, Finding> findings;   // by rule id
    std::size_t errors = 0;
    std::string first_error;
};

// `figures` is TOML below an English manifest.
[[nodiscard]] inline Outcome run(const std::string& figures, const std::string& rules) {
    Outcome out;
    LoadResult loaded = load_dataset_text("t.toml", "[report]\nlanguage = \"en\"\n" + figures);
    const auto note = [&](const Diagnostics& diagnostics) {
        out.errors += diagnostics.all().size();
        if (!diagnostics.empty() && out.first_error.empty()) out.first_error = diagnostics.all().front().headline.in(Language::en);
    };
    note(loaded.diagnostics);
    Diagnostics diagnostics;
    const RuleSet set = load_rule_texts({{"t.xf", rules}}, loaded.dataset->sources, diagnostics);
    note(diagnostics);
    if (out.errors > 0) return out;
    CheckOptions options;
    options.keep_holding = true;
    CheckResult result = check(*loaded.dataset, set, options);
    note(result.diagnostics);
    if (result.findings)
        for (Finding& each : result.findings->findings) out.findings.emplace(each.rule, std::move(each));
    return out;
}

}  // namespace crossfoot::testing
