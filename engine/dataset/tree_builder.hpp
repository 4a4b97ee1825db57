// From merged TOML tables to the tree of a dataset: tables, arrays, rows of `_columns`, figures with details.
#pragma once

#include "engine/dataset/loading.hpp"

namespace crossfoot::loading {

class TreeBuilder {
public:
    explicit TreeBuilder(Loading& loading) : loading_(loading) {}

    // The root table, without the manifest's tables.
    void build(const std::vector<Member>& root, const Context& context);

private:
    void fill_table(NodeId table, const std::vector<Member>& all, const Context& outer);
    void add_member(NodeId table, const Member& member, const Context& context);
    void add_element(NodeId array, std::uint32_t number, const Value& value, const Context& context);
    NodeId add_table(Node node, const Parts& parts, const Context& context);
    void add_array(Node node, const Value& value, const Context& context);
    void add_row(Node node, const Value& value, const Context& context);
    void add_details(Node node, const Value& value, const Context& context);
    void add_scalar(const Node& place, const Value& value, const Context& context, const std::string* printed = nullptr);
    // Any value at the place that `node` says (parent, key, key_span).
    void add_value(Node node, const Value& value, const Parts& parts, const Context& context);
    NodeId attach(const Node& node);

    Loading& loading_;
    bool full_ = false;   // the limit of nodes was reached, and said
};

// Is a table at the root the manifest's: `report`, `units`, `tables`, `waiver`?
[[nodiscard]] bool is_manifest_key(std::string_view key);

}  // namespace crossfoot::loading
