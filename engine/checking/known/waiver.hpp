// Waivers held against the findings of a run (page 4.3 of the specification). A waiver covers the contradictions of
// its rule that agree with its bindings, for as long as the figures are printed as they were when it was granted.
#pragma once

#include <cstdint>

#include "engine/checking/findings.hpp"
#include "engine/checking/known/identity.hpp"
#include "engine/text/diagnostic.hpp"

namespace crossfoot {

struct WaiverOptions {
    std::int32_t today = 0;      // days since 1970-01-01; a waiver holds until the end of its last day
    bool every_rule = true;      // all rules were run: a waiver of another one is unused, too
};

// Does the finding agree with every binding that a waiver has: by path, by row key or by value?
[[nodiscard]] bool fits(const std::vector<std::pair<std::string, std::string>>& bindings, const Finding& finding,
                        Identities& identities);

// Turns covered contradictions into waived ones and counts them so. A contradiction whose waiver has ended, was granted
// for other values, or names none stays one and says why (Finding::waiver). Where several waivers fit, the first that
// covers it counts. Those that are not listed are waived likewise, and counted. Gives one warning (XF607) for each waiver that fits no contradiction.
[[nodiscard]] Diagnostics apply_waivers(const Dataset& dataset, const WaiverOptions& options, Findings& findings);

}  // namespace crossfoot
