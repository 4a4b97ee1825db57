#include "reports/markdown_reasoning.hpp"

#include <algorithm>

#include "reports/causes.hpp"
#include "reports/cells.hpp"
#include "reports/evidence.hpp"
#include "reports/joint.hpp"
#include "reports/markdown_text.hpp"
#include "reports/wording.hpp"

namespace crossfoot::reports {
namespace {

constexpr unsigned kLongest = 300;  // cells of one text
constexpr std::size_t kMostIncidents = 6'000, kMostJoint = 4'000;  // bytes
constexpr std::size_t kMostWays = 4, kMostNames = 4, kMostSteps = 12;

std::string text(std::string_view given) { return markdown_text(cut(given, kLongest)); }
std::string code(std::string_view given) { return markdown_code(cut(given, kLongest)); }

class Reasons {
public:
    Reasons(const Material& material, Places& places, const Page& page)
        : material_(material), reasoning_(*material.reasoning), places_(places), language_(page.language) {}

    std::string render() {
        std::string out = limited(reasoning_.incidents, kMostIncidents, [&](const Incident& each) { return item(each); });
        const std::string joint = limited(reasoning_.joint, kMostJoint, [&](const auto& each) { return item(each); });
        if (!out.empty()) out = "\n**" + counted(words::n_incidents, reasoning_.incidents.size(), language_) + "**\n\n" + out;
        if (!joint.empty())
            out += "\n**" + counted(words::n_joint, reasoning_.joint.size(), language_) + "**\n\n" + joint;
        if (!reasoning_.undecided.empty())
            out += "\n" + counted(words::n_undecided, reasoning_.undecided.size(), language_) + "\n";
        if (reasoning_.cut_short) out += "\n" + text(words::reasoning_cut_short.in(language_)) + "\n";
        return out;
    }

private:
    // Items as far as there is room; then how many there are besides.
    template <class Things, class Item>
    std::string limited(const Things& things, std::size_t most, const Item& item) {
        std::string out;
        std::size_t shown = 0;
        for (const auto& each : things) {
            const std::string next = item(each);
            if (out.size() + next.size() > most) break;
            out += next, ++shown;
        }
        if (shown < things.size())
            out.append("\n… ").append(counted(words::and_more_findings, things.size() - shown, language_)).append("\n");
        return out;
    }

    std::string item(const Incident& incident) {
        std::string out = "1. ";
        const std::size_t all = incident.findings.size();
        for (std::size_t i = 0; i < std::min(all, kMostNames); ++i) {
            const Finding& finding = material_.findings.findings[incident.findings[i]];
            const RuleInstance instance{finding.instance, finding.rule_index, finding.bindings};
            out.append(i == 0 ? "" : ", ").append(code(instance_in_words(instance, material_.findings)));
        }
        if (all > kMostNames) out.append(", … (").append(std::to_string(all)).append(")");
        out.append(colon(language_)).append(" ");
        if (incident.least_sets.empty())
            return out.append(text((incident.cut_short ? words::search_stopped : words::no_repair).in(language_))) + "\n";
        out.append(ways(incident, "   "));
        for (const Cause* each : common_causes(incident, reasoning_))
            out.append("   - ").append(words::likely.in(language_)).append(colon(language_)).append(" ").append(
                text(cause_line(*each, material_.dataset, language_)) + "\n");
        return out;
    }

    // A line that says what would do, and one for each way.
    std::string ways(const Ways& ways, std::string_view indent) {
        const auto& sets = ways.least_sets;
        std::string out = text(head_of(ways).in(language_)) + "\n";
        for (std::size_t i = 0; i < std::min(sets.size(), kMostWays); ++i) {
            out.append(indent).append("- ");
            for (const NewPrint& each : sets[i].figures)
                out.append(&each == &sets[i].figures.front() ? "" : "<br>").append(change(each, sets[i], ways));
            out += "\n";
        }
        if (sets.size() > kMostWays)
            out.append(indent).append("- ").append(counted(words::more_sets, sets.size() - kMostWays, language_)).append("\n");
        return out;
    }

    std::string change(const NewPrint& change, const Repair& set, const Ways& ways) {
        std::string out = code(material_.dataset.path(change.figure));
        if (const Span span = material_.dataset.node(change.figure).span; span.valid())
            out.append(" ").append(text("(" + material_.dataset.sources.file(span.file).name() + ":" +
                                        std::to_string(places_.at(span).line) + ")"));
        const Suspect* suspect = suspect_of(change.figure, set, ways);
        const std::string said =
            change_in_words(change, suspect == nullptr ? Suspect{} : *suspect, material_, language_);
        return out.append(colon(language_)).append(" ").append(text(said));
    }

    std::string item(const JointContradiction& joint) {
        std::string out = "- " + text(with_standing(joint_in_words(joint, material_.findings, language_), joint.standing, language_)) + "\n";
        const std::vector<std::string> steps = steps_in_words(joint, material_, language_);
        for (std::size_t i = 0; i < std::min(steps.size(), kMostSteps); ++i) out += "  1. " + text(steps[i]) + "\n";
        if (steps.size() > kMostSteps) out += "  1. …\n";
        if (const std::string link = link_in_words(joint, material_.dataset, language_); !link.empty())
            out.append("\n  ").append(text(link)).append("\n");
        if (!joint.least_sets.empty()) out.append("\n  ").append(ways(joint, "  "));
        return out;
    }

    const Material& material_;
    const Reasoning& reasoning_;
    Places& places_;
    Language language_;
};

}  // namespace

std::string markdown_reasoning(const Material& material, Places& places, const Page& page) {
    return material.reasoning == nullptr ? std::string() : Reasons(material, places, page).render();
}

}  // namespace crossfoot::reports
