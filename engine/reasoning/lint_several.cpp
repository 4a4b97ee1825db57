// Several rules at once: as rows of sums over figures, quotients and products of figures being unknowns of their own. What is
// found so is true whatever they turn out to be.
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "engine/reasoning/lint_parts.hpp"
#include "engine/reasoning/rows.hpp"

namespace crossfoot::linting {
namespace {

using reasoning::Answer;
using reasoning::GroupId;
using reasoning::Row;

constexpr std::size_t kMostPlaces = 12;   // shown of one contradiction

// Rows that may have part in something. One with an unknown that stands in no other can always be made true, and makes no
// other one true; it is taken out, and so on.
class Core {
public:
    explicit Core(const Bounds& bounds) : rows_(bounds.all.size()), in_(bounds.all.size(), 1), of_rule_(bounds.partial.size()) {
        std::map<std::string, std::uint32_t> unknowns;
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            rows_[i].range = bounds.all[i].range;
            for (const auto& [name, factor] : bounds.all[i].form.factors) {
                // printed values and true ones are not the same numbers
                const auto place = unknowns.try_emplace((bounds.all[i].exactly ? "exactly " : "") + name, unknowns.size()).first;
                rows_[i].factors.emplace_back(place->second, factor);
            }
            if (rows_[i].factors.empty()) in_[i] = 0;
            else of_rule_[bounds.all[i].rule].push_back(i);
        }
        users_.resize(unknowns.size());
        for (std::size_t i = 0; i < rows_.size(); ++i)
            for (const auto& [unknown, factor] : rows_[i].factors) users_[unknown].insert(i);
        peel();
    }

    [[nodiscard]] const Row& row(std::size_t bound) const { return rows_[bound]; }
    [[nodiscard]] bool contains(std::size_t bound) const { return in_[bound] != 0; }

    void take_out(const std::set<std::uint32_t>& rules) {
        for (const std::uint32_t rule : rules)
            for (const std::size_t each : of_rule_[rule]) remove(each);
        peel();
    }

    // Those of a rule, where all of them are here.
    [[nodiscard]] std::vector<std::size_t> whole(std::uint32_t rule) const {
        const std::vector<std::size_t>& out = of_rule_[rule];
        return std::all_of(out.begin(), out.end(), [&](std::size_t each) { return in_[each] != 0; }) ? out : std::vector<std::size_t>();
    }

    // The bounds that are left, parted by the unknowns they have in common.
    [[nodiscard]] std::vector<std::vector<std::size_t>> parts() const {
        std::vector<std::vector<std::size_t>> out;
        std::vector<std::uint8_t> seen(rows_.size(), 0);
        for (std::size_t first = 0; first < rows_.size(); ++first) {
            if (in_[first] == 0 || seen[first] != 0) continue;
            std::vector<std::size_t> part{first};
            seen[first] = 1;
            for (std::size_t at = 0; at < part.size(); ++at)
                for (const auto& [unknown, factor] : rows_[part[at]].factors)
                    for (const std::size_t user : users_[unknown])
                        if (std::exchange(seen[user], 1) == 0) part.push_back(user);
            std::sort(part.begin(), part.end());
            out.push_back(std::move(part));
        }
        return out;
    }

private:
    void remove(std::size_t bound) {
        if (std::exchange(in_[bound], 0) == 0) return;
        for (const auto& [unknown, factor] : rows_[bound].factors) {
            users_[unknown].erase(bound);
            if (users_[unknown].size() == 1) alone_.push_back(*users_[unknown].begin());
        }
    }

    void peel() {
        for (const std::set<std::size_t>& each : users_)
            if (each.size() == 1) alone_.push_back(*each.begin());
        while (!alone_.empty()) {
            const std::size_t next = alone_.back();
            alone_.pop_back();
            remove(next);
        }
    }

