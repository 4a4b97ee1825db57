#include "reports/html/axis.hpp"

#include <algorithm>
#include <array>

#include "reports/cells.hpp"
#include "reports/html/messages.hpp"
#include "reports/html/sides.hpp"
#include "reports/wording.hpp"

namespace crossfoot::reports::html {
namespace {

// Per cent of the width: what is finite lies between the margins, arrows lead out of them.
constexpr int kFirst = 10, kLast = 90;
constexpr int kArrowFirst = 1, kArrowLast = 99;

struct Row {
    const Side* side;
    std::string name;
    int label, bar;  // where its words and its bar stand, in pixels from above
};

// Every finite value that is drawn.
std::vector<Rational> landmarks(const Finding& finding) {
    std::vector<Rational> out;
    for (const Side* side : {&*finding.left, &*finding.right}) {
        if (!side->range.low.unbounded) out.push_back(side->range.low.value);
        if (!side->range.high.unbounded) out.push_back(side->range.high.value);
        if (side->printed) out.push_back(*side->printed);
    }
    return out;
}

class Axis {
public:
    Axis(Html& out, const Finding& finding, const std::string& name, const Sheet& sheet)
        : out_(out),
          finding_(finding),
          name_(name),
          sheet_(sheet),
          scale_(scale_of(*finding.left, finding, sheet.dataset())) {
        const std::vector<Rational> marks = landmarks(finding);
        low_ = *std::min_element(marks.begin(), marks.end());
        high_ = *std::max_element(marks.begin(), marks.end());
        const auto row = [&](const Side& side, int label, int bar) { return Row{&side, name_of(side), label, bar}; };
        rows_ = {row(*finding.left, 12, 24), row(*finding.right, 46, 58)};
    }

    void draw() {
        out_.open("svg", {{"class", "axis"},
                          {"role", "img"},
                          {"aria-labelledby", name_ + ".t " + name_ + ".d"},
                          {"width", "100%"},
                          {"height", "124"}});
        out_.line().element("title", {{"id", name_ + ".t"}}, words::axis_title);
        out_.line().element("desc", {{"id", name_ + ".d"}}, description()).line();
        strip();
        for (const Row& row : rows_) bar(row, &row == &rows_.front() ? "left" : "right");
        gap();
        scale();
        out_.close().line();
    }

private:
    // "Recomputed"; of two printed figures, "Printed, line 53".
    [[nodiscard]] std::string name_of(const Side& side) const {
        const Dataset& dataset = sheet_.dataset();
        const SideKind kind = kind_of(side, dataset);
        if (kind == SideKind::printed && kind_of(*finding_.left, dataset) == kind_of(*finding_.right, dataset))
            if (const auto lines = dataset.draft_lines(side.figures.front()))
                return Message(words::printed_line, lines->first).in(sheet_.language());
        return std::string(word_for(kind).in(sheet_.language()));
    }

    [[nodiscard]] std::string row_words(const Row& row) const {
        const std::string range =
            range_in_words(row.side->range, scale_of(*row.side, finding_, sheet_.dataset()), sheet_.language());
        return Message(words::labelled, row.name).in(sheet_.language()) + range;
    }

    [[nodiscard]] std::string between() const { return std::string(semicolon(sheet_.language())) + " "; }

    [[nodiscard]] std::string gap_words() const {
        return Message(words::axis_gap, quantity(*finding_.gap, scale_of_gap(finding_, sheet_.dataset())))
            .in(sheet_.language());
    }

    [[nodiscard]] std::string description() const {
        std::string out;
        for (const Row& row : rows_) out += row_words(row) + between();
        out += gap_words();
        if (apart()) out += between() + std::string(words::axis_void.in(sheet_.language()));
        return out + ".";
    }

    [[nodiscard]] Rational place(const Rational& value) const {
        return Rational(kFirst) + (value - low_) * Rational(kLast - kFirst) / (high_ - low_);
    }
    static std::string percent(const Rational& place) { return place.fixed(2, Rational::Direction::nearest) + "%"; }
    [[nodiscard]] std::string at(const Rational& value) const { return percent(place(value)); }

    [[nodiscard]] Rational begin(const Interval& range) const {
        return range.low.unbounded ? Rational(kArrowFirst) : place(range.low.value);
    }
    [[nodiscard]] Rational end(const Interval& range) const {
        return range.high.unbounded ? Rational(kArrowLast) : place(range.high.value);
    }

    void line(std::string_view css, const Rational& x1, int y1, const Rational& x2, int y2) {
        out_.empty("line", {{"class", css},
                            {"x1", percent(x1)},
                            {"y1", std::to_string(y1)},
                            {"x2", percent(x2)},
                            {"y2", std::to_string(y2)}});
    }

    // Cut where even the whole width of a telephone would not do; the description and the table have it whole.
    static constexpr unsigned kMostCells = 42;

