// Slips as people make them, in single relations and in tables, three rounds by a seed: is the figure named first, and its
// right value? bench/slips/README.md says what is measured; bench/slips/run takes the seed from the commit.
//
//   crossfoot_repairs [--misses] [--count N] [--rounds N] SEED
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <string_view>

#include "bench/slips/systems.hpp"
#include "engine/dataset/load.hpp"
#include "engine/reasoning/cause_weights.hpp"
#include "engine/reasoning/exchanges.hpp"
#include "engine/reasoning/reasoning.hpp"
#include "engine/reasoning/slips.hpp"

namespace crossfoot::slips {
namespace {

struct Asked {
    bool misses = false;
    std::size_t count = 1'000, rounds = 3;
    std::string seed;
};

struct Tally {
    std::size_t seeded = 0, silent = 0, locatable = 0, named = 0, right = 0;
    Tally& operator+=(const Tally& b) {
        seeded += b.seeded, silent += b.silent, locatable += b.locatable, named += b.named, right += b.right;
        return *this;
    }
};

struct Loaded {
    std::unique_ptr<Dataset> dataset;
    RuleSet rules;
};

std::optional<Loaded> load(const System& system, std::size_t changed, const std::string& print) {
    LoadResult result = load_dataset_text("figures.toml", system.toml(changed, print));
    if (!result.dataset || result.diagnostics.has_errors()) return std::nullopt;
    Loaded out{std::move(result.dataset), {}};
    Diagnostics problems;
    out.rules = load_rule_texts({{"rules.xf", system.rules}}, out.dataset->sources, problems);
    return problems.has_errors() ? std::nullopt : std::optional(std::move(out));
}

// How dear a slip of the kind is, back from the print that stands there: a sign is dear to put, cheap to take off.
std::uint32_t cost_back(Typed kind, const std::string& right) {
    if (kind == Typed::sign && right.starts_with("-")) return kSignPut;
    return cost_of(cause_of(kind)) + (kind == Typed::point_moved ? 1 : 0);
}

class Round {
public:
    Round(std::string seed, const Asked& asked) : seed_(std::move(seed)), asked_(asked) {}

    std::map<std::string, Tally> run(System (*make)(Chance&), std::string_view name) {
        std::map<std::string, Tally> out;
        for (std::size_t at = 0; at < asked_.count; ++at) {
            Chance chance(fmt::format("{}/{}/{}", seed_, name, at));
            const System system = make(chance);
            const auto kind = static_cast<Typed>(chance.next(0, kTypedKinds - 1));
            if (const auto tally = seed_one(system, kind, chance)) out[std::string(to_string(kind))] += *tally;
        }
        return out;
    }

private:
    // Nothing where the slip cannot happen there, or leaves no figure.
    std::optional<Tally> seed_one(const System& system, Typed kind, Chance& chance) {
        const auto figure = static_cast<std::size_t>(chance.next(0, static_cast<std::int64_t>(system.keys.size()) - 1));
        const auto print = slipped(system.scaled[figure], system.manner, kind, chance);
        if (!print) return std::nullopt;
        const auto wrong = load(system, figure, *print);
        if (!wrong) return std::nullopt;
        const CheckResult checked = check(*wrong->dataset, wrong->rules);
        Tally out;
        out.seeded = 1;
        std::vector<InstanceId> broken;
        for (const Finding& each : checked.findings->findings)
            if (each.verdict == Verdict::contradicted) broken.push_back(each.instance);
        std::sort(broken.begin(), broken.end());
        if (broken.empty()) return out.silent = 1, out;
        const std::string right = print_of(system.scaled[figure], system.manner);
        Rechecker rechecker(*wrong->dataset, wrong->rules);
        NodeId node = kNoNode;
        for (NodeId each = 0; each < wrong->dataset->node_count(); ++each)
            if (wrong->dataset->path(each) == system.path(figure)) node = each;
        if (!is_locatable(rechecker, broken, node, cost_back(kind, right))) return out;
        out.locatable = 1;
        const Reasoning reasoning = reason(*wrong->dataset, wrong->rules, *checked.findings);
        const Repair* first = reasoning.incidents.size() == 1 && !reasoning.incidents[0].least_sets.empty()
                                  ? &reasoning.incidents[0].least_sets.front() : nullptr;
        const bool named = first != nullptr && first->figures.size() == 1 && first->figures[0].figure == node;
        const auto said = named ? rechecker.read(node, first->figures[0].print) : std::nullopt;
        const auto truth = rechecker.read(node, right);
        out.named = named ? 1 : 0;
        out.right = said && truth && said->value == truth->value ? 1 : 0;
        if (asked_.misses && out.right == 0) tell(system, figure, kind, *print, first, *wrong->dataset);
        return out;
    }

