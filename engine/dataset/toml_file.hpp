// One TOML file of a dataset, parsed: its tree and where each node and key stands, byte for byte.
// For the .cpp files of this room only, since it shows toml++.
#pragma once

#include <toml++/toml.h>

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/dataset/load.hpp"
#include "engine/text/diagnostic.hpp"
#include "engine/text/source.hpp"

namespace crossfoot::loading {

// Turns the parser's places (line, column in characters) into bytes. Long lines are indexed once, so
// that a file of one line costs no more than one of many.
class ByteIndex {
public:
    explicit ByteIndex(const SourceFile& source) : source_(&source) {}
    [[nodiscard]] std::uint32_t offset(std::uint32_t line, std::uint32_t column) const;

private:
    static constexpr std::uint32_t kStride = 64;   // characters between two marks of a long line

    const SourceFile* source_;
    // Line → bytes of its characters 0, 64, 128 …
    mutable std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> marks_;
};

class TomlFile {
public:
    // Parses the file; problems (XF103, XF105, XF115) go to `problems`, and then there is nothing.
    [[nodiscard]] static std::optional<TomlFile> parse(FileId id, const SourceFile& source, const LoadLimits& limits,
                                                       Diagnostics& problems);

    [[nodiscard]] FileId id() const { return id_; }
    [[nodiscard]] const toml::table& root() const { return root_; }
    [[nodiscard]] std::string_view name() const { return source_->name(); }

    // A value as it is written; a table: its header or inline table.
    [[nodiscard]] Span span(const toml::node& node) const;
    [[nodiscard]] Span span(const toml::key& key) const;
    [[nodiscard]] std::string_view lexeme(const toml::node& node) const;

private:
    TomlFile(FileId id, const SourceFile& source, toml::table root);
    [[nodiscard]] Span span(const toml::source_region& region) const;

    FileId id_;
    const SourceFile* source_;
    ByteIndex index_;
    toml::table root_;
};

}  // namespace crossfoot::loading
