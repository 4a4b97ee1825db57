// All rules of a run that only say that a column of a streamed table is in order.
#pragma once

#include <map>
#include <memory>
#include <set>

#include "engine/checking/columns/order_run.hpp"
#include "engine/checking/columns/row_walk.hpp"
#include "engine/checking/row_runner.hpp"

namespace crossfoot::columns {

class Orders {
public:
    // All must outlive this; `streamed` are the tables whose rows are not in the tree.
    Orders(Dataset& dataset, std::vector<const Table*> streamed) : dataset_(dataset), streamed_(std::move(streamed)) {}

    // Takes the rule where it is one.
    [[nodiscard]] bool take(const BoundRule& rule);
    // What the rules ask of the pass over a table.
    void ask(NodeId array, PassAsked& asked);
    // When all rows have passed. Gives the rules that need all rows, with their table.
    [[nodiscard]] std::map<const BoundRule*, std::set<NodeId>> judge(const std::map<NodeId, const PassResult*>& passes);
    // The rows of a table that decide, by number.
    void add_rows(NodeId array, std::map<std::uint64_t, table::HeldRow>& rows) const;
    // Adds the findings of a rule that is judged here to the runner's; false where it is not. `nodes`: of held rows, by array
    // and number.
    [[nodiscard]] bool find(const BoundRule& rule, const std::map<NodeId, std::map<std::uint64_t, NodeId>>& nodes, RowRunner& runner);

private:
    struct State {
        std::unique_ptr<OrderRun> run;
        std::map<std::uint64_t, table::HeldRow> rows;
        bool judged = false;
    };
    Dataset& dataset_;
    std::vector<const Table*> streamed_;
    std::map<const BoundRule*, State> rules_;
};

}  // namespace crossfoot::columns
