#include "engine/reasoning/incidents.hpp"

#include <algorithm>
#include <map>
#include <numeric>

#include "engine/reasoning/exchanges.hpp"
#include "engine/reasoning/narrow.hpp"
#include "engine/reasoning/readings.hpp"
#include "engine/reasoning/repair.hpp"

namespace crossfoot::reasoning {
namespace {

constexpr std::uint32_t kMostConfirming = 4;
// Beyond this many facts round a suspect its range is only bounded, by this many looks at each fact.
constexpr std::size_t kMostFacts = 300, kRounds = 6;

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

// A positive number as `_trust` declares it; the loader has seen to its form.
Rational trust_of(const Dataset& dataset, NodeId figure) {
    const auto text = dataset.description(figure, "_trust");
    if (!text || text->empty()) return 1;
    const bool decimal =
        std::all_of(text->begin(), text->end(), [](char c) { return (c >= '0' && c <= '9') || c == '.'; }) &&
        std::count(text->begin(), text->end(), '.') <= 1 && text->front() != '.' && text->back() != '.';
    const Rational out = decimal ? Rational::from_decimal(*text) : Rational(1);
    return out.sign() > 0 ? out : Rational(1);
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
        RepairSearch search = search_repairs(rechecker_, proposals_, contradicted, options_);
        out.cut_short = search.cut_short;
        for (const std::vector<Proposal>& set : search.sets) {
            Repair repair;
            for (const Proposal& each : set) {
                repair.figures.push_back({each.change.node, each.change.figure.printed, each.kind, each.other});
                repair.weight += weight(each.change.node).weight;
                repair.rank += weight(each.change.node).weight * Rational(kAnyChange + each.cost);
            }
            repair.exchange = is_exchange(set);
            out.least_sets.push_back(std::move(repair));
        }
        std::stable_sort(out.least_sets.begin(), out.least_sets.end(), [](const Repair& a, const Repair& b) {
            if (a.rank != b.rank) return a.rank < b.rank;
            // of two alike the later one: what is computed stands after what it is computed from
            const auto later = [](const NewPrint& x, const NewPrint& y) { return x.figure > y.figure; };
            return std::lexicographical_compare(a.figures.begin(), a.figures.end(), b.figures.begin(), b.figures.end(), later);
        });
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
            for (const Cause& each : readings_of(rechecker_.statement(id), rechecker_.dataset())) {
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
            Suspect made;
            const Weight& about = weight(each.figure);
            made.figure = each.figure;
            made.weight = about.weight;
            made.confirmed_by = about.confirmed_by;
            made.printed_alike = about.printed_alike;
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
        const Part part = part_round(*unknown, facts_beside(contradicted), box);
        std::vector<Interval> narrowed = box;
        const bool tree = part.tree && part.facts.size() <= kMostFacts;
        const Narrowed done =
            narrow(system_, part.facts, narrowed, tree ? SIZE_MAX / (part.facts.size() + 1) : kRounds);
        if (done == Narrowed::impossible) {
            // jointly impossible whatever this figure is: what the rules say that use it themselves
            const auto range = where_allowed(rechecker_, suspect.figure, rechecker_.using_figure(suspect.figure), {});
            if (range) suspect.range = *range;
            return;
        }
        suspect.range = narrowed[*unknown];
        suspect.exact = done == Narrowed::settled && tree;
        if (!suspect.exact && part.facts.size() <= kMostFacts) {
            if (const auto range = solver_.range(system_, part.facts, narrowed, *unknown)) {
                suspect.range = *range;
                suspect.exact = true;
            }
        }
        suspect.exact = suspect.exact && says_all(suspect.figure);
    }

    // Do the facts say all that the rules say of the figure?
    bool says_all(NodeId figure) {
        const auto users = rechecker_.using_figure(figure);
        return std::all_of(users.begin(), users.end(), [&](InstanceId id) {
            if (rechecker_.instances()[id].verdict == Verdict::unverifiable) return true;
            const Statement statement = rechecker_.statement(id);
            // of printed values, or with a tolerance that is a part of one, nothing is said once the print changes
            const auto of_prints = [](const AssertedRelation& each) { return each.exactly || each.tolerance_of_print; };
            if (std::any_of(statement.relations.begin(), statement.relations.end(), of_prints)) return false;
            return !std::binary_search(statement.deciding.begin(), statement.deciding.end(), figure) &&
                   std::binary_search(statement.figures.begin(), statement.figures.end(), figure);
        });
    }

    Part part_round(UnknownId unknown, const std::vector<FactId>& facts, const std::vector<Interval>& box) const {
        const auto with = system_.facts_with(unknown);
        for (Part& part : parts_of(system_, facts, box))
            for (const FactId id : with)
                if (std::binary_search(part.facts.begin(), part.facts.end(), id)) return std::move(part);
        return {};
    }

    Rechecker& rechecker_;
    Proposals proposals_;
    const Findings& findings_;
    const System& system_;
    Solver& solver_;
    const ReasoningOptions& options_;
    std::map<NodeId, Weight> weights_;
};

}  // namespace

Weight weight_of(Rechecker& rechecker, const System& system, NodeId figure) {
    Weight out;
    for (const InstanceId id : rechecker.using_figure(figure))
        if (rechecker.instances()[id].verdict == Verdict::holds) ++out.confirmed_by;
    if (const auto unknown = system.unknown_of(figure))
        for (const FactId id : system.facts_with(*unknown)) {
            const Fact& fact = system.facts()[id];
            out.printed_alike = out.printed_alike ||
                                (fact.same_print && rechecker.instances()[fact.instance].verdict == Verdict::holds);
        }
    const std::int64_t confirming = std::min(out.confirmed_by, kMostConfirming);
    out.weight = trust_of(rechecker.dataset(), figure) *
                 (Rational(1) + Rational(confirming, kMostConfirming) + (out.printed_alike ? 1 : 0));
    return out;
}

void find_incidents(Rechecker& rechecker, const Findings& findings, const System& system, Solver& solver,
                    const ReasoningOptions& options, Reasoning& out) {
    Incidents incidents(rechecker, findings, system, solver, options);
    for (std::vector<std::size_t>& group : grouped(rechecker, findings)) {
        out.incidents.push_back(incidents.of(std::move(group)));
        out.cut_short = out.cut_short || out.incidents.back().cut_short;
    }
}

}  // namespace crossfoot::reasoning
