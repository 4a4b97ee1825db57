// The catalogue of codes: what can be wrong, stable over versions. The list is codes.def.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "engine/text/language.hpp"

namespace crossfoot {

enum class Code : std::uint16_t {
#define CROSSFOOT_CODE(number, en, fr) XF##number = number,
#include "engine/text/codes.def"
#undef CROSSFOOT_CODE
};

struct CodeEntry {
    Code code;
    std::string_view name;     // "XF101"
    std::string_view en, fr;   // one line
    [[nodiscard]] std::string_view title(Language language) const { return language == Language::fr ? fr : en; }
};

// Every code, ascending.
[[nodiscard]] std::span<const CodeEntry> code_catalogue();
[[nodiscard]] const CodeEntry& entry(Code code);
[[nodiscard]] std::string_view name(Code code);
// "XF101" or "xf101" or "101".
[[nodiscard]] std::optional<Code> code_from(std::string_view name);
// Warnings are shown and stop nothing; all other codes are errors.
[[nodiscard]] bool is_warning(Code code);

}  // namespace crossfoot
