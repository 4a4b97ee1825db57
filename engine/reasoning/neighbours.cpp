#include "engine/reasoning/neighbours.hpp"

#include <algorithm>
#include <charconv>

namespace crossfoot {
namespace {

constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

std::size_t place_of(const Dataset& dataset, NodeId parent, NodeId child) {
    const auto children = dataset.children(parent);
    const auto found = std::find(children.begin(), children.end(), child);
    return found == children.end() ? kNowhere : static_cast<std::size_t>(found - children.begin());
}

// The children of `parent` just before and just after `child`.
std::vector<NodeId> beside(const Dataset& dataset, NodeId parent, NodeId child) {
    std::vector<NodeId> out;
    const auto children = dataset.children(parent);
    const std::size_t place = place_of(dataset, parent, child);
    if (place == kNowhere) return out;
    if (place > 0) out.push_back(children[place - 1]);
    if (place + 1 < children.size()) out.push_back(children[place + 1]);
    return out;
}

}  // namespace

bool is_known_figure(const Dataset& dataset, NodeId node) {
    return dataset.node(node).kind == NodeKind::figure && dataset.figure(node).state == FigureState::known;
}

std::vector<NodeId> neighbours(const Dataset& dataset, NodeId node) {
    const NodeId parent = dataset.node(node).parent;
    if (parent == kNoNode) return {};
    std::vector<NodeId> out = beside(dataset, parent, node);
    const NodeKind kind = dataset.node(parent).kind;
    const NodeId above = dataset.node(parent).parent;
    if (above != kNoNode)
        for (const NodeId row : beside(dataset, above, parent)) {
            if (dataset.node(row).kind != kind) continue;
            if (kind == NodeKind::table) {
                if (const NodeId other = dataset.child(row, dataset.key(node)); other != kNoNode) out.push_back(other);
            } else if (const std::size_t place = place_of(dataset, parent, node); place < dataset.children(row).size()) {
                out.push_back(dataset.children(row)[place]);
            }
        }
    std::erase_if(out, [&](NodeId each) { return !is_known_figure(dataset, each); });
    std::sort(out.begin(), out.end());
    return out;
}

bool exchangeable(const Dataset& dataset, NodeId a, NodeId b) {
    const Figure &one = dataset.figure(a), &other = dataset.figure(b);
    return one.value != other.value && !one.qualified && !other.qualified &&
           dataset.units.unit(one.unit) == dataset.units.unit(other.unit);
}

std::optional<int> year_of_key(std::string_view key) {
    int year = 0;
    const auto [end, error] = std::from_chars(key.data(), key.data() + key.size(), year);
    const bool whole = error == std::errc() && end == key.data() + key.size();
    return whole && year >= 1900 && year <= 2199 ? std::optional(year) : std::nullopt;
}

NodeId year_before(const Dataset& dataset, NodeId node) {
    const auto year = year_of_key(dataset.key(node));
    if (!year) return kNoNode;
    const NodeId before = dataset.child(dataset.node(node).parent, std::to_string(*year - 1));
    return before != kNoNode && is_known_figure(dataset, before) ? before : kNoNode;
}

bool are_years(const Dataset& dataset, NodeId a, NodeId b) {
    const auto one = year_of_key(dataset.key(a)), other = year_of_key(dataset.key(b));
    return one && other && *one != *other;
}

}  // namespace crossfoot
