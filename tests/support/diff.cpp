#include "tests/support/diff.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "tests/support/literate.hpp"

namespace crossfoot::testing {
namespace {

struct Step {
    char sign;               // ' ', '-' or '+'
    const std::string* line;
};

std::vector<std::string> marked_lines(std::string_view text) {
    std::vector<std::string> lines = lines_of(text);
    if (!text.empty() && text.back() != '\n') lines.back() += "\n\\ No newline at end of file";
    return lines;
}

// The common ends are cut off first; what remains is small where a test fails for one reason. Texts that
// differ nearly everywhere are shown as a whole instead of aligned.
std::vector<Step> align(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    std::size_t head = 0, tail = 0;
    while (head < a.size() && head < b.size() && a[head] == b[head]) ++head;
    while (tail < a.size() - head && tail < b.size() - head && a[a.size() - 1 - tail] == b[b.size() - 1 - tail]) ++tail;
    const std::size_t rows = a.size() - head - tail, columns = b.size() - head - tail;
    std::vector<Step> steps;
    for (std::size_t i = 0; i < head; ++i) steps.push_back({' ', &a[i]});
    std::size_t i = 0, j = 0;
    if (rows * columns <= 4'000'000) {
        std::vector<std::size_t> common((rows + 1) * (columns + 1), 0);   // of the suffixes from (i, j)
        const auto at = [&](std::size_t r, std::size_t c) -> std::size_t& { return common[r * (columns + 1) + c]; };
        for (std::size_t r = rows; r-- > 0;)
            for (std::size_t c = columns; c-- > 0;)
                at(r, c) = a[head + r] == b[head + c] ? at(r + 1, c + 1) + 1 : std::max(at(r + 1, c), at(r, c + 1));
        while (i < rows && j < columns) {
            if (a[head + i] == b[head + j]) {
                steps.push_back({' ', &a[head + i]});
                ++i, ++j;
            } else if (at(i + 1, j) >= at(i, j + 1)) {
                steps.push_back({'-', &a[head + i++]});
            } else {
                steps.push_back({'+', &b[head + j++]});
            }
        }
    }
    while (i < rows) steps.push_back({'-', &a[head + i++]});
    while (j < columns) steps.push_back({'+', &b[head + j++]});
    for (std::size_t k = a.size() - tail; k < a.size(); ++k) steps.push_back({' ', &a[k]});
    return steps;
}

}  // namespace

std::string unified_diff(std::string_view expected, std::string_view actual) {
    if (expected == actual) return {};
    constexpr std::size_t kContext = 3;
    const std::vector<std::string> a = marked_lines(expected), b = marked_lines(actual);
    const std::vector<Step> steps = align(a, b);
    std::vector<bool> shown(steps.size(), false);
    for (std::size_t i = 0; i < steps.size(); ++i)
        if (steps[i].sign != ' ')
            for (std::size_t k = i - std::min(i, kContext); k < std::min(steps.size(), i + kContext + 1); ++k) shown[k] = true;
    std::string out = "--- expected\n+++ actual\n";
    std::size_t line_a = 1, line_b = 1;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (shown[i]) {
            if (i == 0 || !shown[i - 1]) out += "@@ -" + std::to_string(line_a) + " +" + std::to_string(line_b) + " @@\n";
            out += steps[i].sign + *steps[i].line + "\n";
        }
        if (steps[i].sign != '+') ++line_a;
        if (steps[i].sign != '-') ++line_b;
    }
    return out;
}

}  // namespace crossfoot::testing
