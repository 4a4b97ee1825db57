#include "engine/checking/binding/shapes.hpp"

#include <algorithm>
#include <unordered_set>

namespace crossfoot {

std::size_t Shapes::Hash::operator()(const std::vector<std::uint32_t>& key) const {
    std::size_t hash = 0xcbf29ce484222325ULL;   // FNV-1a over the words
    for (const std::uint32_t word : key) hash = (hash ^ word) * 0x100000001b3ULL;
    return hash;
}

ShapeId Shapes::intern(std::vector<std::uint32_t> key) {
    const auto next = static_cast<ShapeId>(known_.size());
    return known_.try_emplace(std::move(key), next).first->second;
}

Shapes::Shapes(const Dataset& dataset) : dataset_(dataset), shapes_(dataset.node_count(), 0) {
    // children before parents, without recursion: a node is interned when it is met the second time
    std::vector<std::pair<NodeId, bool>> stack{{Dataset::kRoot, false}};
    while (!stack.empty()) {
        const auto [id, ready] = stack.back();
        stack.pop_back();
        const Node& node = dataset.node(id);
        std::vector<std::uint32_t> key{static_cast<std::uint32_t>(node.kind)};
        switch (node.kind) {
            case NodeKind::figure: {
                const Figure& figure = dataset.figure(id);
                const bool bare = figure.unit == 0;
                key.push_back(figure.unit);
                key.push_back(static_cast<std::uint32_t>(figure.state == FigureState::missing ? 2 : bare && figure.value.is_zero() ? 1 : 0));
                break;
            }
            case NodeKind::text: key.push_back(node.unread ? 1 : 0); break;
            case NodeKind::date:
            case NodeKind::truth: break;
            case NodeKind::table:
            case NodeKind::array: {
                if (!ready) {
                    stack.emplace_back(id, true);
                    for (const NodeId child : dataset.children(id)) stack.emplace_back(child, false);
                    if (const Table* table = dataset.table_at(id)) stack.emplace_back(table->prototype, false);
                    continue;
                }
                const bool table = node.kind == NodeKind::table;
                for (const NodeId child : dataset.children(id)) {
                    if (table) key.push_back(dataset.node(child).key);
                    key.push_back(shapes_[child]);
                }
                if (!table) {
                    std::sort(key.begin() + 1, key.end());
                    key.erase(std::unique(key.begin() + 1, key.end()), key.end());
                }
                break;
            }
        }
        shapes_[id] = intern(std::move(key));
    }
}

std::span<const NodeId> Shapes::kinds_of_children(NodeId node) {
    const auto [entry, fresh] = kinds_.try_emplace(node);
    if (fresh) {
        // the columns of a table beside the TOML are declared: its rows are of one kind, whatever they hold
        if (const Table* table = dataset_.table_at(node)) return entry->second = {table->prototype};
        std::unordered_set<ShapeId> seen;
        for (const NodeId child : dataset_.children(node))
            if (seen.insert(shapes_[child]).second) entry->second.push_back(child);
    }
    return entry->second;
}

}  // namespace crossfoot
