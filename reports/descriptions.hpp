// What the dataset says about its figures for a reader: `_section`, `_page`, `_about`, `_note`.
#pragma once

#include <string>
#include <vector>

#include "engine/checking/findings.hpp"
#include "engine/dataset/dataset.hpp"

namespace crossfoot::reports {

// "Towns, page 12: the time that a permit takes": what of section, page and subject holds for the node; empty where nothing does.
[[nodiscard]] std::string described(NodeId node, const Dataset& dataset, Language language);

// Of the figures that a finding cites, in their order, each different text once, a few at most: what is described, and the notes.
[[nodiscard]] std::vector<std::string> descriptions_of(const Finding& finding, const Dataset& dataset, Language language);
[[nodiscard]] std::vector<std::string> notes_of(const Finding& finding, const Dataset& dataset);

}  // namespace crossfoot::reports
