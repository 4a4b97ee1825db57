#include "engine/cli/code_texts.hpp"

#include <algorithm>
#include <vector>

#include "engine/cli/messages.hpp"
#include "reports/cells.hpp"

namespace crossfoot::cli {
namespace {

constexpr std::string_view kFrench = "## Français";
constexpr std::string_view kFence = "```";
constexpr unsigned kWidest = 100;  // longer lines are hard to read

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> out;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        out.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

// What follows `key` in the opening line of a fenced block, up to a space.
std::string_view attribute(std::string_view fence, std::string_view key) {
    const std::size_t at = fence.find(key);
    if (at == std::string_view::npos) return {};
    const std::string_view rest = fence.substr(at + key.size());
    return rest.substr(0, rest.find(' '));
}

class Layout {
public:
    explicit Layout(const reports::Page& page) : page_(page) {
        width_ = page.width == 0 ? kWidest : std::min(page.width, kWidest);
    }

    void lay_out(std::string_view part) {
        for (const std::string_view line : lines_of(part)) {
            if (in_block_) block_line(line);
            else if (line.starts_with(kFence)) begin_block(line.substr(kFence.size()));
            else if (line.starts_with("#")) heading(line);
            else if (line.empty()) end_paragraph();
            else paragraph_.append(paragraph_.empty() ? "" : " ").append(line);
        }
        end_paragraph();
    }
    [[nodiscard]] std::string take() { return std::move(out_); }

private:
    void blank() {
        if (!out_.empty() && !out_.ends_with("\n\n")) out_ += "\n";
    }
    void end_paragraph() {
        // The title, said in bold at the head of a part, stands above already.
        const bool title = paragraph_.starts_with("**") && paragraph_.ends_with("**");
        if (!paragraph_.empty() && !title) {
            blank();
            for (const std::string& line : reports::wrapped(paragraph_, width_)) out_.append(line).append("\n");
        }
        paragraph_.clear();
    }
    void heading(std::string_view line) {
        end_paragraph();
        line.remove_prefix(std::min(line.find_first_not_of("# "), line.size()));
        std::string said(line);
        if (line == "Example") said = words::example.in(page_.language);
        if (line == "Corrected") said = words::corrected.in(page_.language);
        blank();
        out_.append(paint(page_, reports::Style::bold, said)).append("\n");
    }
    void begin_block(std::string_view fence) {
        end_paragraph();
        blank();
        in_block_ = true;
        command_ = fence.starts_with("cmd");
        const std::string_view file = attribute(fence, "file=");
        if (!file.empty()) out_.append("  ").append(paint(page_, reports::Style::quiet, file)).append("\n");
    }
    void block_line(std::string_view line) {
        if (line.starts_with(kFence)) in_block_ = false;
        else if (line.empty()) out_ += "\n";
        else out_.append("    ").append(command_ ? "crossfoot " : "").append(line).append("\n");
    }

    const reports::Page& page_;
    unsigned width_;
    std::string out_, paragraph_;
    bool in_block_ = false, command_ = false;
};

std::string_view without_title(std::string_view part) {
    const std::size_t end = part.find('\n');
    return end == std::string_view::npos ? std::string_view() : part.substr(end + 1);
}

// The text up to its first heading, and the rest.
std::pair<std::string_view, std::string_view> at_heading(std::string_view part) {
    const std::size_t heading = std::min(part.find("\n## "), part.size());
    return {part.substr(0, heading), part.substr(heading)};
}

}  // namespace

std::string lay_out_document(std::string_view document, const reports::Page& page) {
    const std::size_t split = std::min(document.find(kFrench), document.size());
    const auto [prose, examples] = at_heading(without_title(document.substr(0, split)));
    const std::string_view french = without_title(document.substr(split));
    const bool in_french = page.language == Language::fr && !french.empty();
    Layout layout(page);
    layout.lay_out(in_french ? french : prose);
    if (!in_french || french.find(kFence) == std::string_view::npos) layout.lay_out(examples);
    return layout.take();
}

}  // namespace crossfoot::cli
