// One source line with places on it underlined: the line as shown, the row of `^^^^` and `----`, and the
// rows that lead from an underline to its text where several places of a line have one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "reports/page.hpp"

namespace crossfoot::reports {

// Bytes [begin, end) of the line; an empty place, or one past the end, is underlined with one `^`.
struct LineMark {
    std::size_t begin = 0, end = 0;
    std::string text;
    bool primary = true;
};

// A line, or a part of a long one, with the rows below it (no gutter, no line ends).
struct Underlined {
    std::string source;
    std::vector<std::string> rows;
};

// Pieces from left to right: one where the line has at most `cells` cells, else one for each group of marks
// that fit together, with `…` for what is left out. Marks need not be sorted; without marks one piece.
[[nodiscard]] std::vector<Underlined> underline(std::string_view line, std::vector<LineMark> marks, unsigned cells,
                                                const Page& page, Style style);

}  // namespace crossfoot::reports
