#include "reports/page.hpp"

namespace crossfoot::reports {
namespace {

// Bright variants: the dark ones of many terminals cannot be read on black.
constexpr std::string_view sequence(Style style) {
    switch (style) {
        case Style::plain: return "";
        case Style::bold: return "\x1b[1m";
        case Style::error: return "\x1b[1;91m";
        case Style::warning: return "\x1b[1;93m";
        case Style::info: return "\x1b[1;96m";
        case Style::good: return "\x1b[1;92m";
        case Style::quiet: return "\x1b[2m";
        case Style::gutter: return "\x1b[1;94m";
    }
    return "";
}

}  // namespace

std::string paint(const Page& page, Style style, std::string_view text) {
    if (!page.color || style == Style::plain || text.empty()) return std::string(text);
    return std::string(sequence(style)).append(text).append("\x1b[0m");
}

}  // namespace crossfoot::reports
