#include "engine/checking/known/waiver.hpp"

#include <algorithm>

#include "engine/checking/known/day_in_words.hpp"
#include "engine/checking/known/identity.hpp"
#include "engine/checking/messages.hpp"

namespace crossfoot {
namespace {

// Why the waiver does not cover a contradiction that it was written for; empty where it does.
Message lapse(const Waiver& waiver, const std::string& fingerprint, std::int32_t today) {
    if (waiver.values.empty()) return Message(say::waiver_without_values, fingerprint);
    if (waiver.values != fingerprint) return Message(say::waiver_dead);
    if (waiver.until && *waiver.until < today) return Message(say::waiver_expired, day_in_words(*waiver.until));
    return {};
}

}  // namespace

bool fits(const std::vector<std::pair<std::string, std::string>>& wanted, const Finding& finding,
          Identities& identities) {
    return std::all_of(wanted.begin(), wanted.end(), [&](const auto& each) {
        return std::any_of(finding.bindings.begin(), finding.bindings.end(), [&](const Binding& binding) {
            return binding.name == each.first &&
                   (binding.value == each.second || identities.value(binding) == each.second);
        });
    });
}

Diagnostics apply_waivers(const Dataset& dataset, const WaiverOptions& options, Findings& findings) {
    Diagnostics out;
    if (dataset.waivers.empty()) return out;
    Identities identities(dataset);
    std::vector<bool> used(dataset.waivers.size(), false);
    for (Finding& finding : findings.findings) {
        if (finding.verdict != Verdict::contradicted) continue;
        std::string fingerprint;
        for (std::size_t i = 0; i < dataset.waivers.size(); ++i) {
            const Waiver& waiver = dataset.waivers[i];
            if (waiver.rule != finding.rule || !fits(waiver.bindings, finding, identities)) continue;
            used[i] = true;
            if (finding.verdict == Verdict::waived) continue;
            if (fingerprint.empty()) fingerprint = identities.fingerprint(finding);
            Message lapsed = lapse(waiver, fingerprint, options.today);
            const bool covers = lapsed.empty();
            if (covers || !finding.waiver)
                finding.waiver = {waiver.reason, waiver.by, waiver.until, waiver.span, std::move(lapsed)};
            if (!covers) continue;
            finding.verdict = Verdict::waived;
            finding.waived_because = waiver.reason;
            --findings.summary.contradicted;
            ++findings.summary.waived;
        }
    }
    for (std::size_t i = 0; i < used.size(); ++i) {
        const Waiver& waiver = dataset.waivers[i];
        const bool run = std::any_of(findings.rules.begin(), findings.rules.end(),
                                     [&](const RuleInfo& rule) { return rule.id == waiver.rule; });
        if (used[i] || (!run && !options.every_rule)) continue;
        out.add(Code::XF607, waiver.span, Message(run ? say::waiver_unused : say::waiver_no_rule, waiver.rule))
            .suggest(Message(say::waiver_remove));
    }
    return out;
}

}  // namespace crossfoot