    std::vector<Row> rows_;                      // by place in Bounds::all
    std::vector<std::uint8_t> in_;
    std::vector<std::vector<std::size_t>> of_rule_;
    std::vector<std::set<std::size_t>> users_;   // by unknown
    std::vector<std::size_t> alone_;
};

class Several {
public:
    Several(const Rechecker& rules, const Bounds& bounds, const LintOptions& options, Lint& out)
        : rules_(rules), bounds_(bounds), core_(bounds), solver_(options.solver_effort), out_(out) {
        // what repeats another rule gives nothing more
        std::set<std::uint32_t> named;
        for (const LintFinding& each : out.findings)
            if (each.kind == LintKind::same_statement || each.kind == LintKind::follows) named.insert(each.at.rule);
        core_.take_out(named);
        for (std::size_t i = 0; i < bounds.all.size(); ++i)
            if (core_.contains(i)) solver_.add(bounds.all[i].instance, core_.row(i));
    }

    void contradictions() {
        for (std::vector<std::vector<std::size_t>> parts = core_.parts(); !parts.empty();) {
            std::vector<std::size_t> bounds = std::move(parts.back());
            parts.pop_back();
            std::vector<GroupId> core;
            const Answer answer = solver_.together(groups_of(bounds), &core);
            if (answer == Answer::undecided) leave(bounds);
            if (answer != Answer::impossible) continue;
            keep_rules_of(core, bounds);
            drop(bounds, &Bound::rule);
            const std::set<std::uint32_t> rules = rules_of(bounds);
            drop(bounds, &Bound::instance);
            if (solver_.spent()) leave(bounds);   // fewer might do
            tell_contradiction(bounds, rules);
            // what is left of the part is looked at again
            core_.take_out(rules);
            parts = core_.parts();
        }
    }

    // The last rule first: all that are named follow from those that are not.
    void consequences() {
        std::vector<std::uint32_t> order;
        for (std::uint32_t rule = 0; rule < rules_.rules().size(); ++rule) order.push_back(rule);
        const auto place = [&](std::uint32_t rule) { return std::pair(rules_.rules()[rule].span.file, rules_.rules()[rule].span.begin); };
        std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return place(b) < place(a); });
        for (const std::uint32_t rule : order) {
            if (bounds_.partial[rule] != 0) continue;
            const std::vector<std::size_t> wanted = core_.whole(rule);
            if (wanted.empty() || stricter(wanted)) continue;
            std::vector<std::size_t> premises = connected(wanted);
            if (premises.empty()) continue;
            const Answer answer = follow(wanted, premises);
            if (answer == Answer::undecided) leave(wanted);
            if (answer != Answer::impossible) continue;
            for (const std::uint32_t each : rules_of(premises)) {
                std::vector<std::size_t> rest = premises;
                std::erase_if(rest, [&](std::size_t bound) { return bounds_.all[bound].rule == each; });
                if (follow(wanted, rest) == Answer::impossible) premises = std::move(rest);
            }
            if (solver_.spent()) leave(wanted);   // fewer might do
            tell_consequence(rule, wanted.front(), rules_of(premises));
            core_.take_out({rule});
        }
    }

