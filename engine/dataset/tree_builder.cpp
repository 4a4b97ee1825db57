#include "engine/dataset/tree_builder.hpp"

#include <algorithm>
#include <array>

#include "engine/dataset/declarations.hpp"
#include "engine/dataset/messages.hpp"
#include "engine/dataset/read_value.hpp"

namespace crossfoot::loading {

namespace {

bool has_details(const toml::node& node) {
    const toml::table* table = node.as_table();
    return table != nullptr && table->contains("value");
}

// An array under `_columns` is a row when its elements are values; arrays and tables in it are rows themselves.
enum class ArrayShape { row, rows, neither };

ArrayShape shape_of(const toml::array& array) {
    const auto nested = [](const toml::node& each) { return each.is_array() || (each.is_table() && !has_details(each)); };
    const auto count = std::count_if(array.begin(), array.end(), nested);
    if (count == 0) return ArrayShape::row;
    return static_cast<std::size_t>(count) == array.size() ? ArrayShape::rows : ArrayShape::neither;
}

constexpr std::array<std::string_view, 8> kDetailKeys{"value", "printed", "unit", "precision", "rounding", "language", "group", "decimal"};

Parts parts_of(const Value& value) {
    Parts parts;
    if (const toml::table* table = value.node->as_table()) parts.push_back({value.file, table});
    return parts;
}

}  // namespace

bool is_manifest_key(std::string_view key) {
    return key == "report" || key == "units" || key == "tables" || key == "waiver";
}

void TreeBuilder::build(const std::vector<Member>& root, const Context& context) {
    fill_table(Dataset::kRoot, root, context);
}

void TreeBuilder::fill_table(NodeId table, const std::vector<Member>& all, const Context& outer) {
    const bool declares = std::any_of(all.begin(), all.end(), [](const Member& each) { return each.describes(); });
    const bool root = table == Dataset::kRoot;
    const auto fill = [&](const Context& context) {
        loading_.dataset.edit(table).scope = context.scope;
        for (const Member& each : all)
            if (!each.describes() && !(root && is_manifest_key(each.key))) add_member(table, each, context);
    };
    if (declares) fill(declared(all, outer, loading_));
    else fill(outer);
}

void TreeBuilder::add_member(NodeId table, const Member& member, const Context& context) {
    Node node;
    node.parent = table;
    node.key = loading_.dataset.intern_key(member.key);
    node.key_span = member.key_span();
    add_value(node, member.value, member.parts, context);
}

void TreeBuilder::add_element(NodeId array, std::uint32_t number, const Value& value, const Context& context) {
    Node node;
    node.parent = array;
    node.key = number;
    add_value(node, value, parts_of(value), context);
}

void TreeBuilder::add_value(Node node, const Value& value, const Parts& parts, const Context& context) {
    if (full_) return;
    node.scope = context.scope;
    if (parts.size() == 1 && has_details(*parts.front().table)) return add_details(node, value, context);
    if (!parts.empty()) {
        node.span = value.span();
        add_table(node, parts, context);
    } else if (value.node->is_array()) {
        add_array(node, value, context);
    } else {
        add_scalar(node, value, context);
    }
}

NodeId TreeBuilder::add_table(Node node, const Parts& parts, const Context& context) {
    node.kind = NodeKind::table;
    node.payload = loading_.dataset.add_group();
    const NodeId id = attach(node);
    fill_table(id, members(parts, loading_.problems), context);
    return id;
}

void TreeBuilder::add_array(Node node, const Value& value, const Context& context) {
    const toml::array& array = *value.node->as_array();
    if (context.columns != nullptr) {
        const ArrayShape shape = shape_of(array);
        if (shape == ArrayShape::row) return add_row(node, value, context);
        if (shape == ArrayShape::neither) {
            loading_.problems.add(Code::XF116, value.span(), Message(messages::mixed_row))
                .label(context.columns->span(), Message(messages::columns_here));
            return;
        }
    }
    node.kind = NodeKind::array;
    node.payload = loading_.dataset.add_group();
    node.span = value.span();
    const NodeId id = attach(node);
    std::uint32_t number = 0;
    for (const toml::node& each : array) add_element(id, number++, {value.file, &each}, context);
}

void TreeBuilder::add_row(Node node, const Value& value, const Context& context) {
    const toml::array& array = *value.node->as_array();
    const auto& names = context.columns->names;
    if (array.size() != names.size()) {
        loading_.problems.add(Code::XF116, value.span(), Message(messages::row_size, array.size(), names.size()))
            .label(context.columns->span(), Message(messages::columns_here));
        return;
    }
    node.kind = NodeKind::table;
    node.payload = loading_.dataset.add_group();
    node.span = value.span();
    const NodeId id = attach(node);
    for (std::size_t i = 0; i < names.size(); ++i) {
        Node cell;
        cell.parent = id;
        cell.key = loading_.dataset.intern_key(names[i].first);
        cell.key_span = names[i].second;
        const Value element{value.file, &array[i]};
        add_value(cell, element, parts_of(element), context);
    }
}

// `{ value = …, unit = …, _line = … }`: a table to TOML, one figure to us.
void TreeBuilder::add_details(Node node, const Value& value, const Context& outer) {
    const std::vector<Member> all = members(parts_of(value), loading_.problems);
    Context context = declared(all, outer, loading_);
    declare_numerals(all, context, loading_);
    node.scope = context.scope;
    const Value* number = nullptr;
    const std::string* printed = nullptr;
    bool fits = true;
    for (const Member& each : all) {
        if (each.describes()) continue;
        if (each.key == "value") {
            number = &each.value;
        } else if (each.key == "printed") {
            printed = each.value.string();
            if (printed == nullptr) misfit(loading_, Code::XF112, each.key, each.value, Message(messages::a_string));
        } else if (!declare_detail(each.key, each.value, context, loading_)) {
            Diagnostic& diagnostic =
                loading_.problems.add(Code::XF113, each.key_span(), Message(messages::unknown_detail, each.key));
            suggest_nearest(diagnostic, each.key, {kDetailKeys.begin(), kDetailKeys.end()});
            diagnostic.suggest(Message(messages::detail_keys));
            fits = false;
        }
    }
    if (number == nullptr) return;   // cannot be: see has_details
    if (number->node->is_table() || number->node->is_array()) {
        misfit(loading_, Code::XF113, "value", *number, Message(messages::one_value));
        fits = false;
    }
    if (fits) add_scalar(node, *number, context, printed);
}

void TreeBuilder::add_scalar(const Node& place, const Value& value, const Context& context, const std::string* printed) {
    auto read = read_value(value, context, loading_);
    if (!read) return;
    Node node = place;
    node.kind = read->node.kind;
    node.payload = read->node.payload;
    node.truth = read->node.truth;
    node.span = value.span();
    const NodeId id = attach(node);
    if (printed != nullptr && node.kind == NodeKind::figure) loading_.dataset.edit_figure(id).printed = *printed;
    if (read->unread) loading_.dataset.set_unread(id, std::move(*read->unread));
}

NodeId TreeBuilder::attach(const Node& node) {
    Dataset& dataset = loading_.dataset;
    const NodeId id = dataset.add(node);
    dataset.append_child(node.parent, id);
    if (dataset.node_count() > loading_.limits.nodes && !full_) {
        full_ = true;
        loading_.problems.add(Code::XF115, node.span, Message(messages::too_many_nodes, loading_.limits.nodes));
    }
    return id;
}

}  // namespace crossfoot::loading
