// One contradiction, defended: severity, title, the sentence, the drawing, the arithmetic, the rule's text, note and
// likely reading. Waived ones add their reason.
#pragma once

#include "reports/html/sheet.hpp"

namespace crossfoot::reports::html {

// `finding` is an index into the findings. A contradiction shows its number.
void write_card(Html& out, std::size_t finding, const Sheet& sheet);

// The rule's text and where it stands.
void write_rule(Html& out, const Finding& finding, const Sheet& sheet);

}  // namespace crossfoot::reports::html
