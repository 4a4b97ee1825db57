#include "reports/incidents.hpp"

#include <algorithm>
#include <map>

#include "reports/block.hpp"
#include "reports/causes.hpp"
#include "reports/cells.hpp"
#include "reports/message.hpp"
#include "reports/wording.hpp"

namespace crossfoot::reports {
namespace {

constexpr std::size_t kMostSets = 6, kMostNamed = 6;

std::string quoted(NodeId node, const Dataset& dataset) { return "`" + dataset.path(node) + "`"; }

// "`a` (1), `b` (2)"
std::string figures_in_words(const std::vector<NodeId>& figures, const Dataset& dataset, Language language) {
    std::string out;
    for (std::size_t i = 0; i < std::min(figures.size(), kMostNamed); ++i)
        out.append(out.empty() ? "" : ", ")
            .append(quoted(figures[i], dataset))
            .append(" (")
            .append(printed_form(figures[i], dataset))
            .append(")");
    if (figures.size() > kMostNamed) out = Message(words::and_more, out, figures.size() - kMostNamed).in(language);
    return out;
}

std::string range_of(NodeId figure, const Interval& range, const Dataset& dataset, Language language) {
    return range_in_words(range, scale_of(dataset.figure(figure), dataset), language);
}

std::string list(const std::vector<RuleInstance>& rules, const Findings& findings) {
    std::string out;
    for (const RuleInstance& each : rules)
        out.append(out.empty() ? "" : ", ").append(instance_in_words(each, findings));
    return out;
}

// "2 × `a` - `b`", with the unit of the first figure.
std::string sum_in_words(const std::vector<std::pair<NodeId, Rational>>& sum, const Dataset& dataset,
                         Language language) {
    std::string out;
    for (const auto& [figure, times] : sum) {
        const std::string name =
            figure == kNoNode ? std::string(words::number_of_rule.in(language)) : quoted(figure, dataset);
        if (!out.empty()) out += times.sign() < 0 ? " - " : " + ";
        else if (times.sign() < 0) out += "- ";
        if (times.abs() != Rational(1)) out.append(quantity(times.abs(), {})).append(" × ");
        out += name;
    }
    return out;
}

// What is said of a figure is said with the others of its set changed as well; of another set it may not be true.
bool said_of(const Suspect& suspect, const Repair& set) {
    return suspect.together_with.size() + 1 == set.figures.size() &&
           std::all_of(set.figures.begin(), set.figures.end(), [&](const NewPrint& each) {
               const auto& others = suspect.together_with;
               return each.figure == suspect.figure ||
                      std::find(others.begin(), others.end(), each.figure) != others.end();
           });
}

std::string line_of(const NewPrint& change, const Repair& set, const Incident& incident, const Material& material,
                    Language language) {
    const Suspect* suspect = suspect_of(change.figure, set, incident);
    return change_in_words(change, suspect == nullptr ? Suspect{} : *suspect, material, language);
}

void append_sets(std::string& out, const Incident& incident, const Material& material, const Page& page) {
    const Language language = page.language;
    out.append("  ").append(head_of(incident).in(language)).append(colon(language)).append("\n");
    unsigned width = 0;
    const std::size_t shown = std::min(incident.least_sets.size(), kMostSets);
    for (std::size_t i = 0; i < shown; ++i)
        for (const NewPrint& each : incident.least_sets[i].figures)
            width = std::max(width, cell_width(material.dataset.path(each.figure)));
    for (std::size_t i = 0; i < shown; ++i) {
        bool first = true;
        for (const NewPrint& each : incident.least_sets[i].figures) {
            out.append(first ? "    - " : "      ").append(padded(material.dataset.path(each.figure), width + 2));
            first = false;
            out.append(clean(line_of(each, incident.least_sets[i], incident, material, language))).append("\n");
        }
    }
    if (incident.least_sets.size() > shown)
        out.append("    … ")
            .append(counted(words::more_sets, incident.least_sets.size() - shown, language))
            .append("\n");
}

}  // namespace

std::string instance_in_words(const RuleInstance& instance, const Findings& findings) {
    Finding bound;
    bound.bindings = instance.bindings;
    const std::string bindings = bindings_in_words(bound);
    const std::string& id = findings.rules.at(instance.rule).id;
    return bindings.empty() ? id : id + " [" + bindings + "]";
}

const Suspect* suspect_of(NodeId figure, const Repair& set, const Incident& incident) {
    const auto found = std::find_if(incident.suspects.begin(), incident.suspects.end(), [&](const Suspect& each) {
        return each.figure == figure && said_of(each, set);
    });
    return found == incident.suspects.end() ? nullptr : &*found;
}

const Template& head_of(const Incident& incident) {
    const bool several = incident.least_sets.size() > 1;
    const bool one_figure = std::all_of(incident.least_sets.begin(), incident.least_sets.end(),
                                        [](const Repair& each) { return each.figures.size() == 1; });
    if (one_figure) return several ? words::one_of_these : words::this_one;
    return several ? words::one_of_these_sets : words::these_together;
}

Severity severity_of(const JointContradiction& joint, const Findings& findings) {
    Severity least = Severity::error;
    for (const RuleInstance& each : joint.rules) least = std::min(least, findings.rules.at(each.rule).severity);
    return least;
}

std::string joint_in_words(const JointContradiction& joint, const Findings& findings, Language language) {
    return Message(words::impossible_together, list(joint.rules, findings)).in(language);
}

std::string undecided_in_words(const Undecided& undecided, const Findings& findings, Language language) {
    return Message(words::undecided_together, list(undecided.rules, findings)).in(language);
}

std::vector<std::string> steps_in_words(const JointContradiction& joint, const Material& material, Language language) {
    const Dataset& dataset = material.dataset;
    std::vector<std::string> out;
    // where each figure is known to lie so far; those whose print does not matter, anywhere
    std::map<NodeId, Interval> known;
    for (const NodeId figure : joint.figures) known.emplace(figure, dataset.figure(figure).range);
    const auto premises = [&](const std::vector<NodeId>& figures) {
        std::vector<std::string> all;
        for (const NodeId figure : figures)
            if (const auto found = known.find(figure); found != known.end())
                all.push_back(Message(words::figure_lies, quoted(figure, dataset),
                                      range_of(figure, found->second, dataset, language))
                                  .in(language));
        std::string said;
        for (std::size_t at = 0; at < all.size(); ++at) {
            if (at == 0) said = all[at];
            else if (at + 1 == all.size()) said = Message(words::list_and, said, all[at]).in(language);
            else said.append(", ").append(all[at]);
        }
        return said;
    };
    for (const Deduction& each : joint.steps) {
        const bool last = &each == &joint.steps.back();
        const std::string rule = instance_in_words(each.by, material.findings);
        if (each.figure == kNoNode) continue;
        std::string said = Message(words::by_rule, rule, quoted(each.figure, dataset),
                                   range_of(each.figure, each.range, dataset, language))
                               .in(language);
        if (const std::string since = premises(each.from); !since.empty())
            said = Message(words::since, said, since).in(language);
        if (last && joint.clash)
            said = Message(words::but_lies, said, range_of(each.figure, *joint.clash, dataset, language)).in(language);
        out.push_back(std::move(said));
        known.insert_or_assign(each.figure, each.range);
    }
    if (joint.combination.empty() || !joint.wanted || !joint.given || joint.sum_of.empty()) return out;
    std::string rules;
    for (const Multiple& each : joint.combination) {
        if (!rules.empty()) rules += each.times.sign() < 0 ? " - " : " + ";
        else if (each.times.sign() < 0) rules += "- ";
        if (each.times.abs() != Rational(1)) rules.append(quantity(each.times.abs(), {})).append(" × ");
        rules += instance_in_words(each.of, material.findings);
    }
    const NodeId first = joint.sum_of.front().first;
    const Scale scale = first == kNoNode ? Scale{} : scale_of(dataset.figure(first), dataset);
    out.push_back(Message(words::sum_of_rules, rules, sum_in_words(joint.sum_of, dataset, language),
                          range_in_words(*joint.wanted, scale, language), range_in_words(*joint.given, scale, language))
                      .in(language));
    return out;
}

std::string change_in_words(const NewPrint& change, const Suspect& suspect, const Material& material,
                            Language language) {
    std::string print = printed_form(change.figure, material.dataset) + " → " + change.print;
    if (change.kind) print.append(", ").append(slip_in_words(*change.kind).in(language));
    if (suspect.range == Interval::everything()) return print;
    const std::string range = range_of(change.figure, suspect.range, material.dataset, language);
    return Message(suspect.exact ? words::rest_says : words::rest_bounds, print, range).in(language);
}

std::string render_joint(const Reasoning& reasoning, const Material& material, const Page& page) {
    const Language language = page.language;
    std::string out;
    for (const JointContradiction& joint : reasoning.joint) {
        const bool error = severity_of(joint, material.findings) == Severity::error;
        out.append(
               paint(page, error ? Style::error : Style::warning, (error ? words::error : words::warning).in(language)))
            .append(colon(language))
            .append(" ");
        out.append(paint(page, Style::bold, clean(joint_in_words(joint, material.findings, language)))).append("\n");
        unsigned number = 0;
        for (const std::string& step : steps_in_words(joint, material, language)) {
            const std::string mark = "  " + std::to_string(++number) + ". ";
            bool first = true;
            for (const std::string& line :
                 wrapped(clean(step), page.width == 0 ? 0 : std::max(40U, page.width) - cell_width(mark))) {
                out.append(first ? mark : std::string(cell_width(mark), ' ')).append(line).append("\n");
                first = false;
            }
        }
        const std::string figures = figures_in_words(joint.figures, material.dataset, language);
        if (!figures.empty()) out.append("  = ").append(Message(words::figures_of, figures).in(language)).append("\n");
        if (!joint.irreducible) out.append("  = ").append(words::perhaps_fewer.in(language)).append("\n");
        out += "\n";
    }
    for (const Undecided& each : reasoning.undecided)
        out.append(undecided_in_words(each, material.findings, language)).append("\n\n");
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
        if (!incident.least_sets.empty()) append_sets(out, incident, material, page);
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
