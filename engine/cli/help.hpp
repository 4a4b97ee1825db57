// What `--help` shows, made from the table of options: the program, and each of its commands, with examples.
#pragma once

#include <string>
#include <string_view>

#include "reports/page.hpp"

namespace crossfoot::cli {

// The help of a command; of the program for "" or an unknown one. Wrapped to the page; below 60 columns what is
// said of an option stands under its name.
[[nodiscard]] std::string help_text(std::string_view topic, const reports::Page& page);

// The text with no-break spaces before the signs that French sets apart, so that none of them begins a line.
[[nodiscard]] std::string with_bound_signs(std::string_view text, Language language);

}  // namespace crossfoot::cli
