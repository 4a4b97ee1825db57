// Diagnostics as a person reads them on standard error, like those of a good compiler:
//
//   error[XF303]: a path leads nowhere
//     --> rules/agences.xf:3:9
//      |
//    3 |     sum(agences.anrv.*) = 3
//      |                 ^^^^ no such key
//      |
//      = help: the nearest key is `anru`
#pragma once

#include <string>

#include "engine/text/diagnostic.hpp"
#include "reports/page.hpp"
#include "reports/places.hpp"

namespace crossfoot::reports {

// One block, ended by a line end. The diagnostic's spans are valid in the map.
[[nodiscard]] std::string render(const Diagnostic& diagnostic, Places& places, const Page& page);

// All of them in their order, an empty line after each, then how many errors there are (and how many of them
// are not shown). Empty where there is none.
[[nodiscard]] std::string render(const Diagnostics& diagnostics, const SourceMap& sources, const Page& page);

// `error: headline` with its help: a mistake that stands in no file (a wrong option).
[[nodiscard]] std::string render_plain(const Message& headline, const std::vector<Message>& help, const Page& page);

}  // namespace crossfoot::reports
