#include "engine/dataset/table_declarations.hpp"

#include <algorithm>
#include <filesystem>

#include "engine/dataset/declarations.hpp"
#include "engine/dataset/file_kind.hpp"
#include "engine/dataset/files.hpp"
#include "engine/dataset/messages.hpp"
#include "engine/dataset/table/fields.hpp"
#include "engine/dataset/table/messages.hpp"
#include "engine/dataset/table/odd_cells.hpp"
#include "engine/dataset/table/part_text.hpp"
#include "engine/dataset/table/parts.hpp"
#include "engine/dataset/table/reading.hpp"
#include "engine/dataset/table/rows.hpp"
#include "engine/dataset/table_layout.hpp"
#include "engine/text/text_form.hpp"

namespace crossfoot::loading {
namespace {

namespace fs = std::filesystem;
namespace say = table::messages;

class TableReader {
public:
    TableReader(const std::string& directory, const Context& context, const std::vector<Member>& tables, Loading& loading)
        : directory_(directory), loading_(loading), dataset_(loading.dataset), of_tables_(in_force(tables, context)), context_(of_tables_) {}

    void read(const Member& member, NodeId parent) {
        if (member.parts.empty()) {
            misfit(loading_, Code::XF107, member.key, member.value, Message(messages::tables_table));
            return;
        }
        Table made;
        made.name = member.key;
        made.span = member.key_span();
        made.markers = loading_.markers;
        made.widths = loading_.widths;
        const std::size_t before = loading_.problems.all().size() + loading_.problems.left_out();
        const std::vector<Member> all = members(member.parts, loading_.problems);
        context_ = in_force(all, of_tables_);
        const Member *source = nullptr, *columns = nullptr, *separator = nullptr, *optional = nullptr, *footer = nullptr;
        for (const Member& each : all) {
            if (each.describes()) continue;
            if (each.key == "source") source = &each;
            else if (each.key == "columns") columns = &each;
            else if (each.key == "separator") separator = &each;
            else if (each.key == "optional") optional = &each;
            else if (!read_layout(each, made.layout, loading_)) unknown_key(each, member);
            if (each.key == "footer") footer = &each;
        }
        if (source != nullptr) read_source(*source, made, separator != nullptr);
        else loading_.problems.add(Code::XF119, member.key_span(), Message(say::no_source, member.key));
        if (separator != nullptr) read_separator(*separator, made);
        if (columns != nullptr) read_columns(*columns, made);
        else loading_.problems.add(Code::XF119, member.key_span(), Message(say::no_columns, member.key));
        if (optional != nullptr) read_optional(*optional, made);
        if (footer != nullptr) find_footers(*footer, *source, made);
        add_nodes(made, member, parent);
        if (before == loading_.problems.all().size() + loading_.problems.left_out() && !made.parts.empty())
            look_at_rows(made);
        dataset_.tables.push_back(std::move(made));
    }

private:
    // What the keys that begin with `_` say of the columns below; those that cannot are told.
    [[nodiscard]] Context in_force(const std::vector<Member>& all, const Context& outer) {
        std::vector<Member> fitting;
        for (const Member& each : all) {
            if (each.key != "_text" && each.key != "_each" && each.key != "_columns") {
                if (each.describes()) fitting.push_back(each);
                continue;
            }
            loading_.problems.add(Code::XF119, each.key_span(), Message(say::not_of_tables, each.key)).suggest(Message(say::columns_say));
        }
        return declared(fitting, outer, loading_);
    }

    void unknown_key(const Member& each, const Member& member) {
        Diagnostic& made =
            loading_.problems.add(Code::XF119, each.key_span(), Message(say::unknown_key, each.key, member.key));
        suggest_nearest(made, each.key, {"source", "columns", "separator", "encoding", "skip", "header", "footer", "blank", "optional"});
        made.suggest(Message(say::known_keys));
    }

    void read_optional(const Member& each, Table& table) {
        const toml::array* names = each.value.node->as_array();
        if (names == nullptr) {
            misfit(loading_, Code::XF119, each.key, each.value, Message(say::some_names));
            return;
        }
        for (const toml::node& one : *names) {
            const Value element{each.value.file, &one};
            const std::string* name = element.string();
            if (name == nullptr) {
                misfit(loading_, Code::XF119, each.key, element, Message(say::some_names));
            } else if (const auto column = table.column(*name)) {
                table.columns[*column].optional = true;
            } else {
                Diagnostic& made = loading_.problems.add(Code::XF119, element.span(), Message(say::optional_unknown, *name, table.name));
                std::vector<std::string_view> known;
                for (const TableColumn& there : table.columns) known.push_back(there.name);
                suggest_nearest(made, *name, known);
            }
        }
    }

