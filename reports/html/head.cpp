#include "reports/html/incident_messages.hpp"
#include "reports/html/messages.hpp"
#include "reports/html/sections.hpp"
#include "reports/wording.hpp"

namespace crossfoot::reports::html {
namespace {

// "7 errors and 12 warnings"
std::string severities(const Sheet& sheet) {
    const std::uint64_t errors = contradictions_of(sheet.findings(), Severity::error),
                        warnings = contradictions_of(sheet.findings(), Severity::warning),
                        infos = contradictions_of(sheet.findings(), Severity::info);
    std::vector<std::string> parts;
    const auto add = [&](const words::Counted& phrase, std::uint64_t count) {
        if (count > 0) parts.push_back(counted(phrase, count, sheet.language()));
    };
    add(reports::words::n_errors, errors);
    add(words::n_warnings, warnings);
    add(words::n_infos, infos);
    if (parts.empty()) return {};
    std::string out = parts.front();
    for (std::size_t i = 1; i < parts.size(); ++i)
        out = i + 1 == parts.size() ? Message(reports::words::list_and, out, parts[i]).in(sheet.language())
                                    : out + ", " + parts[i];
    return out;
}

std::string of_single_checks(const Sheet& sheet) {
    const Summary& sum = sheet.findings().summary;
    const Language language = sheet.language();
    if (sum.instances == 0) return std::string(words::nothing_checked.in(language));
    const std::string all = counted(words::n_checks, sum.instances, language);
    if (sum.contradicted > 0) {
        const Template& phrase = sum.contradicted == 1 ? words::n_contradicted.one : words::n_contradicted.many;
        return Message(phrase, number(sum.contradicted, language), all, severities(sheet)).in(language);
    }
    if (sum.holds == sum.instances) return counted(words::all_hold, sum.holds, language);
    std::string rest;
    if (sum.unverifiable > 0) rest = counted(reports::words::n_unverifiable, sum.unverifiable, language);
    if (sum.waived > 0)
        rest.append(rest.empty() ? "" : ", ").append(counted(reports::words::n_waived, sum.waived, language));
    const bool one = sum.holds == 1 || (sum.holds == 0 && language == Language::fr);
    return Message(one ? words::part_holds.one : words::part_holds.many, number(sum.holds, language), all, rest)
        .in(language);
}

// With what reasoning over several rules adds: the common causes, and what is impossible only together.
std::string verdict(const Sheet& sheet) {
    if (sheet.reasoning() == nullptr) return of_single_checks(sheet);
    const auto incidents = sheet.reasoning()->incidents.size(), joint = sheet.reasoning()->joint.size();
    if (joint > 0 && sheet.findings().summary.contradicted == 0)
        return counted(words::only_joint, joint, sheet.language());
    std::string out = of_single_checks(sheet);
    if (incidents > 0) out.append(" ").append(counted(words::make_incidents, incidents, sheet.language()));
    if (joint > 0) out.append(" ").append(counted(words::also_joint, joint, sheet.language()));
    return out;
}

}  // namespace

void write_head(Html& out, const Sheet& sheet) {
    const Manifest& manifest = sheet.dataset().manifest;
    const Summary& sum = sheet.findings().summary;
    const Language language = sheet.language();
    const std::string& title = manifest.title.empty() ? manifest.id : manifest.title;
    const Reasoning* reasoning = sheet.reasoning();
    const std::size_t joint = reasoning == nullptr ? 0 : reasoning->joint.size();
    out.open("header", {{"class", "top"}}).line();
    out.element("p", {{"class", "kind"}}, words::kind).line();
    out.element("h1", {sheet.report_language()}, title).line();
    out.element("p", {{"class", sum.contradicted > 0 || joint > 0 ? "verdict bad" : "verdict"}}, verdict(sheet)).line();
    out.open("dl", {{"class", "counts"}}).line();
    const auto count = [&](const Template& name, std::string_view css, const std::string& value) {
        out.open("div", {{css.empty() ? "" : "class", css}}).element("dt", name).element("dd", value).close().line();
    };
    count(words::contradictions, "error", number(sum.contradicted, language));
    if (reasoning != nullptr) count(words::incidents, "error", number(reasoning->incidents.size(), language));
    if (joint > 0) count(words::joint, "error", number(joint, language));
    count(words::unverifiable_ones, "open", number(sum.unverifiable, language));
    if (sum.waived > 0) count(words::waived_ones, "waived", number(sum.waived, language));
    count(words::holding, "good", number(sum.holds, language));
    count(words::of_rules, "", number(sum.rules, language));
    count(words::figures_used, "",
          Message(words::of_all, number(sum.figures_checked, language), number(sum.figures, language)).in(language));
    out.close().close().line();
}

}  // namespace crossfoot::reports::html
