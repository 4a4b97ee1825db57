#include "engine/checking/known/baseline.hpp"

#include <algorithm>
#include <map>

#include "engine/checking/known/identity.hpp"

namespace crossfoot {
namespace {

StoredFinding stored(const Finding& finding, const Dataset& dataset, Identities& identities) {
    StoredFinding out;
    out.rule = finding.rule;
    out.verdict = finding.verdict;
    out.severity = finding.severity;
    out.identity = identities.identity(finding);
    for (const Binding& each : finding.bindings) out.bindings.emplace_back(each.name, each.value);
    for (const NodeId node : finding.figures) out.figures.emplace_back(dataset.path(node), printed_form(node, dataset));
    // through the decimals that a stored run keeps, so that the same number is the same
    const auto kept = [](const std::optional<Rational>& value) {
        return value ? std::optional(Rational::from_decimal(value->decimal(Rational::Direction::nearest))) : std::nullopt;
    };
    out.gap = kept(finding.gap);
    out.allowance = kept(finding.allowance);
    return out;
}

// Alike in place and in print first: where rows without a key have moved, another row stands at the same place.
enum class By { place_and_print, print, place };

// The place is the identity; runs that keep none have the paths as they are written.
std::string key_of(const StoredFinding& finding, By by, bool identity) {
    std::string out = finding.rule + '\0';
    if (by != By::print && identity) out += finding.identity + '\0';
    for (const auto& [variable, value] : finding.bindings)
        if (by == By::print) out += variable + '=' + without_rows(value) + '\0';
        else if (!identity) out += variable + '=' + value + '\0';
    std::vector<std::string> parts;
    for (const auto& [path, printed] : finding.figures) {
        if (by != By::print && !identity) parts.push_back(path);
        if (by != By::place) parts.push_back(without_rows(path) + '\n' + printed);
    }
    std::sort(parts.begin(), parts.end());
    for (const std::string& part : parts) out += part + '\0';
    return out;
}

int rank(Verdict verdict) {
    switch (verdict) {
        case Verdict::holds:
        case Verdict::waived: return 0;
        case Verdict::unverifiable:
        case Verdict::vacuous: return 1;
        case Verdict::contradicted: return 2;
    }
    return 0;
}

bool is_worse(const StoredFinding& now, const StoredFinding& before) {
    if (rank(now.verdict) > rank(before.verdict) || now.severity > before.severity) return true;
    if (!now.gap || !now.allowance || !before.gap || !before.allowance) return false;
    const auto beyond = [](const StoredFinding& each) { return std::max(*each.gap - *each.allowance, Rational(0)); };
    return beyond(now) > beyond(before);
}

class Matching {
public:
    Matching(const std::vector<StoredFinding>& baseline, Findings& findings, const Dataset& dataset)
        : baseline_(baseline), findings_(findings), taken_(baseline.size(), false) {
        Identities identities(dataset);
        for (Finding& each : findings.findings)
            if (each.verdict != Verdict::holds)
                open_.push_back({&each, stored(each, dataset, identities), identities.numbered(each)});
    }

    Compared go() {
        for (const By by : {By::place_and_print, By::print, By::place}) match(by);
        for (Open& each : open_)
            if (!each.finding->standing) stand(each, Standing::fresh);
        for (std::size_t i = 0; i < baseline_.size(); ++i) {
            const StoredFinding& before = baseline_[i];
            if (taken_[i] || before.verdict == Verdict::holds) continue;
            const bool run = std::any_of(findings_.rules.begin(), findings_.rules.end(),
                                         [&](const RuleInfo& rule) { return rule.id == before.rule; });
            if (run) out_.fixed.push_back({before.rule, before.bindings, before.title});
            else ++out_.not_run;
        }
        return std::move(out_);
    }

private:
    struct Open {
        Finding* finding;
        StoredFinding now;
        bool numbered;
    };

    void match(By by) {
        std::multimap<std::string, std::size_t> at;
        for (std::size_t i = 0; i < baseline_.size(); ++i)
            if (!taken_[i] && baseline_[i].verdict != Verdict::holds)
                at.emplace(key_of(baseline_[i], by, !baseline_[i].identity.empty()), i);
        for (Open& each : open_)
            for (const bool identity : {true, false}) {
                if (each.finding->standing) break;
                const auto [first, last] = at.equal_range(key_of(each.now, by, identity));
                // Print alone decides only where a row has nothing but its number.
                const auto found = std::find_if(first, last, [&](const auto& entry) {
                    return by != By::print || each.numbered || baseline_[entry.second].identity.empty();
                });
                if (found == last) continue;
                taken_[found->second] = true;
                stand(each, is_worse(each.now, baseline_[found->second]) ? Standing::worse : Standing::known);
                at.erase(found);
            }
    }

    void stand(Open& open, Standing standing) {
        open.finding->standing = standing;
        ++(standing == Standing::fresh ? out_.fresh : standing == Standing::worse ? out_.worse : out_.known);
    }

    const std::vector<StoredFinding>& baseline_;
    Findings& findings_;
    std::vector<bool> taken_;
    std::vector<Open> open_;
    Compared out_;
};

}  // namespace

void compare_with(const std::vector<StoredFinding>& baseline, Findings& findings, const Dataset& dataset) {
    findings.baseline = Matching(baseline, findings, dataset).go();
}

}  // namespace crossfoot
