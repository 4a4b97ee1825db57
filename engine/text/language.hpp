// The languages that crossfoot reads numerals in and speaks messages in.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace crossfoot {

enum class Language : std::uint8_t { en, fr };

// "en" or "fr"; anything else is nullopt.
[[nodiscard]] constexpr std::optional<Language> language_from(std::string_view name) {
    if (name == "en") return Language::en;
    if (name == "fr") return Language::fr;
    return std::nullopt;
}

[[nodiscard]] constexpr std::string_view to_string(Language language) {
    return language == Language::fr ? "fr" : "en";
}

}  // namespace crossfoot
