// A run held against an earlier one, the baseline: what is new, what was known, what has become worse, what is fixed.
// Reading a stored run is reports/stored_run.hpp; here it is plain values.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/checking/findings.hpp"

namespace crossfoot {

// A finding as a JSON run keeps it (docs/waivers.md).
struct StoredFinding {
    std::string rule, title;
    std::string identity;            // Identities::identity; empty where the run keeps none
    std::vector<std::pair<std::string, std::string>> bindings;
    Verdict verdict = Verdict::contradicted;
    Severity severity = Severity::error;
    std::optional<Rational> gap, allowance;
    std::vector<std::pair<std::string, std::string>> figures;   // path and printed value
    // Of one that the run counted and did not list there is no more than its identity, verdict, severity, these two:
    bool listed = true;
    std::string print;               // what its figures print, as a digest
    std::optional<Rational> beyond;  // the part of its gap beyond the allowance
};

// The findings of one rule that a stored run keeps beside those it lists; what is beyond is new to a later run.
inline constexpr std::size_t kMostKept = 100'000;
// Fills Findings::kept: of every rule the first kMostKept that are not listed.
void keep_unlisted(Findings& findings);

// Fills Findings::baseline and the standing of everything that does not hold. A finding is one of the baseline where its
// identity is the same (rule, bindings and figure paths); where rows without a key have moved, where they are the same but
// for row numbers and the figures are printed alike. Each finding of the baseline stands for one, of several that could the
// worst for the worst. A finding is worse where its verdict went up (waived, unverifiable, contradicted), its severity rose, or
// the part of its gap beyond the allowance grew. What is not listed is worked out and compared likewise, and counted in
// RuleInfo::left_known; what cannot be worked out, or is too much to be compared, is new.
void compare_with(const std::vector<StoredFinding>& baseline, Findings& findings, const Dataset& dataset);

}  // namespace crossfoot
