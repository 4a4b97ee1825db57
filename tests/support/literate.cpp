#include "tests/support/literate.hpp"

#include <algorithm>
#include <sstream>

namespace crossfoot::testing {
namespace {

std::size_t fence_length(std::string_view line) {
    const std::size_t length = std::min(line.find_first_not_of('`'), line.size());
    return length >= 3 ? length : 0;
}

void read_info(Block& block, std::string_view info) {
    block.info = std::string(info);
    std::istringstream words{block.info};
    words >> block.kind;
    for (std::string word; words >> word;) {
        const std::size_t equals = word.find('=');
        if (equals == std::string::npos) block.words.push_back(word);
        else block.attributes[word.substr(0, equals)] = word.substr(equals + 1);
    }
}

}  // namespace

bool Block::has(std::string_view word) const { return std::find(words.begin(), words.end(), word) != words.end(); }

std::optional<std::string> Block::attribute(const std::string& name) const {
    const auto found = attributes.find(name);
    if (found == attributes.end()) return std::nullopt;
    return found->second;
}

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

Document read_document(std::string path, std::string_view text) {
    Document document;
    document.path = std::move(path);
    document.lines = lines_of(text);
    document.preamble.first_line = 1;
    Scene* scene = &document.preamble;
    std::optional<Block> open;
    std::size_t open_fence = 0;
    for (std::size_t number = 1; number <= document.lines.size(); ++number) {
        const std::string& line = document.lines[number - 1];
        const std::size_t fence = fence_length(line);
        if (open) {
            if (fence >= open_fence && fence == line.size()) {
                open->last_line = number;
                scene->blocks.push_back(std::move(*open));
                open.reset();
            } else {
                open->content += line + "\n";
            }
        } else if (fence > 0) {
            open.emplace();
            open->first_line = number;
            open_fence = fence;
            read_info(*open, std::string_view(line).substr(fence));
        } else if (line.starts_with("# ") && document.title.empty()) {
            document.title = line.substr(2);
        } else if (line.starts_with("## ")) {
            document.scenes.push_back({line.substr(3), number, number, {}});
            scene = &document.scenes.back();
        }
        scene->last_line = number;
    }
    if (open) document.problems.push_back("line " + std::to_string(open->first_line) + ": this block is not closed");
    if (document.title.empty()) document.problems.emplace_back("there is no heading that begins with `# `");
    return document;
}

std::string with_edits(const Document& document, std::vector<Edit> edits) {
    std::stable_sort(edits.begin(), edits.end(), [](const Edit& a, const Edit& b) { return a.first < b.first; });
    std::string out;
    std::size_t next = 1;
    const auto copy_until = [&](std::size_t line) {
        for (; next < line && next <= document.lines.size(); ++next) out += document.lines[next - 1] + "\n";
    };
    for (const Edit& edit : edits) {
        copy_until(edit.first);
        for (const std::string& line : edit.lines) out += line + "\n";
        next = std::max(next, edit.last + 1);
    }
    copy_until(document.lines.size() + 1);
    return out;
}

std::vector<std::string> fenced(const std::string& info, std::string_view content) {
    std::vector<std::string> lines = lines_of(content);
    std::size_t length = 3;
    for (const std::string& line : lines) length = std::max(length, fence_length(line) + 1);
    const std::string fence(length, '`');
    lines.insert(lines.begin(), fence + info);
    lines.push_back(fence);
    return lines;
}

}  // namespace crossfoot::testing
