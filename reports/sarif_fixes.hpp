// The `fixes` of a SARIF result: the print that a likely cause proposes, in the place of the figure's text in its file.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "reports/causes.hpp"
#include "reports/sarif_places.hpp"

namespace crossfoot::reports {

// What would stand in the file in the place of the figure's span, were it printed so. Nothing where the file has the
// figure otherwise than as it is printed: a computed text could be wrong, and a fix is applied without reading.
[[nodiscard]] std::optional<std::string> source_for(NodeId figure, const std::string& print, const Dataset& dataset);

// `"fixes": [...]`, one for each cause whose prints can be put into the file; nothing where there is none.
void write_fixes(JsonWriter& json, SarifPlaces& places, std::span<const Cause> causes, const Dataset& dataset,
                 Language language);

}  // namespace crossfoot::reports
