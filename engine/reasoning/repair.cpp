#include "engine/reasoning/repair.hpp"

#include <algorithm>
#include <map>
#include <numeric>

#include "engine/reasoning/exchanges.hpp"
#include "engine/reasoning/narrow.hpp"
#include "engine/reasoning/needed.hpp"
#include "engine/reasoning/neighbours.hpp"

namespace crossfoot::reasoning {
namespace {

// Of the slips that a figure may have suffered, as many are tried where others may change as well.
constexpr std::size_t kFewSlips = 3;

class Search {
public:
    // `reach`: how many of the contradicted instances one figure is used by at most.
    Search(Rechecker& rechecker, Proposals& proposals, std::span<const InstanceId> contradicted, std::size_t reach,
           const ReasoningOptions& options)
        : rechecker_(rechecker), proposals_(proposals), contradicted_(contradicted), reach_(reach),
          most_checks_(options.most_checks) {}

    // All sets of exactly `size` figures.
    RepairSearch run(std::size_t size) {
        size_ = size;
        descend({contradicted_.begin(), contradicted_.end()});
        return std::move(out_);
    }
    [[nodiscard]] bool spent() const { return checks_ > most_checks_; }

private:
    // `open`: what is contradicted with the changes made so far. One of its figures must change, whatever else does.
    void descend(const std::vector<InstanceId>& open) {
        if (open.empty()) return found();
        if (changes_.size() == size_ || spent()) return;
        // each figure that may still change clears only what it is used by
        const auto mine = std::count_if(open.begin(), open.end(), [&](InstanceId id) { return is_contradicted(id); });
        if (static_cast<std::size_t>(mine) > reach_ * (size_ - changes_.size())) return;
        const bool last = changes_.size() + 1 == size_;
        for (const NodeId figure : rechecker_.instances()[open.front()].figures) {
            if (!may_change(figure)) continue;
            const auto users = rechecker_.using_figure(figure);
            const auto uses_it = [&](InstanceId id) { return std::binary_search(users.begin(), users.end(), id); };
            if (last && !std::all_of(open.begin(), open.end(), uses_it)) continue;
            for (Proposal& each : proposals(figure, open, users, last)) {
                if (spent()) return;
                changes_.push_back(each.change);
                made_.push_back(std::move(each));
                const std::size_t before = found_;
                if (const auto next = still_open()) descend(*next);
                made_.pop_back();
                changes_.pop_back();
                if (last && found_ > before) break;  // one print proves that the figure can: the likeliest
            }
        }
    }

    bool is_contradicted(InstanceId id) const {
        return std::binary_search(contradicted_.begin(), contradicted_.end(), id);
    }

    bool may_change(NodeId figure) const {
        const Figure& now = rechecker_.dataset().figure(figure);
        if (now.state != FigureState::known) return false;
        return std::none_of(changes_.begin(), changes_.end(), [&](const Change& each) { return each.node == figure; });
    }

    // Prints by which the figure may agree with every rule that uses it; where others may change as well, also with
    // those alone that are contradicted.
    std::vector<Proposal> proposals(NodeId figure, const std::vector<InstanceId>& open, std::span<const InstanceId> users,
                                    bool last) {
        checks_ += users.size();
        std::vector<Proposal> out;
        if (const auto range = where_allowed(rechecker_, figure, users, changes_))
            out = proposals_.within(figure, *range, last ? SIZE_MAX : kFewSlips, exact_values(rechecker_, figure, users, changes_));
        if (last || spent()) return out;
        std::vector<InstanceId> must;
        std::copy_if(open.begin(), open.end(), std::back_inserter(must),
                     [&](InstanceId id) { return std::binary_search(users.begin(), users.end(), id); });
        add_where(figure, must, out);
        for (const InstanceId& each : must)
            if (must.size() > 1) add_where(figure, std::span(&each, 1), out);
        return out;
    }

    void add_where(NodeId figure, std::span<const InstanceId> instances, std::vector<Proposal>& out) {
        const auto range = where_allowed(rechecker_, figure, instances, changes_);
        if (!range || *range == Interval::everything()) return;
        const std::vector<Rational> exact = exact_values(rechecker_, figure, instances, changes_);
        for (Proposal& each : proposals_.within(figure, *range, kFewSlips, exact)) {
            const auto same = [&](const Proposal& known) { return known.change.figure.value == each.change.figure.value; };
            if (std::none_of(out.begin(), out.end(), same)) out.push_back(std::move(each));
        }
    }

