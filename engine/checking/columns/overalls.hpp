// All numbers over whole streamed tables that the rules of a run ask for: worked out before the rules are looked at, and the
// rows they name held in the dataset.
#pragma once

#include <map>
#include <memory>
#include <set>

#include "engine/checking/columns/overall_run.hpp"

namespace crossfoot::columns {

class Overalls {
public:
    // All must outlive this; `streamed` are the tables whose rows are not in the tree.
    Overalls(Dataset& dataset, const TableOptions& options, std::vector<const Table*> streamed)
        : dataset_(dataset), options_(options), streamed_(std::move(streamed)) {}

    // Takes the rule where all that it asks of streamed tables, but for the rows it runs over, is such numbers.
    [[nodiscard]] bool take(const BoundRule& rule);
    // Passes over the tables. A table whose cells are wrong leaves its numbers out.
    void work_out(const CheckOptions& check, Diagnostics& diagnostics);
    // Were all numbers of a rule worked out?
    [[nodiscard]] bool has(const BoundRule& rule) const;
    // The tables whose numbers a rule asks for.
    [[nodiscard]] std::set<NodeId> arrays(const BoundRule& rule) const;
    [[nodiscard]] const std::vector<const BoundRule*>& rules() const { return taken_; }
    [[nodiscard]] const KeptNumbers& numbers() const { return numbers_; }
    // The rows of a table that its numbers name, by number: they are held once more with those that findings show, whose
    // nodes say where they stand.
    void add_rows(NodeId array, std::map<std::uint64_t, table::HeldRow>& rows) const;
    void place(NodeId array, const std::map<std::uint64_t, NodeId>& nodes);
    // What the rules ask of the pass in which they are judged: the columns that the numbers were made of count as used.
    void ask(NodeId array, PassAsked& asked) const;

private:
    struct Held {
        std::map<std::uint64_t, table::HeldRow> rows;   // by number
        std::map<std::uint64_t, NodeId> nodes;
    };
    void work_out(const Table& table, std::vector<OverallRun*> runs, const CheckOptions& check, Diagnostics& diagnostics);

    Dataset& dataset_;
    const TableOptions& options_;
    std::vector<const Table*> streamed_;
    std::vector<const BoundRule*> taken_;
    std::vector<std::unique_ptr<OverallRun>> runs_;
    std::map<const BoundRule*, std::vector<std::pair<const Core*, OverallRun*>>> asked_;   // the same number is worked out once
    std::map<NodeId, Held> held_;   // by array
    KeptNumbers numbers_;
};

}  // namespace crossfoot::columns
