#include "engine/reasoning/exchanges.hpp"

#include <algorithm>
#include <set>

#include "engine/reasoning/neighbours.hpp"
#include "engine/reasoning/repairable.hpp"
#include "engine/reasoning/shapes.hpp"

namespace crossfoot::reasoning {
namespace {

// Pairs of neighbours, `a` before `b`, each once, the one or the other a figure of the instance.
std::set<std::pair<NodeId, NodeId>> pairs_at(Rechecker& rechecker, InstanceId instance) {
    std::set<std::pair<NodeId, NodeId>> out;
    const Dataset& dataset = rechecker.dataset();
    for (const NodeId figure : repairable(rechecker, instance)) {
        if (!is_known_figure(dataset, figure)) continue;
        for (const NodeId other : neighbours(dataset, figure))
            if (exchangeable(dataset, figure, other)) out.insert(std::minmax(figure, other));
    }
    return out;
}

// Do the changes clear all of them and break nothing?
bool repair(Rechecker& rechecker, std::span<const Change> changes, std::span<const InstanceId> contradicted) {
    const Consequences then = rechecker.consequences(changes);
    return then.breaks_nothing() && std::includes(then.cleared.begin(), then.cleared.end(), contradicted.begin(), contradicted.end());
}

bool are_used_by(const Rechecker& rechecker, NodeId a, NodeId b, std::span<const InstanceId> instances) {
    const auto users = rechecker.using_figure(a), others = rechecker.using_figure(b);
    return std::all_of(instances.begin(), instances.end(), [&](InstanceId id) {
        return std::binary_search(users.begin(), users.end(), id) || std::binary_search(others.begin(), others.end(), id);
    });
}

}  // namespace

bool are_equations(Rechecker& rechecker, std::span<const InstanceId> instances) {
    return std::all_of(instances.begin(), instances.end(), [&](InstanceId id) { return asserts_equation(rechecker.statement(id)); });
}

std::vector<std::vector<Proposal>> exchanges_with(Rechecker& rechecker, NodeId figure) {
    std::vector<std::vector<Proposal>> out;
    for (const NodeId other : neighbours(rechecker.dataset(), figure)) {
        const auto [a, b] = std::minmax(figure, other);
        const std::vector<Change> changes = exchange_of(rechecker, a, b);
        if (changes.empty()) continue;
        const CauseKind kind = exchange_kind(rechecker.dataset(), a, b);
        out.push_back({{changes[0], kind, b, cost_of(kind)}, {changes[1], kind, a, 0}});
    }
    return out;
}

CauseKind exchange_kind(const Dataset& dataset, NodeId a, NodeId b) {
    return are_years(dataset, a, b) ? CauseKind::years_exchanged : CauseKind::figures_exchanged;
}

std::vector<Change> exchange_of(Rechecker& rechecker, NodeId a, NodeId b) {
    const Dataset& dataset = rechecker.dataset();
    if (!exchangeable(dataset, a, b)) return {};
    auto here = rechecker.read(a, dataset.figure(b).printed), there = rechecker.read(b, dataset.figure(a).printed);
    if (!here || !there) return {};
    return {{a, std::move(*here)}, {b, std::move(*there)}};
}

std::vector<std::vector<Proposal>> exchanges_that_repair(Rechecker& rechecker, std::span<const InstanceId> contradicted) {
    std::vector<std::vector<Proposal>> out;
    for (const auto& [a, b] : pairs_at(rechecker, contradicted.front())) {
        if (!are_used_by(rechecker, a, b, contradicted)) continue;
        const std::vector<Change> changes = exchange_of(rechecker, a, b);
        if (changes.empty() || !repair(rechecker, changes, contradicted)) continue;
        const std::span<const Change> both(changes);
        if (repair(rechecker, both.first(1), contradicted) || repair(rechecker, both.last(1), contradicted)) continue;
        const CauseKind kind = exchange_kind(rechecker.dataset(), a, b);
        const std::uint32_t cost = are_equations(rechecker, contradicted) ? cost_of(kind) : kLooseExchange;
        out.push_back({{changes[0], kind, b, cost}, {changes[1], kind, a, 0}});
    }
    return out;
}

std::vector<std::vector<InstanceId>> cleared_by_one_exchange(Rechecker& rechecker, std::span<const InstanceId> contradicted) {
    std::set<std::pair<NodeId, NodeId>> pairs;
    for (const InstanceId each : contradicted) pairs.merge(pairs_at(rechecker, each));
    std::vector<std::vector<InstanceId>> out;
    for (const auto& [a, b] : pairs) {
        std::vector<InstanceId> users;
        for (const NodeId figure : {a, b})
            for (const InstanceId id : rechecker.using_figure(figure))
                if (std::binary_search(contradicted.begin(), contradicted.end(), id)) users.push_back(id);
        std::sort(users.begin(), users.end());
        users.erase(std::unique(users.begin(), users.end()), users.end());
        if (users.size() < 2 || !are_equations(rechecker, users)) continue;
        const std::vector<Change> changes = exchange_of(rechecker, a, b);
        if (!changes.empty() && repair(rechecker, changes, users)) out.push_back(std::move(users));
    }
    return out;
}

bool is_exchange(std::span<const Proposal> set) {
    return set.size() == 2 && set[0].other == set[1].change.node && set[1].other == set[0].change.node;
}

}  // namespace crossfoot::reasoning
