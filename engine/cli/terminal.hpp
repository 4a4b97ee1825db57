// What the program is told by its surroundings: locale, terminal, width, colour. Asked once, passed on.
#pragma once

#include <cstdint>
#include <optional>

#include "engine/text/language.hpp"

namespace crossfoot::cli {

enum class ColorChoice : std::uint8_t { automatic, always, never };

// One of the two output streams.
struct Stream {
    bool terminal = false;
    unsigned width = 0;  // in cells; 0 where it is no terminal
};

struct Surroundings {
    Language locale = Language::en;  // LC_ALL, else LC_MESSAGES, else LANG: French where it begins with `fr`
    bool no_color = false;           // NO_COLOR is set and not empty, or TERM is `dumb`
    Stream out, err;
    std::int32_t today = 0;          // days since 1970-01-01 (UTC): SOURCE_DATE_EPOCH where it is set, else the clock
};

[[nodiscard]] Surroundings surroundings();

// `--color always` wins over NO_COLOR; `auto` colours a terminal.
[[nodiscard]] bool colored(const Stream& stream, ColorChoice choice, const Surroundings& surroundings);

}  // namespace crossfoot::cli
