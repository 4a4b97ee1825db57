// The formats that a report can be written in, in one table: name, renderer, and what it has to be given.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "reports/material.hpp"
#include "reports/page.hpp"

namespace crossfoot::reports {

enum class Format : std::uint8_t { text, json, sarif, junit, markdown, github, gitlab, html };

struct FormatEntry {
    Format format;
    std::string_view name;       // as `--format` takes it
    bool every_instance;         // needs what holds, too (CheckOptions::keep_holding), whatever page.all says
    std::string (*render)(const Material& material, const Page& page);   // the whole document, ended by a line end
};

// In the order in which help names them.
[[nodiscard]] std::span<const FormatEntry> formats();
[[nodiscard]] const FormatEntry& entry(Format format);
[[nodiscard]] const FormatEntry* find_format(std::string_view name);   // null where there is none

}  // namespace crossfoot::reports
