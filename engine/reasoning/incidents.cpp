#include "engine/reasoning/incidents.hpp"

#include <algorithm>
#include <map>
#include <numeric>

#include "engine/reasoning/exchanges.hpp"
#include "engine/reasoning/implied.hpp"
#include "engine/reasoning/readings.hpp"
#include "engine/reasoning/repair.hpp"
#include "engine/reasoning/trust.hpp"

namespace crossfoot::reasoning {
namespace {


// Contradicted findings by their common figures, and by exchanges of two figures that clear several; each group by place
// and all groups by their first.
std::vector<std::vector<std::size_t>> grouped(Rechecker& rechecker, const Findings& findings) {
    std::vector<std::size_t> places;
    std::vector<InstanceId> contradicted;
    std::map<InstanceId, std::size_t> of_instance;
    for (std::size_t i = 0; i < findings.findings.size(); ++i) {
        const Finding& finding = findings.findings[i];
        if (finding.verdict != Verdict::contradicted) continue;
        of_instance.emplace(finding.instance, places.size());
        contradicted.push_back(finding.instance);
        places.push_back(i);
    }
    std::sort(contradicted.begin(), contradicted.end());
    std::vector<std::size_t> root(places.size());
    std::iota(root.begin(), root.end(), std::size_t{0});
    const auto find = [&](std::size_t at) {
        while (root[at] != at) at = root[at] = root[root[at]];
        return at;
    };
    const auto join = [&](std::size_t one, std::size_t other) {
        const std::size_t a = find(one), b = find(other);
        root[std::max(a, b)] = std::min(a, b);
    };
    std::map<NodeId, std::size_t> first;
    for (std::size_t at = 0; at < places.size(); ++at)
        for (const NodeId figure : findings.findings[places[at]].figures) join(first.try_emplace(figure, at).first->second, at);
    for (const std::vector<InstanceId>& together : cleared_by_one_exchange(rechecker, contradicted))
        for (const InstanceId each : together) join(of_instance.at(together.front()), of_instance.at(each));
    std::map<std::size_t, std::vector<std::size_t>> groups;
    for (std::size_t at = 0; at < places.size(); ++at) groups[find(at)].push_back(places[at]);
    std::vector<std::vector<std::size_t>> out;
    for (auto& [key, group] : groups) out.push_back(std::move(group));
    return out;
}

class Incidents {
public:
    Incidents(Rechecker& rechecker, const Findings& findings, const System& system, Solver& solver,
              const ReasoningOptions& options)
        : rechecker_(rechecker), proposals_(rechecker), findings_(findings), system_(system), solver_(solver), options_(options) {}

    Incident of(std::vector<std::size_t> group) {
        Incident out;
        out.findings = std::move(group);
        std::vector<InstanceId> contradicted;
        for (const std::size_t place : out.findings) contradicted.push_back(findings_.findings[place].instance);
        std::sort(contradicted.begin(), contradicted.end());
        proposals_.worked_out_otherwise(readings_by_figure(contradicted));
        RepairSearch search = search_repairs(rechecker_, proposals_, of_sets_, contradicted, options_);
        out.cut_short = search.cut_short;
        const auto weight_of = [&](NodeId figure) { return weight(figure).weight; };
        for (const std::vector<Proposal>& set : search.sets) out.least_sets.push_back(repair_of(set, weight_of));
        order_repairs(out.least_sets);
        if (out.least_sets.size() > options_.most_sets) {
            out.least_sets.resize(options_.most_sets);
            out.cut_short = true;
        }
        for (const Repair& repair : out.least_sets) add_suspects(repair, contradicted, out.suspects);
        return out;
    }

private:
    // How the figures were worked out otherwise than the rules say, the likeliest way of each.
    std::map<NodeId, CauseKind> readings_by_figure(const std::vector<InstanceId>& contradicted) {
        std::map<NodeId, CauseKind> out;
        for (const InstanceId id : contradicted)
            for (const Cause& each : readings_at(rechecker_, id, rechecker_.statement(id))) {
                const auto [known, fresh] = out.try_emplace(each.figure, each.kind);
                if (!fresh && each.cost < cost_of(known->second)) known->second = each.kind;
            }
        return out;
    }

    const Weight& weight(NodeId figure) {
        const auto known = weights_.find(figure);
        if (known != weights_.end()) return known->second;
        return weights_.emplace(figure, weight_of(rechecker_, system_, figure)).first->second;
    }

    void add_suspects(const Repair& repair, const std::vector<InstanceId>& contradicted, std::vector<Suspect>& out) {
        if (repair.exchange) return;   // what each would have to be is what the other says
        for (const NewPrint& each : repair.figures) {
            const auto same = [&](const Suspect& known) { return known.figure == each.figure; };
            if (std::any_of(out.begin(), out.end(), same)) continue;
            Suspect made = suspect(each.figure, weight(each.figure));
            for (const NewPrint& other : repair.figures)
                if (other.figure != each.figure) made.together_with.push_back(other.figure);
            find_range(repair, contradicted, made);
            out.push_back(std::move(made));
        }
    }

    // All that is asserted, but for the findings of other incidents.
    std::vector<FactId> facts_beside(const std::vector<InstanceId>& contradicted) const {
        std::vector<FactId> out;
        for (FactId id = 0; id < system_.facts().size(); ++id) {
            const InstanceId instance = system_.facts()[id].instance;
            const Verdict verdict = rechecker_.instances()[instance].verdict;
            if (verdict == Verdict::holds || std::binary_search(contradicted.begin(), contradicted.end(), instance))
                out.push_back(id);
        }
        return out;
    }

    void find_range(const Repair& repair, const std::vector<InstanceId>& contradicted, Suspect& suspect) {
        suspect.range = Interval::everything();
        suspect.exact = false;
        const auto unknown = system_.unknown_of(suspect.figure);
        if (!unknown) return;
        std::vector<Interval> box = system_.box();
        for (const NewPrint& each : repair.figures)
            if (const auto id = system_.unknown_of(each.figure)) box[*id] = Interval::everything();
        const Implied implied = implied_range(system_, solver_, facts_beside(contradicted), box, *unknown);
        if (implied.possible == Answer::impossible) {
            // jointly impossible whatever this figure is: what the rules say that use it themselves
            const auto range = where_allowed(rechecker_, suspect.figure, rechecker_.using_figure(suspect.figure), {});
            if (range) suspect.range = *range;
            return;
        }
        suspect.range = implied.range;
        suspect.exact = implied.exact && facts_say_all(rechecker_, suspect.figure);
    }

    Rechecker& rechecker_;
    Proposals proposals_;
    const Findings& findings_;
    const System& system_;
    Solver& solver_;
    Solver of_sets_{{.steps = 200'000, .steps_in_all = 1'000'000, .questions = 4'000}};   // so that it leaves enough to the ranges
    const ReasoningOptions& options_;
    std::map<NodeId, Weight> weights_;
};

}  // namespace

void find_incidents(Rechecker& rechecker, const Findings& findings, const System& system, Solver& solver,
                    const ReasoningOptions& options, Reasoning& out) {
    Incidents incidents(rechecker, findings, system, solver, options);
    for (std::vector<std::size_t>& group : grouped(rechecker, findings)) {
        out.incidents.push_back(incidents.of(std::move(group)));
        out.cut_short = out.cut_short || out.incidents.back().cut_short;
    }
}

}  // namespace crossfoot::reasoning
