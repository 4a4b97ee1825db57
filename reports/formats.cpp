#include "reports/formats.hpp"

#include <algorithm>
#include <array>

#include "reports/github.hpp"
#include "reports/gitlab.hpp"
#include "reports/html/page.hpp"
#include "reports/json.hpp"
#include "reports/junit.hpp"
#include "reports/markdown.hpp"
#include "reports/sarif.hpp"
#include "reports/text.hpp"

namespace crossfoot::reports {
namespace {

constexpr auto kFormats = std::to_array<FormatEntry>({
    {Format::text, "text", false, render_text},
    {Format::json, "json", false, render_json},
    {Format::sarif, "sarif", false, render_sarif},
    {Format::junit, "junit", true, render_junit},
    {Format::markdown, "markdown", false, render_markdown},
    {Format::github, "github", false, render_github},
    {Format::gitlab, "gitlab", false, render_gitlab},
    {Format::html, "html", true, render_html},
});

}  // namespace

std::span<const FormatEntry> formats() { return kFormats; }

const FormatEntry& entry(Format format) { return kFormats[static_cast<std::size_t>(format)]; }

const FormatEntry* find_format(std::string_view name) {
    const auto found = std::find_if(kFormats.begin(), kFormats.end(), [&](const auto& each) { return each.name == name; });
    return found == kFormats.end() ? nullptr : &*found;
}

}  // namespace crossfoot::reports