    // Of each part, where its rows end. That some part of a directory has no footer is as it should be; that none has is not.
    void find_footers(const Member& each, const Member& source, Table& table) {
        if (!table.layout.has_footer() || table.parts.empty()) return;
        bool any = false;
        for (TablePart& part : table.parts) {
            part.footer = table::find_footer(part, table.layout);
            any = any || part.footer.found() || !part.file->failed().empty();
        }
        if (any) return;
        const TablePart& first = table.parts.front();
        const std::string* path = source.value.string();
        const bool one = table.parts.size() == 1;
        const std::string& text = table.layout.footer_text;
        const std::uint64_t lines = table.layout.footer_lines;
        loading_.problems.add(Code::XF119, each.value.span(),
                              !text.empty() ? one ? Message(say::no_footer, first.name, text) : Message(say::no_footer_anywhere, *path, text)
                              : one         ? Message(say::short_footer, first.name, first.footer.of_lines, lines)
                                            : Message(say::short_footer_anywhere, *path, lines));
    }

    void read_separator(const Member& each, Table& table) {
        const std::string* text = each.value.string();
        if (text != nullptr && text->size() == 1 && std::string_view(",;|\t").find(*text) != std::string_view::npos)
            table.separator = text->front();
        else misfit(loading_, Code::XF119, each.key, each.value, Message(say::a_separator));
    }

    void read_source(const Member& each, Table& table, bool separator) {
        const std::string* path = each.value.string();
        if (path == nullptr || trimmed(*path).empty()) {
            misfit(loading_, Code::XF119, each.key, each.value, Message(say::a_source));
            return;
        }
        if (!stays_inside(directory_, *path)) {
            loading_.problems.add(Code::XF114, each.value.span(), Message(messages::path_leaves, *path))
                .suggest(Message(messages::keep_inside));
            return;
        }
        if (directory_.empty()) {
            loading_.problems.add(Code::XF119, each.value.span(), Message(say::no_directory));
            return;
        }
        std::error_code error;
        const fs::path whole = fs::path(directory_) / *path;
        if (!fs::is_directory(whole, error)) {
            if (auto why = no_regular_file(whole.string()))
                loading_.problems.add(Code::XF101, each.value.span(), Message(messages::unreadable, displayable(*path), std::move(*why)));
            else add_part(table, whole, *path);
            if (table::has_tabs(*path)) table.separator = '\t';
            return;
        }
        table.directory = whole.string();
        const std::vector<std::string> names = table::part_names(whole.string());
        for (const std::string& name : names) {
            const std::string below = (fs::path(*path) / name).lexically_normal().string();
            if (stays_inside(directory_, below)) add_part(table, whole / name, below);
            else
                loading_.problems.add(Code::XF114, each.value.span(),
                                      Message(messages::link_leaves, displayable(below)));
        }
        if (names.empty())
            loading_.problems.add(Code::XF119, each.value.span(), Message(say::no_parts, displayable(*path)));
        const auto tabs = static_cast<std::size_t>(std::count_if(names.begin(), names.end(), table::has_tabs));
        if (tabs > 0) table.separator = '\t';
        if (tabs > 0 && tabs < names.size() && !separator)
            loading_.problems.add(Code::XF119, each.value.span(), Message(say::mixed_names, displayable(*path)));
    }

    void add_part(Table& table, const fs::path& path, const std::string& name) {
        std::string shown = displayable(name);
        const FileId id = dataset_.sources.add(shown, "");
        std::size_t before = table.parts.size();
        for (const Table& each : dataset_.tables) before += each.parts.size();
        table.parts.emplace_back(path.string(), std::move(shown), id, before < table::kMostKeptOpen);
    }

