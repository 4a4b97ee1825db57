// A dataset and rules as texts, checked and reasoned about; what the tests of this room look at.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "engine/dataset/load.hpp"
#include "engine/reasoning/reasoning.hpp"
#include "tests/support/places.hpp"

namespace crossfoot::testing {

struct Reasoned {
    std::unique_ptr<Dataset> dataset;
    RuleSet rules;
    Findings findings;
    Reasoning reasoning;

    [[nodiscard]] std::string path(NodeId node) const { return dataset->path(node); }
};

inline Reasoned reason_about(LoadResult loaded, const std::vector<RulePathAsked>* paths, const std::string& rules,
                             const ReasoningOptions& options = {}) {
    Reasoned out;
    out.dataset = std::move(loaded.dataset);
    Diagnostics problems;
    out.rules = paths != nullptr ? load_rules(*paths, out.dataset->sources, problems, {}, {testing::source_directory()})
                                 : load_rule_texts({{"t.xf", rules}}, out.dataset->sources, problems);
    EXPECT_TRUE(loaded.diagnostics.empty());
    EXPECT_TRUE(problems.empty());
    CheckResult result = check(*out.dataset, out.rules, options.check);
    EXPECT_TRUE(result.findings) << (result.diagnostics.empty()
                                         ? ""
                                         : result.diagnostics.all().front().headline.in(Language::en));
    if (!result.findings) return out;
    out.findings = std::move(*result.findings);
    out.reasoning = reason(*out.dataset, out.rules, out.findings, options);
    return out;
}

// `figures` is TOML above an English manifest.
inline Reasoned reason_text(const std::string& figures, const std::string& rules,
                            const ReasoningOptions& options = {}) {
    return reason_about(load_dataset_text("t.toml", figures + "\n[report]\nlanguage = \"en\"\n"), nullptr, rules,
                        options);
}

}  // namespace crossfoot::testing
