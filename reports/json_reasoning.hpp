// What reasoning over several rules adds to the JSON report: the members `incidents`, `joint`, `undecided` and
// `cut_short` of the document, and the `causes` of a finding. docs/reasoning.md describes every field.
#pragma once

#include <cstddef>

#include "engine/reasoning/reasoning.hpp"
#include "reports/json_writer.hpp"
#include "reports/material.hpp"
#include "reports/page.hpp"

namespace crossfoot::reports {

void write_reasoning(JsonWriter& json, const Reasoning& reasoning, const Material& material, const Page& page);

// The array of a finding's causes, likeliest first.
void write_causes(JsonWriter& json, const Reasoning& reasoning, const Material& material, std::size_t finding,
                  Language language);

}  // namespace crossfoot::reports
