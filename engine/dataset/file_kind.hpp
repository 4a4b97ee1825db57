// What kind of thing a path leads to, for those who open regular files only: a pipe would wait for ever, a device might
// do something when it is opened.
#pragma once

#include <sys/types.h>

#include <optional>
#include <string>

#include "engine/text/message.hpp"

namespace crossfoot::loading {

// What an error number of the system says.
[[nodiscard]] Message system_reason(int error);
// A sentence such as "it is a named pipe" for a mode of the system that is no regular file's.
[[nodiscard]] Message kind_told(mode_t mode);
// Why it cannot be read as a file: it is not there, cannot be reached, or is of another kind; nothing where it is one.
[[nodiscard]] std::optional<Message> no_regular_file(const std::string& path);

}  // namespace crossfoot::loading
