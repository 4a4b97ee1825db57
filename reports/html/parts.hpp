// Small pieces that several sections share.
#pragma once

#include "reports/html/sheet.hpp"

namespace crossfoot::reports::html {

// The word for what was found, in its colour: a contradiction's severity, else the verdict.
void write_word(Html& out, const Finding& finding);

// Title and rule of a finding, the rule with its bindings.
void write_title(Html& out, const Finding& finding, const Sheet& sheet);

// "53", "46-57" with an en dash, or a dash where the draft's lines are not known.
[[nodiscard]] std::string draft_lines(NodeId node, const Dataset& dataset);

// The path of a figure, with its section, page and subject unless `above`, the figure of the row above, has the same.
void write_path(Html& out, NodeId node, NodeId above, const Sheet& sheet);
// A row for a figure: path with its section, printed form, true values, place in the dataset, draft lines. The section
// is left out where `above`, the figure of the row above, has the same.
void write_figure_row(Html& out, NodeId node, NodeId above, const Sheet& sheet);
// The same for the one figure that a whole side is: its path stands in a heading, after `word`.
void write_side_row(Html& out, NodeId node, const Template& word, const Sheet& sheet);
// The column heads for these cells; `values` names what stands where a figure's printed form does.
void write_figure_heads(Html& out, const Template& values);

// "Note: …", a paragraph; nothing where the text is empty.
void write_remark(Html& out, const Template& label, std::string_view text, Attribute language = {});

// A cell with the name of its column, for a page too narrow for columns. Numbers (`css` begins with it) stay whole.
void write_cell(Html& out, const Template& column, std::string_view css, std::string_view text);

}  // namespace crossfoot::reports::html
