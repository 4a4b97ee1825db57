// The least sets: prints are tried where the rules leave them (print_search.hpp), and sets that this does not find are looked for
// by conflicts (hitting_sets.hpp), which says as well whether there are others.
#include <algorithm>
#include <map>

#include "engine/reasoning/exchanges.hpp"
#include "engine/reasoning/hitting_sets.hpp"
#include "engine/reasoning/print_search.hpp"
#include "engine/reasoning/repair.hpp"
#include "engine/reasoning/repairable.hpp"
#include "engine/reasoning/trust.hpp"

namespace crossfoot::reasoning {
namespace {

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

std::vector<NodeId> figures_of(const std::vector<Proposal>& set) {
    std::vector<NodeId> out;
    for (const Proposal& each : set) out.push_back(each.change.node);
    return out;
}

// What a set takes before its prints are looked at: the sum of `_trust`, the count of its figures where nothing is declared. An
// exchange is one slip.
Rational trust_in(const Dataset& dataset, const std::vector<Proposal>& set) {
    Rational out = 0, dearest = 0;
    for (const Proposal& each : set) {
        const Rational trust = trust_of(dataset, each.change.node);
        out += trust;
        dearest = max(dearest, trust);
    }
    return is_exchange(set) ? dearest : out;
}

// Only sets no part of which is another.
void keep_least(std::vector<std::vector<Proposal>>& sets) {
    std::vector<std::vector<NodeId>> all;
    for (const std::vector<Proposal>& each : sets) all.push_back(figures_of(each));
    std::size_t at = 0;
    std::erase_if(sets, [&](const std::vector<Proposal>&) {
        const std::vector<NodeId>& mine = all[at++];
        return std::any_of(all.begin(), all.end(), [&](const std::vector<NodeId>& part) {
            return part.size() < mine.size() && std::includes(mine.begin(), mine.end(), part.begin(), part.end());
        });
    });
}

class LeastSets {
public:
    LeastSets(Rechecker& rechecker, Proposals& proposals, Solver& solver, std::span<const InstanceId> contradicted, const ReasoningOptions& options)
        : rechecker_(rechecker), proposals_(proposals), solver_(solver), contradicted_(contradicted), options_(options) {
        std::map<NodeId, std::size_t> uses;
        for (const InstanceId id : contradicted)
            for (const NodeId figure : rechecker.instances()[id].figures) reach_ = std::max(reach_, ++uses[figure]);
        for (const auto& [figure, count] : uses) least_trust_ = min(least_trust_, trust_of(rechecker.dataset(), figure));
    }

    RepairSearch all() {
        // fewer figures than this cannot clear them all
        const std::size_t least = (contradicted_.size() + reach_ - 1) / reach_;
        std::optional<Rational> best;   // what the least set so far takes
        for (std::size_t size = least; size <= std::max(least, options_.most_figures); ++size) {
            // a larger set counts where it takes less all the same
            if (best && least_trust_ * Rational(static_cast<std::int64_t>(size)) >= *best) break;
            const bool first = out_.sets.empty();
            const bool stopped = add_of_size(size, best);
            for (const std::vector<Proposal>& each : out_.sets) {
                const Rational trust = trust_in(rechecker_.dataset(), each);
                best = best ? min(*best, trust) : trust;
            }
            if (first && !out_.sets.empty()) add_exchanges(exchanges_that_repair(rechecker_, contradicted_), out_.sets);
            if (stopped) break;
        }
        if (out_.sets.empty()) add_exchanges(exchanges_that_repair(rechecker_, contradicted_), out_.sets);
        keep_least(out_.sets);
        // sets of more figures were not looked for
        out_.cut_short = out_.cut_short || (out_.sets.empty() && may_be_larger());
        return std::move(out_);
    }

private:
    // True where the search was stopped at its bound, and larger sets are not looked for.
    bool add_of_size(std::size_t size, const std::optional<Rational>& best) {
        const MayChange may_change = [&](NodeId figure, std::span<const NodeId> changed) {
            if (rechecker_.dataset().figure(figure).state != FigureState::known) return false;
            if (!best) return true;
            Rational trust = trust_of(rechecker_.dataset(), figure);
            for (const NodeId each : changed) trust += trust_of(rechecker_.dataset(), each);
            return trust < *best;
        };
        RepairSearch found = search_prints(rechecker_, proposals_, contradicted_, reach_, size, may_change, options_);
        bool complete = !found.cut_short;
        if (size > 1 && size <= options_.most_figures) {
            std::vector<std::vector<NodeId>> known;
            for (const auto* sets : {&out_.sets, &found.sets})
                for (const std::vector<Proposal>& each : *sets) known.push_back(figures_of(each));
            const Proved proved = [&](std::span<const Change> changes) {
                const Consequences then = rechecker_.consequences(changes);
                return then.breaks_nothing() && std::includes(then.cleared.begin(), then.cleared.end(), contradicted_.begin(), contradicted_.end());
            };
            HittingSets by_conflicts(rechecker_, proposals_, solver_, {contradicted_, true}, may_change, proved);
            SolvedSets solved = by_conflicts.of_size(size, known);
            for (std::vector<Proposal>& each : solved.sets) found.sets.push_back(std::move(each));
            complete = solved.complete;
        }
        // an exchange beside other slips, only where as many figures by themselves would not do
        const auto is_plain = [&](const std::vector<Proposal>& each) { return each.size() == size; };
        if (std::any_of(found.sets.begin(), found.sets.end(), is_plain)) std::erase_if(found.sets, [&](const auto& each) { return !is_plain(each); });
        for (std::vector<Proposal>& each : found.sets) out_.sets.push_back(std::move(each));
        out_.cut_short = out_.cut_short || !complete;
        return found.cut_short && !complete;
    }

    [[nodiscard]] bool may_be_larger() const {
        std::vector<NodeId> all;
        for (const InstanceId id : contradicted_)
            for (const NodeId figure : repairable(rechecker_, id))
                if (rechecker_.dataset().figure(figure).state == FigureState::known) all.push_back(figure);
        std::sort(all.begin(), all.end());
        all.erase(std::unique(all.begin(), all.end()), all.end());
        return all.size() > options_.most_figures;
    }

    Rechecker& rechecker_;
    Proposals& proposals_;
    Solver& solver_;
    std::span<const InstanceId> contradicted_;
    const ReasoningOptions& options_;
    std::size_t reach_ = 1;
    Rational least_trust_ = 1;
    RepairSearch out_;
};

}  // namespace

RepairSearch search_repairs(Rechecker& rechecker, Proposals& proposals, Solver& solver, std::span<const InstanceId> contradicted,
                            const ReasoningOptions& options) {
    return LeastSets(rechecker, proposals, solver, contradicted, options).all();
}

}  // namespace crossfoot::reasoning
