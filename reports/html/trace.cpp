#include "reports/html/trace.hpp"

#include <algorithm>

#include "reports/cells.hpp"
#include "reports/evidence.hpp"
#include "reports/html/messages.hpp"
#include "reports/html/parts.hpp"
#include "reports/html/sides.hpp"
#include "reports/html/weight.hpp"
#include "reports/wording.hpp"

namespace crossfoot::reports::html {
namespace {

constexpr std::size_t kMostTerms = 200;

class Trace {
public:
    Trace(Html& out, const Finding& finding, const Sheet& sheet) : out_(out), finding_(finding), sheet_(sheet) {}

    void write() {
        out_.open("table", {{"class", "trace"}}).element("caption", words::trace);
        out_.open("thead").open("tr");
        const bool sides = has_sides(finding_);
        write_figure_heads(out_, sides && computes() ? words::value : words::printed);
        out_.close().close().line();
        if (sides) side(*finding_.left);
        if (sides) side(*finding_.right);
        others(sides);
        if (sides && has_gap(finding_)) conclusion();
        out_.close().line();
    }

private:
    // Whether what some side amounts to is printed nowhere.
    [[nodiscard]] bool computes() const {
        const auto printed = [&](const Side& side) { return kind_of(side, sheet_.dataset()) == SideKind::printed; };
        return !printed(*finding_.left) || !printed(*finding_.right);
    }

    // A side that is one figure is one row; a computed one is followed by what it was computed from.
    void side(const Side& side) {
        const SideKind kind = kind_of(side, sheet_.dataset());
        out_.open("tbody", {{"class", &side == &*finding_.left ? "left" : "right"}});
        if (kind == SideKind::printed) {
            write_side_row(out_, side.figures.front(), word_for(kind), sheet_);
            out_.close();
            return;
        }
        out_.open("tr", {{"class", "side"}})
            .open("th", {{"scope", "rowgroup"}, {"class", "path"}})
            .text(word_for(kind))
            .text(" ");
        out_.element("code", side.text).close();
        const std::string value = value_of(side, finding_, sheet_);
        write_cell(out_, words::value, "number", value.empty() ? "–" : value);
        write_cell(out_, words::true_values, "number", range_of(side, finding_, sheet_));
        out_.element("td", {{"class", "none"}, {"colspan", "2"}}, "").close().line();
        figures(side.figures);
        out_.close();
    }

    void figures(const std::vector<NodeId>& nodes) {
        const std::size_t shown = std::min(nodes.size(), kMostTerms);
        for (std::size_t i = 0; i < shown; ++i)
            write_figure_row(out_, nodes[i], i == 0 ? kNoNode : nodes[i - 1], sheet_);
        if (shown == nodes.size()) return;
        out_.open("tr").open("td", {{"colspan", "5"}});
        out_.text(counted(words::more_figures, nodes.size() - shown, sheet_.language())).close().close().line();
    }

    // What the instance used beside its two sides: conditions, other relations of the rule.
    void others(bool sides) {
        std::vector<NodeId> nodes = cited_figures(finding_);
        if (sides) {
            std::vector<NodeId> seen = finding_.left->figures;
            seen.insert(seen.end(), finding_.right->figures.begin(), finding_.right->figures.end());
            std::sort(seen.begin(), seen.end());
            std::erase_if(nodes, [&](NodeId node) { return std::binary_search(seen.begin(), seen.end(), node); });
        }
        if (nodes.empty()) return;
        out_.open("tbody");
        if (sides) {
            out_.open("tr", {{"class", "side"}});
            out_.element("th", {{"scope", "rowgroup"}, {"colspan", "5"}}, words::also_used).close().line();
        }
        figures(nodes);
        out_.close();
    }

    void row(const Template& name, std::string_view css, std::string_view text) {
        out_.open("tr", {{css.empty() ? "" : "class", css}}).element("th", {{"scope", "row"}}, name);
        out_.element("td", {{"class", "number"}, {"colspan", "4"}}, unbroken(text)).close().line();
    }

    void conclusion() {
        const Scale scale = scale_of_gap(finding_, sheet_.dataset());
        out_.open("tfoot");
        row(words::gap, "", quantity(*finding_.gap, scale));
        row(words::allowance, "",
            finding_.allowance ? quantity(*finding_.allowance, scale)
                               : std::string(reports::words::no_bound.in(sheet_.language())));
        if (!finding_.within.empty()) row(words::asked_within, "", finding_.within);
        const auto over = finding_.within.empty() ? excess(finding_) : std::nullopt;
        if (over && over->sign() > 0) {
            std::string said = quantity(*over, scale);
            if (const auto part = relative_excess(finding_); part && part->sign() > 0)
                said = Message(words::excess_part, said, percent_of(*part, sheet_)).in(sheet_.language());
            row(words::excess, "excess", said);
        }
        out_.close();
    }

    Html& out_;
    const Finding& finding_;
    const Sheet& sheet_;
};

}  // namespace

void write_trace(Html& out, const Finding& finding, const Sheet& sheet) {
    if (!cited_figures(finding).empty()) Trace(out, finding, sheet).write();
}

}  // namespace crossfoot::reports::html
