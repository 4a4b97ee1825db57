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
};

// Fills Findings::baseline and the standing of everything that does not hold. A finding is one of the baseline where its
// identity is the same (rule, bindings and figure paths); where rows without a key have moved, where they are the same but
// for row numbers and the figures are printed alike. Each finding of the baseline stands for one. A finding is worse where
// its verdict went up (waived, unverifiable, contradicted), its severity rose, or the part of its gap beyond the
// allowance grew.
void compare_with(const std::vector<StoredFinding>& baseline, Findings& findings, const Dataset& dataset);

}  // namespace crossfoot
