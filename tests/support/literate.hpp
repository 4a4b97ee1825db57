// Literate cases: Markdown whose fenced blocks are the files of a case, what to run and what to expect; the
// prose around them says why. The format is described for authors in tests/golden/README.md.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace crossfoot::testing {

// A fenced block. Of "```toml file=report.toml latin1" kind is "toml", attributes {file: report.toml}, words [latin1].
struct Block {
    std::string kind;
    std::vector<std::string> words;
    std::map<std::string, std::string> attributes;
    std::string info;              // the whole info string, as written
    std::string content;           // each line with its line end
    std::size_t first_line = 0;    // of the opening fence, from 1
    std::size_t last_line = 0;     // of the closing fence

    [[nodiscard]] bool has(std::string_view word) const;
    [[nodiscard]] std::optional<std::string> attribute(const std::string& name) const;
};

// The blocks under one heading of the second level.
struct Scene {
    std::string heading;
    std::size_t first_line = 0;
    std::size_t last_line = 0;
    std::vector<Block> blocks;
};

struct Document {
    std::string path;
    std::vector<std::string> lines;
    std::string title;                  // the heading of the first level
    Scene preamble;                     // what stands before the first heading of the second level
    std::vector<Scene> scenes;
    std::vector<std::string> problems;  // a fence that is not closed, no title
};

// Never fails: what is wrong is listed in `problems`.
[[nodiscard]] Document read_document(std::string path, std::string_view text);

// The lines of a text, without their line ends; a last empty line is not counted.
[[nodiscard]] std::vector<std::string> lines_of(std::string_view text);

// Changes to a document: lines [first, last] (from 1; first = last + 1 inserts before `first`) become `lines`.
struct Edit {
    std::size_t first = 0, last = 0;
    std::vector<std::string> lines;
};
// `edits` must not overlap.
[[nodiscard]] std::string with_edits(const Document& document, std::vector<Edit> edits);

// A block as lines, fenced so that its content cannot close it.
[[nodiscard]] std::vector<std::string> fenced(const std::string& info, std::string_view content);

}  // namespace crossfoot::testing
