#include "engine/checking/known/waiver.hpp"

#include <algorithm>

#include "engine/checking/known/day_in_words.hpp"
#include "engine/checking/known/identity.hpp"
#include "engine/checking/messages.hpp"

namespace crossfoot {
namespace {

// Why the waiver does not cover a contradiction that it was written for; empty where it does.
Message lapse(const Waiver& waiver, const Finding& finding, Identities& identities, std::int32_t today) {
    if (waiver.values.empty()) return Message(say::waiver_without_values, identities.fingerprint(finding));
    if (!identities.fingerprint_is(waiver.values, finding)) return Message(say::waiver_dead);
    if (waiver.until && *waiver.until < today) return Message(say::waiver_expired, day_in_words(*waiver.until));
    return {};
}

// Waives a contradiction that one of them covers, and marks all that it fits.
void apply(const std::vector<Waiver>& waivers, std::int32_t today, Finding& finding, Identities& identities, std::vector<bool>& used) {
    if (finding.verdict != Verdict::contradicted) return;
    for (std::size_t i = 0; i < waivers.size(); ++i) {
        const Waiver& waiver = waivers[i];
        if (waiver.rule != finding.rule || !fits(waiver.bindings, finding, identities)) continue;
        used[i] = true;
        if (finding.verdict == Verdict::waived) continue;
        Message lapsed = lapse(waiver, finding, identities, today);
        const bool covers = lapsed.empty();
        if (covers || !finding.waiver)
            finding.waiver = {waiver.reason, waiver.by, waiver.until, waiver.span, std::move(lapsed)};
        if (!covers) continue;
        finding.verdict = Verdict::waived;
        finding.waived_because = waiver.reason;
    }
}

// Those of rules that have waivers are worked out and counted; from now on they are worked out as waived.
void apply_to_unlisted(const Dataset& dataset, const WaiverOptions& options, Findings& findings, std::vector<bool>& used) {
    if (!findings.unlisted) return;
    for (std::uint32_t index = 0; index < findings.rules.size(); ++index) {
        RuleInfo& rule = findings.rules[index];
        const bool concerned = std::any_of(dataset.waivers.begin(), dataset.waivers.end(),
                                           [&](const Waiver& waiver) { return waiver.rule == rule.id; });
        if (!concerned || rule.left.contradictions() == 0) continue;
        findings.unlisted(index, [&](Finding& finding, Identities& identities) {
            apply(dataset.waivers, options.today, finding, identities, used);
            std::uint64_t& left = rule.left.contradicted.at(static_cast<std::size_t>(finding.severity));
            if (finding.verdict != Verdict::waived || left == 0) return true;
            --left, ++rule.left.waived;
            --findings.summary.contradicted, ++findings.summary.waived;
            return true;
        });
    }
    findings.unlisted = [visit = std::move(findings.unlisted), waivers = dataset.waivers, today = options.today](std::uint32_t index,
                                                                                                        const SeeFinding& see) {
        std::vector<bool> marks(waivers.size(), false);
        visit(index, [&](Finding& finding, Identities& identities) {
            apply(waivers, today, finding, identities, marks);
            return see(finding, identities);
        });
    };
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
        apply(dataset.waivers, options.today, finding, identities, used);
        if (finding.verdict != Verdict::waived) continue;
        --findings.summary.contradicted;
        ++findings.summary.waived;
    }
    apply_to_unlisted(dataset, options, findings, used);
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
