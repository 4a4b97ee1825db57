// What the stages of a load share: the dataset being built, the problems found, what the manifest
// declares. For the .cpp files of this room only.
#pragma once

#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/dataset/load.hpp"
#include "engine/dataset/markers.hpp"
#include "engine/dataset/toml_file.hpp"
#include "engine/text/diagnostic.hpp"

namespace crossfoot::loading {

// The names of `_columns`, with the place where each stands.
struct Columns {
    std::vector<std::pair<std::string, Span>> names;
    [[nodiscard]] Span span() const { return cover(names.front().second, names.back().second); }
};

// What is in force for the values of a table and all below: declarations and the scope of descriptions.
struct Context {
    Reading reading;
    bool text = false;                  // `_text`
    const Columns* columns = nullptr;   // `_columns`, kept by Loading
    std::uint32_t scope = 0;
};

struct Loading {
    Dataset& dataset;
    Diagnostics& problems;
    const LoadLimits& limits;
    Markers markers;
    std::map<std::string, Rational> widths;   // of qualifiers
    std::deque<Columns> columns;              // keeps its addresses
    bool language_known = true;               // else what would be said of figures would be wrong
};

// A value with the file in which it stands.
struct Value {
    const TomlFile* file;
    const toml::node* node;

    [[nodiscard]] Span span() const { return file->span(*node); }
    [[nodiscard]] std::string_view lexeme() const { return file->lexeme(*node); }
    [[nodiscard]] const std::string* string() const {
        const auto* value = node->as_string();
        return value == nullptr ? nullptr : &value->get();
    }
    // Bytes [begin, end) of a string value.
    [[nodiscard]] Span inside(std::uint32_t begin, std::uint32_t end) const;
};

// The tables, one a file, that make up one table of the dataset.
struct Part {
    const TomlFile* file;
    const toml::table* table;
};
using Parts = std::vector<Part>;

struct Member {
    std::string_view key;
    const toml::key* at;
    Value value;    // of the first file that has it
    Parts parts;    // where it is a table

    [[nodiscard]] Span key_span() const { return value.file->span(*at); }
    [[nodiscard]] bool describes() const { return key.starts_with('_'); }
};

// All members of a table by key bytes. What two files define and cannot be joined (anything but tables
// with headers of their own) is XF105, and the first is kept.
// `listed` names the key that every file may have; of it the first file's is kept.
[[nodiscard]] std::vector<Member> members(const Parts& parts, Diagnostics& problems, std::string_view listed = {});

// What was found, for "`x` is …": the value as it is written, or "a table".
[[nodiscard]] Message found_value(const Value& value);

// Adds "`key` is …; expected …" at the value.
Diagnostic& misfit(Loading& loading, Code code, std::string_view key, const Value& value, Message expected);

// Adds what is wrong with a numeral at its exact place inside the string.
void numeral_problem(Loading& loading, const NumeralError& error, const Value& value, std::uint32_t shift = 0);

// Adds the nearest of `known` as help, where one is near enough.
void suggest_nearest(Diagnostic& diagnostic, std::string_view name, const std::vector<std::string_view>& known);

}  // namespace crossfoot::loading
