// Seeded slips: one slip at a time, of every kind, at every figure of a dataset; is it found, is it located, is the right
// value the first proposal? What is judged is what `check --reason` says: the first least set of the incident.
//
//   crossfoot_slips [--misses] [--every N] [--round N] [--only NAME] [DIRECTORY of the real report]
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <set>
#include <string_view>

#include "bench/slips/materials.hpp"
#include "bench/slips/seeds.hpp"
#include "engine/reasoning/reasoning.hpp"
#include "engine/reasoning/repair.hpp"
#include "engine/reasoning/solver.hpp"
#include "engine/reasoning/system.hpp"

namespace crossfoot::slips {
namespace {

struct Asked {
    bool misses = false;
    std::size_t every = 1;          // every so manieth seed
    std::uint64_t round = 0;
    std::string only;               // of the datasets
    std::string directory = "data/pas-de-calais-2013";
};

struct Tally {
    std::size_t seeded = 0;
    std::size_t silent = 0, unproved = 0;     // nothing is contradicted; and the solver did not find true values
    std::size_t found = 0;
    std::size_t apart = 0, first = 0;         // another set as small repairs as well; and the right one is named first
    std::size_t values = 0;                   // another slip of that kind repairs as well
    std::size_t locatable = 0, located = 0, right = 0;
    Tally& operator+=(const Tally& b) {
        seeded += b.seeded, silent += b.silent, unproved += b.unproved, found += b.found, apart += b.apart, first += b.first;
        values += b.values, locatable += b.locatable, located += b.located, right += b.right;
        return *this;
    }
};

// What the report says of the figures that it wants printed otherwise: first, and where an incident holds contradictions
// that were there before, in each other way that takes as few figures.
using Prints = std::map<NodeId, std::string>;
struct Answer {
    Prints first;
    std::vector<Prints> others;
};

class Seeding {
public:
    Seeding(const Material& material, const Asked& asked)
        : material_(material), asked_(asked), sound_(*material.dataset, material.rules) {
        for (InstanceId id = 0; id < sound_.instances().size(); ++id)
            if (sound_.instances()[id].verdict == Verdict::contradicted) before_.insert(id);
    }

    // Does every slip beyond what the rules allow show, and are 99 % of those that can be located named, 95 % put right?
    bool run() {
        const auto begin = std::chrono::steady_clock::now();
        fmt::print("{}: {} figures, {} rules, {} instances, {} contradicted before\n", material_.name,
                   material_.dataset->figure_count(), sound_.rules().size(), sound_.instances().size(), before_.size());
        std::map<std::string, Tally> tallies;
        std::size_t count = 0;
        for (NodeId node = 0; node < material_.dataset->node_count(); ++node) {
            const Node& each = material_.dataset->node(node);
            if (each.kind != NodeKind::figure || each.manifest || sound_.using_figure(node).empty()) continue;
            for (const Seed& seed : seeds_at(sound_, node, asked_.round))
                if (count++ % asked_.every == 0) tallies[seed.name] += judge(seed);
        }
        return print(tallies, begin);
    }

private:
    Tally judge(const Seed& seed) {
        Tally out;
        out.seeded = 1;
        Dataset changed = sound_.dataset();
        for (const Change& each : seed.changes) changed.edit_figure(each.node) = each.figure;
        const CheckResult result = check(changed, material_.rules);
        std::vector<InstanceId> broken;
        for (const Finding& each : result.findings->findings)
            if (each.verdict == Verdict::contradicted && !before_.contains(each.instance)) broken.push_back(each.instance);
        if (broken.empty()) {
            out.silent = 1;
            out.unproved = proved_possible(seed) ? 0 : 1;
            return out;
        }
        out.found = 1;
        std::sort(broken.begin(), broken.end());
        const Answer answer = answer_of(reason(changed, material_.rules, *result.findings), *result.findings, broken);
        const bool located = names(answer.first, seed), right = is_right(answer.first, seed);
        Rechecker wrong(changed, material_.rules);
        const auto same = [&](const Prints& each) { return names(each, seed); };
        const auto better = [&](const Prints& each) { return is_right(each, seed); };
        if (another_set(wrong, broken, seed) || !std::all_of(answer.others.begin(), answer.others.end(), same)) {
            out.apart = 1;
            out.first = located ? 1 : 0;
        } else if (!right && (another_value(wrong, broken, seed) || std::any_of(answer.others.begin(), answer.others.end(), better))) {
            out.values = 1;
        } else {
            out.locatable = 1;
            out.located = located ? 1 : 0;
            out.right = right ? 1 : 0;
            if (asked_.misses && !right) tell(seed, answer.first, broken);
        }
        return out;
    }