    // A text over a part of the axis: it begins with it near the left edge, ends with it near the right one. Where it
    // would not fit on a telephone, some three hundred pixels wide, it begins or ends with the drawing.
    void label(std::string_view css, const Rational& begin, const Rational& end, int y, std::string_view whole) {
        const std::string text = cut(whole, kMostCells);
        const Rational middle = (begin + end) / 2;
        const Rational width =
            Rational(static_cast<std::int64_t>(character_count(text))) * Rational(9, 4);  // per cent, there
        const bool first = middle<36, last = middle> 64;
        Rational x = first ? begin : last ? end : middle;
        std::string_view anchor = first ? "start" : last ? "end" : "middle";
        if (first && begin + width > 100) x = 0;
        else if (last && end < width) x = 100;
        else if (!first && !last && (middle - width / 2 < 0 || middle + width / 2 > 100)) x = 0, anchor = "start";
        out_.element("text", {{"class", css}, {"x", percent(x)}, {"y", std::to_string(y)}, {"text-anchor", anchor}},
                     text);
    }

    // A small shape, drawn in pixels around a place on the axis.
    void shape(std::string_view css, const Rational& x, int y, std::string_view path) {
        out_.open("svg", {{"x", percent(x)}, {"y", std::to_string(y)}, {"overflow", "visible"}});
        out_.empty("path", {{"class", css}, {"d", path}}).close();
    }

    void mark_end(const End& end, const Rational& x, int y, bool low) {
        if (end.unbounded) shape("arrow", x, y, low ? "M7 -5L0 0L7 5" : "M-7 -5L0 0L-7 5");
        else if (end.open)
            out_.empty("circle", {{"class", "ring"}, {"cx", percent(x)}, {"cy", std::to_string(y)}, {"r", "4.5"}});
        else line("stroke", x, y - 7, x, y + 7);
    }

    void bar(const Row& row, std::string_view css) {
        const Interval& range = row.side->range;
        out_.open("g", {{"class", css}});
        label("name", begin(range), end(range), row.label, row_words(row));
        if (!range.is_point()) {
            line("range", begin(range), row.bar, end(range), row.bar);
            mark_end(range.low, begin(range), row.bar, true);
            mark_end(range.high, end(range), row.bar, false);
        }
        // a ring at the printed value says it all: "more than 5"
        const auto& printed = row.side->printed;
        const auto ring_at = [&](const End& end) { return end.open && !end.unbounded && end.value == *printed; };
        if (printed && !ring_at(range.low) && !ring_at(range.high))
            shape("value", place(*printed), row.bar, "M0 -6L6 0L0 6L-6 0Z");
        out_.close().line();
    }

    // The facing ends of ranges that do not meet.
    [[nodiscard]] std::optional<std::pair<Rational, Rational>> apart() const {
        const Interval& a = finding_.left->range;
        const Interval& b = finding_.right->range;
        if (!a.high.unbounded && !b.low.unbounded && a.high.value < b.low.value) return {{a.high.value, b.low.value}};
        if (!b.high.unbounded && !a.low.unbounded && b.high.value < a.low.value) return {{b.high.value, a.low.value}};
        return std::nullopt;
    }

    void strip() {
        const auto ends = apart();
        if (!ends) return;
        const Rational from = place(ends->first), to = place(ends->second);
        out_.empty(
                "rect",
                {{"class", "void"}, {"x", percent(from)}, {"y", "17"}, {"width", percent(to - from)}, {"height", "66"}})
            .line();
    }

    void gap() {
        const auto& left = finding_.left->printed;
        const auto& right = finding_.right->printed;
        if (!left || !right || *left == *right) return;
        const Rational from = place(min(*left, *right)), to = place(max(*left, *right));
        out_.open("g", {{"class", "gap"}});
        line("measure", from, 88, to, 88);
        line("measure", from, 83, from, 93);
        line("measure", to, 83, to, 93);
        label("name", from, to, 80, gap_words());
        out_.close().line();
    }

    // Two to four round values of the unit shown.
    [[nodiscard]] Rational step() const {
        const Rational wanted = (high_ - low_) / scale_.unit.size / 3;
        int exponent = 0;
        while (Rational::power_of_ten(exponent) > wanted) --exponent;
        while (Rational::power_of_ten(exponent + 1) <= wanted) ++exponent;
        const Rational ten = Rational::power_of_ten(exponent);
        for (const int times : {1, 2, 5})
            if (ten * times >= wanted) return ten * times * scale_.unit.size;
        return ten * 10 * scale_.unit.size;
    }

    void scale() {
        constexpr int kBase = 103;
        out_.open("g", {{"class", "scale"}});
        line("base", 0, kBase, 100, kBase);
        const Rational each = step();
        for (Rational tick = (low_ / each).ceil() * each; tick <= high_; tick += each) {
            const Rational x = place(tick);
            line("base", x, kBase, x, kBase + 5);
            out_.element("text", {{"x", percent(x)}, {"y", std::to_string(kBase + 17)}, {"text-anchor", "middle"}},
                         quantity(tick, scale_));
        }
        out_.close().line();
    }

    Html& out_;
    const Finding& finding_;
    const std::string& name_;
    const Sheet& sheet_;
    Scale scale_;
    Rational low_, high_;
    std::array<Row, 2> rows_;
};

}  // namespace

bool has_axis(const Finding& finding) {
    if (!has_gap(finding)) return false;
    const std::vector<Rational> marks = landmarks(finding);
    return !marks.empty() &&
           *std::min_element(marks.begin(), marks.end()) < *std::max_element(marks.begin(), marks.end());
}

void write_axis(Html& out, const Finding& finding, const std::string& name, const Sheet& sheet) {
    Axis(out, finding, name, sheet).draw();
}

}  // namespace crossfoot::reports::html
