// Likely causes in words, one line each: what would have to be printed, in the place of what, and what slip that was.
#pragma once

#include <span>
#include <string>

#include "engine/dataset/dataset.hpp"
#include "engine/reasoning/cause.hpp"
#include "engine/text/message.hpp"

namespace crossfoot::reports {

// "two digits exchanged: 12 432 for 12 342 (`effectif.total`)".
[[nodiscard]] Message cause_in_words(const Cause& cause, const Dataset& dataset);

// The same, with the number of findings that it clears where they are several.
[[nodiscard]] std::string cause_line(const Cause& cause, const Dataset& dataset, Language language);

}  // namespace crossfoot::reports
