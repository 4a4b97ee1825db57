// Numbers of a rule that are the same for all rows of the table it runs over, at their printed values: figures of the tree,
// numbers over whole tables (overall.hpp), and what is computed of them. That a relation holds with one choice of true values,
// the printed ones, is enough for it to be possible.
#pragma once

#include "engine/checking/columns/program.hpp"
#include "engine/checking/evaluation/evaluator.hpp"

namespace crossfoot::columns {

class Constants {
public:
    // All must outlive this.
    Constants(const BoundRule& rule, const Dataset& dataset, const KeptNumbers* known)
        : rule_(rule), dataset_(dataset), known_(known), evaluator_(dataset, dataset.sources) {}

    // A constant. Nothing where it is none, or a figure that it is made of may not be what it prints (« plus de 40 »).
    [[nodiscard]] std::optional<Linear> of(const Core& core, const Table& table, const Lets& lets);
    // The figures of the tree that those were made of.
    [[nodiscard]] const std::vector<NodeId>& figures() const { return figures_; }

private:
    [[nodiscard]] bool at_hand(const Core& core, const Table& table, const Lets& lets, std::vector<std::size_t>& made_of);

    const BoundRule& rule_;
    const Dataset& dataset_;
    const KeptNumbers* known_;
    Evaluator evaluator_;
    std::vector<NodeId> figures_;
    bool known_used_ = false;
};

}  // namespace crossfoot::columns
