#include "reports/joint.hpp"

#include <algorithm>
#include <map>

#include "engine/checking/known/identity.hpp"
#include "reports/block.hpp"
#include "reports/cells.hpp"
#include "reports/evidence.hpp"
#include "reports/message.hpp"
#include "reports/wording.hpp"

namespace crossfoot::reports {
namespace {

constexpr std::size_t kMostNamed = 6;

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

// With decimals enough that the range is as narrow as it is meant, and that it stays apart from `other`: ends are rounded
// outwards, and two ranges that overlap would prove nothing.
Scale fine_enough(Scale scale, const Interval& range, const Interval* other) {
    const auto show = [&](const Rational& distance) {
        if (distance.sign() > 0) scale.decimals = std::max(scale.decimals, decimals_for(distance, scale.unit));
    };
    if (range.bounded()) show(range.high.value - range.low.value);
    if (other == nullptr) return scale;
    if (other->bounded()) show(other->high.value - other->low.value);
    if (!range.low.unbounded && !other->high.unbounded) show(range.low.value - other->high.value);
    if (!range.high.unbounded && !other->low.unbounded) show(other->low.value - range.high.value);
    return scale;
}

std::string range_of(NodeId figure, const Interval& range, const Dataset& dataset, Language language, const Interval* other = nullptr) {
    return range_in_words(range, fine_enough(scale_of(dataset.figure(figure), dataset), range, other), language);
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

}  // namespace

std::span<const JointContradiction> joint_of(const Material& material) {
    if (material.reasoning == nullptr) return {};
    return material.reasoning->joint;
}

std::string joint_name(const std::vector<RuleInstance>& rules, const Findings& findings) {
    std::string out;
    for (const RuleInstance& each : rules) out.append(out.empty() ? "" : ", ").append(instance_in_words(each, findings));
    return out;
}

Span first_place(const JointContradiction& joint, const Material& material) {
    for (const NodeId node : joint.figures)
        if (const Span span = material.dataset.node(node).span; span.valid()) return span;
    return joint.rules.empty() ? Span{} : material.findings.rules.at(joint.rules.front().rule).span;
}

std::string joint_statement(const JointContradiction& joint, const Material& material, Language language) {
    std::string out = joint_in_words(joint, material.findings, language);
    std::size_t number = 0;
    for (const std::string& step : steps_in_words(joint, material, language)) {
        out.append(number == 0 ? "." : semicolon(language));
        ++number;
        out.append(" (").append(std::to_string(number)).append(") ").append(step);
    }
    return out;
}

std::string fingerprint(const JointContradiction& joint, const Material& material) {
    // As of a finding of the rule `joint` that is bound to its rules: a set of them, whatever their order.
    Finding all;
    all.rule = kJointRule;
    all.figures = joint.figures;
    for (const RuleInstance& each : joint.rules)
        all.bindings.push_back({"rule", instance_in_words(each, material.findings), std::nullopt});
    std::sort(all.bindings.begin(), all.bindings.end(),
              [](const Binding& a, const Binding& b) { return a.value < b.value; });
    return Identities(material.dataset).identity(all);
}

Severity severity_of(const JointContradiction& joint, const Findings& findings) {
    Severity least = Severity::error;
    for (const RuleInstance& each : joint.rules) least = std::min(least, findings.rules.at(each.rule).severity);
    return least;
}

std::string joint_in_words(const JointContradiction& joint, const Findings& findings, Language language) {
    return Message(words::impossible_together, joint_name(joint.rules, findings)).in(language);
}

std::string undecided_in_words(const Undecided& undecided, const Findings& findings, Language language) {
    return Message(words::undecided_together, joint_name(undecided.rules, findings)).in(language);
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
        const Interval* const clash = last && joint.clash ? &*joint.clash : nullptr;
        std::string said = Message(words::by_rule, rule, quoted(each.figure, dataset),
                                   range_of(each.figure, each.range, dataset, language, clash))
                               .in(language);
        if (const std::string since = premises(each.from); !since.empty())
            said = Message(words::since, said, since).in(language);
        if (clash != nullptr)
            said = Message(words::but_lies, said, range_of(each.figure, *clash, dataset, language, &each.range)).in(language);
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
    const Scale scale = fine_enough(first == kNoNode ? Scale{} : scale_of(dataset.figure(first), dataset), *joint.wanted, &*joint.given);
    out.push_back(Message(words::sum_of_rules, rules, sum_in_words(joint.sum_of, dataset, language),
                          range_in_words(*joint.wanted, scale, language), range_in_words(*joint.given, scale, language))
                      .in(language));
    return out;
}

std::string link_in_words(const JointContradiction& joint, const Dataset& dataset, Language language) {
    if (joint.link == kNoNode) return {};
    return Message(words::may_be_several, quoted(joint.link, dataset), dataset.figure(joint.link).printed).in(language);
}

std::string render_joint(const Reasoning& reasoning, const Material& material, const Page& page) {
    const Language language = page.language;
    std::string out;
    for (const JointContradiction& joint : reasoning.joint) {
        const bool error = severity_of(joint, material.findings) == Severity::error;
        const std::string word((error ? words::error : words::warning).in(language));
        out.append(paint(page, error ? Style::error : Style::warning, with_standing(word, joint.standing, language)));
        out.append(colon(language)).append(" ");
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
        if (const std::string link = link_in_words(joint, material.dataset, language); !link.empty())
            out.append("  = ").append(clean(link)).append("\n");
        if (!joint.irreducible) out.append("  = ").append(words::perhaps_fewer.in(language)).append("\n");
        else if (joint.smallest && joint.rules.size() > 2) out.append("  = ").append(words::no_fewer.in(language)).append("\n");
        if (!joint.least_sets.empty()) out += render_ways(joint, material, page);
        out += "\n";
    }
    for (const Undecided& each : reasoning.undecided)
        out.append(undecided_in_words(each, material.findings, language)).append("\n\n");
    return out;
}

}  // namespace crossfoot::reports
