#include "reports/places.hpp"

#include <algorithm>

namespace crossfoot::reports {
namespace {

constexpr std::uint32_t kStep = 4096;

// The line of an offset by bisection over line beginnings, which SourceFile gives one by one.
std::uint32_t line_of(const SourceFile& file, std::uint32_t offset) {
    std::uint32_t low = 1;
    std::uint32_t high = file.line_count();
    while (low < high) {
        const std::uint32_t middle = low + (high - low + 1) / 2;
        if (file.line_begin(middle) <= offset) low = middle;
        else high = middle - 1;
    }
    return low;
}

}  // namespace

Position Places::at(FileId id, std::uint32_t offset) {
    const SourceFile& file = sources_->file(id);
    offset = std::min(offset, static_cast<std::uint32_t>(file.text().size()));
    const std::uint32_t line = line_of(file, offset);
    const std::uint32_t begin = file.line_begin(line);
    const std::string_view before = file.text().substr(begin, offset - begin);
    if (before.size() < kStep) return {line, 1 + character_count(before)};

    std::vector<std::uint32_t>& counts = long_lines_[{id, line}];
    if (counts.empty()) counts.push_back(0);
    const std::size_t steps = before.size() / kStep;
    while (counts.size() <= steps)
        counts.push_back(counts.back() + character_count(before.substr((counts.size() - 1) * kStep, kStep)));
    return {line, 1 + counts[steps] + character_count(before.substr(steps * kStep))};
}

}  // namespace crossfoot::reports
