#include "engine/reasoning/causes.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "engine/reasoning/candidates.hpp"
#include "engine/reasoning/cause_weights.hpp"
#include "engine/reasoning/readings.hpp"

namespace crossfoot {
namespace {

class Causes {
public:
    Causes(Rechecker& rechecker, const Findings& findings, const CauseOptions& options)
        : rechecker_(rechecker), findings_(findings), options_(options), of_finding_(findings.findings.size()) {}

    std::vector<std::vector<Cause>> all(std::span<const Cause> sole) {
        find_contradicted();
        Candidates candidates(rechecker_, contradicted_, options_);
        for (const NodeId figure : figures_) enter(candidates.of(figure));
        for (const Cause& each : sole) enter(each);
        for (std::size_t at = 0; at < findings_.findings.size(); ++at) read(at);
        for (std::vector<Cause>& causes : of_finding_) choose(causes);
        for (const auto& [instance, statement] : contradicted_) lead_with_rounded(instance, statement);
        return std::move(of_finding_);
    }

private:
    static bool is_contradicted(const Finding& finding) {
        return finding.verdict == Verdict::contradicted || finding.verdict == Verdict::waived;
    }

    void find_contradicted() {
        for (std::size_t at = 0; at < findings_.findings.size(); ++at) {
            const Finding& finding = findings_.findings[at];
            if (finding.instance == kNoInstance) continue;
            place_.emplace(finding.instance, at);
            if (!is_contradicted(finding) || finding.figures.size() > options_.most_figures) continue;
            Statement statement = rechecker_.statement(finding.instance);
            figures_.insert(figures_.end(), statement.figures.begin(), statement.figures.end());
            contradicted_.emplace(finding.instance, std::move(statement));
        }
        std::sort(figures_.begin(), figures_.end());
        figures_.erase(std::unique(figures_.begin(), figures_.end()), figures_.end());
    }

    // Every finding that a candidate clears gets it.
    void enter(std::vector<Candidate> candidates) {
        for (Candidate& each : candidates) {
            for (const InstanceId instance : each.clears)
                if (const auto found = place_.find(instance); found != place_.end()) each.cause.clears.push_back(found->second);
            std::sort(each.cause.clears.begin(), each.cause.clears.end());
            for (const std::size_t at : each.cause.clears) of_finding_[at].push_back(each.cause);
        }
    }

    // A slip of the only figure that can be wrong, where it is not among the candidates.
    void enter(const Cause& sole) {
        for (const std::size_t at : sole.clears) {
            const auto same = [&](const Cause& each) { return each.figure == sole.figure && each.print == sole.print; };
            if (std::none_of(of_finding_[at].begin(), of_finding_[at].end(), same)) of_finding_[at].push_back(sole);
        }
    }

    void read(std::size_t at) {
        const Finding& finding = findings_.findings[at];
        if (finding.verdict == Verdict::holds && finding.agreement == Agreement::rounded) {
            for (Cause& each : truncated_totals(rechecker_.statement(finding.instance), rechecker_.dataset()))
                of_finding_[at].push_back(std::move(each));
            return;
        }
        if (!is_contradicted(finding)) return;
        std::vector<Cause> readings;
        if (const auto found = contradicted_.find(finding.instance); found != contradicted_.end())
            readings = readings_at(rechecker_, finding.instance, found->second);
        const bool total = std::any_of(readings.begin(), readings.end(), [](const Cause& each) { return each.kind == CauseKind::truncated_total; });
        if (finding.agreement == Agreement::truncated && !total)
            readings.push_back({CauseKind::truncated, kNoNode, {}, kNoNode, {}, cost_of(CauseKind::truncated)});
        for (Cause& each : readings) {
            each.clears = {at};
            of_finding_[at].push_back(std::move(each));
        }
    }

    // How many rules that hold look at the figure: each of them vouches for its print.
    std::size_t confirmations(NodeId node) const {
        if (node == kNoNode) return 0;
        const auto users = rechecker_.using_figure(node);
        return static_cast<std::size_t>(std::count_if(users.begin(), users.end(), [&](InstanceId each) {
            return rechecker_.instances()[each].verdict == Verdict::holds;
        }));
    }

