#include <map>
#include <set>
#include <span>

#include "engine/reasoning/lint_parts.hpp"
#include "engine/reasoning/typical_slips.hpp"

namespace crossfoot::linting {
namespace {

constexpr std::size_t kMostTried = 20'000;   // slips for one rule; one that may fail is nearly always seen at the first

class Failing {
public:
    explicit Failing(Rechecker& rules) : rules_(rules) {}

    // The figures used, where all of their slips were tried and none noticed; empty where one was, or there were too many.
    std::vector<NodeId> never(const std::vector<const Stated*>& instances) {
        std::set<NodeId> figures;
        std::size_t tried = 0;
        for (const Stated* each : instances) {
            const Instance& instance = rules_.instances()[each->instance];
            if (instance.verdict != Verdict::holds || each->statement.figures.empty()) return {};
            figures.insert(instance.figures.begin(), instance.figures.end());
            for (const NodeId node : instance.figures) {
                for (const Figure& slip : slips(node)) {
                    const Change change{node, slip};
                    if (++tried > kMostTried) return {};
                    if (rules_.with(std::span(&change, 1), std::span(&each->instance, 1)).front().verdict != Verdict::holds) return {};
                }
            }
        }
        if (tried == 0) return {};   // nothing is known of them
        return {figures.begin(), figures.end()};
    }

private:
    const std::vector<Figure>& slips(NodeId node) {
        const auto [place, fresh] = slips_.try_emplace(node);
        if (fresh) place->second = typical_slips(rules_, node);
        return place->second;
    }

    Rechecker& rules_;
    std::map<NodeId, std::vector<Figure>> slips_;
};

}  // namespace

void look_for_failing(Rechecker& rules, const std::vector<Stated>& stated, const Bounds& bounds,
                      const std::vector<std::uint8_t>& asking, std::vector<LintFinding>& out) {
    std::vector<std::uint8_t> whatever(rules.rules().size(), 1);
    for (std::size_t rule = 0; rule < whatever.size(); ++rule) whatever[rule] = bounds.partial[rule] == 0 ? 1 : 0;
    for (const Bound& each : bounds.all)
        if (!each.true_of_all() || each.same_print) whatever[each.rule] = 0;
    std::vector<std::vector<const Stated*>> by_rule(rules.rules().size());
    for (const Stated& each : stated) by_rule[each.rule].push_back(&each);
    Failing failing(rules);
    for (std::uint32_t rule = 0; rule < by_rule.size(); ++rule) {
        const RuleInfo& info = rules.rules()[rule];
        if (!info.by_form && asking[rule] != 0) continue;
        std::vector<NodeId> figures;   // of one that is true by its form none is looked at
        if (!info.by_form) figures = failing.never(by_rule[rule]);
        if (!info.by_form && figures.empty()) continue;
        LintFinding made;
        made.kind = LintKind::never_fails;
        made.at = {rule, kNoInstance, info.body};
        made.whatever = info.by_form || whatever[rule] != 0;
        made.figures = std::move(figures);
        out.push_back(std::move(made));
    }
}

}  // namespace crossfoot::linting
