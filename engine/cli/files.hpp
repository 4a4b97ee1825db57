// Reading and writing whole files. A file is written whole or not at all: a temporary file beside it takes
// its place when everything is on the disk. Standard output is written at once; a reader that has gone
// (`| head`) is no error.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "engine/text/diagnostic.hpp"

namespace crossfoot::cli {

// Nothing where it was written; else XF605 with the system's reason. A symbolic link keeps pointing where it
// does; the mode of a file that is there is kept; a character device, or a pipe that somebody reads from, is written straight
// to. A pipe without a reader, a disk's device and a socket are refused.
[[nodiscard]] std::optional<Diagnostic> write_file(const std::string& path, std::string_view bytes);
[[nodiscard]] std::optional<Diagnostic> write_standard_output(std::string_view bytes);
// To standard error, where nobody can be told of a failure; what could move the cursor or turn the writing round is
// shown as a sign (reports/cells.hpp).
void write_standard_error(std::string_view text);
// The same in place of the line that the cursor is on.
void write_line_again(std::string_view text);

// The whole file, or standard input for `-`: at most `most` bytes are kept, one more where it is longer. A file that
// cannot be read is `code` with the system's reason.
[[nodiscard]] std::variant<std::string, Diagnostic> read_file(const std::string& path, std::size_t most, Code code);

// The system's reason in words ("there is no such file or directory").
[[nodiscard]] Message system_reason(int error);

}  // namespace crossfoot::cli
