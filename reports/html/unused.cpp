#include <algorithm>
#include <map>

#include "reports/html/messages.hpp"
#include "reports/html/parts.hpp"
#include "reports/html/sections.hpp"
#include "reports/wording.hpp"

namespace crossfoot::reports::html {
namespace {

constexpr std::size_t kMostRows = 2'000;  // of one file

struct FileFigures {
    std::size_t all = 0;
    std::vector<NodeId> unused;
};

// A file is a chapter of the report, as a rule; figures come in the order in which they stand.
std::map<FileId, FileFigures> by_file(const Sheet& sheet) {
    const Dataset& dataset = sheet.dataset();
    std::map<FileId, FileFigures> out;
    for (NodeId id = 0; id < dataset.node_count(); ++id) {
        const Node& node = dataset.node(id);
        if (node.kind != NodeKind::figure || node.manifest || !node.span.valid()) continue;
        FileFigures& file = out[node.span.file];
        ++file.all;
        const auto& checked = sheet.findings().figure_checked;
        if (id >= checked.size() || checked[id] == 0) file.unused.push_back(id);
    }
    return out;
}

std::vector<NodeId> unread(const Dataset& dataset) {
    std::vector<NodeId> out;
    for (NodeId id = 0; id < dataset.node_count(); ++id)
        if (dataset.node(id).unread && !dataset.node(id).manifest) out.push_back(id);
    return out;
}

void write_table(Html& out, const std::vector<NodeId>& nodes, const Sheet& sheet, std::string_view label) {
    out.open("table", {{"class", "trace unused"}, {"aria-label", label}}).open("thead").open("tr");
    write_figure_heads(out, words::printed);
    out.close().close().line().open("tbody");
    const std::size_t shown = std::min(nodes.size(), kMostRows);
    for (std::size_t i = 0; i < shown; ++i) write_figure_row(out, nodes[i], i == 0 ? kNoNode : nodes[i - 1], sheet);
    if (shown < nodes.size()) {
        const std::string more = counted(words::more_figures, nodes.size() - shown, sheet.language());
        out.open("tr").element("td", {{"colspan", "5"}}, more).close().line();
    }
    out.close().close().line();
}

bool has_figures(const Sheet& sheet) {
    return sheet.findings().summary.figures > 0 || sheet.findings().summary.unread > 0;
}

void write_unused(Html& out, const Sheet& sheet) {
    const std::map<FileId, FileFigures> files = by_file(sheet);
    const bool all_used =
        std::all_of(files.begin(), files.end(), [](const auto& each) { return each.second.unused.empty(); });
    out.element("p", {{"class", "about"}}, all_used ? words::every_figure_used : words::about_unused).line();
    for (const auto& [file, figures] : files) {
        if (figures.unused.empty()) continue;
        const std::string& name = sheet.dataset().sources.file(file).name();
        const Message count(words::unused_of, number(figures.unused.size(), out.language()),
                            number(figures.all, out.language()));
        out.open("details", {{"class", "file"}}).open("summary").open("h3").element("code", name).text(" ");
        out.element("span", {{"class", "count"}}, count.in(out.language())).close().close().line();
        write_table(out, figures.unused, sheet, name);
        out.close().line();
    }
    const std::vector<NodeId> texts = unread(sheet.dataset());
    if (texts.empty()) return;
    out.element("h3", words::unread).line();
    write_table(out, texts, sheet, words::unread.in(out.language()));
}

}  // namespace

Section unused_section() { return {"unused", &words::unused_figures, has_figures, write_unused}; }

}  // namespace crossfoot::reports::html