private:
    [[nodiscard]] std::vector<GroupId> groups_of(const std::vector<std::size_t>& bounds) const {
        std::set<GroupId> out;
        for (const std::size_t each : bounds) out.insert(bounds_.all[each].instance);
        return {out.begin(), out.end()};
    }

    // Leaves those of the rules that some of these groups are of, with all their instances.
    void keep_rules_of(const std::vector<GroupId>& groups, std::vector<std::size_t>& bounds) const {
        std::set<std::uint32_t> kept;
        for (const GroupId each : groups) kept.insert(rules_.instances()[each].rule);
        std::erase_if(bounds, [&](std::size_t each) { return !kept.contains(bounds_.all[each].rule); });
    }

    [[nodiscard]] std::set<std::uint32_t> rules_of(const std::vector<std::size_t>& bounds) const {
        std::set<std::uint32_t> out;
        for (const std::size_t each : bounds) out.insert(bounds_.all[each].rule);
        return out;
    }

    // Leaves out one rule, or instance, after another, as long as the rest is impossible.
    void drop(std::vector<std::size_t>& bounds, std::uint32_t Bound::*unit) {
        std::set<std::uint32_t> units;
        for (const std::size_t each : bounds) units.insert(bounds_.all[each].*unit);
        for (const std::uint32_t each : units) {
            std::vector<std::size_t> rest = bounds;
            std::erase_if(rest, [&](std::size_t bound) { return bounds_.all[bound].*unit == each; });
            if (!rest.empty() && solver_.together(groups_of(rest)) == Answer::impossible) bounds = std::move(rest);
        }
    }

    void tell_contradiction(std::vector<std::size_t> bounds, const std::set<std::uint32_t>& rules) {
        const auto known = [&](const LintFinding& each) {
            std::set<std::uint32_t> told{each.at.rule};
            for (const LintPlace& other : each.others) told.insert(other.rule);
            return each.kind == LintKind::contradiction && told == rules;
        };
        if (std::any_of(out_.findings.begin(), out_.findings.end(), known)) return;
        const auto place = [&](std::size_t each) { return std::pair(bounds_.all[each].span.file, bounds_.all[each].span.begin); };
        std::stable_sort(bounds.begin(), bounds.end(), [&](std::size_t a, std::size_t b) { return place(a) < place(b); });
        LintFinding found;
        found.kind = LintKind::contradiction;
        std::set<std::uint32_t> shown;
        for (const std::size_t each : bounds) {
            const Bound& bound = bounds_.all[each];
            const bool of_new_rule = shown.insert(bound.rule).second;
            if (found.at.rule == kNoRule) found.at = {bound.rule, bound.instance, bound.span};
            else if (of_new_rule || found.others.size() < kMostPlaces) found.others.push_back({bound.rule, bound.instance, bound.span});
        }
        out_.findings.push_back(std::move(found));
    }

    // Printed alike says more than equal.
    [[nodiscard]] bool stricter(const std::vector<std::size_t>& bounds) const {
        return std::any_of(bounds.begin(), bounds.end(), [&](std::size_t each) { return bounds_.all[each].same_print; });
    }

    // The bounds of other rules in the parts of these.
    [[nodiscard]] std::vector<std::size_t> connected(const std::vector<std::size_t>& wanted) const {
        std::vector<std::size_t> out;
        const std::uint32_t rule = bounds_.all[wanted.front()].rule;
        for (const std::vector<std::size_t>& part : core_.parts()) {
            if (std::none_of(wanted.begin(), wanted.end(), [&](std::size_t each) { return std::binary_search(part.begin(), part.end(), each); }))
                continue;
            for (const std::size_t each : part)
                if (bounds_.all[each].rule != rule) out.push_back(each);
        }
        return out;
    }

    // Do all of `wanted` follow (impossible: that one does not hold)? `premises` become those that it takes.
    Answer follow(const std::vector<std::size_t>& wanted, std::vector<std::size_t>& premises) {
        std::vector<GroupId> taken;
        for (const std::size_t each : wanted) {
            const Answer answer = solver_.without(core_.row(each), groups_of(premises), &taken);
            if (answer != Answer::impossible) return answer;
        }
        keep_rules_of(taken, premises);
        return Answer::impossible;
    }

    void tell_consequence(std::uint32_t rule, std::size_t bound, const std::set<std::uint32_t>& premises) {
        LintFinding found;
        found.kind = LintKind::follows;
        found.at = {rule, kNoInstance, bounds_.all[bound].span};
        for (const std::uint32_t each : premises) found.others.push_back({each, kNoInstance, rules_.rules()[each].body});
        out_.findings.push_back(std::move(found));
    }

    void leave(const std::vector<std::size_t>& bounds) {
        for (const std::uint32_t each : rules_of(bounds)) out_.undecided.push_back(each);
        std::sort(out_.undecided.begin(), out_.undecided.end());
        out_.undecided.erase(std::unique(out_.undecided.begin(), out_.undecided.end()), out_.undecided.end());
    }

    const Rechecker& rules_;
    const Bounds& bounds_;
    Core core_;
    reasoning::Rows solver_;   // a group is an instance
    Lint& out_;
};

}  // namespace

void look_at_several(const Rechecker& rules, const Bounds& bounds, const LintOptions& options, Lint& out) {
    Several several(rules, bounds, options, out);
    several.contradictions();
    several.consequences();
}

}  // namespace crossfoot::linting
