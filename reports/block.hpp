// One finding as a person reads it in a terminal: a block with its proof, or one line where that is enough. Held against
// a baseline, both say where it stands.
#pragma once

#include <span>
#include <string>

#include "engine/checking/findings.hpp"
#include "engine/reasoning/cause.hpp"
#include "reports/page.hpp"
#include "reports/places.hpp"

namespace crossfoot::reports {

// The whole block, ended by a line end, with the likely causes known of the finding.
[[nodiscard]] std::string render_block(const Finding& finding, const Findings& findings, const Dataset& dataset,
                                       Places& places, const Page& page,
                                       std::span<const Cause> causes = {});

// `holds  agences/total [y = 2012]  51,8 M€ = 51,8 M€ holds exactly`
[[nodiscard]] std::string render_line(const Finding& finding, const Dataset& dataset, const Page& page);

// "y = 2013, i = infractions[0]"; empty where the rule has no `for`.
[[nodiscard]] std::string bindings_in_words(const Finding& finding);

}  // namespace crossfoot::reports
