// All rules of a run over rows of streamed tables and the rows before them.
#pragma once

#include <map>
#include <memory>
#include <set>

#include "engine/checking/columns/row_walk.hpp"
#include "engine/checking/columns/series_run.hpp"
#include "engine/checking/known/identity.hpp"
#include "engine/checking/row_runner.hpp"

namespace crossfoot::columns {

class Series {
public:
    // All must outlive this; `streamed` are the tables whose rows are not in the tree.
    Series(Dataset& dataset, const CheckOptions& check, const TableOptions& options, std::vector<const Table*> streamed)
        : dataset_(dataset), check_(check), options_(options), streamed_(std::move(streamed)) {}

    // Takes the rule where it is one.
    [[nodiscard]] bool take(const BoundRule& rule);
    // What the rules ask of the pass over a table. Call it when numbers over whole tables are known.
    void ask(NodeId array, PassAsked& asked);
    // When all rows have passed. Gives the rules that need all rows, with their table.
    [[nodiscard]] std::map<const BoundRule*, std::set<NodeId>> judge(const std::map<NodeId, const PassResult*>& passes);
    // The rules that are judged here.
    [[nodiscard]] std::vector<const BoundRule*> judged() const;
    // The rows of a table that decide, by number.
    void add_rows(NodeId array, std::map<std::uint64_t, table::HeldRow>& rows) const;
    // Adds the findings of a rule that is judged here to the runner's, the worst of them where they are more than the options
    // list; false where it is not. `nodes`: of held rows, by array and number.
    [[nodiscard]] bool find(const BoundRule& rule, const std::map<NodeId, std::map<std::uint64_t, NodeId>>& nodes, RowRunner& runner);
    // Works out the findings of a rule that are not listed; false where it is not judged here.
    bool visit(const BoundRule& rule, const SeeFinding& see);

private:
    struct State {
        std::unique_ptr<SeriesRun> run;
        SeriesRule of;
        std::uint64_t holds = 0;
        std::map<std::uint64_t, table::HeldRow> rows;   // by number
        std::vector<std::uint64_t> open;                // numbers, ascending
        std::vector<NodeId> held, open_nodes, unlisted; // the nodes of rows, of open ones, and of those whose finding is not listed
        bool judged = false;
    };
    void list(const BoundRule& rule, State& state, RowRunner& runner);

    Dataset& dataset_;
    const CheckOptions& check_;
    const TableOptions& options_;
    std::vector<const Table*> streamed_;
    std::map<const BoundRule*, State> rules_;
};

}  // namespace crossfoot::columns
