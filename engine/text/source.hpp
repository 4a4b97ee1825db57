// Source texts and places in them. A Span is a half-open range of bytes in one file of a SourceMap;
// line and column are computed only when something is shown. Lines and columns count from 1, columns
// count Unicode characters (a malformed byte counts as one), a tab is one column.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace crossfoot {

using FileId = std::uint32_t;
inline constexpr FileId kNoFile = 0xFFFFFFFFU;

// Bytes [begin, end) of a file. A default Span stands nowhere (valid() is false).
struct Span {
    FileId file = kNoFile;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    [[nodiscard]] bool valid() const { return file != kNoFile; }
    friend bool operator==(const Span&, const Span&) = default;
};

// The smallest span that covers both; they must stand in the same file.
[[nodiscard]] Span cover(Span a, Span b);

struct Position {
    std::uint32_t line = 0;    // from 1
    std::uint32_t column = 0;  // from 1, in Unicode characters
};

class SourceFile {
public:
    SourceFile(std::string name, std::string text);

    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] std::string_view text() const { return text_; }
    [[nodiscard]] Position position(std::uint32_t offset) const;
    [[nodiscard]] std::uint32_t line_count() const;
    // The text of line `line` (from 1) without its line end; empty past the last line.
    [[nodiscard]] std::string_view line(std::uint32_t line) const;
    // The byte offset where line `line` (from 1) begins.
    [[nodiscard]] std::uint32_t line_begin(std::uint32_t line) const;
    // From now on an excerpt of a file that is too large to be held: `text` is some of its lines, each with its line end,
    // `numbers` says which, ascending. Offsets are those of the excerpt; a line that is not held is empty.
    void hold_lines(std::string text, std::vector<std::uint32_t> numbers);

private:
    // The place of line `line` among those held, from 1; 0 where it is not.
    [[nodiscard]] std::uint32_t held(std::uint32_t line) const;

    std::string name_;
    std::string text_;
    std::vector<std::uint32_t> line_begins_;
    std::vector<std::uint32_t> numbers_;   // of an excerpt: the number of each line held
};

// All texts of a run. Files keep their address for the life of the map; ids are given in order of adding.
class SourceMap {
public:
    SourceMap() = default;
    SourceMap(const SourceMap& other);   // the texts are copied
    SourceMap(SourceMap&&) noexcept = default;
    SourceMap& operator=(SourceMap&&) noexcept = default;
    ~SourceMap() = default;

    // `name` is what messages show (a path as the user gave it). Texts over 4 GiB are the caller's error.
    FileId add(std::string name, std::string text);
    [[nodiscard]] const SourceFile& file(FileId id) const { return *files_.at(id); }
    [[nodiscard]] SourceFile& edit(FileId id) { return *files_.at(id); }
    [[nodiscard]] std::size_t size() const { return files_.size(); }
    [[nodiscard]] Position position(Span span) const { return file(span.file).position(span.begin); }
    [[nodiscard]] std::string_view text(Span span) const;

private:
    std::vector<std::unique_ptr<SourceFile>> files_;
};

// The number of Unicode characters in `text`; a malformed byte counts as one.
[[nodiscard]] std::uint32_t character_count(std::string_view text);

// The offset of the first byte that is not well-formed UTF-8 (RFC 3629), or npos.
[[nodiscard]] std::size_t first_malformed_utf8(std::string_view text);

}  // namespace crossfoot
