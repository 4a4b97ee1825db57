// The report as a comment of a pull request, in GitHub Flavored Markdown: one line that sums up, a table of the
// contradictions, worst first, and what stands behind them folded away.
#pragma once

#include <string>

#include "reports/material.hpp"
#include "reports/page.hpp"

namespace crossfoot::reports {

// GitHub takes comments of at most 65,536 characters; the rest is for what a tool puts around the report.
inline constexpr std::size_t kMostMarkdown = 64'000;

// The whole comment, at most `kMostMarkdown` bytes however many findings there are; what is left out is counted. It
// begins with a hidden line `<!-- crossfoot -->`, by which a tool finds the comment that it wrote before.
[[nodiscard]] std::string render_markdown(const Material& material, const Page& page);

}  // namespace crossfoot::reports
