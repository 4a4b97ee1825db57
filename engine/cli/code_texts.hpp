// The documentation of the codes (docs/codes/*.md), built into the program so that an installed one can
// explain itself without files.
#pragma once

#include <string>
#include <string_view>

#include "engine/text/codes.hpp"
#include "reports/page.hpp"

namespace crossfoot::cli {

// The whole document as it stands in docs/codes, both languages; empty where there is none. The definition is
// written while configuring (embed_codes.cmake).
[[nodiscard]] std::string_view code_document(Code code);

// The part of a document that is in the page's language, laid out for a terminal: without its title, paragraphs
// wrapped, the files of the examples indented under their names. A part that shows no example gets those of
// the other.
[[nodiscard]] std::string lay_out_document(std::string_view document, const reports::Page& page);

}  // namespace crossfoot::cli
