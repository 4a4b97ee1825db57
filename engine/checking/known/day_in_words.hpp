// A day as a sentence says it: "1 January 2030", "1er janvier 2030".
#pragma once

#include <cstdint>

#include "engine/text/message.hpp"

namespace crossfoot {

// `day`: days since 1970-01-01.
[[nodiscard]] Message day_in_words(std::int32_t day);

}  // namespace crossfoot
