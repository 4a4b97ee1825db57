#include "reports/excerpt.hpp"

#include <algorithm>
#include <map>

#include "reports/cells.hpp"
#include "reports/underline.hpp"

namespace crossfoot::reports {
namespace {

constexpr unsigned kPlainWidth = 120;    // of a source line where there is no terminal
constexpr std::uint32_t kMostLines = 5;  // of one mark that spans lines; the middle ones are left out

std::string gutter_of(const Page& page, unsigned gutter, std::string_view number) {
    std::string text(gutter + 1 - std::min<std::size_t>(gutter + 1, number.size()), ' ');
    text.append(number).append(" |");
    return paint(page, Style::gutter, text);
}

// The marks of each line, by line. A mark over several lines is shown on its first and last ones, without
// the white space that they begin with; its text stands at the last.
std::map<std::uint32_t, std::vector<LineMark>> by_line(const Excerpt& excerpt, Places& places) {
    std::map<std::uint32_t, std::vector<LineMark>> lines;
    const SourceMap& sources = places.sources();
    for (const Mark& mark : excerpt.marks) {
        const SourceFile& file = sources.file(mark.span.file);
        const std::uint32_t first = places.at(mark.span).line;
        const std::uint32_t last_byte = mark.span.end > mark.span.begin ? mark.span.end - 1 : mark.span.begin;
        const std::uint32_t last = std::max(first, places.at(mark.span.file, last_byte).line);
        for (std::uint32_t line = first; line <= last; ++line) {
            if (last - first >= kMostLines && line >= first + kMostLines - 2 && line < last) continue;
            const std::string_view text = file.line(line);
            const std::uint32_t begin = file.line_begin(line);
            LineMark part{0, text.size(), line == last ? mark.text : std::string(), mark.primary};
            if (line == first) part.begin = mark.span.begin - begin;
            else part.begin = std::min(text.find_first_not_of(" \t"), text.size());
            if (line == last) part.end = std::max<std::size_t>(mark.span.end, mark.span.begin) - begin;
            if (line != first && line != last && part.begin == part.end) continue;
            lines[line].push_back(std::move(part));
        }
    }
    return lines;
}

}  // namespace

unsigned gutter_width(const std::vector<Excerpt>& excerpts, Places& places) {
    std::uint32_t most = 1;
    for (const Excerpt& excerpt : excerpts)
        for (const Mark& mark : excerpt.marks) most = std::max(most, places.at(mark.span.file, mark.span.end).line);
    return static_cast<unsigned>(std::to_string(most).size());
}

std::vector<Excerpt> excerpts_of(std::vector<Mark> marks) {
    std::vector<Excerpt> out;
    for (Mark& mark : marks) {
        if (!mark.span.valid()) continue;
        const auto same = [&](const Excerpt& each) { return each.marks.front().span.file == mark.span.file; };
        auto place = std::find_if(out.begin(), out.end(), same);
        if (place == out.end()) place = out.insert(out.end(), Excerpt{});
        place->marks.push_back(std::move(mark));
    }
    return out;
}

void append_gutter(std::string& out, const Page& page, unsigned gutter) {
    out.append(gutter_of(page, gutter, "")).append("\n");
}

void append_excerpt(std::string& out, const Excerpt& excerpt, Places& places, const Page& page, Style style,
                    unsigned gutter) {
    const Span first = excerpt.marks.front().span;
    const SourceFile& file = places.sources().file(first.file);
    const Position position = places.at(first);
    out.append(gutter + 1, ' ').append(paint(page, Style::gutter, "-->")).append(" ");
    out += clean(page.file_name(places.sources(), first.file));
    out.append(":").append(std::to_string(position.line)).append(":").append(std::to_string(position.column));
    if (!excerpt.remark.empty()) out.append("  ").append(paint(page, Style::quiet, clean(excerpt.remark)));
    out += "\n";
    append_gutter(out, page, gutter);

    const unsigned width = page.width == 0 ? kPlainWidth : page.width;
    const unsigned cells = width > gutter + 4 ? width - gutter - 4 : 0;
    std::uint32_t before = 0;
    const auto line_of = [&](std::uint32_t number, std::vector<LineMark> marks) {
        for (const Underlined& piece : underline(file.line(number), std::move(marks), cells, page, style)) {
            out.append(gutter_of(page, gutter, std::to_string(number)));
            if (!piece.source.empty()) out.append(" ").append(piece.source);
            out += "\n";
            for (const std::string& row : piece.rows)
                out.append(gutter_of(page, gutter, "")).append(" ").append(row).append("\n");
        }
    };
    for (auto& [number, marks] : by_line(excerpt, places)) {
        if (before != 0 && number == before + 2) line_of(number - 1, {});
        else if (before != 0 && number > before + 1) out.append(paint(page, Style::gutter, "...")).append("\n");
        line_of(number, std::move(marks));
        before = number;
    }
}

void append_remark(std::string& out, const Page& page, unsigned gutter, std::string_view label, std::string_view text) {
    constexpr unsigned kRoom = 24;  // with less than this beside the label, the text begins below it
    unsigned indent = gutter + 4 + (label.empty() ? 0U : cell_width(label) + 1U);
    const bool below = page.width != 0 && page.width <= indent + kRoom && indent + cell_width(text) > page.width;
    if (below) {
        indent = gutter + 4;
        label = label.substr(0, label.find_last_not_of(' ') + 1);  // padded to stand in a column, which is not there
    }
    const unsigned cells = page.width == 0 ? 0 : page.width - std::min(page.width - 1, indent);
    out.append(gutter + 2, ' ').append(paint(page, Style::gutter, "=")).append(" ");
    bool first = label.empty() || !below;
    if (!label.empty()) out.append(paint(page, Style::bold, label)).append(below ? "\n" : " ");
    for (const std::string& line : wrapped(clean(text), cells)) {
        if (!first) out.append(indent, ' ');
        out.append(line).append("\n");
        first = false;
    }
}

}  // namespace crossfoot::reports
