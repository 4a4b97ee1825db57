// Does a run pass? A gate fails on what was found, and it cannot pass by checking nothing (page 4 of the
// specification). Pure functions of the findings.
#pragma once

#include <string>
#include <vector>

#include "engine/checking/findings.hpp"
#include "engine/language/parse.hpp"
#include "engine/reasoning/reasoning.hpp"
#include "engine/text/diagnostic.hpp"

namespace crossfoot::cli {

// What fails a run; each includes those before it.
enum class FailOn : std::uint8_t { never, error, warning, unverifiable };

// Is there a contradiction at or above the threshold, or, with `unverifiable`, anything that could not be
// verified, listed or not? A contradiction of severity info never fails a run. `only_new`: what the baseline knew does not fail it.
[[nodiscard]] bool fails(const Findings& findings, FailOn threshold, bool only_new = false);
// The same of what cannot be true together; it is as severe as the least severe of its rules.
[[nodiscard]] bool fails(const Reasoning& reasoning, const Findings& findings, FailOn threshold, bool only_new = false);

// The selection that was asked for, to name it where it selects nothing.
struct Selection {
    std::vector<std::string> only;   // globs; a rule that one of them matches is selected
    std::vector<std::string> tags;
};

// Why a run has checked nothing, or not what it was asked to: no rules (XF601), none selected (XF606), no
// figures (XF602), a rule file that was asked for and has selected rules, none of which applies to anything
// (XF603, one each), nothing verifiable (XF604). Empty where it has checked something of everything.
[[nodiscard]] std::vector<Diagnostic> empty_pass(const RuleSet& rules, const Findings& findings,
                                                 const Selection& selection);

}  // namespace crossfoot::cli
