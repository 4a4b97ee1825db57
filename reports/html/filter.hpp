// The form above a table that leaves some of its rows and puts them in another order. It is hidden until the script of the
// page (report.js) finds that it can use it; the table is whole without it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "reports/html/writer.hpp"

namespace crossfoot::reports::html {

struct Choice {
    std::string value;   // "": every row, or the order in which the rows stand
    std::string shown;
};

// A list to choose from. `key`: rows stay whose attribute `data-KEY` is the value chosen. Without a key the values name the
// attributes (numbers, ascending; an empty one first) by which the rows are ordered.
struct Choices {
    std::string_view name, key;
    const Template* label;
    std::vector<Choice> choices;
};

struct Filter {
    std::string_view id;            // of the form; its fields are named ID-text, ID-NAME, ID-count
    std::string_view table, heading;    // ids of the table, and of the heading that names both
    std::vector<Choices> choices;
    const Template* shown;          // "{0} of {1} shown"
    const Template* unfold = nullptr;   // the name of a button that opens all details of the table; none: no such button
};

// "name (12)", a choice that has so many rows.
[[nodiscard]] Choice counted_choice(std::string_view value, std::string_view name, std::uint64_t count, Language language);

void write_filter(Html& out, const Filter& filter);

}  // namespace crossfoot::reports::html
