#include "engine/checking/known/likeness.hpp"

#include <algorithm>

#include "engine/text/hash.hpp"

namespace crossfoot {
namespace {

// Through the decimals that a stored run keeps, so that the same number is the same.
std::optional<Rational> kept(const std::optional<Rational>& value) {
    return value ? std::optional(Rational::from_decimal(value->decimal(Rational::Direction::nearest))) : std::nullopt;
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

// The place as runs without identities have it: the paths as they are written.
std::string path_of(const StoredFinding& finding) {
    std::string out = finding.rule + '\0';
    for (const auto& [variable, value] : finding.bindings) out += variable + '=' + value + '\0';
    std::vector<std::string> paths;
    for (const auto& [path, printed] : finding.figures) paths.push_back(path);
    std::sort(paths.begin(), paths.end());
    for (const std::string& path : paths) out += path + '\0';
    return out;
}

}  // namespace

std::optional<Rational> beyond(const std::optional<Rational>& gap, const std::optional<Rational>& allowance) {
    if (!gap || !allowance) return std::nullopt;
    return kept(max(*kept(gap) - *kept(allowance), Rational(0)));
}

StoredFinding stored(const Finding& finding, Identities& identities) {
    const Dataset& dataset = identities.dataset();
    StoredFinding out;
    out.rule = finding.rule;
    out.verdict = finding.verdict;
    out.severity = finding.severity;
    out.identity = identities.identity(finding);
    for (const Binding& each : finding.bindings) out.bindings.emplace_back(each.name, each.value);
    for (const NodeId node : finding.figures.empty() ? finding.read : finding.figures)
        out.figures.emplace_back(dataset.path(node), printed_form(node, dataset));
    out.beyond = beyond(finding.gap, finding.allowance);
    return out;
}

std::string print_of(const StoredFinding& finding) {
    if (!finding.print.empty()) return finding.print;
    std::string out = finding.rule + '\0';
    for (const auto& [variable, value] : finding.bindings) out += variable + '=' + without_rows(value) + '\0';
    std::vector<std::string> parts;
    for (const auto& [path, printed] : finding.figures) parts.push_back(without_rows(path) + '\n' + printed);
    std::sort(parts.begin(), parts.end());
    for (const std::string& part : parts) out += part + '\0';
    return digest(out);
}

State state_of(const StoredFinding& finding) {
    return {rank(finding.verdict), finding.severity, finding.beyond ? finding.beyond : beyond(finding.gap, finding.allowance)};
}

bool is_worse(const State& now, const State& before) {
    if (now.rank > before.rank || now.severity > before.severity) return true;
    return now.beyond && before.beyond && *now.beyond > *before.beyond;
}

bool earlier(const State& a, const State& b) {
    if (a.rank != b.rank) return a.rank > b.rank;
    if (a.severity != b.severity) return a.severity > b.severity;
    return a.beyond && b.beyond ? *a.beyond > *b.beyond : a.beyond.has_value() && !b.beyond.has_value();
}

std::uint64_t Keys::of(By by, bool identity) const {
    const std::uint64_t at = identity ? place : path;
    constexpr std::uint64_t kTurn = 0x9E3779B97F4A7C15U;
    return by == By::print ? print : by == By::place ? at : (at ^ kTurn) * kTurn + print;
}

Keys keys_of(const StoredFinding& finding, bool paths) {
    Keys out;
    out.print = hash_of(finding.rule + '\0' + print_of(finding));
    if (!finding.identity.empty()) out.place = hash_of(finding.rule + '\0' + finding.identity);
    if (paths) out.path = hash_of(path_of(finding));
    return out;
}

void keep_unlisted(Findings& findings) {
    findings.kept.clear();
    if (!findings.unlisted) return;
    for (std::uint32_t rule = 0; rule < findings.rules.size(); ++rule) {
        if (findings.rules[rule].left.all() == 0) continue;
        std::size_t count = 0;
        findings.unlisted(rule, [&](Finding& finding, Identities& identities) {
            const StoredFinding now = stored(finding, identities);
            findings.kept.push_back({rule, now.identity, print_of(now), now.verdict, now.severity, now.beyond});
            return ++count < kMostKept;
        });
    }
}

}  // namespace crossfoot
