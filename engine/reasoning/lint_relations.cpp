#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "engine/reasoning/lint_parts.hpp"

namespace crossfoot::linting {
namespace {

// Relations by the sum that they bound.
using Sums = std::map<std::string, std::vector<const Bound*>>;

bool within(const Interval& inner, const Interval& outer) {
    return !low_less(inner.low, outer.low) && !high_less(outer.high, inner.high);
}

bool implies(const Bound& strong, const Bound& weak) {
    return within(strong.range, weak.range) && (strong.same_print || !weak.same_print);
}

LintPlace place(const Bound& of) { return {of.rule, of.instance, of.span}; }

LintFinding finding(LintKind kind, const Bound& one, const Bound& other) {
    LintFinding out;
    out.kind = kind;
    out.at = place(one);
    out.others = {place(other)};
    return out;
}

class Comparison {
public:
    Comparison(const Rechecker& rules, const Bounds& bounds, std::vector<LintFinding>& out)
        : rules_(rules), partial_(bounds.partial), out_(out), by_rule_(rules.rules().size()) {
        for (const Bound& each : bounds.all) {
            if (each.true_of_all()) continue;
            const auto sum = sums_.try_emplace((each.exactly ? "exactly " : "") + each.form.text()).first;
            sum->second.push_back(&each);
            by_rule_[each.rule].push_back({sum, &each});
        }
    }

    void contradictions() {
        std::set<std::pair<std::uint32_t, std::uint32_t>> told;   // rules: one finding for two of them
        for (const auto& [sum, all] : sums_)
            for (std::size_t i = 0; i < all.size(); ++i)
                for (std::size_t j = 0; j < i; ++j) {
                    if (intersection(all[i]->range, all[j]->range)) continue;
                    const auto pair = std::minmax(all[i]->rule, all[j]->rule);
                    if (told.insert({pair.first, pair.second}).second) out_.push_back(finding(LintKind::contradiction, *all[i], *all[j]));
                }
    }

    void repetitions() {
        for (std::uint32_t rule = 0; rule < by_rule_.size(); ++rule) {
            for (const std::uint32_t other : that_imply(rule)) {
                const bool mutual = that_imply(other).contains(rule);
                const auto& [sum, first] = by_rule_[rule].front();
                // of two that say the same, the later one is named; of one that follows, itself
                if (mutual && later(other, rule)) continue;
                const Bound* source = nullptr;
                for (const Bound* each : sum->second)
                    if (each->rule == other && implies(*each, *first)) source = each;
                out_.push_back(finding(mutual ? LintKind::same_statement : LintKind::follows, *first, *source));
                break;
            }
        }
    }

private:
    [[nodiscard]] bool later(std::uint32_t a, std::uint32_t b) const {
        const Span one = rules_.rules()[a].span, two = rules_.rules()[b].span;
        return std::pair(one.file, one.begin) > std::pair(two.file, two.begin);
    }

    // The rules each of which implies every relation of this one.
    [[nodiscard]] std::set<std::uint32_t> that_imply(std::uint32_t rule) const {
        std::set<std::uint32_t> out;
        if (partial_[rule] != 0) return out;
        bool first = true;
        for (const auto& [sum, weak] : by_rule_[rule]) {
            std::set<std::uint32_t> here;
            for (const Bound* each : sum->second)
                if (each->rule != rule && implies(*each, *weak) && (first || out.contains(each->rule))) here.insert(each->rule);
            out = std::move(here);
            first = false;
            if (out.empty()) break;
        }
        return out;
    }

    const Rechecker& rules_;
    const std::vector<std::uint8_t>& partial_;
    std::vector<LintFinding>& out_;
    Sums sums_;
    std::vector<std::vector<std::pair<Sums::iterator, const Bound*>>> by_rule_;
};

}  // namespace

Bounds bounds_of(const Rechecker& rules, const std::vector<Stated>& stated, const std::vector<std::uint8_t>& asking) {
    Bounds out;
    out.partial.resize(rules.rules().size(), 0);
    for (const Stated& each : stated) {
        // what a count says is of this dataset's lists only; what a figure decides, of these figures only
        if (asking[each.rule] != 0 || !each.statement.whole) {
            out.partial[each.rule] = 1;
            continue;
        }
        const std::vector<LinearForm> forms = linear_forms(each.statement.expressions);
        bool told = false;
        for (const AssertedRelation& relation : each.statement.relations) {
            auto bound = bounded(relation, forms);
            if (!bound || bound->form.own_unknowns) {
                out.partial[each.rule] = 1;
                continue;
            }
            const Span span = place_in_rule(relation.span, rules.rules()[each.rule]);
            if (bound->range) {
                out.all.push_back({each.rule, each.instance, span, std::move(bound->form), *bound->range, bound->exactly, relation.same_print});
                continue;
            }
            const bool of_figures = !forms[relation.left].is_constant() || !forms[relation.right].is_constant();
            if (!of_figures || std::exchange(told, true)) continue;
            LintFinding never;
            never.kind = LintKind::never_holds;
            never.at = {each.rule, each.instance, span};
            out.never_holds.push_back(std::move(never));
        }
    }
    return out;
}

void compare_relations(const Rechecker& rules, const Bounds& bounds, std::vector<LintFinding>& out) {
    Comparison comparison(rules, bounds, out);
    comparison.contradictions();
    comparison.repetitions();
}

}  // namespace crossfoot::linting
