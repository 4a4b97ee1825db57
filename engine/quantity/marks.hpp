// What stands behind a figure and is no part of its number: a reference to a note, a flag.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace crossfoot {

// Both are parts of the text.
struct MarkedText {
    std::string_view number, mark;
};

// Stars, daggers, superscripts, `(1)` to `(9)` and `(a)` to `(z)` off the end of a text. A superscript that touches a
// letter, or 10, may be a power: it is none.
[[nodiscard]] std::optional<MarkedText> without_marks(std::string_view text);

// One of the declared flags off the end of a text that has something else, behind a space or what is no letter.
[[nodiscard]] std::optional<MarkedText> without_flag(std::string_view text, const std::vector<std::string>& flags);

}  // namespace crossfoot
