#include "engine/text/source.hpp"

#include <algorithm>
#include <cassert>
#include <cstring>

namespace crossfoot {

Span cover(Span a, Span b) {
    assert(a.file == b.file);
    return {a.file, std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

SourceFile::SourceFile(std::string name, std::string text) : name_(std::move(name)), text_(std::move(text)) {
    line_begins_.push_back(0);
    for (std::size_t at = text_.find('\n'); at != std::string::npos; at = text_.find('\n', at + 1))
        line_begins_.push_back(static_cast<std::uint32_t>(at + 1));
}

Position SourceFile::position(std::uint32_t offset) const {
    offset = std::min(offset, static_cast<std::uint32_t>(text_.size()));
    const auto after = std::upper_bound(line_begins_.begin(), line_begins_.end(), offset);
    const auto line = static_cast<std::uint32_t>(after - line_begins_.begin());
    const std::uint32_t begin = line_begins_[line - 1];
    const std::uint32_t number = line <= numbers_.size() ? numbers_[line - 1] : line;
    return {number, 1 + character_count(std::string_view(text_).substr(begin, offset - begin))};
}

std::uint32_t SourceFile::line_count() const {
    return numbers_.empty() ? static_cast<std::uint32_t>(line_begins_.size()) : numbers_.back();
}

void SourceFile::hold_lines(std::string text, std::vector<std::uint32_t> numbers) {
    text_ = std::move(text);
    numbers_ = std::move(numbers);
    line_begins_.assign(1, 0);
    for (std::size_t at = text_.find('\n'); at != std::string::npos; at = text_.find('\n', at + 1))
        line_begins_.push_back(static_cast<std::uint32_t>(at + 1));
}

std::uint32_t SourceFile::held(std::uint32_t line) const {
    if (numbers_.empty()) return line;
    const auto found = std::lower_bound(numbers_.begin(), numbers_.end(), line);
    return found != numbers_.end() && *found == line ? static_cast<std::uint32_t>(found - numbers_.begin()) + 1 : 0;
}

std::string_view SourceFile::line(std::uint32_t line) const {
    line = held(line);
    if (line == 0 || line > line_begins_.size()) return {};
    const std::uint32_t begin = line_begins_[line - 1];
    const std::size_t end = line < line_begins_.size() ? line_begins_[line] - 1 : text_.size();
    std::string_view view = std::string_view(text_).substr(begin, end - begin);
    if (!view.empty() && view.back() == '\r') view.remove_suffix(1);
    return view;
}

std::uint32_t SourceFile::line_begin(std::uint32_t line) const {
    if (line == 0) return 0;
    if (!numbers_.empty()) {   // of a line that is not held: where it would stand
        const auto next = std::lower_bound(numbers_.begin(), numbers_.end(), line);
        line = static_cast<std::uint32_t>(next - numbers_.begin()) + 1;
    }
    return line <= line_begins_.size() ? line_begins_[line - 1] : static_cast<std::uint32_t>(text_.size());
}

SourceMap::SourceMap(const SourceMap& other) {
    files_.reserve(other.files_.size());
    for (const auto& file : other.files_) files_.push_back(std::make_unique<SourceFile>(*file));
}

FileId SourceMap::add(std::string name, std::string text) {
    files_.push_back(std::make_unique<SourceFile>(std::move(name), std::move(text)));
    return static_cast<FileId>(files_.size() - 1);
}

std::string_view SourceMap::text(Span span) const {
    const std::string_view whole = file(span.file).text();
    const std::size_t begin = std::min<std::size_t>(span.begin, whole.size());
    return whole.substr(begin, std::min<std::size_t>(span.end, whole.size()) - begin);
}

std::uint32_t character_count(std::string_view text) {
    std::uint32_t count = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if ((byte & 0xC0U) != 0x80U) ++count;
    }
    return count;
}

namespace {

bool continuation(std::string_view text, std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
}

// The length of the well-formed character at `at`, or 0.
std::size_t character_length(std::string_view text, std::size_t at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const auto second = at + 1 < text.size() ? static_cast<unsigned char>(text[at + 1]) : 0U;
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead <= 0xDF) return continuation(text, at + 1) ? 2 : 0;
    if (lead >= 0xE0 && lead <= 0xEF) {
        if (lead == 0xE0 && second < 0xA0) return 0;   // overlong
        if (lead == 0xED && second > 0x9F) return 0;   // surrogate
        return continuation(text, at + 1) && continuation(text, at + 2) ? 3 : 0;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        if (lead == 0xF0 && second < 0x90) return 0;   // overlong
        if (lead == 0xF4 && second > 0x8F) return 0;   // above U+10FFFF
        return continuation(text, at + 1) && continuation(text, at + 2) && continuation(text, at + 3) ? 4 : 0;
    }
    return 0;
}

}  // namespace

std::size_t first_malformed_utf8(std::string_view text) {
    constexpr std::uint64_t kBeyondAscii = 0x8080808080808080U;
    for (std::size_t at = 0; at < text.size();) {
        // Nearly all is ASCII: eight characters at a time.
        std::uint64_t eight = kBeyondAscii;
        if (text.size() - at >= sizeof eight) std::memcpy(&eight, text.data() + at, sizeof eight);
        if ((eight & kBeyondAscii) == 0) {
            at += sizeof eight;
            continue;
        }
        const std::size_t length = character_length(text, at);
        if (length == 0) return at;
        at += length;
    }
    return std::string_view::npos;
}

}  // namespace crossfoot
