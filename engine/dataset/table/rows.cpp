#include "engine/dataset/table/rows.hpp"

#include <algorithm>
#include <map>

#include "engine/dataset/table/cell.hpp"
#include "engine/dataset/table/fields.hpp"
#include "engine/dataset/table/messages.hpp"

namespace crossfoot::table {
namespace {

// The lines of a part that are held, as one text.
class Excerpt {
public:
    void add(std::uint64_t line, std::string_view text) {
        std::string& held = records_[line];
        if (held.size() < text.size()) held = text;
    }
    void put(SourceFile& file) {
        std::string text;
        std::vector<std::uint32_t> numbers;
        for (const auto& [line, record] : records_) {
            begins_[line] = static_cast<std::uint32_t>(text.size());
            auto number = static_cast<std::uint32_t>(line);
            numbers.push_back(number);
            for (const char c : record)
                if (c == '\n') numbers.push_back(++number);
            text += record;
            text += '\n';
        }
        file.hold_lines(std::move(text), std::move(numbers));
    }
    [[nodiscard]] std::uint32_t begin(std::uint64_t line) const { return begins_.at(line); }

private:
    std::map<std::uint64_t, std::string> records_;
    std::map<std::uint64_t, std::uint32_t> begins_;
};

class Holder {
public:
    Holder(Dataset& dataset, const Table& table, const std::vector<Header>& headers, Diagnostics& diagnostics)
        : dataset_(dataset),
          table_(table),
          headers_(headers),
          diagnostics_(diagnostics),
          excerpts_(table.parts.size()) {}

    std::vector<NodeId> hold(const std::vector<HeldRow>& rows, const std::vector<Problem>& problems,
                             const std::vector<std::uint64_t>& lines) {
        const auto line_of = [&](const Problem& each) {
            return !each.in_file && each.block < lines.size() ? lines[each.block] + each.line : 1 + each.line;
        };
        for (const Problem& each : problems)
            if (!each.whole_file) excerpts_[each.part].add(line_of(each), each.text);
        for (const HeldRow& row : rows) excerpts_[row.part].add(row.line, row.text);
        for (std::size_t part = 0; part < excerpts_.size(); ++part)
            excerpts_[part].put(dataset_.sources.edit(table_.parts[part].source));
        for (const Problem& each : problems) {
            Span span;
            if (!each.whole_file) {
                const std::uint32_t begin = excerpts_[each.part].begin(line_of(each));
                span = {table_.parts[each.part].source, begin + each.begin, begin + each.end};
            }
            if (each.whole_file && each.code == Code::XF101) span = table_.span;   // no place of the file says more
            Diagnostic& made = diagnostics_.add(each.code, span, each.headline);
            if (!span.valid()) made.file = table_.parts[each.part].name;
            for (const Message& help : each.help) made.suggest(help);
        }
        std::vector<NodeId> out;
        out.reserve(rows.size());
        for (const HeldRow& row : rows) out.push_back(add(row));
        return out;
    }

private:
    NodeId add(const HeldRow& row) {
        const std::uint32_t begin = excerpts_[row.part].begin(row.line);
        const FileId file = table_.parts[row.part].source;
        Node node;
        node.kind = NodeKind::table;
        node.parent = table_.rows;
        node.scope = dataset_.node(table_.rows).scope;
        node.key = static_cast<std::uint32_t>(row.number);
        node.payload = dataset_.add_group();
        node.span = {file, begin, begin + static_cast<std::uint32_t>(row.text.size())};
        const NodeId id = dataset_.add(node);
        fields_.clear();
        split(row.text);
        for (std::size_t i = 0; i < table_.columns.size(); ++i) {
            const std::uint32_t place = headers_[row.part].place[i];
            if (place == kAbsent) {
                add_cell(id, table_.columns[i], {file, node.span.end, node.span.end}, absent_cell(table_.columns[i]));
                continue;
            }
            const auto& [from, to] = fields_.at(place);
            const std::string_view raw = std::string_view(row.text).substr(from, to - from);
            cell(id, table_.columns[i], raw, {file, begin + from, begin + to});
        }
        return id;
    }

