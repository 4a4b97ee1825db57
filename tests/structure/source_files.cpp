#include "tests/structure/source_files.hpp"

#include <algorithm>
#include <cctype>
#include <filesystem>

#include "tests/support/case.hpp"
#include "tests/support/places.hpp"

namespace crossfoot::testing {

std::string SourceText::directory() const { return path.substr(0, path.rfind('/')); }

std::string SourceText::room() const {
    if (path.starts_with("reports/")) return "reports";
    const std::size_t begin = std::string_view("engine/").size();
    return path.substr(begin, path.find('/', begin) - begin);
}

std::vector<SourceText> engine_sources() {
    namespace fs = std::filesystem;
    const fs::path project = testing::source_directory();
    std::vector<SourceText> sources;
    for (const char* directory : {"engine", "reports"})
        for (const auto& entry : fs::recursive_directory_iterator(project / directory)) {
            const std::string extension = entry.path().extension().string();
            if (extension != ".hpp" && extension != ".cpp" && extension != ".def") continue;
            sources.push_back({fs::relative(entry.path(), project).generic_string(), lines_of(read_file(entry.path()))});
        }
    std::sort(sources.begin(), sources.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
    return sources;
}

std::string included(std::string_view line) {
    constexpr std::string_view kInclude = "#include ";
    if (!line.starts_with(kInclude)) return {};
    line.remove_prefix(kInclude.size());
    const char close = line.front() == '<' ? '>' : '"';
    return std::string(line.substr(0, line.find(close, 1) + 1));
}

std::vector<std::string> code_lines(const SourceText& source) {
    std::vector<std::string> out;
    bool in_comment = false;
    for (const std::string& line : source.lines) {
        std::string code;
        char quote = 0;
        for (std::size_t i = 0; i < line.size(); ++i) {
            if (in_comment) {
                if (line.compare(i, 2, "*/") == 0) in_comment = false, ++i;
            } else if (quote != 0) {
                if (line[i] == '\\') ++i;
                else if (line[i] == quote) quote = 0;
            } else if (line.compare(i, 2, "//") == 0) {
                break;
            } else if (line.compare(i, 2, "/*") == 0) {
                in_comment = true;
                ++i;
            } else if (line[i] == '"' || (line[i] == '\'' && (i == 0 || std::isalnum(static_cast<unsigned char>(line[i - 1])) == 0))) {
                quote = line[i];   // an apostrophe after a digit groups digits
            } else {
                code += line[i];
            }
        }
        out.push_back(std::move(code));
    }
    return out;
}

}  // namespace crossfoot::testing
