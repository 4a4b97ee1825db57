// Lines and columns of many spans: the same answers as SourceMap::position, but a long line is not counted
// from its beginning each time (a dataset may well be one line of a megabyte).
#pragma once

#include <map>
#include <utility>
#include <vector>

#include "engine/text/source.hpp"

namespace crossfoot::reports {

class Places {
public:
    explicit Places(const SourceMap& sources) : sources_(&sources) {}
    [[nodiscard]] const SourceMap& sources() const { return *sources_; }
    // Line and column of the first byte of a valid span.
    [[nodiscard]] Position at(Span span) { return at(span.file, span.begin); }
    [[nodiscard]] Position at(FileId file, std::uint32_t offset);

private:
    const SourceMap* sources_;
    // For lines longer than a step: the characters before each step of bytes.
    std::map<std::pair<FileId, std::uint32_t>, std::vector<std::uint32_t>> long_lines_;
};

}  // namespace crossfoot::reports
