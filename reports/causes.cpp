#include "reports/causes.hpp"

#include <algorithm>

#include "reports/cause_messages.hpp"
#include "reports/wording.hpp"

namespace crossfoot::reports {
namespace {

const Template& wording_of(CauseKind kind) {
    switch (kind) {
        case CauseKind::digit_replaced: return words::digit_replaced;
        case CauseKind::digit_omitted: return words::digit_omitted;
        case CauseKind::digit_added: return words::digit_added;
        case CauseKind::digits_exchanged: return words::digits_exchanged;
        case CauseKind::sign: return words::sign;
        case CauseKind::power_of_ten: return words::power_of_ten;
        case CauseKind::percent_for_points: return words::percent_for_points;
        case CauseKind::wrong_base: return words::wrong_base;
        case CauseKind::truncated: return words::truncated;
        case CauseKind::figures_exchanged: return words::figures_exchanged;
        case CauseKind::last_year: return words::last_year;
        case CauseKind::part_left_out: return words::part_left_out;
        case CauseKind::part_twice: return words::part_twice;
        case CauseKind::years_exchanged: return words::years_exchanged;
        case CauseKind::round_number: return words::round_number;
        case CauseKind::rounded_whole: return words::rounded_whole;
        case CauseKind::truncated_total: break;
    }
    return words::truncated_total;
}

}  // namespace

const Template& slip_in_words(CauseKind kind) {
    switch (kind) {
        case CauseKind::digit_replaced: return words::slip_replaced;
        case CauseKind::digit_omitted: return words::slip_omitted;
        case CauseKind::digit_added: return words::slip_added;
        case CauseKind::digits_exchanged: return words::slip_exchanged;
        case CauseKind::sign: return words::slip_sign;
        case CauseKind::power_of_ten: return words::slip_magnitude;
        case CauseKind::figures_exchanged: return words::slip_figures;
        case CauseKind::years_exchanged: return words::slip_years;
        case CauseKind::last_year: return words::slip_last_year;
        case CauseKind::wrong_base: return words::slip_base;
        case CauseKind::percent_for_points: return words::slip_points;
        case CauseKind::part_left_out: return words::slip_left_out;
        case CauseKind::part_twice: return words::slip_twice;
        case CauseKind::truncated_total: return words::slip_truncated;
        default: return wording_of(kind);
    }
}

Message cause_in_words(const Cause& cause, const Dataset& dataset) {
    const auto printed = [&](NodeId node) { return node == kNoNode ? std::string() : dataset.figure(node).printed; };
    const auto path = [&](NodeId node) { return node == kNoNode ? std::string() : dataset.path(node); };
    return Message(wording_of(cause.kind), printed(cause.figure), cause.print, path(cause.figure), printed(cause.other), path(cause.other));
}

std::string cause_line(const Cause& cause, const Dataset& dataset, Language language) {
    std::string out = cause_in_words(cause, dataset).in(language);
    if (cause.clears.size() > 1) out.append(" – ").append(counted(words::clears, cause.clears.size(), language));
    return out;
}

std::span<const Cause> causes_of(const Finding& finding, const Material& material) {
    if (material.reasoning == nullptr) return {};
    return material.reasoning->causes_of_finding.at(
        static_cast<std::size_t>(&finding - material.findings.findings.data()));
}

std::vector<const Cause*> common_causes(const Incident& incident, const Reasoning& reasoning) {
    std::vector<const Cause*> out;
    for (const Cause& each : reasoning.causes_of_finding.at(incident.findings.front()))
        if (each.kind != CauseKind::truncated &&
            std::includes(each.clears.begin(), each.clears.end(), incident.findings.begin(), incident.findings.end()))
            out.push_back(&each);
    return out;
}

}  // namespace crossfoot::reports
