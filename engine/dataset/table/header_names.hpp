// The names of the columns from one or several header rows, and what is said of characters that are none.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/dataset/table/layout.hpp"
#include "engine/text/message.hpp"

namespace crossfoot::table {

// Rows of a header as one, joined by a space, empty cells left out. A cell that is empty in a row above the last takes what
// stands left of it, as merged cells are written, where both have something below them.
[[nodiscard]] std::vector<std::string> joined_names(std::vector<std::vector<std::string>> rows);

// The length of an empty line at the beginning of `text`, with its line end; 0 where it is not empty.
[[nodiscard]] std::size_t empty_line(std::string_view text);

// What is said of a byte that is no character of the encoding, and what to do.
[[nodiscard]] Message undecodable(Encoding encoding);
[[nodiscard]] Message other_encoding(Encoding encoding);

}  // namespace crossfoot::table
