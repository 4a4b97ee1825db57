#include "reports/incidents.hpp"

#include <algorithm>

#include "reports/block.hpp"
#include "reports/causes.hpp"
#include "reports/cells.hpp"
#include "reports/message.hpp"
#include "reports/wording.hpp"

namespace crossfoot::reports {
namespace {

constexpr std::size_t kMostSets = 6;

// What is said of a figure is said with the others of its set changed as well; of another set it may not be true.
bool said_of(const Suspect& suspect, const Repair& set) {
    return suspect.together_with.size() + 1 == set.figures.size() &&
           std::all_of(set.figures.begin(), set.figures.end(), [&](const NewPrint& each) {
               const auto& others = suspect.together_with;
               return each.figure == suspect.figure ||
                      std::find(others.begin(), others.end(), each.figure) != others.end();
           });
}

std::string line_of(const NewPrint& change, const Repair& set, const Ways& ways, const Material& material,
                    Language language) {
    const Suspect* suspect = suspect_of(change.figure, set, ways);
    return change_in_words(change, suspect == nullptr ? Suspect{} : *suspect, material, language);
}

}  // namespace

std::string instance_in_words(const RuleInstance& instance, const Findings& findings) {
    Finding bound;
    bound.bindings = instance.bindings;
    const std::string bindings = bindings_in_words(bound);
    const std::string& id = findings.rules.at(instance.rule).id;
    return bindings.empty() ? id : id + " [" + bindings + "]";
}

const Suspect* suspect_of(NodeId figure, const Repair& set, const Ways& ways) {
    const auto found = std::find_if(ways.suspects.begin(), ways.suspects.end(), [&](const Suspect& each) {
        return each.figure == figure && said_of(each, set);
    });
    return found == ways.suspects.end() ? nullptr : &*found;
}

const Template& head_of(const Ways& ways) {
    const bool several = ways.least_sets.size() > 1;
    const bool one_figure = std::all_of(ways.least_sets.begin(), ways.least_sets.end(),
                                        [](const Repair& each) { return each.figures.size() == 1; });
    if (one_figure) return several ? words::one_of_these : words::this_one;
    return several ? words::one_of_these_sets : words::these_together;
}

std::string change_in_words(const NewPrint& change, const Suspect& suspect, const Material& material,
                            Language language) {
    std::string print = printed_form(change.figure, material.dataset) + " → " + change.print;
    if (change.kind) print.append(", ").append(slip_in_words(*change.kind).in(language));
    if (suspect.range == Interval::everything()) return print;
    const Scale scale = scale_of(material.dataset.figure(change.figure), material.dataset);
    const std::string range = range_in_words(suspect.range, scale, language);
    return Message(suspect.exact ? words::rest_says : words::rest_bounds, print, range).in(language);
}

std::string render_ways(const Ways& ways, const Material& material, const Page& page) {
    std::string out;
    const Language language = page.language;
    out.append("  ").append(head_of(ways).in(language)).append(colon(language)).append("\n");
    unsigned width = 0;
    const std::size_t shown = std::min(ways.least_sets.size(), kMostSets);
    for (std::size_t i = 0; i < shown; ++i)
        for (const NewPrint& each : ways.least_sets[i].figures)
            width = std::max(width, cell_width(material.dataset.path(each.figure)));
    for (std::size_t i = 0; i < shown; ++i) {
        bool first = true;
        for (const NewPrint& each : ways.least_sets[i].figures) {
            out.append(first ? "    - " : "      ").append(padded(material.dataset.path(each.figure), width + 2));
            first = false;
            out.append(clean(line_of(each, ways.least_sets[i], ways, material, language))).append("\n");
        }
    }
    if (ways.least_sets.size() > shown)
        out.append("    … ")
            .append(counted(words::more_sets, ways.least_sets.size() - shown, language))
            .append("\n");
    return out;
}

std::string render_incidents(const Reasoning& reasoning, const Material& material, const Page& page) {
    const Language language = page.language;
    std::string out;
    std::size_t number = 0;
    for (const Incident& incident : reasoning.incidents) {
        std::string names;
        for (const std::size_t place : incident.findings) {
            const Finding& finding = material.findings.findings[place];
            names.append(names.empty() ? "" : ", ")
                .append(instance_in_words({finding.instance, finding.rule_index, finding.bindings}, material.findings));
        }
        const Message head(words::incident, ++number, reasoning.incidents.size());
        out.append(paint(page, Style::bold, head.in(language)))
            .append(colon(language))
            .append(" ")
            .append(clean(names))
            .append("\n");
        if (!incident.least_sets.empty()) out += render_ways(incident, material, page);
        else
            out.append("  ")
                .append((incident.cut_short ? words::search_stopped : words::no_repair).in(language))
                .append("\n");
        out += "\n";
    }
    if (reasoning.cut_short) out.append(words::reasoning_cut_short.in(language)).append("\n\n");
    return out;
}

}  // namespace crossfoot::reports
