#include "engine/checking/known/baseline.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "engine/checking/known/identity.hpp"
#include "engine/checking/known/likeness.hpp"

namespace crossfoot {
namespace {

class Matching {
public:
    Matching(const std::vector<StoredFinding>& baseline, Findings& findings, const Dataset& dataset)
        : baseline_(baseline), findings_(findings), taken_(baseline.size(), false), identities_(dataset) {
        for (const StoredFinding& each : baseline_) paths_ = paths_ || each.identity.empty();
        for (const StoredFinding& each : baseline_) {
            Before& made = before_.emplace_back();
            made.identity = !each.identity.empty();
            made.keys = keys_of(each, !made.identity);
            made.state = state_of(each);
            if (each.verdict == Verdict::holds) continue;
            rules_.insert(each.rule);
            for (const By by : kStages) known_.insert(made.keys.of(by, made.identity));
        }
    }

    Compared go() {
        for (Finding& each : findings_.findings)
            if (each.verdict != Verdict::holds) open(each, identities_, &each);
        for (std::uint32_t rule = 0; rule < findings_.rules.size(); ++rule) open_unlisted(rule);
        for (const By by : kStages)
            for (const bool identity : {true, false}) match(by, identity);
        for (Open& each : open_)
            if (each.finding != nullptr && !each.finding->standing) stand(each, Standing::fresh);
        for (const RuleInfo& rule : findings_.rules) out_.fresh += rule.left.all();
        out_.fresh -= unlisted_taken_;
        tell_fixed();
        return std::move(out_);
    }

private:
    static constexpr std::array kStages{By::place_and_print, By::print, By::place};
    static constexpr std::size_t kMostCompared = 1'000'000;   // unlisted ones that may be of the baseline, of one rule

    struct Before {
        Keys keys;
        State state;
        bool identity = false;
    };
    struct Open {
        Finding* finding = nullptr;   // null: not listed
        Keys keys;
        State state;
        bool numbered = false, matched = false;
        std::uint32_t rule = 0;
        Verdict verdict = Verdict::contradicted;
    };

    void open(Finding& finding, Identities& identities, Finding* listed) {
        const StoredFinding now = stored(finding, identities);
        Open made{listed, keys_of(now, paths_), state_of(now), identities.numbered(finding), false, finding.rule_index, finding.verdict};
        if (listed == nullptr) {   // what matches nothing is new, and not kept
            bool some = false;
            for (const By by : kStages)
                for (const bool identity : {true, false}) some = some || known_.contains(made.keys.of(by, identity));
            if (!some) return;
        }
        open_.push_back(std::move(made));
    }

    void open_unlisted(std::uint32_t rule) {
        const RuleInfo& info = findings_.rules[rule];
        if (!findings_.unlisted || info.left.all() == 0 || !rules_.contains(info.id)) return;
        const std::size_t before = open_.size();
        findings_.unlisted(rule, [&](Finding& finding, Identities& identities) {
            open(finding, identities, nullptr);
            return open_.size() - before < kMostCompared;
        });
    }

    // Of those that are alike the worst stand for the worst, whatever the order of either.
    void match(By by, bool identity) {
        const auto sorted = [](auto& places, const auto& all) {
            std::sort(places.begin(), places.end(), [&](std::size_t a, std::size_t b) {
                if (earlier(all[a].state, all[b].state)) return true;
                if (earlier(all[b].state, all[a].state)) return false;
                return std::pair(all[a].keys.place, a) < std::pair(all[b].keys.place, b);
            });
        };
        std::unordered_map<std::uint64_t, std::pair<std::vector<std::size_t>, std::vector<std::size_t>>> alike;
        for (std::size_t i = 0; i < before_.size(); ++i)
            if (!taken_[i] && baseline_[i].verdict != Verdict::holds && before_[i].identity == identity)
                alike[before_[i].keys.of(by, identity)].first.push_back(i);
        for (std::size_t i = 0; i < open_.size(); ++i) {
            // Print alone decides only where a row has nothing but its number.
            if (open_[i].matched || (by == By::print && identity && !open_[i].numbered)) continue;
            if (const auto found = alike.find(open_[i].keys.of(by, identity)); found != alike.end()) found->second.second.push_back(i);
        }
        for (auto& [key, both] : alike) {
            auto& [before, now] = both;
            sorted(before, before_);
            sorted(now, open_);
            for (std::size_t i = 0; i < std::min(before.size(), now.size()); ++i) {
                taken_[before[i]] = true;
                Open& each = open_[now[i]];
                stand(each, is_worse(each.state, before_[before[i]].state) ? Standing::worse : Standing::known);
            }
        }
    }

    void stand(Open& open, Standing standing) {
        open.matched = true;
        if (open.finding != nullptr) {
            open.finding->standing = standing;
        } else {
            RuleInfo& rule = findings_.rules[open.rule];
            if (unlisted_of_[open.rule]++ >= rule.left.all()) return;   // never more than are left
            ++unlisted_taken_;
            if (standing == Standing::known) rule.left_known.add(open.verdict, open.state.severity);
        }
        ++(standing == Standing::fresh ? out_.fresh : standing == Standing::worse ? out_.worse : out_.known);
    }

    void tell_fixed() {
        std::set<std::string_view> run;
        for (const RuleInfo& each : findings_.rules) run.insert(each.id);
        for (std::size_t i = 0; i < baseline_.size(); ++i) {
            const StoredFinding& before = baseline_[i];
            if (taken_[i] || before.verdict == Verdict::holds) continue;
            if (!run.contains(before.rule)) ++out_.not_run;
            else if (before.listed) out_.fixed.push_back({before.rule, before.bindings, before.title});
            else ++out_.fixed_unlisted;
        }
    }

    const std::vector<StoredFinding>& baseline_;
    Findings& findings_;
    std::vector<bool> taken_;
    Identities identities_;
    bool paths_ = false;
    std::vector<Before> before_;
    std::unordered_set<std::uint64_t> known_;   // the keys of the baseline
    std::set<std::string> rules_;
    std::vector<Open> open_;
    std::uint64_t unlisted_taken_ = 0;
    std::map<std::uint32_t, std::uint64_t> unlisted_of_;
    Compared out_;
};

}  // namespace

void compare_with(const std::vector<StoredFinding>& baseline, Findings& findings, const Dataset& dataset) {
    findings.baseline = Matching(baseline, findings, dataset).go();
}

}  // namespace crossfoot