    // A reading under which all prints may stand; and a slip that could have been any of many.
    static bool is_reading(const Cause& each) { return each.print.empty(); }
    static bool is_loose(const Cause& each) { return each.kind <= CauseKind::digit_added; }

    // What explains more findings at once comes before all else, and leaves no room for what explains fewer.
    void choose(std::vector<Cause>& causes) {
        std::size_t most = 0;
        for (const Cause& each : causes) most = std::max(most, each.clears.size());
        std::erase_if(causes, [&](const Cause& each) { return each.clears.size() < most; });
        if (std::any_of(causes.begin(), causes.end(), is_reading)) std::erase_if(causes, is_loose);
        // of one figure the simplest slip only
        std::map<NodeId, std::uint32_t> least;
        for (const Cause& each : causes) {
            const auto [place, fresh] = least.try_emplace(each.figure, each.cost);
            if (!fresh) place->second = std::min(place->second, each.cost);
        }
        std::erase_if(causes, [&](const Cause& each) { return each.cost > least[each.figure]; });
        std::map<CauseKind, std::vector<NodeId>> figures;
        for (const Cause& each : causes) {
            std::vector<NodeId>& of_kind = figures[each.kind];
            if (std::find(of_kind.begin(), of_kind.end(), each.figure) == of_kind.end()) of_kind.push_back(each.figure);
        }
        std::erase_if(causes, [&](const Cause& each) { return figures[each.kind].size() > kMostAlike; });
        // of two figures alike the later one: what is computed stands after what it is computed from
        const auto rank = [&](const Cause& each) {
            return std::tuple(each.cost, confirmations(each.figure), ~each.figure);
        };
        std::stable_sort(causes.begin(), causes.end(), [&](const Cause& a, const Cause& b) { return rank(a) < rank(b); });
        if (causes.size() > options_.most) causes.resize(options_.most);
    }

    // What a rule asks of a whole figure that may have been computed, and only the form of the rule makes exact: before
    // anything that may be wrong with the report.
    void lead_with_rounded(InstanceId instance, const Statement& statement) {
        std::vector<Cause> found;
        for (const NodeId node : statement.figures) {
            Figure rounded = rechecker_.dataset().figure(node);
            if (rounded.whole_step.is_zero()) continue;
            rounded.range = derived_range(rounded);
            rounded.step = std::exchange(rounded.whole_step, 0);
            rounded.rounded = true;
            const Change change{node, std::move(rounded)};
            if (rechecker_.with({&change, 1}, {&instance, 1}).front().verdict != Verdict::holds) continue;
            const Consequences all = rechecker_.consequences({&change, 1});
            if (!all.breaks_nothing()) continue;
            Cause made{CauseKind::rounded_whole, node, {}, kNoNode, {}, cost_of(CauseKind::rounded_whole)};
            for (const InstanceId each : all.cleared)
                if (const auto place = place_.find(each); place != place_.end()) made.clears.push_back(place->second);
            std::sort(made.clears.begin(), made.clears.end());
            found.push_back(std::move(made));
            if (found.size() == kMostAlike) break;
        }
        std::vector<Cause>& causes = of_finding_[place_.at(instance)];
        const std::size_t left = options_.most - std::min(options_.most, found.size());
        if (causes.size() > left) causes.resize(left);
        causes.insert(causes.begin(), found.begin(), found.end());
    }

    Rechecker& rechecker_;
    const Findings& findings_;
    const CauseOptions& options_;
    std::map<InstanceId, std::size_t> place_;
    std::map<InstanceId, Statement> contradicted_;
    std::vector<NodeId> figures_;
    std::vector<std::vector<Cause>> of_finding_;
};

}  // namespace

std::vector<std::vector<Cause>> likely_causes(Rechecker& rechecker, const Findings& findings, std::span<const Cause> sole,
                                              const CauseOptions& options) {
    return Causes(rechecker, findings, options).all(sole);
}

}  // namespace crossfoot
