// Texts inside GitHub Flavored Markdown, so that nothing in them is taken for markup, mentions somebody or links to
// an issue.
#pragma once

#include <string>
#include <string_view>

namespace crossfoot::reports {

// One line of plain text: markup and HTML are escaped, `@name`, `#12`, `GH-12` and addresses are broken up by an empty
// comment. Pairs of backticks keep their meaning. Control characters are shown as pictures.
[[nodiscard]] std::string markdown_text(std::string_view text);

// One line as code, for a cell of a table too; a text with backticks gets a longer fence. Empty where the text is.
[[nodiscard]] std::string markdown_code(std::string_view text);

// Lines as a block of code, whatever they hold; ended by a line end.
[[nodiscard]] std::string markdown_block(std::string_view lines);

}  // namespace crossfoot::reports
