#include "engine/reasoning/print_search.hpp"

#include <algorithm>
#include <map>

#include "engine/reasoning/exchanges.hpp"
#include "engine/reasoning/repairable.hpp"

namespace crossfoot::reasoning {
namespace {

// Of the slips that a figure may have suffered, as many are tried where others may change as well.
constexpr std::size_t kFewSlips = 3;

class PrintSearch {
public:
    // `reach`: how many of the contradicted instances one figure is used by at most.
    PrintSearch(Rechecker& rechecker, Proposals& proposals, std::span<const InstanceId> contradicted, std::size_t reach,
           const MayChange& may_change, const ReasoningOptions& options)
        : rechecker_(rechecker), proposals_(proposals), contradicted_(contradicted), reach_(reach), may_change_(may_change),
          most_checks_(options.most_checks) {}

    // All sets of exactly `size` slips that it finds: of one figure each, or, of two slips and more, also of two neighbours with
    // each other's print.
    RepairSearch run(std::size_t size) {
        size_ = size;
        exchanges_ = size > 1 && are_equations(rechecker_, contradicted_);
        descend({contradicted_.begin(), contradicted_.end()});
        return std::move(out_);
    }
    [[nodiscard]] bool spent() const { return checks_ > most_checks_; }

private:
    // `open`: what is contradicted with the changes made so far. One of its figures must change, whatever else does.
    void descend(const std::vector<InstanceId>& open) {
        if (open.empty()) return found();
        if (made_slips_ == size_ || spent()) return;
        // each figure that may still change clears only what it is used by
        const auto mine = std::count_if(open.begin(), open.end(), [&](InstanceId id) { return is_contradicted(id); });
        if (static_cast<std::size_t>(mine) > reach_ * (size_ - made_slips_) * (exchanges_ ? 2 : 1)) return;
        const bool last = made_slips_ + 1 == size_;
        for (const NodeId figure : repairable_in(open.front())) {
            if (!may_change(figure)) continue;
            exchange(figure, open, last);
            const auto users = rechecker_.using_figure(figure);
            const auto uses_it = [&](InstanceId id) { return std::binary_search(users.begin(), users.end(), id); };
            if (last && !std::all_of(open.begin(), open.end(), uses_it)) continue;
            for (Proposal& each : proposals(figure, open, users, last)) {
                if (spent()) return;
                const std::size_t before = found_;
                with({std::move(each)});
                if (last && found_ > before) break;  // one print proves that the figure can: the likeliest
            }
        }
    }

    // Goes on with these made, as one slip.
    void with(std::vector<Proposal> slip) {
        const std::size_t count = made_.size();
        for (Proposal& each : slip) {
            changes_.push_back(each.change);
            made_.push_back(std::move(each));
        }
        ++made_slips_;
        if (const auto next = still_open()) descend(*next);
        --made_slips_;
        made_.resize(count);
        changes_.resize(count);
    }

    // One that is wrong beside others. Where all that is open uses neither of the two it cannot be the last.
    void exchange(NodeId figure, const std::vector<InstanceId>& open, bool last) {
        if (!exchanges_) return;
        const auto uses = [&](InstanceId id, const Proposal& each) {
            const auto users = rechecker_.using_figure(each.change.node);
            return std::binary_search(users.begin(), users.end(), id);
        };
        for (std::vector<Proposal>& both : exchanges_with(rechecker_, figure)) {
            if (spent()) return;
            if (!may_change(both[0].change.node) || !may_change(both[1].change.node)) continue;
            if (last && !std::all_of(open.begin(), open.end(), [&](InstanceId id) { return uses(id, both[0]) || uses(id, both[1]); })) continue;
            with(std::move(both));
        }
    }

    const std::vector<NodeId>& repairable_in(InstanceId id) {
        const auto [place, fresh] = repairable_.try_emplace(id);
        if (fresh) place->second = repairable(rechecker_, id);
        return place->second;
    }

    bool is_contradicted(InstanceId id) const {
        return std::binary_search(contradicted_.begin(), contradicted_.end(), id);
    }

    bool may_change(NodeId figure) const {
        std::vector<NodeId> changed;
        for (const Change& each : changes_) changed.push_back(each.node);
        std::sort(changed.begin(), changed.end());
        return !std::binary_search(changed.begin(), changed.end(), figure) && may_change_(figure, changed);
    }

    // Prints by which the figure may agree with every rule that uses it; where others may change as well, also with
    // those alone that are contradicted.
    std::vector<Proposal> proposals(NodeId figure, const std::vector<InstanceId>& open, std::span<const InstanceId> users,
                                    bool last) {
        checks_ += users.size();
        std::vector<Proposal> out;
        if (const auto range = where_allowed(rechecker_, figure, users, changes_))
            out = proposals_.within(figure, *range, last ? SIZE_MAX : kFewSlips, [&] { return exact_values(rechecker_, figure, users, changes_); });
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
        const auto exact = [&] { return exact_values(rechecker_, figure, instances, changes_); };
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
        if (made_slips_ != size_) return;
        const Consequences then = rechecker_.consequences(changes_);
        // what is contradicted must hold, not be gone
        if (then.appeared > 0 || std::any_of(then.vanished.begin(), then.vanished.end(), [&](InstanceId id) { return is_contradicted(id); })) return;
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
    const MayChange& may_change_;
    std::uint64_t most_checks_, checks_ = 0;
    std::size_t size_ = 0, made_slips_ = 0, found_ = 0;
    bool exchanges_ = false;
    std::map<InstanceId, std::vector<NodeId>> repairable_;
    std::vector<Proposal> made_;    // with what they propose in `changes_`
    std::vector<Change> changes_;
    std::map<std::vector<NodeId>, std::size_t> known_;
    RepairSearch out_;
};

}  // namespace

RepairSearch search_prints(Rechecker& rechecker, Proposals& proposals, std::span<const InstanceId> contradicted, std::size_t reach,
                           std::size_t size, const MayChange& may_change, const ReasoningOptions& options) {
    PrintSearch search(rechecker, proposals, contradicted, reach, may_change, options);
    RepairSearch out = search.run(size);
    out.cut_short = search.spent();
    return out;
}

}  // namespace crossfoot::reasoning
