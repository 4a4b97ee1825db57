#include "bench/slips/seeds.hpp"

#include <algorithm>
#include <map>

#include "engine/reasoning/exchanges.hpp"
#include "engine/reasoning/needed.hpp"
#include "engine/reasoning/neighbours.hpp"
#include "engine/reasoning/shapes.hpp"
#include "engine/reasoning/slips.hpp"

namespace crossfoot::slips {
namespace {

bool is_factor(const Slip& slip, std::int64_t factor) { return slip.times == Rational(factor) || slip.times == Rational(1, factor); }

class Seeds {
public:
    Seeds(Rechecker& rechecker, NodeId figure, std::uint64_t round)
        : rechecker_(rechecker), dataset_(rechecker.dataset()), figure_(figure), round_(round) {}

    std::vector<Seed> all() {
        if (!is_known_figure(dataset_, figure_)) return {};
        typing();
        exchanges();
        if (const NodeId before = year_before(dataset_, figure_); before != kNoNode)
            put(CauseKind::last_year, rechecker_.read(figure_, dataset_.figure(before).printed));
        for (const InstanceId id : rechecker_.using_figure(figure_)) computed_otherwise(rechecker_.statement(id));
        return std::move(out_);
    }

private:
    void typing() {
        std::map<std::string, std::vector<Slip>> by_kind;
        for (Slip& slip : slips_of(rechecker_, figure_, SlipWay::away)) {
            std::string kind(to_string(slip.kind));
            if (slip.kind == CauseKind::power_of_ten)
                kind = is_factor(slip, 1000) ? "factor_1000" : is_factor(slip, 100) ? "factor_100" : "factor_10";
            by_kind[kind].push_back(std::move(slip));
        }
        for (auto& [name, slips] : by_kind) {
            Slip& chosen = slips[(figure_ * 7919U + round_ * 104'729U) % slips.size()];
            out_.push_back({name, chosen.kind, {{figure_, std::move(chosen.figure)}}});
        }
    }

    void exchanges() {
        std::vector<Seed> found;
        for (const NodeId other : neighbours(dataset_, figure_)) {
            if (other < figure_ || rechecker_.using_figure(other).empty()) continue;
            std::vector<Change> changes = reasoning::exchange_of(rechecker_, figure_, other);
            if (changes.empty()) continue;
            const CauseKind kind = reasoning::exchange_kind(dataset_, figure_, other);
            found.push_back({std::string(to_string(kind)), kind, std::move(changes)});
        }
        if (!found.empty()) out_.push_back(std::move(found[(figure_ + round_) % found.size()]));
    }

    void put(CauseKind kind, std::optional<Figure> print) {
        if (!print || print->value == dataset_.figure(figure_).value) return;
        const std::string name(to_string(kind));
        if (std::any_of(out_.begin(), out_.end(), [&](const Seed& each) { return each.name == name; })) return;
        out_.push_back({name, kind, {{figure_, std::move(*print)}}});
    }

    std::optional<Rational> printed(const Expressions& all, ExpressionId id) const { return printed_value(all, id, dataset_); }

    // The figure is said to be a sum, a change or a difference, and was worked out in the wrong way.
    void computed_otherwise(const Statement& statement) {
        if (statement.relations.size() != 1) return;
        const Expressions& all = statement.expressions;
        const auto said = said_by(all, statement.relations.front());
        if (!said || said->figure != figure_) return;
        if (const auto change = change_shape(all, said->computed)) {
            const auto old_value = printed(all, change->old_value), new_value = printed(all, change->new_value);
            if (!old_value || !new_value) return;
            if (!new_value->is_zero()) put(CauseKind::wrong_base, rechecker_.restyle(figure_, Rational(1) - *old_value / *new_value));
            if (is_rate(all, change->old_value)) put(CauseKind::percent_for_points, rechecker_.restyle(figure_, *new_value - *old_value));
            return;
        }
        const std::vector<NodeId> parts = sum_shape(all, said->computed);
        const auto sum = printed(all, said->computed);
        if (parts.size() < 2 || !sum) return;
        const Figure& part = dataset_.figure(parts[(figure_ + round_) % parts.size()]);
        if (parts.size() > 2) {
            put(CauseKind::part_left_out, rechecker_.restyle(figure_, *sum - part.value));
            put(CauseKind::part_twice, rechecker_.restyle(figure_, *sum + part.value));
        }
        const Figure& total = dataset_.figure(figure_);
        if (total.rounded && total.step.sign() > 0)
            put(CauseKind::truncated_total, rechecker_.restyle(figure_, (*sum / total.step).truncated() * total.step));
    }

    bool is_rate(const Expressions& all, ExpressionId id) const {
        const NodeId node = figure_of(all, id);
        return node != kNoNode && dataset_.units.unit(dataset_.figure(node).unit).notation == Notation::percent;
    }

    Rechecker& rechecker_;
    const Dataset& dataset_;
    NodeId figure_;
    std::uint64_t round_;
    std::vector<Seed> out_;
};

}  // namespace

std::vector<Seed> seeds_at(Rechecker& rechecker, NodeId figure, std::uint64_t round) { return Seeds(rechecker, figure, round).all(); }

}  // namespace crossfoot::slips