    void read_columns(const Member& each, Table& table) {
        if (each.parts.empty()) {
            misfit(loading_, Code::XF119, each.key, each.value, Message(say::some_columns));
            return;
        }
        const std::vector<Member> all = members(each.parts, loading_.problems);
        context_ = in_force(all, context_);
        for (const Member& column : all) {
            if (column.describes()) continue;
            if (auto read = read_column(column)) table.columns.push_back(std::move(*read));
        }
        if (table.columns.empty()) misfit(loading_, Code::XF119, each.key, each.value, Message(say::some_columns));
        for (TableColumn& column : table.columns) column.reading.qualifier_widths = nullptr;   // Table::widths, where read
        std::sort(table.columns.begin(), table.columns.end(),
                  [](const TableColumn& a, const TableColumn& b) { return a.name < b.name; });
    }

    std::optional<TableColumn> read_column(const Member& member) {
        TableColumn out;
        out.name = composed(std::string(member.key));
        out.key = dataset_.intern_key(member.key);
        out.span = member.value.span();
        out.kind = ColumnKind::figure;
        out.reading = context_.reading;
        out.reading.flags = nullptr;   // the table's markers have them
        const std::string* text = member.value.string();
        if (text != nullptr) {
            out.declared = *text;
            if (*text == "text" || *text == "date") {
                out.kind = *text == "text" ? ColumnKind::text : ColumnKind::date;
                return out;
            }
            out.whole = *text == "count";
            if (out.whole) out.reading.unit.reset(), out.reading.precision = {};   // a count says both
            if (out.whole || *text == "number") return out;
            if (*text == "float") {
                out.reading.precision = {Precision::Mode::machine, 0, std::nullopt};
                return out;
            }
            auto precision = read_precision(*text, context_.reading, dataset_.units);
            if (auto* read = std::get_if<Precision>(&precision)) {
                out.reading.unit = read->unit;
                out.reading.precision = std::move(*read);
                return out;
            }
            if (const auto unit = parse_literal_unit(*text, dataset_.units, out.reading.language)) {
                out.reading.unit = *unit;
                return out;
            }
        } else if (!member.parts.empty()) {
            Context own = context_;
            own.reading.flags = nullptr;
            bool fits = true;
            const std::vector<Member> details = members(member.parts, loading_.problems);
            declare_numerals(details, own, loading_);
            for (const Member& detail : details) {
                if (const std::string* name = detail.value.string(); detail.key == "precision" && name != nullptr && *name == "float") {
                    own.reading.precision = {Precision::Mode::machine, 0, std::nullopt};
                    continue;
                }
                if (!detail.describes() && !declare_detail(detail.key, detail.value, own, loading_)) fits = false;
            }
            if (fits) {
                out.reading = own.reading;
                out.declared = own.reading.unit ? dataset_.units.unit(*own.reading.unit).symbol : "number";
                return out;
            }
        }
        misfit(loading_, Code::XF119, member.key, member.value, Message(say::a_column));
        return std::nullopt;
    }

    void add_nodes(Table& table, const Member& member, NodeId parent) {
        Node array;
        array.kind = NodeKind::array;
        array.parent = parent;
        array.key = dataset_.intern_key(member.key);
        array.key_span = array.span = member.key_span();
        array.scope = context_.scope;
        array.payload = dataset_.add_group();
        table.rows = dataset_.add(array);
        dataset_.append_child(parent, table.rows);
        table.prototype = table::add_prototype(dataset_, table);
    }

