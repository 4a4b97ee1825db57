// Text as a terminal shows it: how many cells a character takes (wide CJK two, combining marks none), tabs,
// characters that would move the cursor or turn the line round, wrapping of sentences.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace crossfoot::reports {

// Tabs stand at every fourth cell, so that an underline fits whatever the terminal does with tabs.
inline constexpr unsigned kTab = 4;

// One character of a text: its bytes and what is shown for it. A malformed byte is a character of its own,
// shown as U+FFFD; control characters are shown as their pictures (U+2400 …), characters that change the
// direction of writing as U+FFFD, so that no input can draw over a report.
struct Glyph {
    std::size_t begin = 0, end = 0;  // bytes in the text
    unsigned cell = 0, width = 0;    // where it begins, and how many cells it takes
    std::string shown;
};

// The character at the beginning of the text where it is one that moves the cursor or turns the direction of writing and has
// more than seven bits, or DEL; 0 where it is none. `length`: its bytes.
[[nodiscard]] char32_t steering(std::string_view text, std::size_t& length);

// The characters of one line, from cell `first_cell` on.
[[nodiscard]] std::vector<Glyph> glyphs(std::string_view line, unsigned first_cell = 0);

// The text as shown on one line, and how many cells that takes.
[[nodiscard]] std::string clean(std::string_view text);
[[nodiscard]] unsigned cell_width(std::string_view text);

// A text of several lines as it may be written to a terminal: as clean() does, but for line ends, tabs and colours.
[[nodiscard]] std::string guarded(std::string_view text);

// At most `cells` cells of the text, `…` in place of what is left out at the end.
[[nodiscard]] std::string cut(std::string_view text, unsigned cells);

// The text followed by spaces up to `cells` cells.
[[nodiscard]] std::string padded(std::string text, unsigned cells);

// The text with no-break spaces inside numbers, between a number and its sign, and before its unit.
[[nodiscard]] std::string unbroken(std::string_view text);

// The text broken at spaces into lines of at most `cells` cells, one word at least; never at a no-break space nor where
// unbroken() puts one, unless what is kept together is wider than a line. 0: one line.
[[nodiscard]] std::vector<std::string> wrapped(std::string_view text, unsigned cells);

}  // namespace crossfoot::reports
