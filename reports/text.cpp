#include "reports/text.hpp"

#include "reports/block.hpp"
#include "reports/cells.hpp"
#include "reports/incidents.hpp"
#include "reports/joint.hpp"
#include "reports/message.hpp"
#include "reports/strength.hpp"
#include "reports/wording.hpp"

namespace crossfoot::reports {

namespace {

// What the baseline held and is there no longer, one line each, and an empty line.
std::string fixed_lines(const Compared& compared, const Page& page) {
    std::string out;
    for (const FixedFinding& each : compared.fixed) {
        std::string bindings;
        for (const auto& [name, value] : each.bindings)
            bindings.append(bindings.empty() ? "" : ", ").append(name).append(" = ").append(value);
        const std::string name = bindings.empty() ? each.rule : each.rule + " [" + bindings + "]";
        out.append(paint(page, Style::good, words::fixed_finding.in(page.language))).append("  ");
        out.append(paint(page, Style::bold, clean(name)));
        if (!each.title.empty()) out.append("  ").append(clean(each.title));
        out += "\n";
    }
    return out.empty() ? out : out + "\n";
}

std::string compared_in_words(const Compared& compared, const Page& page) {
    const Language language = page.language;
    std::string counts = counted(words::n_new, compared.fresh, language);
    counts.append(", ").append(counted(words::n_worse, compared.worse, language));
    counts.append(", ").append(counted(words::n_known, compared.known, language));
    counts.append(", ").append(counted(words::n_fixed, compared.fixed.size() + compared.fixed_unlisted, language));
    if (compared.not_run > 0) counts.append(", ").append(counted(words::n_not_run, compared.not_run, language));
    return Message(words::against_baseline, counts).in(language);
}

}  // namespace

std::string render_text(const Material& material, const Page& page) {
    const Findings& findings = material.findings;
    const Dataset& dataset = material.dataset;
    std::string out;
    Places places(dataset.sources);
    bool after_line = false;  // one-line findings stand together, blocks apart
    for (std::size_t at = 0; at < findings.findings.size(); ++at) {
        const Finding& finding = findings.findings[at];
        const bool holds = finding.verdict == Verdict::holds;
        const bool line = holds || finding.standing == Standing::known;
        if (holds && !page.all) continue;
        if (!line && after_line) out += "\n";
        after_line = line;
        if (line) {
            out += render_line(finding, dataset, page);
        } else {
            const std::span<const Cause> causes =
                material.reasoning == nullptr ? std::span<const Cause>() : material.reasoning->causes_of_finding.at(at);
            out.append(render_block(finding, findings, dataset, places, page, causes)).append("\n");
        }
    }
    if (after_line) out += "\n";
    if (findings.baseline) out += fixed_lines(*findings.baseline, page);
    if (material.reasoning != nullptr)
        out.append(render_joint(*material.reasoning, material, page)).append(render_incidents(*material.reasoning, material, page));
    out.append(render_summary(findings, page, material.reasoning == nullptr ? 0 : material.reasoning->joint.size()));
    if (findings.baseline) out.append(compared_in_words(*findings.baseline, page)).append("\n");
    if (material.strength != nullptr) out.append(strength_line(*material.strength, page.language)).append("\n");
    return out;
}

std::string render_summary(const Findings& findings, const Page& page, std::uint64_t joint) {
    const Summary& sum = findings.summary;
    const Language language = page.language;
    std::string verdicts;
    const auto add = [&](const words::Counted& phrase, std::uint64_t count, Style style) {
        if (count == 0) return;
        verdicts.append(verdicts.empty() ? "" : ", ").append(paint(page, style, counted(phrase, count, language)));
    };
    if (sum.contradicted == 0 && joint == 0) verdicts = paint(page, Style::good, words::nothing_wrong.in(language));
    add(words::n_contradicted, sum.contradicted, Style::error);
    add(words::n_joint, joint, Style::error);
    add(words::n_unverifiable, sum.unverifiable, Style::warning);
    add(words::n_vacuous, sum.vacuous, Style::warning);
    add(words::n_waived, sum.waived, Style::info);
    add(words::n_hold, sum.holds, Style::good);
    std::string out =
        Message(words::summary_line, verdicts, counted(words::n_instances, sum.instances, language),
                counted(words::n_rules, sum.rules, language), counted(words::n_figures, sum.figures, language),
                counted(words::n_used, sum.figures_checked, language))
            .in(language);
    constexpr unsigned kNarrow = 60;
    if (page.width != 0 && page.width < kNarrow) {
        std::string broken;  // colours count as cells here: a line may end early, never late
        for (const std::string& line : wrapped(out, page.width)) broken.append(line).append("\n");
        out = std::move(broken);
    } else {
        out += "\n";
    }
    const std::uint64_t unlisted = unlisted_of(findings, page.all);
    if (unlisted > 0) out.append(counted(words::n_unlisted, unlisted, language)).append("\n");
    if (sum.unread > 0) out.append(counted(words::n_unread, sum.unread, language)).append("\n");
    return out;
}

}  // namespace crossfoot::reports
