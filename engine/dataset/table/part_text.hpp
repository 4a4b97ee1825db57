// The text of one file of a table: unpacked, decoded, up to the lines below its last row.
#pragma once

#include <memory>

#include "engine/dataset/table/byte_source.hpp"
#include "engine/dataset/table/table.hpp"

namespace crossfoot::table {

// Never null; the part must outlive it. Nothing of its footer is read, where one was found before.
[[nodiscard]] std::unique_ptr<ByteSource> open_text(const TablePart& part, Encoding encoding);

// Reads the file once. Not found: no line begins so, or there are too few lines below the header's. A file that cannot
// be read has none; the rows say why.
[[nodiscard]] Footer find_footer(const TablePart& part, const Layout& layout);

}  // namespace crossfoot::table
