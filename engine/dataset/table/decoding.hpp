// Bytes of an older encoding as UTF-8, read in order. What is no character of it becomes one byte that UTF-8 never has, so
// that it is told with its place where the rows are read.
#pragma once

#include <memory>

#include "engine/dataset/table/byte_source.hpp"
#include "engine/dataset/table/layout.hpp"

namespace crossfoot::table {

inline constexpr char kUndecodable = '\xFF';

// Latin-1 without its control characters from 0x80 on, which no text has; Windows-1252 without its five free places;
// UTF-16 with a mark at its beginning, or in the order in which its first bytes have more zeros. A file that begins with the
// mark of another encoding begins with what cannot be decoded. UTF-8 is passed on as it is.
[[nodiscard]] std::unique_ptr<ByteSource> decoded(std::unique_ptr<ByteSource> bytes, Encoding encoding);

}  // namespace crossfoot::table
