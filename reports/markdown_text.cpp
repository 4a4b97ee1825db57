#include "reports/markdown_text.hpp"

#include <algorithm>

#include "reports/cells.hpp"

namespace crossfoot::reports {
namespace {

constexpr std::string_view kBreak = "<!-- -->";

// The longest run of backticks.
std::size_t longest_fence(std::string_view text) {
    std::size_t longest = 0;
    std::size_t run = 0;
    for (const char byte : text) {
        run = byte == '`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    return longest;
}

// A bar ends a cell even inside code, unless it is escaped.
std::string bars_escaped(std::string_view text) {
    std::string out;
    for (const char byte : text) out.append(byte == '|' ? "\\" : "").append(1, byte);
    return out;
}

bool begins(std::string_view text, std::string_view lower) {
    if (text.size() < lower.size()) return false;
    return std::equal(lower.begin(), lower.end(), text.begin(), [](char want, char is) {
        return (is >= 'A' && is <= 'Z' ? static_cast<char>(is - 'A' + 'a') : is) == want;
    });
}

void append_plain(std::string& out, std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char byte = text[i];
        if (byte == '&') out += "&amp;";
        else if (byte == '<') out += "&lt;";
        else if (byte == '>') out += "&gt;";
        else if (byte == '@' || byte == '#') out.append("\\").append(1, byte).append(kBreak);
        else if (std::string_view("\\`*_~[]|$").find(byte) != std::string_view::npos) out.append("\\").append(1, byte);
        else if (begins(text.substr(i), "://")) out.append(":").append(kBreak);
        else if (begins(text.substr(i), "www.")) out.append(text.substr(i, 3)).append(kBreak), i += 2;
        else if (begins(text.substr(i), "gh-")) out.append(text.substr(i, 2)).append(kBreak), i += 1;
        else out += byte;
    }
}

}  // namespace

std::string markdown_text(std::string_view text) {
    const std::string line = clean(text);
    std::string out;
    std::string_view rest = line;
    while (!rest.empty()) {
        const std::size_t open = rest.find('`');
        const std::size_t close = open == std::string_view::npos ? open : rest.find('`', open + 1);
        if (close == std::string_view::npos) break;
        append_plain(out, rest.substr(0, open));
        const std::string_view code = rest.substr(open + 1, close - open - 1);
        // Two backticks together would begin a longer fence.
        if (code.empty()) out += "\\`\\`";
        else out.append(markdown_code(code));
        rest.remove_prefix(close + 1);
    }
    append_plain(out, rest);
    return out;
}

std::string markdown_code(std::string_view text) {
    std::string code = bars_escaped(clean(text));
    if (code.empty()) return code;
    const std::size_t fence = longest_fence(code) + 1;
    // Spaces at both ends keep a backtick apart from the fence; a reader takes them off.
    if (fence > 1 || code.front() == ' ' || code.back() == ' ') code.insert(0, " ").append(" ");
    return std::string(fence, '`').append(code).append(fence, '`');
}

std::string markdown_block(std::string_view lines) {
    const std::string fence(std::max<std::size_t>(3, longest_fence(lines) + 1), '`');
    std::string out = fence + "text\n";
    out.append(lines);
    if (!lines.ends_with('\n')) out += '\n';
    return out.append(fence).append("\n");
}

}  // namespace crossfoot::reports
