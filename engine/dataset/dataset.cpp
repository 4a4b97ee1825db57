#include "engine/dataset/dataset.hpp"

#include <algorithm>

#include "engine/dataset/toml_string.hpp"

#include "engine/text/text_form.hpp"

namespace crossfoot {

namespace {

bool bare_key(std::string_view key) {
    return !key.empty() && std::all_of(key.begin(), key.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    });
}

}  // namespace

const Table* Dataset::table_at(NodeId array) const {
    const auto found = std::find_if(tables.begin(), tables.end(), [&](const auto& each) { return each.rows == array; });
    return found == tables.end() ? nullptr : &*found;
}

NodeId Dataset::child(NodeId table, std::string_view key) const {
    if (nodes_[table].kind != NodeKind::table) return kNoNode;
    std::string normal;   // keys are kept composed: "é" is one key however it was typed
    if (!is_ascii(key)) key = normal = composed(key);
    const std::span<const NodeId> all = children(table);
    const auto before = [&](NodeId id, std::string_view wanted) { return std::string_view(keys_[nodes_[id].key]) < wanted; };
    const auto found = std::lower_bound(all.begin(), all.end(), key, before);
    return found != all.end() && keys_[nodes_[*found].key] == key ? *found : kNoNode;
}

std::string_view Dataset::key(NodeId id) const {
    const Node& node = nodes_[id];
    if (node.parent == kNoNode || nodes_[node.parent].kind != NodeKind::table) return {};
    return keys_[node.key];
}

std::string Dataset::many_rows(NodeId id) const {
    std::string out;
    for (const NodeId cell : children(id))
        if (nodes_[cell].kind == NodeKind::text)
            out.append(out.empty() ? "" : ", ").append(key(cell)).append("=").append(loading::quoted_toml_string(text(cell)));
    return "[" + (out.empty() ? "*" : out) + "]";
}

std::string Dataset::path(NodeId id) const {
    std::vector<NodeId> steps;
    for (NodeId at = id; nodes_[at].parent != kNoNode; at = nodes_[at].parent) steps.push_back(at);
    std::string out;
    for (auto at = steps.rbegin(); at != steps.rend(); ++at) add_step(*at, out);
    return out;
}

void Dataset::add_step(NodeId id, std::string& path) const {
    const Node& node = nodes_[id];
    if (nodes_[node.parent].kind == NodeKind::array) {
        path += node.key == kManyRows ? many_rows(id) : '[' + std::to_string(node.key) + ']';
        return;
    }
    if (!path.empty()) path += '.';
    const std::string& key = keys_[node.key];
    path += bare_key(key) ? key : loading::quoted_toml_string(key);
}

std::optional<std::pair<std::uint32_t, std::uint32_t>> Dataset::draft_lines(NodeId id) const {
    for (std::uint32_t at = nodes_[id].scope;; at = scopes_[at].parent) {
        const Scope& scope = scopes_[at];
        if (scope.line) return std::pair(*scope.line, *scope.line);
        if (scope.lines) return scope.lines;
        if (at == 0) return std::nullopt;
    }
}

std::optional<std::string_view> Dataset::description(NodeId id, std::string_view key) const {
    for (std::uint32_t at = nodes_[id].scope;; at = scopes_[at].parent) {
        for (const Description& each : scopes_[at].descriptions)
            if (each.key == key) return each.value;
        if (at == 0) return std::nullopt;
    }
}

std::size_t Dataset::figure_count() const {
    return static_cast<std::size_t>(std::count_if(nodes_.begin(), nodes_.end(), [](const Node& node) {
        return node.kind == NodeKind::figure && !node.manifest;
    }));
}

std::size_t Dataset::unread_count() const { return unread_.size(); }

const NotAFigure* Dataset::why_unread(NodeId id) const {
    const auto before = [](const auto& entry, NodeId wanted) { return entry.first < wanted; };
    const auto found = std::lower_bound(unread_.begin(), unread_.end(), id, before);
    return found != unread_.end() && found->first == id ? &found->second : nullptr;
}

Span Dataset::inside(NodeId id, std::uint32_t begin, std::uint32_t end) const {
    const Node& node = nodes_[id];
    if (node.kind != NodeKind::text || !node.span.valid()) return node.span;
    return loading::inside_toml_string(node.span, sources.text(node.span), texts_[node.payload], begin, end);
}

NodeId Dataset::add(Node node) {
    nodes_.push_back(node);
    return static_cast<NodeId>(nodes_.size() - 1);
}

std::uint32_t Dataset::add_figure(Figure figure) {
    figures_.push_back(std::move(figure));
    return static_cast<std::uint32_t>(figures_.size() - 1);
}

std::uint32_t Dataset::add_text(std::string text) {
    texts_.push_back(std::move(text));
    return static_cast<std::uint32_t>(texts_.size() - 1);
}

std::uint32_t Dataset::add_date(DayRange date) {
    dates_.push_back(date);
    return static_cast<std::uint32_t>(dates_.size() - 1);
}

std::uint32_t Dataset::add_group() {
    groups_.emplace_back();
    return static_cast<std::uint32_t>(groups_.size() - 1);
}

std::uint32_t Dataset::add_scope(Scope scope) {
    scopes_.push_back(std::move(scope));
    return static_cast<std::uint32_t>(scopes_.size() - 1);
}

std::uint32_t Dataset::intern_key(std::string_view key) {
    std::string normal;
    if (!is_ascii(key)) key = normal = composed(key);
    if (const auto known = key_index_.find(key); known != key_index_.end()) return known->second;
    const auto index = static_cast<std::uint32_t>(keys_.size());
    keys_.emplace_back(key);
    key_index_.emplace(std::string(key), index);
    return index;
}

void Dataset::append_child(NodeId parent, NodeId child) { groups_[nodes_[parent].payload].nodes.push_back(child); }

void Dataset::set_children(NodeId array, std::vector<NodeId> children) {
    ++arrangement_;
    groups_[nodes_[array].payload].nodes = std::move(children);
}

void Dataset::set_unread(NodeId id, NotAFigure why) {
    nodes_[id].unread = true;
    unread_.emplace_back(id, std::move(why));
}

void Dataset::finish() {
    const auto by_key = [&](NodeId a, NodeId b) { return keys_[nodes_[a].key] < keys_[nodes_[b].key]; };
    for (const Node& node : nodes_) {
        if (node.kind != NodeKind::table) continue;
        std::vector<NodeId>& all = groups_[node.payload].nodes;
        if (!std::is_sorted(all.begin(), all.end(), by_key)) std::sort(all.begin(), all.end(), by_key);
    }
}

}  // namespace crossfoot