    // Reads rows until there are more than the tree takes; then none of them is kept.
    void look_at_rows(Table& table) {
        table::BlockReader reader(table, 256U << 10U);
        table::Block block;
        table::Fields fields;
        table::Taken taken;
        std::vector<table::HeldRow> rows;
        std::vector<std::pair<std::size_t, std::uint64_t>> of_block;   // of each block of rows: its first, its number
        std::vector<table::Problem>& problems = taken.problems;
        std::uint64_t& wrong = taken.wrong;
        std::uint64_t bytes = 0;
        while (reader.next(block)) {
            fields.read(block, table.separator, problems, kMostProblems, wrong);
            bytes += block.size;
            if (rows.size() + fields.rows() > loading_.limits.rows_in_tree ||
                bytes > loading_.limits.table_bytes_in_tree) {
                table.streamed = true;
                return;
            }
            taken.add(block, fields);
            of_block.emplace_back(rows.size(), block.number);
            std::uint32_t at = 0;
            std::uint64_t line = 0;   // of the block
            for (std::size_t row = 0; row < fields.rows(); ++row) {
                const std::uint32_t begin = fields.row_begin(row);
                line += static_cast<std::uint64_t>(
                    std::count(block.text().begin() + at, block.text().begin() + begin, '\n'));
                at = begin;
                const std::string_view record = fields.record(row);
                rows.push_back({rows.size(), block.part, line, fields.ascii() ? std::string(record) : table::mended_text(record)});
            }
        }
        std::vector<table::Problem>& of_files = reader.problems();
        const table::Numbering numbering = table::number_blocks(taken.blocks, reader.header_lines(), of_files);
        for (std::size_t i = 0; i < of_block.size(); ++i) {
            const std::size_t end = i + 1 < of_block.size() ? of_block[i + 1].first : rows.size();
            for (std::size_t row = of_block[i].first; row < end; ++row) rows[row].line += numbering.first_line[of_block[i].second];
        }
        problems.insert(problems.end(), of_files.begin(), of_files.end());
        table::forget_rows_of_failed_files(problems, wrong);
        for (const NodeId row :
             table::hold(dataset_, table, reader.headers(), rows, problems, numbering.first_line, loading_.problems))
            dataset_.append_child(table.rows, row);
        look_at_odd_cells(table, wrong);
        if (wrong > kMostProblems)
            loading_.problems.add(Code::XF115, table.span,
                                  Message(say::more_problems, table.name, wrong - kMostProblems));
    }

    // What stands beside the other cells of its column so that it cannot stand alone (odd_cells.hpp).
    void look_at_odd_cells(const Table& table, std::uint64_t& wrong) {
        std::uint64_t warned = 0, told = wrong;
        for (const TableColumn& column : table.columns) {
            if (column.kind != ColumnKind::figure || column.reading.precision.mode == Precision::Mode::machine) continue;
            const bool commas = table::has_decimal_commas(column);
            bool comma = false;
            std::vector<NodeId> points, machine;
            for (const NodeId row : dataset_.children(table.rows)) {
                const NodeId cell = dataset_.child(row, column.name);
                if (cell == kNoNode || dataset_.figure(cell).state != FigureState::known) continue;
                const std::string& text = dataset_.figure(cell).printed;
                comma = comma || (commas && table::has_comma(text));
                if (commas && table::is_point_alone(text)) points.push_back(cell);
                if (table::is_machine_print(text)) machine.push_back(cell);
            }
            for (const NodeId cell : comma ? points : std::vector<NodeId>()) {
                ++wrong;
                if (told++ < kMostProblems) tell(cell, table::point_beside_comma(dataset_.figure(cell).printed, column));
            }
            for (const NodeId cell : machine)
                if (warned++ < kMostProblems) tell(cell, table::machine_print(dataset_.figure(cell).printed, column));
        }
        if (warned > kMostProblems)
            loading_.problems.add(Code::XF124, table.span, Message(say::more_machine_prints, table.name, warned - kMostProblems));
    }

    void tell(NodeId cell, const table::CellProblem& problem) {
        Span span = dataset_.node(cell).span;
        if (dataset_.sources.text(span).starts_with('"')) ++span.begin, --span.end;
        Diagnostic& made = loading_.problems.add(problem.code, span, problem.headline);
        for (const Message& help : problem.help) made.suggest(help);
    }

    static constexpr std::size_t kMostProblems = 100;

    const std::string& directory_;
    Loading& loading_;
    Dataset& dataset_;
    Context of_tables_, context_;   // what is in force in `[tables]`, in what is read
};

}  // namespace

void read_tables(const Member& tables, const std::string& directory, const Context& context, Loading& loading) {
    if (tables.parts.empty()) {
        misfit(loading, Code::XF107, tables.key, tables.value, Message(messages::tables_table));
        return;
    }
    Node node;
    node.kind = NodeKind::table;
    node.parent = Dataset::kRoot;
    node.key = loading.dataset.intern_key("tables");
    node.key_span = node.span = tables.key_span();
    node.payload = loading.dataset.add_group();
    const NodeId id = loading.dataset.add(node);
    loading.dataset.append_child(Dataset::kRoot, id);
    const std::vector<Member> all = members(tables.parts, loading.problems);
    TableReader reader(directory, context, all, loading);
    for (const Member& each : all)
        if (!each.describes()) reader.read(each, id);
}

}  // namespace crossfoot::loading