    // What is contradicted with the changes in force; nothing where something cannot be computed any more.
    std::optional<std::vector<InstanceId>> still_open() {
        std::vector<InstanceId> ids = rechecker_.touched(changes_);
        ids.insert(ids.end(), contradicted_.begin(), contradicted_.end());
        std::sort(ids.begin(), ids.end());
        ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
        checks_ += ids.size();
        std::vector<InstanceId> open;
        for (const Rechecked& each : rechecker_.with(changes_, ids)) {
            const Verdict before = rechecker_.instances()[each.instance].verdict;
            const bool mine = is_contradicted(each.instance);
            if (each.verdict == Verdict::unverifiable && before != Verdict::unverifiable) return std::nullopt;
            // a finding of another incident may stay as it is
            if (each.verdict == Verdict::contradicted && (mine || before != Verdict::contradicted))
                open.push_back(each.instance);
        }
        return open;
    }

    void found() {
        if (changes_.size() != size_ || rechecker_.consequences(changes_).appeared > 0) return;
        ++found_;
        std::vector<Proposal> set = made_;
        std::sort(set.begin(), set.end(), [](const Proposal& a, const Proposal& b) { return a.change.node < b.change.node; });
        std::vector<NodeId> figures;
        for (const Proposal& each : set) figures.push_back(each.change.node);
        const auto [known, fresh] = known_.try_emplace(std::move(figures), out_.sets.size());
        if (fresh) out_.sets.push_back(std::move(set));
        else if (cost_of(set) < cost_of(out_.sets[known->second])) out_.sets[known->second] = std::move(set);
    }

    Rechecker& rechecker_;
    Proposals& proposals_;
    std::span<const InstanceId> contradicted_;
    std::size_t reach_;
    std::uint64_t most_checks_, checks_ = 0;
    std::size_t size_ = 0, found_ = 0;
    std::vector<Proposal> made_;    // with what they propose in `changes_`
    std::vector<Change> changes_;
    std::map<std::vector<NodeId>, std::size_t> known_;
    RepairSearch out_;
};

// Beside other sets of one or two figures, and before greater ones. Those that an order alone allows say little: of years,
// or where there is nothing else.
void add_exchanges(std::vector<std::vector<Proposal>> exchanges, std::vector<std::vector<Proposal>>& sets) {
    if (!sets.empty())
        std::erase_if(exchanges, [](const std::vector<Proposal>& each) {
            return each[0].cost == kLooseExchange && each[0].kind != CauseKind::years_exchanged;
        });
    if (exchanges.empty()) return;
    if (!sets.empty() && sets.front().size() > 2) sets.clear();
    for (std::vector<Proposal>& each : exchanges) {
        const auto same = std::find_if(sets.begin(), sets.end(), [&](const std::vector<Proposal>& set) {
            return set.size() == 2 && set[0].change.node == each[0].change.node && set[1].change.node == each[1].change.node;
        });
        if (same == sets.end()) sets.push_back(std::move(each));
        else *same = std::move(each);
    }
}

}  // namespace

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

RepairSearch search_repairs(Rechecker& rechecker, Proposals& proposals, std::span<const InstanceId> contradicted,
                            const ReasoningOptions& options) {
    std::map<NodeId, std::size_t> uses;
    std::size_t reach = 1;
    for (const InstanceId id : contradicted)
        for (const NodeId figure : rechecker.instances()[id].figures) reach = std::max(reach, ++uses[figure]);
    // fewer figures than this cannot clear them all
    const std::size_t least = (contradicted.size() + reach - 1) / reach;
    RepairSearch out;
    for (std::size_t size = least; size <= std::max(least, options.most_figures); ++size) {
        Search search(rechecker, proposals, contradicted, reach, options);
        out = search.run(size);
        out.cut_short = search.spent();
        if (!out.sets.empty() || out.cut_short) break;
    }
    add_exchanges(exchanges_that_repair(rechecker, contradicted), out.sets);
    return out;
}

}  // namespace crossfoot::reasoning
