// Likely causes in words, one line each: what would have to be printed, in the place of what, and what slip that was.
#pragma once

#include <span>
#include <string>

#include "engine/dataset/dataset.hpp"
#include "engine/reasoning/cause.hpp"
#include "engine/text/message.hpp"
#include "reports/material.hpp"

namespace crossfoot::reports {

// "two digits exchanged", of a kind that a repair can have.
[[nodiscard]] const Template& slip_in_words(CauseKind kind);

// "two digits exchanged: 12 432 for 12 342 (`effectif.total`)".
[[nodiscard]] Message cause_in_words(const Cause& cause, const Dataset& dataset);

// The same, with the number of findings that it clears where they are several.
[[nodiscard]] std::string cause_line(const Cause& cause, const Dataset& dataset, Language language);

// Those of a finding of this report, likeliest first; none where reasoning was not asked for.
[[nodiscard]] std::span<const Cause> causes_of(const Finding& finding, const Material& material);

// Those that clear all findings of an incident, likeliest first, except that the findings say themselves that
// truncation would do.
[[nodiscard]] std::vector<const Cause*> common_causes(const Incident& incident, const Reasoning& reasoning);

}  // namespace crossfoot::reports
