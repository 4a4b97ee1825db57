#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "engine/reasoning/linear_form.hpp"
#include "engine/reasoning/lint_parts.hpp"

namespace crossfoot::linting {
namespace {

// A relation that holds of some figures and not of others.
struct Seen {
    std::uint32_t rule = 0;
    InstanceId instance = kNoInstance;
    Span span;
    Interval range = Interval::everything();
    bool same_print = false;   // stricter than its range
};

// Relations by the form that they bound.
using Forms = std::map<std::string, std::vector<Seen>>;

bool within(const Interval& inner, const Interval& outer) {
    return !low_less(inner.low, outer.low) && !high_less(outer.high, inner.high);
}

bool implies(const Seen& strong, const Seen& weak) {
    return within(strong.range, weak.range) && (strong.same_print || !weak.same_print);
}

LintFinding finding(LintKind kind, const Seen& one, const Seen* other) {
    LintFinding out;
    out.kind = kind;
    out.rule = one.rule;
    out.instance = one.instance;
    out.span = one.span;
    if (other == nullptr) return out;
    out.other = other->rule;
    out.other_instance = other->instance;
    out.other_span = other->span;
    return out;
}

class Comparison {
public:
    Comparison(const Rechecker& rules, std::vector<LintFinding>& out) : rules_(rules), out_(out), by_rule_(rules.rules().size()) {}

    void read(const Stated& stated) {
        // where some figure decides what is asserted, it is asserted of these figures only
        if (!stated.statement.whole) {
            partial_.insert(stated.rule);
            return;
        }
        const std::vector<LintFinding>::size_type before = out_.size();
        const std::vector<LinearForm> forms = linear_forms(stated.statement.expressions);
        for (const AssertedRelation& each : stated.statement.relations) {
            const auto bound = bounded(each, forms);
            const bool known = bound && !bound->form.own_unknowns;
            if (!known) partial_.insert(stated.rule);
            if (!known) continue;
            Seen seen{stated.rule, stated.instance, place_in_rule(each.span, rules_.rules()[stated.rule]), Interval::everything(), each.same_print};
            const bool of_figures = !forms[each.left].is_constant() || !forms[each.right].is_constant();
            if (!bound->range) {
                if (of_figures && out_.size() == before) out_.push_back(finding(LintKind::never_holds, seen, nullptr));
            } else if (!bound->form.is_constant()) {
                seen.range = *bound->range;
                const auto place = forms_.try_emplace((bound->exactly ? "exactly " : "") + bound->form.text()).first;
                place->second.push_back(seen);
                by_rule_[stated.rule].push_back({place, place->second.size() - 1});
            }
        }
    }

    void contradictions() {
        std::set<std::pair<std::uint32_t, std::uint32_t>> told;   // rules: one finding for two of them
        for (const auto& [form, all] : forms_)
            for (std::size_t i = 0; i < all.size(); ++i)
                for (std::size_t j = 0; j < i; ++j) {
                    if (intersection(all[i].range, all[j].range)) continue;
                    const auto pair = std::minmax(all[i].rule, all[j].rule);
                    if (told.insert({pair.first, pair.second}).second) out_.push_back(finding(LintKind::contradiction, all[i], &all[j]));
                }
    }

    void repetitions() {
        for (std::uint32_t rule = 0; rule < by_rule_.size(); ++rule) {
            for (const std::uint32_t other : that_imply(rule)) {
                const bool mutual = that_imply(other).contains(rule);
                const Seen& first = seen(rule, 0);
                // of two that say the same, the later one is named; of one that follows, itself
                if (mutual && later(other, rule)) continue;
                const Seen* source = nullptr;
                for (const Seen& each : by_rule_[rule].front().first->second)
                    if (each.rule == other && implies(each, first)) source = &each;
                out_.push_back(finding(mutual ? LintKind::same_statement : LintKind::follows, first, source));
                break;
            }
        }
    }

private:
    [[nodiscard]] const Seen& seen(std::uint32_t rule, std::size_t index) const {
        const auto& [form, place] = by_rule_[rule][index];
        return form->second[place];
    }

    [[nodiscard]] bool later(std::uint32_t a, std::uint32_t b) const {
        const Span one = rules_.rules()[a].span, two = rules_.rules()[b].span;
        return std::pair(one.file, one.begin) > std::pair(two.file, two.begin);
    }

    // The rules each of which implies every relation of this one.
    [[nodiscard]] std::set<std::uint32_t> that_imply(std::uint32_t rule) const {
        std::set<std::uint32_t> out;
        if (partial_.contains(rule)) return out;
        for (std::size_t i = 0; i < by_rule_[rule].size(); ++i) {
            const Seen& weak = seen(rule, i);
            std::set<std::uint32_t> here;
            for (const Seen& each : by_rule_[rule][i].first->second)
                if (each.rule != rule && implies(each, weak) && (i == 0 || out.contains(each.rule))) here.insert(each.rule);
            out = std::move(here);
            if (out.empty()) break;
        }
        return out;
    }

    const Rechecker& rules_;
    std::vector<LintFinding>& out_;
    Forms forms_;
    std::vector<std::vector<std::pair<Forms::iterator, std::size_t>>> by_rule_;
    std::set<std::uint32_t> partial_;   // rules that assert more than is seen here
};

}  // namespace

void compare_relations(const Rechecker& rules, const std::vector<Stated>& stated, const std::vector<std::uint8_t>& asking,
                       std::vector<LintFinding>& out) {
    Comparison comparison(rules, out);
    // what a count says is of this dataset's lists only
    for (const Stated& each : stated)
        if (asking[each.rule] == 0) comparison.read(each);
    comparison.contradictions();
    comparison.repetitions();
}

}  // namespace crossfoot::linting
