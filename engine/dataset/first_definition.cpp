#include "engine/dataset/first_definition.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "engine/dataset/toml_file.hpp"

namespace crossfoot::loading {

namespace {

using Path = std::vector<std::string>;

std::optional<toml::table> parsed(std::string_view text) {
    try {
        return toml::parse(text);
    } catch (const toml::parse_error&) {
        return std::nullopt;
    }
}

// The path that a statement on its own defines: "[a.b]" or "a.b = 0".
std::optional<Path> path_of(std::string_view statement) {
    const auto tree = parsed(statement);
    if (!tree) return std::nullopt;
    Path path;
    const toml::table* at = &*tree;
    while (at != nullptr && !at->empty()) {
        const auto only = at->begin();
        const toml::node& value = only->second;
        path.emplace_back(only->first.str());
        at = value.as_table();
        if (const toml::array* rows = value.as_array(); rows != nullptr && !rows->empty()) at = rows->front().as_table();
    }
    return path;
}

std::string_view stripped(std::string_view line) {
    const std::size_t first = line.find_first_not_of(" \t");
    return first == std::string_view::npos ? std::string_view{} : line.substr(first);
}

// The table that the lines before `line` have opened.
Path current_table(const SourceFile& source, std::uint32_t line) {
    for (std::uint32_t at = line; at-- > 1;) {
        if (!stripped(source.line(at)).starts_with('[')) continue;
        if (auto path = path_of(source.line(at))) return *std::move(path);   // else an element of a long array
    }
    return {};
}

// The key of the last step of `path` that `tree` has, where it is closed to what follows.
const toml::key* last_key(const toml::table& tree, const Path& path) {
    const toml::table* at = &tree;
    const toml::key* key = nullptr;
    for (const std::string& step : path) {
        if (at == nullptr) break;
        const auto found = at->find(step);
        if (found == at->end()) return at->is_inline() ? key : nullptr;
        key = &found->first;
        at = found->second.as_table();
        if (const toml::array* rows = found->second.as_array(); rows != nullptr && !rows->empty())
            at = rows->back().as_table();
    }
    return key;
}

// `key` of "key = …" up to the equals sign that ends it; the whole of a header.
std::string_view key_text(std::string_view statement) {
    if (statement.starts_with('[')) {
        const std::size_t close = statement.find_last_of(']');
        return close == std::string_view::npos ? statement : statement.substr(0, close + 1);
    }
    char quote = 0;
    std::size_t end = 0;
    for (; end < statement.size() && (quote != 0 || statement[end] != '='); ++end) {
        if (quote == 0 && (statement[end] == '"' || statement[end] == '\'')) quote = statement[end];
        else if (quote != 0 && statement[end] == quote) quote = 0;
    }
    while (end > 0 && (statement[end - 1] == ' ' || statement[end - 1] == '\t')) --end;
    return statement.substr(0, end);
}

// The parser speaks of a key and its value in their line; of a header where it begins, or from the line after it.
std::uint32_t statement_line(const SourceFile& source, std::uint32_t offset, std::string_view description) {
    const std::uint32_t line = source.position(offset).line;
    if (!description.starts_with("Error while parsing table header") || line == 1) return line;
    const auto quotes = [&](std::uint32_t at) {   // does this line hold the key that the parser quotes?
        const std::size_t begin = description.find('\''), end = description.rfind('\'');
        if (begin == std::string_view::npos || end <= begin + 1) return false;
        const std::string_view key = description.substr(begin + 1, end - begin - 1);
        return key_text(stripped(source.line(at))).find(key) != std::string_view::npos;
    };
    const bool header = offset < source.text().size() && source.text()[offset] == '[';
    return header && (quotes(line) || !quotes(line - 1)) ? line : line - 1;
}

}  // namespace

std::optional<TwiceDefined> first_definition(FileId id, const SourceFile& source, std::uint32_t offset,
                                             std::string_view description) {
    const std::uint32_t line = statement_line(source, offset, description);
    const std::string_view statement = stripped(source.line(line));
    const bool header = statement.starts_with('[');
    const std::string_view key = key_text(statement);
    const auto own = path_of(header ? std::string(key) : std::string(key) + " = 0");
    const auto before = parsed(source.text().substr(0, source.line_begin(line)));
    if (!own || !before) return std::nullopt;

    Path path = header ? Path{} : current_table(source, line);
    path.insert(path.end(), own->begin(), own->end());
    const toml::key* first = last_key(*before, path);
    if (first == nullptr) return std::nullopt;
    const auto begin = static_cast<std::uint32_t>(statement.data() - source.text().data());
    const ByteIndex index(source);
    const toml::source_region& at = first->source();
    return TwiceDefined{std::string(key), {id, begin, begin + static_cast<std::uint32_t>(key.size())},
                        {id, index.offset(at.begin.line, at.begin.column), index.offset(at.end.line, at.end.column)}};
}

}  // namespace crossfoot::loading
