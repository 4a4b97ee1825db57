#include "reports/gitlab.hpp"

#include "engine/checking/known/identity.hpp"
#include "reports/evidence.hpp"
#include "reports/json_writer.hpp"
#include "reports/paths.hpp"
#include "reports/places.hpp"
#include "reports/worst_first.hpp"

namespace crossfoot::reports {
namespace {

std::string_view severity(const Finding& finding) {
    if (finding.verdict != Verdict::contradicted) return "info";
    if (finding.severity == Severity::error) return "critical";
    return finding.severity == Severity::warning ? "major" : "minor";
}

}  // namespace

std::string render_gitlab(const Material& material, const Page& page) {
    const Findings& findings = material.findings;
    const Dataset& dataset = material.dataset;
    Places places(dataset.sources);
    Identities identities(dataset);
    JsonWriter json;
    json.begin_array();
    for (const Finding* finding : worst_first(findings)) {
        if (finding->verdict == Verdict::holds || finding->verdict == Verdict::waived) continue;
        const Span place = first_place(*finding, findings.rules.at(finding->rule_index), dataset);
        if (!place.valid()) continue;
        json.begin_object();
        json.member("description", statement(*finding, dataset, page.language));
        json.member("check_name", finding->rule);
        json.member("fingerprint", identities.identity(*finding));
        json.member("severity", severity(*finding));
        json.key("location");
        json.begin_object(JsonWriter::Layout::inline_);
        json.member("path", repository_path(page.file_name(dataset.sources, place.file)));
        json.key("lines");
        json.begin_object();
        json.member("begin", std::uint64_t{places.at(place).line});
        json.end_object();
        json.end_object();
        json.end_object();
    }
    json.end_array();
    return std::move(json).finish();
}

}  // namespace crossfoot::reports
