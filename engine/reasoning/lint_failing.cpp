#include <algorithm>
#include <map>
#include <set>
#include <span>

#include "engine/checking/walk.hpp"
#include "engine/reasoning/lint_parts.hpp"
#include "engine/reasoning/typical_slips.hpp"

namespace crossfoot::linting {
namespace {

constexpr std::size_t kMostTried = 20'000;   // slips for one rule; one that may fail is nearly always seen at the first

// Does the rule ask for more than what its figures are worth: that something is there, that a text reads so? Such a rule
// fails otherwise than by a slip.
bool asks_more(const ast::Expr& body) {
    bool out = false;
    for_each_expression(body, [&](const ast::Expr& each) {
        static constexpr std::string_view kOther[] = {"present", "missing", "unique", "matches", "known", "count", "length"};
        if (std::holds_alternative<ast::Matches>(each.node)) out = true;
        if (const auto* call = std::get_if<ast::Call>(&each.node))
            out = out || std::find(std::begin(kOther), std::end(kOther), call->name.text) != std::end(kOther);
    });
    return out;
}

// The bodies of the rules, by where they stand.
void collect(const std::vector<ast::Declaration>& declarations, std::map<std::pair<FileId, std::uint32_t>, const ast::Rule*>& out) {
    for (const ast::Declaration& each : declarations) {
        if (const auto* rule = std::get_if<ast::Rule>(&each)) out[{rule->span.file, rule->span.begin}] = rule;
        if (const auto* group = std::get_if<std::unique_ptr<ast::Group>>(&each)) collect((*group)->declarations, out);
    }
}

class Failing {
public:
    explicit Failing(Rechecker& rules) : rules_(rules) {}

    // The figures whose slips were all tried and none noticed; empty where one was, or there were too many.
    std::vector<NodeId> never(const std::vector<const Stated*>& instances) {
        std::set<NodeId> figures;
        std::size_t tried = 0;
        for (const Stated* each : instances) {
            const Instance& instance = rules_.instances()[each->instance];
            if (instance.verdict != Verdict::holds || each->statement.figures.empty()) return {};
            for (const NodeId node : instance.figures) {
                for (const Figure& slip : slips(node)) {
                    const Change change{node, slip};
                    if (++tried > kMostTried) return {};
                    if (rules_.with(std::span(&change, 1), std::span(&each->instance, 1)).front().verdict != Verdict::holds) return {};
                    figures.insert(node);
                }
            }
        }
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

void look_for_failing(Rechecker& rules, const std::vector<Stated>& stated, const RuleSet& set, std::vector<LintFinding>& out) {
    std::map<std::pair<FileId, std::uint32_t>, const ast::Rule*> written;
    for (const RuleSet::Loaded& each : set.files) collect(each.file.declarations, written);
    std::vector<std::vector<const Stated*>> by_rule(rules.rules().size());
    for (const Stated& each : stated) by_rule[each.rule].push_back(&each);
    Failing failing(rules);
    for (std::uint32_t rule = 0; rule < by_rule.size(); ++rule) {
        const RuleInfo& info = rules.rules()[rule];
        const auto found = written.find({info.span.file, info.span.begin});
        if (found == written.end() || asks_more(*found->second->body)) continue;
        std::vector<NodeId> figures = failing.never(by_rule[rule]);
        if (figures.empty()) continue;
        LintFinding made;
        made.kind = LintKind::never_fails;
        made.rule = rule;
        made.span = info.body;
        made.figures = std::move(figures);
        out.push_back(std::move(made));
    }
}

}  // namespace crossfoot::linting
