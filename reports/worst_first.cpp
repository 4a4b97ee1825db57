#include "reports/worst_first.hpp"

#include <algorithm>

namespace crossfoot::reports {
namespace {

int rank(const Finding& finding) {
    switch (finding.verdict) {
        case Verdict::contradicted: return static_cast<int>(Severity::error) - static_cast<int>(finding.severity);
        case Verdict::unverifiable: return 10;
        case Verdict::vacuous: return 11;
        case Verdict::waived: return 12;
        case Verdict::holds: return 13;
    }
    return 13;
}

}  // namespace

std::optional<Rational> relative_excess(const Finding& finding) {
    // Two sides that must differ and do not have no gap to speak of.
    if (!finding.gap || !finding.allowance || finding.relation == ast::Comparison::not_equal) return std::nullopt;
    if (!finding.left || !finding.right || !finding.left->printed || !finding.right->printed) return std::nullopt;
    const Rational magnitude = max(finding.left->printed->abs(), finding.right->printed->abs());
    return magnitude.is_zero() ? Rational(0) : (*finding.gap - *finding.allowance) / magnitude;
}

std::vector<const Finding*> worst_first(const Findings& findings) {
    struct Weighed {
        const Finding* finding;
        int rank;
        std::optional<Rational> excess;
    };
    std::vector<Weighed> weighed;
    weighed.reserve(findings.findings.size());
    for (const Finding& each : findings.findings) {
        const bool weighs = each.verdict == Verdict::contradicted;
        weighed.push_back({&each, rank(each), weighs ? relative_excess(each) : std::nullopt});
    }
    // Nothing is less than any number, so those without excess come last.
    std::stable_sort(weighed.begin(), weighed.end(), [](const Weighed& a, const Weighed& b) {
        return a.rank != b.rank ? a.rank < b.rank : a.excess > b.excess;
    });
    std::vector<const Finding*> out;
    out.reserve(weighed.size());
    for (const Weighed& each : weighed) out.push_back(each.finding);
    return out;
}

}  // namespace crossfoot::reports
