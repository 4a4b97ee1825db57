// Source lines with places underlined, the heart of every message:
//
//    --> agences.toml:8:36
//     |
//   8 | anru  = { 2012 = "31,9 M€", 2013 = "19,7 M€" }
//     |                                    ^^^^^^^^^ 19,65 à 19,75 M€
//
// Several places of a file share one excerpt, its lines in order; far lines are parted by `...`; a long
// line is shown around what is underlined, in several pieces where the places stand far apart.
#pragma once

#include <string>
#include <vector>

#include "reports/page.hpp"
#include "reports/places.hpp"

namespace crossfoot::reports {

struct Mark {
    Span span;
    std::string text;     // beside the underline; may be empty
    bool primary = true;  // `^^^^` in the block's colour, otherwise `----`
};

// All marks that stand in one file, and what follows the place in the header line.
struct Excerpt {
    std::vector<Mark> marks;  // not empty, all of one file; the first one gives the header's place
    std::string remark;
};

// How many digits the largest line number of these excerpts has: the gutter of a block.
[[nodiscard]] unsigned gutter_width(const std::vector<Excerpt>& excerpts, Places& places);

// Marks parted by file, in order of first appearance.
[[nodiscard]] std::vector<Excerpt> excerpts_of(std::vector<Mark> marks);

// Appends the excerpt, header line first, no empty line after it. `style` colours primary marks.
void append_excerpt(std::string& out, const Excerpt& excerpt, Places& places, const Page& page, Style style,
                    unsigned gutter);

// `   = text`, wrapped under itself, and the empty gutter line `   |` before such lines.
void append_remark(std::string& out, const Page& page, unsigned gutter, std::string_view label, std::string_view text);
void append_gutter(std::string& out, const Page& page, unsigned gutter);

}  // namespace crossfoot::reports
