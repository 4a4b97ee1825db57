// All keyed rules of a run: they see the rows as these pass, are judged after it, and show their findings in the end.
// Where no table of a rule has more rows than may be held, the rule is left to the plain evaluator over all rows.
#pragma once

#include <map>
#include <memory>
#include <set>

#include "engine/checking/columns/keyed_judge.hpp"

namespace crossfoot::columns {

class KeyedRules {
public:
    // All references must outlive this; `streamed` are the tables whose rows are not in the tree.
    KeyedRules(Dataset& dataset, const CheckOptions& check, const TableOptions& options, std::vector<const Table*> streamed)
        : dataset_(dataset), check_(check), options_(options), streamed_(std::move(streamed)) {}

    // Takes the rule where it is keyed.
    [[nodiscard]] bool take(const BoundRule& rule);
    // What the rules ask of the pass over a table: to see its blocks, and the figure columns that they use.
    void ask(NodeId array, PassAsked& asked);

    // When all rows have passed: what was found of each table, by array. Gives the rules that the plain evaluator can do, with
    // the tables that they need.
    [[nodiscard]] std::map<const BoundRule*, std::set<NodeId>> judge(const std::map<NodeId, const PassResult*>& passes);
    // The rows of a table that listed findings show.
    void add_rows(NodeId array, std::map<std::uint64_t, table::HeldRow>& rows) const;
    // Adds the findings of a rule that was judged here to `out`; false where it was not. `nodes`: of the rows that are held,
    // by array and number.
    [[nodiscard]] bool find(const BoundRule& rule, const std::map<NodeId, std::map<std::uint64_t, NodeId>>& nodes, Findings& out);

private:
    struct State {
        std::unique_ptr<KeyedRun> run;
        std::vector<const PassResult*> passes;   // by side
        bool judged = false, refused = false;
        KeyedVerdicts verdicts;
    };
    void show(const BoundRule& rule, const State& state, const std::map<NodeId, std::map<std::uint64_t, NodeId>>& nodes, Findings& out);

    Dataset& dataset_;
    const CheckOptions& check_;
    const TableOptions& options_;
    std::vector<const Table*> streamed_;
    std::map<const BoundRule*, State> rules_;
};

// An unverifiable finding of a rule as a whole, XF510.
void add_refusal(const BoundRule& rule, const Message& why, Findings& out);

}  // namespace crossfoot::columns
