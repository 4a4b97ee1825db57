#include "reports/sarif.hpp"

#include <algorithm>

#include "engine/checking/known/identity.hpp"
#include "engine/quantity/print_text.hpp"
#include "reports/evidence.hpp"
#include "reports/joint.hpp"
#include "reports/message.hpp"
#include "reports/sarif_fixes.hpp"
#include "reports/sarif_places.hpp"
#include "reports/sarif_tool.hpp"
#include "reports/version.hpp"
#include "reports/wording.hpp"

namespace crossfoot::reports {
namespace {

constexpr std::size_t kMostLinks = 8;
constexpr std::string_view kSchema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

// What the standard's words for a result say: `open` is a rule that was evaluated with too little information to
// decide, `notApplicable` one that has nothing to be evaluated on.
std::string_view kind(Verdict verdict) {
    switch (verdict) {
        case Verdict::holds: return "pass";
        case Verdict::unverifiable: return "open";
        case Verdict::vacuous: return "notApplicable";
        case Verdict::contradicted:
        case Verdict::waived: return "fail";
    }
    return "fail";
}

// What holds is not compared; the standard wants the property on every result or on none.
std::string_view baseline_state(const Finding& finding) {
    if (finding.standing == Standing::fresh) return "new";
    return finding.standing == Standing::worse ? "updated" : "unchanged";
}

class Sarif {
public:
    Sarif(const Material& material, const Page& page)
        : material_(material), findings_(material.findings), dataset_(material.dataset), page_(page),
          places_(material.dataset, page, json_) {}

    std::string render() {
        json_.begin_object();
        json_.member("$schema", kSchema);
        json_.member("version", "2.1.0");
        json_.key("runs");
        json_.begin_array();
        json_.begin_object();
        SarifTool tool(findings_, dataset_, !joint_of(material_).empty(), page_.language, json_);
        tool.driver();
        json_.key("automationDetails");
        json_.begin_object(kInline);
        const std::string& id = dataset_.manifest.id;
        // The part before the last `/` tells the reports of one repository apart.
        json_.member("id", id.empty() ? "crossfoot/" : "crossfoot/" + id + "/");
        json_.end_object();
        tool.invocation();
        json_.member("language", to_string(page_.language));
        json_.key("originalUriBaseIds");
        json_.begin_object(kInline);
        json_.key("SRCROOT"), json_.begin_object();
        sarif_message(json_, "description", words::path_base.in(page_.language));
        json_.end_object();
        json_.end_object();
        json_.member("columnKind", "unicodeCodePoints");
        places_.artifacts();
        json_.key("results");
        json_.begin_array();
        for (const Finding& each : findings_.findings)
            if (page_.all || each.verdict != Verdict::holds) result(each);
        for (const JointContradiction& each : joint_of(material_)) result(each);
        json_.end_array();
        json_.end_object();
        json_.end_array();
        json_.end_object();
        return std::move(json_).finish();
    }

private:
    void result(const Finding& finding) {
        const RuleInfo& rule = findings_.rules.at(finding.rule_index);
        const std::vector<NodeId> figures = placed(read_cells(finding, dataset_));
        const bool fails = finding.verdict == Verdict::contradicted || finding.verdict == Verdict::waived;
        json_.begin_object();
        json_.member("ruleId", finding.rule);
        json_.member("ruleIndex", std::uint64_t{finding.rule_index});
        json_.member("kind", kind(finding.verdict));
        // The standard allows no other level than `none` where the kind is not `fail`.
        json_.member("level", fails ? sarif_level(finding.severity) : "none");
        sarif_message(json_, "message", sarif_text(statement(finding, dataset_, page_.language)) + links(figures, {&rule}) + causes(finding));
        places(figures, {&rule});
        identity(identities_.identity(finding));
        write_fixes(json_, places_, causes_of(finding, material_), dataset_, page_.language);
        if (finding.verdict == Verdict::waived) suppression(finding);
        if (findings_.baseline) json_.member("baselineState", baseline_state(finding));
        properties(finding);
        json_.end_object();
    }

    // What cannot be true together: a result of the rule that stands after all others.
    void result(const JointContradiction& joint) {
        std::vector<const RuleInfo*> rules;
        for (const RuleInstance& each : joint.rules)
            if (const RuleInfo* rule = &findings_.rules.at(each.rule);
                rule->span.valid() && std::find(rules.begin(), rules.end(), rule) == rules.end())
                rules.push_back(rule);
        const std::vector<NodeId> figures = placed(joint.figures);
        json_.begin_object();
        json_.member("ruleId", kJointRule);
        json_.member("ruleIndex", std::uint64_t{findings_.rules.size()});
        json_.member("kind", "fail");
        json_.member("level", sarif_level(severity_of(joint, findings_)));
        sarif_message(json_, "message",
                      sarif_text(joint_statement(joint, material_, page_.language)) + links(figures, rules));
        places(figures, rules);
        identity(fingerprint(joint, material_));
        json_.key("properties");
        json_.begin_object(kInline);
        json_.member("irreducible", joint.irreducible);
        json_.end_object();
        json_.end_object();
    }

