#include "engine/checking/columns/constants.hpp"

#include <algorithm>

#include "engine/checking/binding/streamed.hpp"

namespace crossfoot::columns {

std::optional<Linear> Constants::of(const Core& core, const Table& table, const Lets& lets) {
    Linear out;
    known_used_ = false;
    if (!core.closed || !at_hand(core, table, lets, out.made_of)) return std::nullopt;
    const auto number = evaluator_.printed_number(rule_, core, known_);
    if (!number) return std::nullopt;
    for (const NodeId node : evaluator_.used()) {
        const Figure& figure = dataset_.figure(node);
        if (figure.state != FigureState::known || !figure.range.contains(figure.value)) return std::nullopt;
    }
    figures_.insert(figures_.end(), evaluator_.used().begin(), evaluator_.used().end());
    out.constant = *number;
    const auto& unknowns = evaluator_.terms().variables();
    out.loose = known_used_ || std::any_of(unknowns.begin(), unknowns.end(), [](const Variable& each) { return !each.range.is_point(); });
    out.figure = core.op == Op::node;
    out.computed = true;
    return out;
}

bool Constants::at_hand(const Core& core, const Table& table, const Lets& lets, std::vector<std::size_t>& made_of) {
    if (known_ != nullptr)
        if (const auto found = known_->find(&core); found != known_->end()) {
            known_used_ = true;
            const auto column = table.column(found->second.key);
            if (column && found->second.array == table.rows) made_of.push_back(*column);
            return true;
        }
    if (core.op == Op::node) return !reaches_streamed(core.node, dataset_);
    // a local that `let` gives is put in its place before it is asked for
    if (core.op == Op::let || (core.op == Op::local && lets.contains(core.slot))) return false;
    return std::all_of(core.args.begin(), core.args.end(), [&](const CorePtr& each) { return !each || at_hand(*each, table, lets, made_of); });
}

}  // namespace crossfoot::columns
