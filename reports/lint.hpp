// What lint found as text, like the messages of a good compiler, and as JSON (docs/lint.md).
#pragma once

#include <string>
#include <vector>

#include "engine/reasoning/lint.hpp"
#include "reports/page.hpp"

namespace crossfoot::reports {

struct LintMaterial {
    const Lint& lint;
    const Rechecker& rules;
    const Dataset& dataset;   // with the sources of the rules
};

// One block for each, then how many there are.
[[nodiscard]] std::string render_lint(const LintMaterial& material, const Page& page);
[[nodiscard]] std::string render_lint_json(const LintMaterial& material, const Page& page);

// One sentence, lower case, no final period.
[[nodiscard]] std::string lint_sentence(const LintFinding& finding, const Rechecker& rules, Language language);
// What is said beside it; may be empty.
[[nodiscard]] std::string lint_remark(const LintFinding& finding, const LintMaterial& material, Language language);
// The ids of the rules that it does so with, each once.
[[nodiscard]] std::vector<std::string> lint_others(const LintFinding& finding, const Rechecker& rules);
// That several rules at once were not decided; empty where they were.
[[nodiscard]] std::string lint_undecided(const LintMaterial& material, Language language);
[[nodiscard]] std::size_t count_of(const Lint& lint, Severity severity);

}  // namespace crossfoot::reports
