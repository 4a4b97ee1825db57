// One rule in words: title, severity, tags, note, its text, what it asserts, the definitions that it uses, and each of
// its checks with verdict, proof and figures.
#pragma once

#include <string>

#include "engine/checking/findings.hpp"
#include "engine/language/parse.hpp"
#include "reports/page.hpp"

namespace crossfoot::cli {

// `findings` hold what holds, too. Sentences are wrapped to the page; the text of the rule stands as it is written.
[[nodiscard]] std::string rule_page(const RuleInfo& rule, const Findings& findings, const Dataset& dataset,
                                    const RuleSet& rules, const reports::Page& page);

}  // namespace crossfoot::cli
