// The strength of a rule set as text and as JSON (docs/strength.md). Takes what engine/reasoning/strength.hpp measured
// and the dataset it speaks of; gives the whole document.
#pragma once

#include <string>

#include "engine/reasoning/strength.hpp"
#include "reports/page.hpp"

namespace crossfoot::reports {

struct StrengthMaterial {
    const Strength& strength;
    const Dataset& dataset;
    std::size_t rules = 0;   // how many it was measured with
};

// The unprotected figures with their places, the weakest of the others, the chapters, and last the whole report.
[[nodiscard]] std::string render_strength(const StrengthMaterial& material, const Page& page);
[[nodiscard]] std::string render_strength_json(const StrengthMaterial& material, const Page& page);

// "61.2 %" as the words' language writes it, rounded down: 100 % only where all are caught. "–" where there was none.
[[nodiscard]] std::string share_of(const SlipCount& slips, Language language);

}  // namespace crossfoot::reports
