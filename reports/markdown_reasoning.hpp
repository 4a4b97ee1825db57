// What reasoning over several rules adds to the Markdown report: the figures to look at, before everything else, and
// what cannot be true together.
#pragma once

#include <string>

#include "reports/material.hpp"
#include "reports/page.hpp"
#include "reports/places.hpp"

namespace crossfoot::reports {

// Some ten thousand bytes at most; what is left out is counted. Empty where reasoning has nothing to say.
[[nodiscard]] std::string markdown_reasoning(const Material& material, Places& places, const Page& page);

}  // namespace crossfoot::reports
