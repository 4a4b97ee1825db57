// The shapes of a dataset's nodes: two nodes have one shape when a rule cannot tell them apart before it looks
// at values (the same keys, the same units). Checking a rule over a thousand rows of one shape is checking it
// over one of them.
#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "engine/dataset/dataset.hpp"

namespace crossfoot {

using ShapeId = std::uint32_t;

class Shapes {
public:
    explicit Shapes(const Dataset& dataset);

    [[nodiscard]] ShapeId shape(NodeId node) const { return shapes_[node]; }
    // One child of each shape among the children of a table or array (descriptions are no children), the first of each.
    // Computed once per node.
    [[nodiscard]] std::span<const NodeId> kinds_of_children(NodeId node);

private:
    struct Hash {
        std::size_t operator()(const std::vector<std::uint32_t>& key) const;
    };
    ShapeId intern(std::vector<std::uint32_t> key);

    const Dataset& dataset_;
    std::vector<ShapeId> shapes_;
    std::unordered_map<std::vector<std::uint32_t>, ShapeId, Hash> known_;
    std::unordered_map<NodeId, std::vector<NodeId>> kinds_;
};

}  // namespace crossfoot
