#include "engine/reasoning/exchanges.hpp"

#include <algorithm>
#include <set>

#include "engine/reasoning/neighbours.hpp"
#include "engine/reasoning/shapes.hpp"

namespace crossfoot::reasoning {
namespace {

class Exchanges {
public:
    Exchanges(Rechecker& rechecker, std::span<const InstanceId> contradicted) : rechecker_(rechecker), contradicted_(contradicted) {}

    std::vector<std::vector<Proposal>> all() {
        std::set<std::pair<NodeId, NodeId>> tried;
        for (const NodeId figure : rechecker_.instances()[contradicted_.front()].figures) {
            if (!is_known_figure(rechecker_.dataset(), figure)) continue;
            for (const NodeId other : neighbours(rechecker_.dataset(), figure))
                if (const auto pair = std::minmax(figure, other); tried.insert(pair).second) look_at(pair.first, pair.second);
        }
        return std::move(out_);
    }

private:
    void look_at(NodeId a, NodeId b) {
        const Dataset& dataset = rechecker_.dataset();
        if (!exchangeable(dataset, a, b) || !all_use(a, b)) return;
        auto here = rechecker_.read(a, dataset.figure(b).printed), there = rechecker_.read(b, dataset.figure(a).printed);
        if (!here || !there) return;
        const Change changes[] = {{a, std::move(*here)}, {b, std::move(*there)}};
        if (!repairs(changes) || repairs({&changes[0], 1}) || repairs({&changes[1], 1})) return;
        const CauseKind kind = are_years(dataset, a, b) ? CauseKind::years_exchanged : CauseKind::figures_exchanged;
        // an order of two figures that must differ holds the other way round, always
        const std::uint32_t cost = are_equations() ? cost_of(kind) : kLooseExchange;
        out_.push_back({{changes[0], kind, b, cost}, {changes[1], kind, a, 0}});
    }

    bool repairs(std::span<const Change> changes) {
        const Consequences then = rechecker_.consequences(changes);
        return then.breaks_nothing() &&
               std::includes(then.cleared.begin(), then.cleared.end(), contradicted_.begin(), contradicted_.end());
    }

    bool all_use(NodeId a, NodeId b) const {
        const auto users = rechecker_.using_figure(a), others = rechecker_.using_figure(b);
        return std::all_of(contradicted_.begin(), contradicted_.end(), [&](InstanceId id) {
            return std::binary_search(users.begin(), users.end(), id) || std::binary_search(others.begin(), others.end(), id);
        });
    }

    bool are_equations() {
        return std::all_of(contradicted_.begin(), contradicted_.end(), [&](InstanceId id) { return asserts_equation(rechecker_.statement(id)); });
    }

    Rechecker& rechecker_;
    std::span<const InstanceId> contradicted_;
    std::vector<std::vector<Proposal>> out_;
};

}  // namespace

std::vector<std::vector<Proposal>> exchanges_that_repair(Rechecker& rechecker, std::span<const InstanceId> contradicted) {
    return Exchanges(rechecker, contradicted).all();
}

bool is_exchange(std::span<const Proposal> set) {
    return set.size() == 2 && set[0].other == set[1].change.node && set[1].other == set[0].change.node;
}

}  // namespace crossfoot::reasoning
