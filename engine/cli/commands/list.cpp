#include <algorithm>
#include <set>

#include "engine/cli/commands/commands.hpp"
#include "engine/cli/messages.hpp"
#include "engine/cli/session.hpp"
#include "reports/cells.hpp"
#include "reports/message.hpp"
#include "reports/places.hpp"
#include "reports/wording.hpp"

namespace crossfoot::cli {
namespace {

using reports::Page;
using reports::Style;

// Columns of text, each as wide as its widest cell but for the last and for what exceeds a limit.
class Table {
public:
    void add(std::vector<std::string> row) {
        for (std::string& cell : row) cell = reports::clean(cell);
        rows_.push_back(std::move(row));
    }
    [[nodiscard]] bool empty() const { return rows_.empty(); }
    [[nodiscard]] std::size_t size() const { return rows_.size(); }
    void append_to(std::string& out) const {
        constexpr unsigned kWidest = 48;
        std::vector<unsigned> widths;
        for (const auto& row : rows_)
            for (std::size_t i = 0; i < row.size(); ++i) {
                if (widths.size() <= i) widths.push_back(0);
                widths[i] = std::max(widths[i], std::min(kWidest, reports::cell_width(row[i])));
            }
        for (const auto& row : rows_) {
            out += "  ";
            for (std::size_t i = 0; i < row.size(); ++i)
                out += i + 1 == row.size() ? row[i] : reports::padded(row[i], widths[i]) + "  ";
            out += "\n";
        }
    }

private:
    std::vector<std::vector<std::string>> rows_;
};

void append_section(std::string& out, const Page& page, const Template& title, const Table& table) {
    if (table.empty()) return;
    const std::string count = reports::number(table.size(), page.language);
    const std::string heading = Message(words::heading_count, Message(title), count).in(page.language);
    if (!out.empty()) out += "\n";
    out.append(paint(page, Style::bold, heading)).append("\n");
    table.append_to(out);
}

// The dataset from its root, tables by key and arrays in order: the same list however it is split into files.
class Walk {
public:
    Walk(const Dataset& dataset, const Page& page) : dataset_(dataset), page_(page), places_(dataset.sources) {}
    Table figures, missing, unread;

    void visit(NodeId id) {
        const Node& node = dataset_.node(id);
        if (node.manifest) return;
        if (node.kind == NodeKind::table || node.kind == NodeKind::array)
            for (const NodeId child : dataset_.children(id)) visit(child);
        else if (node.unread) unread.add({dataset_.path(id), quoted(dataset_.text(id)), place(node)});
        else if (node.kind == NodeKind::figure) add_figure(id, node);
    }

private:
    void add_figure(NodeId id, const Node& node) {
        const Figure& figure = dataset_.figure(id);
        const std::string printed = reports::clean(figure.printed);
        if (figure.state == FigureState::missing) return missing.add({dataset_.path(id), quoted(printed), place(node)});
        const Dimension& dimension = dataset_.units.unit(figure.unit).dimension;
        const std::string unit = dimension.is_number() ? "1" : dataset_.units.readable(dimension, dataset_.manifest.language);
        figures.add(
            {dataset_.path(id), printed, reports::figure_in_words(id, dataset_, page_.language), unit, place(node)});
    }
    static std::string quoted(const std::string& text) { return "\"" + reports::cut(reports::clean(text), 60) + "\""; }
    std::string place(const Node& node) {
        if (!node.span.valid()) return {};
        const Position at = places_.at(node.span);
        return page_.file_name(dataset_.sources, node.span.file) + ":" + std::to_string(at.line) + ":" +
               std::to_string(at.column);
    }

    const Dataset& dataset_;
    const Page& page_;
    reports::Places places_;
};

// Lines of the files of tables that are no rows: above the header, below the last row.
Table left_out_lines(const Dataset& dataset, Language language) {
    Table out;
    for (const crossfoot::Table& table : dataset.tables)
        for (const TablePart& part : table.parts) {
            std::string lines;
            if (table.layout.skip > 0) lines = Message(words::lines_above, reports::number(table.layout.skip, language)).in(language);
            if (part.footer.found()) {
                const Message below(words::lines_below, reports::number(part.footer.lines, language),
                                    reports::number(part.footer.first_line, language));
                lines.append(lines.empty() ? "" : ", ").append(below.in(language));
            }
            if (!lines.empty()) out.add({dataset.path(table.rows), part.name, lines});
        }
    return out;
}

Table rule_table(const Findings& findings, Language language) {
    std::vector<std::set<NodeId>> used(findings.rules.size());
    for (const Finding& each : findings.findings)
        used.at(each.rule_index).insert(each.figures.begin(), each.figures.end());
    Table out;
    for (std::size_t i = 0; i < findings.rules.size(); ++i) {
        const RuleInfo& rule = findings.rules[i];
        const std::string extent =
            Message(words::extent, reports::counted(reports::words::n_instances, rule.instances, language),
                    reports::counted(reports::words::n_figures, used[i].size(), language))
                .in(language);
        out.add({rule.id, extent, reports::clean(rule.title)});
    }
    return out;
}

}  // namespace

Exit run(const ListCommand& command, const Context& context) {
    Session session = read_session(command.dataset, command.rules, context);
    CheckOptions options;
    options.keep_holding = true;  // to count the figures of what holds, too
    const std::optional<Findings> findings = conclude(session, check_session(session, options), context);
    if (!findings) return Exit::could_not_check;
    if (command.ids) {
        std::string ids;
        for (const RuleInfo& rule : findings->rules) ids.append(rule.id).append("\n");
        return finish_text(ids, Exit::passed, context, session.words);
    }
    const Page page = session.place(context.page_for_output(session.words));
    Walk walk(*session.dataset, page);
    walk.visit(Dataset::kRoot);
    std::string out;
    append_section(out, page, words::list_figures, walk.figures);
    append_section(out, page, words::list_missing, walk.missing);
    append_section(out, page, words::list_unread, walk.unread);
    append_section(out, page, words::list_left_out, left_out_lines(*session.dataset, page.language));
    append_section(out, page, words::list_rules, rule_table(*findings, session.words));
    return finish_text(out, Exit::passed, context, session.words);
}

}  // namespace crossfoot::cli
