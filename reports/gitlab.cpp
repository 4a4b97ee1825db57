#include "reports/gitlab.hpp"

#include "engine/checking/known/identity.hpp"
#include "reports/evidence.hpp"
#include "reports/joint.hpp"
#include "reports/json_writer.hpp"
#include "reports/paths.hpp"
#include "reports/places.hpp"
#include "reports/worst_first.hpp"

namespace crossfoot::reports {
namespace {

std::string_view severity(Severity of) {
    if (of == Severity::error) return "critical";
    return of == Severity::warning ? "major" : "minor";
}

struct Issue {
    std::string description;
    std::string_view check_name;
    std::string fingerprint;
    std::string_view severity;
    Span place;
};

void write(JsonWriter& json, const Issue& issue, Places& places, const Page& page) {
    json.begin_object();
    json.member("description", issue.description);
    json.member("check_name", issue.check_name);
    json.member("fingerprint", issue.fingerprint);
    json.member("severity", issue.severity);
    json.key("location");
    json.begin_object(JsonWriter::Layout::inline_);
    json.member("path", repository_path(page.file_name(places.sources(), issue.place.file)));
    json.key("lines");
    json.begin_object();
    json.member("begin", std::uint64_t{places.at(issue.place).line});
    json.end_object();
    json.end_object();
    json.end_object();
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
        const bool contradicted = finding->verdict == Verdict::contradicted;
        write(json,
              {statement(*finding, dataset, page.language), finding->rule, identities.identity(*finding),
               contradicted ? severity(finding->severity) : "info", place},
              places, page);
    }
    for (const JointContradiction& each : joint_of(material)) {
        const Span place = first_place(each, material);
        if (!place.valid()) continue;
        write(json,
              {joint_statement(each, material, page.language), kJointRule, fingerprint(each, material),
               severity(severity_of(each, findings)), place},
              places, page);
    }
    json.end_array();
    return std::move(json).finish();
}

}  // namespace crossfoot::reports
