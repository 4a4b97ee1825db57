// The project's own C++ files, for tests that read them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace crossfoot::testing {

struct SourceText {
    std::string path;                 // from the project's root: "engine/text/codes.cpp"
    std::vector<std::string> lines;

    [[nodiscard]] bool is_header() const { return path.ends_with(".hpp"); }
    // "text", "checking", "cli", "reports"; a directory inside a room belongs to it.
    [[nodiscard]] std::string room() const;
    [[nodiscard]] std::string directory() const;
};

// All of engine/ and reports/, by path.
[[nodiscard]] std::vector<SourceText> engine_sources();

// What stands between the quotes or angle brackets of an #include, with them; empty for another line.
[[nodiscard]] std::string included(std::string_view line);

// The lines without comments and without what stands in quotes; good enough to look for words in code.
[[nodiscard]] std::vector<std::string> code_lines(const SourceText& source);

}  // namespace crossfoot::testing