    // Are there true values with which all that uses the changed figures holds? The solver says so, not the evaluator.
    bool proved_possible(const Seed& seed) {
        reasoning::System system;
        for (const InstanceId id : sound_.touched(seed.changes))
            if (!before_.contains(id)) system.add(id, sound_.statement(id, seed.changes), sound_.dataset());
        std::vector<Interval> box = system.box();
        for (const Change& each : seed.changes)
            if (const auto unknown = system.unknown_of(each.node)) box[*unknown] = each.figure.range;
        // each rule by itself: what they say together is another question
        std::map<InstanceId, std::vector<reasoning::FactId>> of_instance;
        for (reasoning::FactId id = 0; id < system.facts().size(); ++id) of_instance[system.facts()[id].instance].push_back(id);
        reasoning::Solver solver({.steps = 2'000'000, .steps_in_all = 20'000'000, .questions = 1'000});
        return std::all_of(of_instance.begin(), of_instance.end(), [&](const auto& each) {
            return solver.decide(system, each.second, box) == reasoning::Answer::possible;
        });
    }

    static bool names(const Prints& prints, const Seed& seed) {
        return std::all_of(seed.changes.begin(), seed.changes.end(), [&](const Change& each) { return prints.contains(each.node); });
    }

    bool is_right(const Prints& prints, const Seed& seed) {
        return names(prints, seed) && std::all_of(seed.changes.begin(), seed.changes.end(), [&](const Change& each) {
            const auto read = sound_.read(each.node, prints.at(each.node));
            return read && intersection(read->range, sound_.dataset().figure(each.node).range);
        });
    }

    static Answer answer_of(const Reasoning& reasoning, const Findings& findings, const std::vector<InstanceId>& broken) {
        Answer out;
        for (const Incident& incident : reasoning.incidents) {
            const auto is_broken = [&](std::size_t at) {
                return std::binary_search(broken.begin(), broken.end(), findings.findings[at].instance);
            };
            const auto mine = std::count_if(incident.findings.begin(), incident.findings.end(), is_broken);
            if (mine == 0 || incident.least_sets.empty()) continue;
            const bool mixed = static_cast<std::size_t>(mine) < incident.findings.size();
            for (const Repair& set : incident.least_sets) {
                Prints prints;
                for (const NewPrint& each : set.figures) prints.emplace(each.figure, each.print);
                if (&set == &incident.least_sets.front()) out.first.merge(prints);
                else if (mixed) out.others.push_back(std::move(prints));
            }
        }
        return out;
    }

    // Would as few other figures, printed otherwise, repair all that the slip broke?
    static bool another_set(Rechecker& wrong, const std::vector<InstanceId>& broken, const Seed& seed) {
        Proposals proposals(wrong);
        reasoning::Solver solver({});
        const reasoning::RepairSearch search = reasoning::search_repairs(wrong, proposals, solver, broken, {});
        return std::any_of(search.sets.begin(), search.sets.end(), [&](const std::vector<Proposal>& set) {
            if (set.size() > seed.changes.size()) return false;
            return !std::equal(set.begin(), set.end(), seed.changes.begin(), seed.changes.end(),
                               [](const Proposal& a, const Change& b) { return a.change.node == b.node; });
        });
    }

    // Would another slip of the same kind, to a value that the right one does not agree with, be repaired as well?
    bool another_value(Rechecker& wrong, const std::vector<InstanceId>& broken, const Seed& seed) {
        if (seed.changes.size() != 1) return false;
        const NodeId node = seed.changes.front().node;
        for (const Slip& each : slips_of(wrong, node, SlipWay::back)) {
            if (each.kind != seed.kind || intersection(each.figure.range, sound_.dataset().figure(node).range)) continue;
            const Change change{node, each.figure};
            const Consequences then = wrong.consequences({&change, 1});
            if (then.breaks_nothing() && std::includes(then.cleared.begin(), then.cleared.end(), broken.begin(), broken.end())) return true;
        }
        return false;
    }

    void tell(const Seed& seed, const Prints& said, const std::vector<InstanceId>& broken) {
        fmt::print("  miss {}:", seed.name);
        for (const Change& each : seed.changes)
            fmt::print(" {} {} -> {}", sound_.dataset().path(each.node), sound_.dataset().figure(each.node).printed, each.figure.printed);
        fmt::print("; said:");
        for (const auto& [node, print] : said) fmt::print(" {} {}", sound_.dataset().path(node), print);
        fmt::print("; by");
        for (const InstanceId id : broken) fmt::print(" {}", sound_.rules()[sound_.instances()[id].rule].id);
        fmt::print("\n");
    }

    static void line(const std::string& name, const Tally& of) {
        fmt::print("  {:<18} {:>7} {:>7} {:>9} {:>7} {:>7} {:>7} {:>7} {:>10} {:>8} {:>7}\n", name, of.seeded, of.silent, of.unproved,
                   of.found, of.apart, of.first, of.values, of.locatable, of.located, of.right);
    }

    static bool print(const std::map<std::string, Tally>& tallies, std::chrono::steady_clock::time_point begin) {
        fmt::print("  {:<18} {:>7} {:>7} {:>9} {:>7} {:>7} {:>7} {:>7} {:>10} {:>8} {:>7}\n", "slip", "seeded", "silent", "unproved",
                   "found", "apart", "first", "values", "locatable", "located", "right");
        Tally all;
        for (const auto& [kind, tally] : tallies) line(kind, tally), all += tally;
        line("all", all);
        const auto percent = [](std::size_t part, std::size_t whole) {
            const std::size_t of_thousand = whole == 0 ? 1000 : part * 1000 / whole;
            return fmt::format("{}.{} %", of_thousand / 10, of_thousand % 10);
        };
        const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(std::chrono::steady_clock::now() - begin).count();
        fmt::print("  of the locatable: located {}, right value first {}; of the others: named first {}  ({} s)\n\n",
                   percent(all.located, all.locatable), percent(all.right, all.locatable), percent(all.first, all.apart), seconds);
        std::fflush(stdout);
        return all.unproved == 0 && all.located * 100 >= all.locatable * 99 && all.right * 100 >= all.locatable * 95;
    }

    const Material& material_;
    const Asked& asked_;
    Rechecker sound_;
    std::set<InstanceId> before_;
};

int main(int argc, char** argv) {
    Asked asked;
    for (int at = 1; at < argc; ++at) {
        const std::string_view word = argv[at];
        const bool more = at + 1 < argc;
        if (word == "--misses") asked.misses = true;
        else if (word == "--every" && more) asked.every = std::strtoull(argv[++at], nullptr, 10);
        else if (word == "--round" && more) asked.round = std::strtoull(argv[++at], nullptr, 10);
        else if (word == "--only" && more) asked.only = argv[++at];
        else asked.directory = word;
    }
    Material (*const made[])() = {balance_sheet, two_way_table, chain_of_changes};
    std::vector<Material> materials;
    for (const auto make : made) materials.push_back(make());
    materials.push_back(report_in(asked.directory));
    bool kept = true;
    for (const Material& each : materials)
        if (asked.only.empty() || each.name.find(asked.only) != std::string::npos) kept = Seeding(each, asked).run() && kept;
    return kept ? 0 : 1;
}

}  // namespace
}  // namespace crossfoot::slips

int main(int argc, char** argv) { return crossfoot::slips::main(argc, argv); }
