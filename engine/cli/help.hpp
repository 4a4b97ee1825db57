// What `--help` shows: the program, and each of its commands, with examples. Text, not code.
#pragma once

#include <string_view>

#include "engine/text/message.hpp"

namespace crossfoot::cli {

// The help of a command; of the program for "" or an unknown one.
[[nodiscard]] const Template& help_text(std::string_view topic);

}  // namespace crossfoot::cli