    // Does no other figure, and no exchange of two, repair all by a slip as cheap?
    static bool is_locatable(Rechecker& rechecker, const std::vector<InstanceId>& broken, NodeId node, std::uint32_t cost) {
        for (const auto& each : reasoning::exchanges_that_repair(rechecker, broken))
            if (each.front().cost <= cost) return false;
        std::vector<NodeId> others;
        for (const InstanceId id : broken)
            for (const NodeId each : rechecker.instances()[id].figures)
                if (each != node && std::find(others.begin(), others.end(), each) == others.end()) others.push_back(each);
        for (const NodeId other : others) {
            const auto users = rechecker.using_figure(other);
            if (!std::includes(users.begin(), users.end(), broken.begin(), broken.end())) continue;
            for (const Slip& slip : slips_of(rechecker, other, SlipWay::back)) {
                if (cost_of(slip) > cost) continue;
                const Change change{other, slip.figure};
                const Consequences then = rechecker.consequences({&change, 1});
                if (then.breaks_nothing() && std::includes(then.cleared.begin(), then.cleared.end(), broken.begin(), broken.end())) return false;
            }
        }
        return true;
    }

    static void tell(const System& system, std::size_t figure, Typed kind, const std::string& print, const Repair* first, const Dataset& dataset) {
        fmt::print("  miss, {}: {} {} for {}; said:", to_string(kind), system.path(figure), print, print_of(system.scaled[figure], system.manner));
        if (first != nullptr)
            for (const NewPrint& each : first->figures) fmt::print(" {} {}", dataset.path(each.figure), each.print);
        fmt::print("; {}of", system.declared ? "rounded, " : "");
        for (std::size_t at = 0; at < system.keys.size(); ++at) fmt::print(" {}", print_of(system.scaled[at], system.manner));
        fmt::print("; {}", system.rules.substr(0, system.rules.find('\n') + 1));
    }

    std::string seed_;
    const Asked& asked_;
};

// Of a thousand.
std::size_t share(std::size_t part, std::size_t whole) { return whole == 0 ? 1000 : part * 1000 / whole; }
std::string percent(std::size_t of_thousand) { return fmt::format("{}.{} %", of_thousand / 10, of_thousand % 10); }

void line(std::string_view name, const Tally& of) {
    fmt::print("  {:<18} {:>7} {:>7} {:>10} {:>8} {:>8}\n", name, of.seeded, of.silent, of.locatable, of.named, of.right);
}

// The worst of all rounds: what is named first, what is right first.
bool measure(const Asked& asked, System (*make)(Chance&), std::string_view name) {
    const auto begin = std::chrono::steady_clock::now();
    std::size_t worst_named = 1000, worst_right = 1000;
    for (std::size_t round = 1; round <= asked.rounds; ++round) {
        std::map<std::string, Tally> tallies = Round(fmt::format("{}/{}", asked.seed, round), asked).run(make, name);
        fmt::print("{}, round {}\n  {:<18} {:>7} {:>7} {:>10} {:>8} {:>8}\n", name, round, "slip", "seeded", "silent", "locatable", "named", "right");
        Tally all;
        for (const auto& [kind, tally] : tallies) line(kind, tally), all += tally;
        line("all", all);
        worst_named = std::min(worst_named, share(all.named, all.locatable));
        worst_right = std::min(worst_right, share(all.right, all.locatable));
    }
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(std::chrono::steady_clock::now() - begin).count();
    fmt::print("{}, worst of {}: named first {}, right value first {}  ({} s)\n\n", name, asked.rounds, percent(worst_named), percent(worst_right), seconds);
    std::fflush(stdout);
    return worst_named >= 990 && worst_right >= 950;
}

int main(int argc, char** argv) {
    Asked asked;
    for (int at = 1; at < argc; ++at) {
        const std::string_view word = argv[at];
        const bool more = at + 1 < argc;
        if (word == "--misses") asked.misses = true;
        else if (word == "--count" && more) asked.count = std::strtoull(argv[++at], nullptr, 10);
        else if (word == "--rounds" && more) asked.rounds = std::strtoull(argv[++at], nullptr, 10);
        else asked.seed = word;
    }
    if (asked.seed.empty()) {
        fmt::print(stderr, "usage: crossfoot_repairs [--misses] [--count N] [--rounds N] SEED\n");
        return 2;
    }
    const bool relations = measure(asked, relation, "relations"), tables = measure(asked, table, "tables");
    return relations && tables ? 0 : 1;
}

}  // namespace
}  // namespace crossfoot::slips

int main(int argc, char** argv) { return crossfoot::slips::main(argc, argv); }
