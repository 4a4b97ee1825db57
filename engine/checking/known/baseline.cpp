#include "engine/checking/known/baseline.hpp"

#include <algorithm>
#include <cctype>
#include <map>

namespace crossfoot {
namespace {

// "infractions[3].evolution" → "infractions[].evolution"
std::string without_rows(const std::string& path) {
    std::string out;
    for (std::size_t i = 0; i < path.size(); ++i) {
        out += path[i];
        if (path[i] != '[') continue;
        std::size_t end = i + 1;
        while (end < path.size() && std::isdigit(static_cast<unsigned char>(path[end])) != 0) ++end;
        if (end < path.size() && path[end] == ']') i = end - 1;
    }
    return out;
}

StoredFinding stored(const Finding& finding, const Dataset& dataset) {
    StoredFinding out;
    out.rule = finding.rule;
    out.verdict = finding.verdict;
    out.severity = finding.severity;
    for (const Binding& each : finding.bindings) out.bindings.emplace_back(each.name, each.value);
    for (const NodeId node : finding.figures) {
        std::string printed;
        if (dataset.node(node).kind == NodeKind::figure) printed = dataset.figure(node).printed;
        else if (dataset.node(node).kind == NodeKind::text) printed = dataset.text(node);
        out.figures.emplace_back(dataset.path(node), std::move(printed));
    }
    // through the decimals that a stored run keeps, so that the same number is the same
    const auto kept = [](const std::optional<Rational>& value) {
        return value ? std::optional(Rational::from_decimal(value->decimal(Rational::Direction::nearest))) : std::nullopt;
    };
    out.gap = kept(finding.gap);
    out.allowance = kept(finding.allowance);
    return out;
}

enum class By { place, print };

std::string key_of(const StoredFinding& finding, By by) {
    const auto name = [&](const std::string& path) { return by == By::place ? path : without_rows(path); };
    std::vector<std::string> parts;
    for (const auto& [path, printed] : finding.figures)
        parts.push_back(by == By::place ? path : name(path) + '\n' + printed);
    std::sort(parts.begin(), parts.end());
    std::string out = finding.rule + '\0';
    for (const auto& [variable, value] : finding.bindings) out += variable + '=' + name(value) + '\0';
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
        for (Finding& each : findings.findings)
            if (each.verdict != Verdict::holds) open_.push_back({&each, stored(each, dataset)});
    }

    Compared go() {
        // alike in print first: where rows have moved, another row stands at the same place
        for (const By by : {By::print, By::place}) match(by);
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
    };

    // Of several alike, the one at the same place is taken, else the first.
    void match(By by) {
        std::multimap<std::string, std::size_t> at;
        for (std::size_t i = 0; i < baseline_.size(); ++i)
            if (!taken_[i] && baseline_[i].verdict != Verdict::holds) at.emplace(key_of(baseline_[i], by), i);
        for (const bool in_place : {true, false})
            for (Open& each : open_) {
                if (each.finding->standing) continue;
                const auto [first, last] = at.equal_range(key_of(each.now, by));
                const auto found = std::find_if(first, last, [&](const auto& entry) {
                    return !in_place || key_of(baseline_[entry.second], By::place) == key_of(each.now, By::place);
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
