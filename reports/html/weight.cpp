#include "reports/html/weight.hpp"

#include <algorithm>

namespace crossfoot::reports::html {
namespace {

constexpr int kTight = 95;

}  // namespace

std::optional<Rational> excess(const Finding& finding) {
    if (!finding.gap || !finding.allowance || finding.relation == ast::Comparison::not_equal) return std::nullopt;
    return *finding.gap - *finding.allowance;
}

std::vector<std::size_t> by_weight(const std::vector<Finding>& findings, Verdict verdict) {
    struct Weighed {
        std::size_t index;
        Severity severity;
        std::optional<Rational> relative;
    };
    std::vector<Weighed> weighed;
    for (std::size_t i = 0; i < findings.size(); ++i)
        if (findings[i].verdict == verdict) weighed.push_back({i, findings[i].severity, relative_excess(findings[i])});
    // stable: findings come by rule id, then in binding order; nullopt is less than any number
    std::stable_sort(weighed.begin(), weighed.end(), [](const Weighed& a, const Weighed& b) {
        return a.severity != b.severity ? a.severity > b.severity : a.relative > b.relative;
    });
    std::vector<std::size_t> out;
    for (const Weighed& each : weighed) out.push_back(each.index);
    return out;
}

std::optional<Rational> used_percent(const Finding& finding) {
    if (finding.verdict != Verdict::holds || !finding.gap || !finding.allowance || finding.allowance->is_zero())
        return std::nullopt;
    return (*finding.gap * 100 / *finding.allowance).floor();
}

bool is_tight(const Finding& finding) {
    const std::optional<Rational> percent = used_percent(finding);
    return percent && *percent >= kTight && *percent <= 100;
}

}  // namespace crossfoot::reports::html
