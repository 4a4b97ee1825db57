// All rules of a run that see streamed tables rolled up. As with keyed rules, one whose tables have no more rows than may be
// held is left to the plain evaluator over all rows.
#pragma once

#include <map>
#include <memory>
#include <set>

#include "engine/checking/columns/rollup_run.hpp"
#include "engine/checking/row_runner.hpp"

namespace crossfoot::columns {

class Rollups {
public:
    // All references must outlive this; `streamed` are the tables whose rows are not in the tree.
    Rollups(Dataset& dataset, const TableOptions& options, std::vector<const Table*> streamed)
        : dataset_(dataset), options_(options), streamed_(std::move(streamed)) {}

    // Takes the rule where it can be judged so.
    [[nodiscard]] bool take(const BoundRule& rule, RollKeys keys);
    // What the rules ask of the pass over a table.
    void ask(NodeId array, PassAsked& asked);
    // When all rows have passed. Gives the rules that the plain evaluator can do, or that cannot be computed otherwise, with
    // the tables that they need as a whole.
    [[nodiscard]] std::map<const BoundRule*, std::set<NodeId>> judge(const std::map<NodeId, const PassResult*>& passes);
    // The rows of a table that stay rows, by number.
    void add_rows(NodeId array, std::map<std::uint64_t, table::HeldRow>& rows) const;
    // When the rows of all tables are held, by array and number: adds those of sums.
    void hold(const std::map<NodeId, std::map<std::uint64_t, NodeId>>& nodes);
    // Adds the findings of a rule that is judged here to the runner's; false where it is not.
    [[nodiscard]] bool find(const BoundRule& rule, RowRunner& runner);

private:
    struct State {
        BoundRule rule;
        std::vector<std::unique_ptr<RollupRun>> runs;
        std::vector<std::map<std::uint64_t, table::HeldRow>> odd;   // by run,
        std::vector<std::vector<std::uint64_t>> places;             // … and where they stand
        std::vector<std::vector<NodeId>> rows;                      // by run: what stands for the table's rows
        std::vector<std::pair<NodeId, NodeId>> counts;              // rows that stay, and their cell of a count
        bool judged = false;
    };
    Dataset& dataset_;
    const TableOptions& options_;
    std::vector<const Table*> streamed_;
    std::map<const BoundRule*, State> rules_;
};

}  // namespace crossfoot::columns