    // Every figure, then the rules; the first of all is where to begin.
    void places(const std::vector<NodeId>& figures, const std::vector<const RuleInfo*>& rules) {
        json_.key("locations");
        json_.begin_array();
        if (!figures.empty()) figure_location(figures.front(), 0);
        else if (!rules.empty() && rules.front()->span.valid()) rule_location(*rules.front(), 0);
        json_.end_array();
        json_.key("relatedLocations");
        json_.begin_array();
        std::uint64_t id = 0;
        for (const NodeId node : figures) figure_location(node, ++id);
        for (const RuleInfo* rule : rules)
            if (rule->span.valid()) rule_location(*rule, ++id);
        json_.end_array();
    }

    void identity(const std::string& print) {
        json_.key("partialFingerprints");
        json_.begin_object(kInline);
        json_.member("crossfootFinding/v1", print);
        // The one that GitHub looks at.
        json_.member("primaryLocationLineHash", print);
        json_.end_object();
    }

    [[nodiscard]] std::vector<NodeId> placed(std::vector<NodeId> out) const {
        std::erase_if(out, [&](NodeId node) { return !dataset_.node(node).span.valid(); });
        return out;
    }

    [[nodiscard]] std::string causes(const Finding& finding) const {
        std::string out;
        for (const Cause& each : causes_of(finding, material_))
            out.append(". ").append(first_letter_raised(words::likely.in(page_.language))).append(colon(page_.language)).append(
                " " + sarif_text(cause_line(each, dataset_, page_.language)));
        return out;
    }

    // Services show only those related locations that the message links to, by their ids.
    [[nodiscard]] std::string links(const std::vector<NodeId>& figures,
                                    const std::vector<const RuleInfo*>& rules) const {
        std::string out;
        const auto link = [&](std::string_view text, std::size_t id) {
            out.append("[").append(sarif_link_text(text)).append("](").append(std::to_string(id)).append(")");
        };
        const std::size_t shown = std::min(figures.size(), kMostLinks);
        for (std::size_t i = 0; i < shown; ++i) {
            if (i == 0) out.append(". ").append(words::figures_cited.in(page_.language)).append(colon(page_.language));
            out.append(i == 0 ? " " : ", ");
            const std::string printed = printed_form(figures[i], dataset_);
            link(printed.empty() ? dataset_.path(figures[i]) : printed, i + 1);
        }
        if (figures.size() > shown)
            out.append(", ").append(counted(words::more_figures, figures.size() - shown, page_.language));
        std::size_t id = figures.size();
        for (const RuleInfo* rule : rules) {
            if (!rule->span.valid()) continue;
            if (rule != rules.front()) out += ", ";
            else out.append(out.empty() ? ". " : std::string(semicolon(page_.language)) + " ");
            link(rules.size() == 1 ? words::rule_place.in(page_.language) : std::string_view(rule->id), ++id);
        }
        return out;
    }

    // An id of 0 stands for none.
    void figure_location(NodeId node, std::uint64_t id) {
        json_.begin_object(kInline);
        if (id > 0) json_.key("id"), json_.number(id);
        places_.physical(dataset_.node(node).span);
        json_.key("logicalLocations");
        json_.begin_array();
        json_.begin_object();
        json_.member("fullyQualifiedName", dataset_.path(node));
        json_.member("kind", "value");
        json_.end_object();
        json_.end_array();
        if (id > 0) sarif_message(json_, "message", sarif_text(figure_note(node, dataset_, page_.language)));
        json_.end_object();
    }

    void rule_location(const RuleInfo& rule, std::uint64_t id) {
        json_.begin_object(kInline);
        if (id > 0) json_.key("id"), json_.number(id);
        places_.physical(rule.span);
        if (id > 0) sarif_message(json_, "message", words::rule_place.in(page_.language));
        json_.end_object();
    }

    void suppression(const Finding& finding) {
        json_.key("suppressions");
        json_.begin_array();
        json_.begin_object(kInline);
        json_.member("kind", "external");
        json_.member("status", "accepted");
        if (!finding.waived_because.empty()) json_.member("justification", finding.waived_because);
        json_.end_object();
        json_.end_array();
    }

    void properties(const Finding& finding) {
        json_.key("properties");
        json_.begin_object(kInline);
        json_.member("verdict", to_string(finding.verdict));
        if (finding.agreement) json_.member("agreement", to_string(*finding.agreement));
        if (finding.code) json_.member("code", name(*finding.code));
        if (finding.gap) json_.member("gap", finding.gap->decimal(Rational::Direction::nearest));
        if (finding.allowance) json_.member("allowance", finding.allowance->decimal(Rational::Direction::nearest));
        json_.key("bindings");
        json_.begin_object();
        for (const Binding& binding : finding.bindings) json_.member(binding.name, binding.value);
        json_.end_object();
        json_.end_object();
    }

    const Material& material_;
    const Findings& findings_;
    const Dataset& dataset_;
    const Page& page_;
    JsonWriter json_;
    SarifPlaces places_;
    Identities identities_{dataset_};
};

}  // namespace

std::string render_sarif(const Material& material, const Page& page) { return Sarif(material, page).render(); }

}  // namespace crossfoot::reports
