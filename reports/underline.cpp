#include "reports/underline.hpp"

#include <algorithm>
#include <span>

#include "reports/cells.hpp"

namespace crossfoot::reports {
namespace {

constexpr std::string_view kEllipsis = "\xE2\x80\xA6";
constexpr unsigned kContext = 16;  // cells kept around a group of marks of a long line, at least

// A mark in cells of the shown piece.
struct Placed {
    unsigned begin, end;
    const std::string* text;
    bool primary;
};

// Rows of styled runs: cells are written by position, then read from left to right.
class Canvas {
public:
    Canvas(const Page& page, Style style) : page_(page), style_(style) {}
    void put(unsigned cell, char what, bool primary) {
        if (cells_.size() <= cell) cells_.resize(cell + 1, ' '), primary_.resize(cell + 1, false);
        cells_[cell] = what;
        primary_[cell] = primary;
    }
    [[nodiscard]] std::string row() const {
        std::string out;
        for (std::size_t at = 0; at < cells_.size();) {
            std::size_t end = at;
            while (end < cells_.size() && same_run(at, end)) ++end;
            const std::string_view run = std::string_view(cells_).substr(at, end - at);
            out += cells_[at] == ' ' ? std::string(run) : paint(page_, primary_[at] ? style_ : Style::gutter, run);
            at = end;
        }
        return out;
    }
    [[nodiscard]] unsigned width() const { return static_cast<unsigned>(cells_.size()); }

private:
    [[nodiscard]] bool same_run(std::size_t a, std::size_t b) const {
        return (cells_[a] == ' ') == (cells_[b] == ' ') && primary_[a] == primary_[b];
    }
    const Page& page_;
    Style style_;
    std::string cells_;
    std::vector<bool> primary_;
};

std::string label(const Placed& mark, const Page& page, Style style) {
    return paint(page, mark.primary ? style : Style::gutter, clean(*mark.text));
}

// The underlines, the rightmost text beside them, then the other texts from right to left, each hanging
// from its underline.
std::vector<std::string> rows_below(const std::vector<Placed>& marks, const Page& page, Style style) {
    std::vector<std::string> rows;
    if (marks.empty()) return rows;
    Canvas underlines(page, style);
    for (const bool primary : {false, true})
        for (const Placed& mark : marks)
            if (mark.primary == primary)
                for (unsigned cell = mark.begin; cell < mark.end; ++cell)
                    underlines.put(cell, primary ? '^' : '-', primary);
    std::vector<Placed> hanging;
    for (const Placed& mark : marks)
        if (!mark.text->empty()) hanging.push_back(mark);
    rows.push_back(underlines.row());
    if (!hanging.empty() && hanging.back().end >= underlines.width()) {
        rows.front().append(" ").append(label(hanging.back(), page, style));
        hanging.pop_back();
    }
    if (hanging.empty()) return rows;
    const auto stems = [&](std::size_t count) {
        Canvas canvas(page, style);
        for (std::size_t i = 0; i < count; ++i) canvas.put(hanging[i].begin, '|', hanging[i].primary);
        return canvas;
    };
    rows.push_back(stems(hanging.size()).row());
    for (std::size_t left = hanging.size(); left-- > 0;) {
        const Canvas canvas = stems(left);
        std::string row = canvas.row();
        row.append(hanging[left].begin - canvas.width(), ' ').append(label(hanging[left], page, style));
        rows.push_back(std::move(row));
    }
    return rows;
}

// Shows bytes [from, to) of the line and places the marks on it.
Underlined piece(std::string_view line, std::size_t from, std::size_t to, unsigned cells,
                 std::span<const LineMark> marks, const Page& page, Style style) {
    Underlined out;
    unsigned shift = 0;
    if (from > 0) {
        out.source = kEllipsis;
        shift = 1;
    }
    const std::vector<Glyph> shown = glyphs(line.substr(from, to - from), shift);
    unsigned end_cell = shift;
    std::size_t end_byte = from;
    bool whole = to == line.size();
    for (const Glyph& glyph : shown) {
        const bool last = &glyph == &shown.back() && whole;
        if (glyph.cell + glyph.width + (last ? 0U : 1U) > cells) {
            whole = false;
            break;
        }
        out.source += glyph.shown;
        end_cell = glyph.cell + glyph.width;
        end_byte = from + glyph.end;
    }
    if (!whole) out.source += kEllipsis;

    const auto cell_of = [&](std::size_t byte) {
        if (byte >= end_byte) return end_cell;
        const auto after = std::upper_bound(shown.begin(), shown.end(), byte - from,
                                            [](std::size_t at, const Glyph& glyph) { return at < glyph.begin; });
        return std::prev(after)->cell;
    };
    std::vector<Placed> placed;
    for (const LineMark& mark : marks) {
        const unsigned begin = cell_of(std::max(mark.begin, from));
        placed.push_back({begin, std::max(cell_of(std::max(mark.end, from)), begin + 1), &mark.text, mark.primary});
    }
    out.rows = rows_below(placed, page, style);
    return out;
}

// The beginning of the character that stands `count` characters before byte `at`.
std::size_t back(std::string_view line, std::size_t at, unsigned count) {
    at = std::min(at, line.size());
    while (at > 0 && count > 0) {
        --at;
        if ((static_cast<unsigned char>(line[at]) & 0xC0U) != 0x80U) --count;
    }
    return at;
}

// Two marks at the same place say both texts at one underline.
void merge_equal(std::vector<LineMark>& marks) {
    std::stable_sort(marks.begin(), marks.end(), [](const LineMark& a, const LineMark& b) {
        return a.begin != b.begin ? a.begin < b.begin : a.end < b.end;
    });
    for (std::size_t i = 1; i < marks.size();) {
        LineMark& kept = marks[i - 1];
        if (marks[i].begin != kept.begin || marks[i].end != kept.end) {
            ++i;
            continue;
        }
        if (kept.text.empty()) kept.text = marks[i].text;
        else if (!marks[i].text.empty() && kept.text != marks[i].text) kept.text += "; " + marks[i].text;
        kept.primary = kept.primary || marks[i].primary;
        marks.erase(marks.begin() + static_cast<std::ptrdiff_t>(i));
    }
}

}  // namespace

std::vector<Underlined> underline(std::string_view line, std::vector<LineMark> marks, unsigned cells, const Page& page,
                                  Style style) {
    for (LineMark& mark : marks) {
        mark.begin = std::min(mark.begin, line.size());
        mark.end = std::clamp(mark.end, mark.begin, line.size());
    }
    merge_equal(marks);
    cells = std::max(cells, 2 * kContext + 8);
    // No character takes more than four bytes a cell, combining marks aside: longer lines need no measuring.
    const bool fits = line.size() <= 4U * cells && cell_width(line) <= cells;
    if (fits || marks.empty()) {
        const std::size_t to = std::min<std::size_t>(line.size(), fits ? line.size() : 4U * cells);
        return {piece(line, 0, fits ? line.size() : to, cells, marks, page, style)};
    }
    std::vector<Underlined> out;
    for (std::size_t first = 0; first < marks.size();) {
        const auto width_to = [&](std::size_t end) -> unsigned {
            const std::size_t bytes = end - marks[first].begin;
            return bytes > 4U * cells ? 4U * cells : cell_width(line.substr(marks[first].begin, bytes));
        };
        std::size_t next = first + 1;
        std::size_t end = marks[first].end;
        while (next < marks.size() && width_to(std::max(end, marks[next].end)) + kContext <= cells)
            end = std::max(end, marks[next++].end);
        const unsigned span = width_to(end);
        const unsigned room = span + 2 < cells ? (cells - span - 2) / 2 : 0;
        std::size_t from = back(line, marks[first].begin, std::max(room, kContext / 2));
        if (cell_width(line.substr(0, std::min<std::size_t>(marks[first].begin, 4U * cells))) + span + kContext <=
                cells &&
            marks[first].begin <= 4U * cells)
            from = 0;  // the beginning of a line says most about it
        const std::size_t to = std::min<std::size_t>(line.size(), from + 4U * cells);
        out.push_back(piece(line, from, to, cells, std::span(marks).subspan(first, next - first), page, style));
        first = next;
    }
    return out;
}

}  // namespace crossfoot::reports
