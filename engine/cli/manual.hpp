// The manual page crossfoot(1), made from the table of options.
#pragma once

#include <string>
#include <string_view>

#include "engine/text/language.hpp"

namespace crossfoot::cli {

// In the macros of man(7), plain ASCII: other characters are named as groff_char(7) has them, so that the page reads
// the same whatever the locale.
[[nodiscard]] std::string manual(Language language);

// Text that stands for itself in roff: backslashes, hyphens, quotes, no-break spaces and what is beyond ASCII escaped.
[[nodiscard]] std::string roff(std::string_view text);

}  // namespace crossfoot::cli