    void split(std::string_view text) {
        std::uint32_t begin = 0;
        const auto size = static_cast<std::uint32_t>(text.size());
        for (std::uint32_t at = 0; at <= size; ++at) {
            if (at < size && text[at] == '"' && at == begin) {
                for (++at; at < size; ++at) {
                    if (text[at] != '"') continue;
                    if (at + 1 < size && text[at + 1] == '"') ++at;
                    else break;
                }
                continue;
            }
            if (at < size && text[at] != table_.separator) continue;
            fields_.emplace_back(begin, at == size && at > begin && text[at - 1] == '\r' ? at - 1 : at);
            begin = at + 1;
        }
    }

    void cell(NodeId row, const TableColumn& column, std::string_view raw, Span span) {
        CellValue value = read_cell(content(raw, space_), column, table_, dataset_.units);
        if (const auto* problem = std::get_if<CellProblem>(&value)) {
            const std::uint32_t shift = raw.starts_with('"') ? 1 : 0;
            Diagnostic& made = diagnostics_.add(
                problem->code, {span.file, span.begin + shift + problem->begin, span.begin + shift + problem->end},
                problem->headline);
            for (const Message& help : problem->help) made.suggest(help);
            return;
        }
        add_cell(row, column, span, std::move(value));
    }

    void add_cell(NodeId row, const TableColumn& column, Span span, CellValue value) {
        Node node;
        node.parent = row;
        node.key = column.key;
        node.key_span = column.span;
        node.span = span;
        node.scope = dataset_.node(row).scope;
        if (auto* figure = std::get_if<Figure>(&value)) {
            node.kind = NodeKind::figure;
            node.payload = dataset_.add_figure(std::move(*figure));
        } else if (const auto* date = std::get_if<DayRange>(&value)) {
            node.kind = NodeKind::date;
            node.payload = dataset_.add_date(*date);
        } else {
            node.kind = NodeKind::text;
            node.payload = dataset_.add_text(std::get<std::string>(std::move(value)));
        }
        dataset_.append_child(row, dataset_.add(node));
    }

    Dataset& dataset_;
    const Table& table_;
    const std::vector<Header>& headers_;
    Diagnostics& diagnostics_;
    std::vector<Excerpt> excerpts_;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> fields_;
    std::string space_;
};

}  // namespace

std::vector<NodeId> hold(Dataset& dataset, const Table& table, const std::vector<Header>& headers,
                         const std::vector<HeldRow>& rows, const std::vector<Problem>& problems,
                         const std::vector<std::uint64_t>& first_line_of_block, Diagnostics& diagnostics) {
    return Holder(dataset, table, headers, diagnostics).hold(rows, problems, first_line_of_block);
}

bool tell_changes(const Table& table, Diagnostics& diagnostics) {
    bool out = false;
    for (const TablePart& part : table.parts) {
        if (part.file->check()) continue;
        diagnostics.add(Code::XF101, table.span, Message(messages::unreadable, part.name, part.file->failed()));
        out = true;
    }
    return out;
}

NodeId add_prototype(Dataset& dataset, const Table& table) {
    Node row;
    row.kind = NodeKind::table;
    row.manifest = true;
    row.parent = table.rows;
    row.payload = dataset.add_group();
    row.span = table.span;
    const NodeId id = dataset.add(row);
    for (const TableColumn& column : table.columns) {
        Node cell;
        cell.manifest = true;
        cell.parent = id;
        cell.key = column.key;
        cell.span = cell.key_span = column.span;
        if (column.kind == ColumnKind::figure) {
            Figure figure;
            figure.value = 1;  // not 0, which has every unit
            figure.range = Interval::point(1);
            figure.unit = column.reading.unit.value_or(0);
            figure.printed = column.declared;
            cell.kind = NodeKind::figure;
            cell.payload = dataset.add_figure(std::move(figure));
        } else if (column.kind == ColumnKind::date) {
            cell.kind = NodeKind::date;
            cell.payload = dataset.add_date({});
        } else {
            cell.kind = NodeKind::text;
            cell.payload = dataset.add_text(column.declared);
        }
        dataset.append_child(id, dataset.add(cell));
    }
    return id;
}

}  // namespace crossfoot::table
