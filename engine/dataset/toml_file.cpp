#include "engine/dataset/toml_file.hpp"

#include <algorithm>

#include "engine/dataset/messages.hpp"
#include "engine/dataset/nesting.hpp"
#include "engine/dataset/syntax_error.hpp"

namespace crossfoot::loading {

namespace {

std::uint32_t next_character(std::string_view text, std::uint32_t at) {
    do ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U);
    return at;
}

}  // namespace

std::uint32_t ByteIndex::offset(std::uint32_t line, std::uint32_t column) const {
    const std::string_view text = source_->text();
    const std::uint32_t begin = source_->line_begin(line);
    const auto line_end = static_cast<std::uint32_t>(
        line < source_->line_count() ? source_->line_begin(line + 1) : text.size());
    if (column <= 1) return begin;
    std::uint32_t at = begin;
    std::uint32_t left = column - 1;
    if (line_end - begin > 8 * kStride) {
        std::vector<std::uint32_t>& marks = marks_[line];
        if (marks.empty()) {
            std::uint32_t characters = 0;
            for (std::uint32_t each = begin; each < line_end; each = next_character(text, each))
                if (characters++ % kStride == 0) marks.push_back(each);
        }
        const std::size_t mark = std::min<std::size_t>(left / kStride, marks.size() - 1);
        at = marks[mark];
        left -= static_cast<std::uint32_t>(mark) * kStride;
    }
    for (; left > 0 && at < line_end; --left) at = next_character(text, at);
    return at;
}

std::optional<TomlFile> TomlFile::parse(FileId id, const SourceFile& source, const LoadLimits& limits,
                                        Diagnostics& problems) {
    if (const auto at = first_too_deep(source.text(), limits.depth)) {
        problems.add(Code::XF115, {id, *at, *at + 1}, Message(messages::too_deep, limits.depth));
        return std::nullopt;
    }
    // The library is built to throw for broken TOML; the exception ends here.
    try {
        return TomlFile(id, source, toml::parse(source.text()));
    } catch (const toml::parse_error& error) {
        const auto [line, column] = error.source().begin;
        problems.add(syntax_error(id, source, ByteIndex(source).offset(line, column), error.description()));
        return std::nullopt;
    }
}

TomlFile::TomlFile(FileId id, const SourceFile& source, toml::table root)
    : id_(id), source_(&source), index_(source), root_(std::move(root)) {}

Span TomlFile::span(const toml::source_region& region) const {
    const std::uint32_t begin = index_.offset(region.begin.line, region.begin.column);
    const std::uint32_t end = index_.offset(region.end.line, region.end.column);
    return {id_, begin, std::max(begin, end)};
}

Span TomlFile::span(const toml::node& node) const {
    const toml::source_region& region = node.source();
    // An array of tables goes on to its last table for the parser; for a reader it stands where its first header does.
    if (const toml::array* rows = node.as_array(); rows != nullptr && !rows->empty()) {
        const toml::source_region& first = rows->front().source();
        if (first.begin == region.begin) return span(first);
    }
    return span(region);
}

Span TomlFile::span(const toml::key& key) const { return span(key.source()); }

std::string_view TomlFile::lexeme(const toml::node& node) const {
    const Span place = span(node);
    return source_->text().substr(place.begin, place.end - place.begin);
}

}  // namespace crossfoot::loading
