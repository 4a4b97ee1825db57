// All keyed rules of a run: they see the rows as these pass, are judged after it, and show their findings in the end.
// A rule over one table that has no more rows than may be held is left to the plain evaluator over all rows.
#pragma once

#include <map>
#include <memory>
#include <set>

#include "engine/checking/columns/keyed_judge.hpp"

namespace crossfoot::columns {

// Rows that are nodes of the dataset, by array and number.
using HeldNodes = std::map<NodeId, std::map<std::uint64_t, NodeId>>;

class KeyedRules {
public:
    // All references must outlive this; `streamed` are the tables whose rows are not in the tree.
    KeyedRules(Dataset& dataset, const CheckOptions& check, const TableOptions& options, std::vector<const Table*> streamed)
        : dataset_(dataset), check_(check), options_(options), streamed_(std::move(streamed)) {}

    // Takes the rule where it is keyed.
    [[nodiscard]] bool take(const BoundRule& rule);
    [[nodiscard]] bool has(const BoundRule& rule) const { return rules_.contains(&rule); }
    // Another way has decided the rule.
    void drop(const BoundRule& rule) { rules_.erase(&rule); }
    // What the rules ask of the pass over a table: to see its blocks, and the figure columns that they use.
    void ask(NodeId array, PassAsked& asked);

    // When all rows have passed: what was found of each table, by array. Gives the rules that the plain evaluator can do, with
    // the tables that they need.
    [[nodiscard]] std::map<const BoundRule*, std::set<NodeId>> judge(const std::map<NodeId, const PassResult*>& passes);
    // The rows of a table that listed findings show.
    void add_rows(NodeId array, std::map<std::uint64_t, table::HeldRow>& rows) const;
    // Adds the findings of a rule that was judged here to `out`; false where it was not.
    [[nodiscard]] bool find(const BoundRule& rule, const HeldNodes& nodes, Findings& out);
    // Works out the findings of such a rule that are not listed, key by key; false where it was not judged here.
    [[nodiscard]] bool visit(const BoundRule& rule, const SeeFinding& see);

private:
    struct State {
        std::unique_ptr<KeyedRun> run;
        std::vector<const PassResult*> passes;   // by side
        bool judged = false, refused = false;
        KeyedVerdicts verdicts;
    };
    // What one evaluation sees, and the number of the row that it stands at.
    struct Shown {
        std::uint32_t first = 0;
        std::vector<std::vector<NodeId>> seen;   // by side
        std::vector<NodeId> instances;           // of a rule that looks up its own rows: the one that it is about
    };
    [[nodiscard]] std::vector<Shown> shown(const State& state, const HeldNodes& nodes) const;
    void show(const BoundRule& rule, const State& state, const HeldNodes& nodes, Findings& out);

    Dataset& dataset_;
    const CheckOptions& check_;
    const TableOptions& options_;
    std::vector<const Table*> streamed_;
    std::map<const BoundRule*, State> rules_;
};

// An unverifiable finding of a rule that was not computed, XF510; and one of a rule as a whole, with the rule.
[[nodiscard]] Finding refusal(const BoundRule& rule, const Message& why);
void add_refusal(const BoundRule& rule, const Message& why, Findings& out);

}  // namespace crossfoot::columns
