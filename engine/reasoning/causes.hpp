// Likely causes of contradictions. Takes a dataset with its rules, ready to be checked again, and the findings of a check
// with the same selection; gives for each finding what may have gone wrong, the likeliest first. Every cause is proved: the
// rules that look at the figure are evaluated with the proposed print. Needs no solver. A cause that chance explains as
// well is not given: none rather than a weak one (docs/causes.md says which are weak).
#pragma once

#include <span>
#include <vector>

#include "engine/checking/recheck.hpp"
#include "engine/reasoning/cause.hpp"

namespace crossfoot {

struct CauseOptions {
    std::size_t most = 5;             // of one finding
    std::size_t most_figures = 300;   // an instance with more is not looked into
    std::size_t most_proofs = 20'000; // changes tried in all
};

// By place in findings.findings. `findings` is check(…) with the options the Rechecker was made with. `sole`: proved slips
// of figures of which it is known that no other one, changed alone, would do; of these no slip is too weak.
[[nodiscard]] std::vector<std::vector<Cause>> likely_causes(Rechecker& rechecker, const Findings& findings,
                                                            std::span<const Cause> sole = {},
                                                            const CauseOptions& options = {});

}  // namespace crossfoot
