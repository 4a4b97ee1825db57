#include "engine/reasoning/repair.hpp"

#include <algorithm>
#include <numeric>

#include "engine/reasoning/exchanges.hpp"
#include "engine/reasoning/narrow.hpp"
#include "engine/reasoning/needed.hpp"
#include "engine/reasoning/neighbours.hpp"

namespace crossfoot::reasoning {

std::uint32_t cost_of(std::span<const Proposal> set) {
    return std::accumulate(set.begin(), set.end(), 0U, [](std::uint32_t sum, const Proposal& each) { return sum + each.cost; });
}

std::optional<Interval> where_allowed(Rechecker& rechecker, NodeId figure, std::span<const InstanceId> instances,
                                      std::span<const Change> changes) {
    std::optional<Interval> out = Interval::everything();
    const auto narrow_to = [&](const std::optional<Interval>& range) {
        out = range ? intersection(*out, *range) : std::nullopt;
        return out.has_value();
    };
    for (const InstanceId id : instances) {
        const Statement statement = rechecker.statement(id, changes);
        for (const AssertedRelation& each : statement.relations) {
            if (each.exactly) continue;
            const Needed needed = needed_for(statement.expressions, each, figure);
            if (needed.solved && !narrow_to(needed.range)) return std::nullopt;
        }
        System system;
        system.add(id, statement, rechecker.dataset());
        const auto unknown = system.unknown_of(figure);
        if (!unknown) continue;
        std::vector<Interval> box = system.box();
        for (const Change& each : changes) system.put(each.node, each.figure, box);
        for (const FactId fact : system.facts_with(*unknown))
            if (!narrow_to(allowed(system.facts()[fact], box, *unknown))) return std::nullopt;
    }
    return out;
}

std::vector<Rational> exact_values(Rechecker& rechecker, NodeId figure, std::span<const InstanceId> instances,
                                   std::span<const Change> changes) {
    std::vector<Rational> out;
    for (const InstanceId id : instances) {
        Statement statement = rechecker.statement(id, changes);
        bool known = true;
        for (Expressions::Unknown& each : statement.expressions.unknowns) {
            if (each.figure == figure) continue;
            const auto changed = std::find_if(changes.begin(), changes.end(), [&](const Change& of) { return of.node == each.figure; });
            if (each.figure == kNoNode || !is_known_figure(rechecker.dataset(), each.figure)) known = false;
            else each.range = Interval::point(changed != changes.end() ? changed->figure.value : rechecker.dataset().figure(each.figure).value);
        }
        if (!known) continue;
        for (const AssertedRelation& each : statement.relations) {
            if (each.comparison != ast::Comparison::equal || each.exactly) continue;
            AssertedRelation plain = each;
            plain.tolerance = kNoExpression;
            const Needed needed = needed_for(statement.expressions, plain, figure);
            if (needed.solved && needed.range && needed.range->is_point()) out.push_back(needed.range->low.value);
        }
    }
    return out;
}

Repair repair_of(const std::vector<Proposal>& set, const std::function<Rational(NodeId)>& weight_of) {
    Repair out;
    for (const Proposal& each : set) {
        const Rational weight = weight_of(each.change.node);
        out.figures.push_back({each.change.node, each.change.figure.printed, each.kind, each.other});
        out.weight += weight;
        out.rank += weight * Rational(kAnyChange + each.cost);
    }
    out.exchange = is_exchange(set);
    return out;
}

void order_repairs(std::vector<Repair>& repairs) {
    std::stable_sort(repairs.begin(), repairs.end(), [](const Repair& a, const Repair& b) {
        if (a.rank != b.rank) return a.rank < b.rank;
        // of two alike the later one: what is computed stands after what it is computed from
        const auto later = [](const NewPrint& x, const NewPrint& y) { return x.figure > y.figure; };
        return std::lexicographical_compare(a.figures.begin(), a.figures.end(), b.figures.begin(), b.figures.end(), later);
    });
}

}  // namespace crossfoot::reasoning
