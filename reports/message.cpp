#include "reports/message.hpp"

#include "engine/checking/known/day_in_words.hpp"
#include "reports/wording.hpp"

namespace crossfoot::reports {
namespace {

using ast::Comparison;

// What is the case where a relation is contradicted.
std::string_view sign(Comparison comparison, bool negated) {
    switch (comparison) {
        case Comparison::equal: return negated ? "≠" : "=";
        case Comparison::not_equal: return negated ? "=" : "≠";
        case Comparison::less: return negated ? "≥" : "<";
        case Comparison::less_equal: return negated ? ">" : "≤";
        case Comparison::greater: return negated ? "≤" : ">";
        case Comparison::greater_equal: return negated ? "<" : "≥";
    }
    return "=";
}

bool satisfied(Comparison comparison, const Rational& left, const Rational& right) {
    switch (comparison) {
        case Comparison::equal: return left == right;
        case Comparison::not_equal: return !(left == right);
        case Comparison::less: return left < right;
        case Comparison::less_equal: return left <= right;
        case Comparison::greater: return left > right;
        case Comparison::greater_equal: return left >= right;
    }
    return false;
}

bool has_sides(const Finding& finding) { return finding.relation && finding.left && finding.right; }

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
    std::string out;
    for (const std::string& part : parts) out.append(out.empty() ? "" : separator).append(part);
    return out;
}

std::string code_quoted(std::string_view text) { return std::string("`").append(text).append("`"); }

// "`a`, `b` and `c`"; at most four are named.
std::string path_list(const std::vector<NodeId>& nodes, const Dataset& dataset, Language language) {
    constexpr std::size_t kMost = 4;
    std::string out;
    const std::size_t shown = nodes.size() > kMost ? kMost - 1 : nodes.size();
    for (std::size_t i = 0; i < shown; ++i) {
        const std::string path = code_quoted(dataset.path(nodes[i]));
        if (out.empty()) out = path;
        else if (i + 1 == nodes.size()) out = Message(words::list_and, out, path).in(language);
        else out.append(", ").append(path);
    }
    return nodes.size() > shown ? Message(words::and_more, out, number(nodes.size() - shown, language)).in(language)
                                : out;
}

std::string missing_list(const std::vector<NodeId>& missing, const Dataset& dataset, Language language) {
    return Message(missing.size() == 1 ? words::is_missing : words::are_missing, path_list(missing, dataset, language))
        .in(language);
}

// « gap 0,1 M€, allowance 0,05 M€ »
std::string gap_clause(const Finding& finding, const Dataset& dataset, Language language) {
    // Two sides that must differ and do not have no gap to speak of.
    if (!finding.gap || finding.relation == Comparison::not_equal) return {};
    const Scale scale = scale_of_gap(finding, dataset);
    const std::string gap = quantity(*finding.gap, scale);
    const std::string allowance =
        finding.allowance ? quantity(*finding.allowance, scale) : std::string(words::no_bound.in(language));
    if (!finding.within.empty()) return Message(words::sentence_gap_within, gap, allowance, finding.within).in(language);
    return Message(words::sentence_gap, gap, allowance).in(language);
}

// What each side can be; a side that is written as a number says so already.
std::string sides_clause(const Finding& finding, const Dataset& dataset, Language language) {
    std::vector<std::string> parts;
    for (const auto* side : {&*finding.left, &*finding.right}) {
        if (side->figures.empty() && side->range.is_point()) continue;
        const std::string range = range_in_words(side->range, scale_of(*side, finding, dataset), language);
        parts.push_back(Message(words::side_is, side->text, range).in(language));
    }
    return joined(parts, ", ");
}

std::string contradiction(const Finding& finding, const Dataset& dataset, Language language) {
    if (has_sides(finding)) {
        if (finding.relation_possible)   // true by itself, but the rule denies it
            return Message(words::denied, equation(finding, dataset, language, Equation::as_stated)).in(language);
        std::string out = equation(finding, dataset, language, Equation::as_printed);
        const std::string sides = sides_clause(finding, dataset, language);
        if (!sides.empty()) out.append(colon(language)).append(" ").append(sides);
        const std::string gap = gap_clause(finding, dataset, language);
        if (!gap.empty()) out.append(semicolon(language)).append(" ").append(gap);
        return out;
    }
    if (!finding.reason.empty()) return finding.reason.in(language);
    constexpr std::size_t kMost = 3;
    std::vector<std::string> figures;
    for (const NodeId node : finding.figures)
        if (figures.size() < kMost)
            figures.push_back(Message(words::figure_is, dataset.path(node), printed_form(node, dataset)).in(language));
    if (figures.empty()) return std::string(words::false_condition.in(language));
    return Message(words::false_because, joined(figures, ", ")).in(language);
}

// How much of its allowance a gap takes, and whether the check proves anything.
std::string tightness(const Finding& finding, Language language) {
    if (!finding.gap || !finding.allowance || finding.allowance->is_zero() || !finding.within.empty()) return {};
    const Rational percent = (*finding.gap * 100 / *finding.allowance).floor();
    if (percent >= 95 && percent <= 100)
        return Message(words::uses_allowance, percent.decimal(Rational::Direction::down)).in(language);
    const auto& printed = finding.right->printed;
    if (printed && !(printed->is_zero()) && *finding.allowance >= printed->abs())
        return std::string(words::proves_nothing.in(language));
    return {};
}

std::string holding(const Finding& finding, const Dataset& dataset, Language language) {
    // what is shown may be false by itself, under a `not` or beside another alternative
    if (!has_sides(finding) || !finding.relation_possible) return std::string(words::true_condition.in(language));
    const std::string stated = equation(finding, dataset, language, Equation::as_stated);
    const Template* how = &words::holds_plain;
    // An inequality is no more exact than another.
    if (finding.agreement == Agreement::exact && finding.relation == Comparison::equal) how = &words::holds_exact;
    if (finding.agreement == Agreement::rounded) how = &words::holds_rounded;
    if (finding.agreement == Agreement::within) how = &words::holds_within;
    std::string out = Message(*how, stated).in(language);
    const std::string tight = tightness(finding, language);
    if (!tight.empty()) out.append(semicolon(language)).append(" ").append(tight);
    return out;
}

std::string witness_words(const Witness& witness, Language language) {
    const auto whole = [](const Rational& value) { return value.decimal(Rational::Direction::nearest); };
    if (!witness.greatest || !witness.count) return Message(words::witness_from, whole(witness.least)).in(language);
    if (*witness.greatest == witness.least) return Message(words::witness_one, whole(witness.least)).in(language);
    return Message(words::witness_range, whole(witness.least), whole(*witness.greatest), whole(*witness.count))
        .in(language);
}

}  // namespace

std::string side_value(const Side& side, const Finding& finding, const Dataset& dataset, Language language) {
    const Scale scale = scale_of(side, finding, dataset);
    return side.printed ? quantity(*side.printed, scale) : range_in_words(side.range, scale, language);
}

std::string equation(const Finding& finding, const Dataset& dataset, Language language, Equation how) {
    if (!has_sides(finding)) return {};
    const bool broken = finding.verdict == Verdict::contradicted || finding.verdict == Verdict::waived;
    const bool negated = how == Equation::as_printed && broken;
    std::string_view shown = sign(*finding.relation, negated);
    // A relation can hold for the true values only: then the printed ones are near, not equal.
    const bool both = finding.left->printed && finding.right->printed;
    if (!negated && both && !satisfied(*finding.relation, *finding.left->printed, *finding.right->printed)) {
        if (*finding.relation == Comparison::equal) shown = "≈";
        else if (*finding.relation == Comparison::less || *finding.relation == Comparison::less_equal) shown = "≲";
        else if (*finding.relation != Comparison::not_equal) shown = "≳";
    }
    // Printed values that satisfy the relation although the true ones cannot are no equation to show as broken.
    if (negated && both && satisfied(*finding.relation, *finding.left->printed, *finding.right->printed))
        shown = sign(*finding.relation, false);
    return Message(words::sentence_sides, side_value(*finding.left, finding, dataset, language), shown,
                   side_value(*finding.right, finding, dataset, language))
        .in(language);
}

std::string reason(const Finding& finding, const Dataset& dataset, Language language) {
    std::string out = finding.reason.in(language);
    if (out.empty() && finding.verdict == Verdict::vacuous) return std::string(words::binds_to_nothing.in(language));
    if (out.empty() && finding.missing.empty() && finding.code)
        return std::string(entry(*finding.code).title(language));
    if (out.empty() && finding.missing.empty()) return std::string(words::cannot_verify.in(language));
    if (finding.missing.empty() || out.find(dataset.path(finding.missing.front())) != std::string::npos) return out;
    if (!out.empty()) out.append(semicolon(language)).append(" ");
    return out.append(missing_list(finding.missing, dataset, language));
}

std::vector<std::string> remarks(const Finding& finding, const Dataset&, Language language) {
    std::vector<std::string> out;
    if (!finding.note.empty()) out.push_back(finding.note.in(language));
    if (finding.agreement == Agreement::truncated) out.emplace_back(words::truncated.in(language));
    if (finding.bound_only) out.emplace_back(words::bound_only.in(language));
    if (finding.witness) out.push_back(witness_words(*finding.witness, language));
    if (finding.left_out > 0) out.push_back(counted(words::left_out, finding.left_out, language));
    if (finding.assumed > 0) out.push_back(counted(words::assumed, finding.assumed, language));
    return out;
}

std::string claim(const Finding& finding, const Dataset& dataset, Language language) {
    switch (finding.verdict) {
        case Verdict::holds: return holding(finding, dataset, language);
        case Verdict::contradicted:
        case Verdict::waived: return contradiction(finding, dataset, language);
        case Verdict::unverifiable:
        case Verdict::vacuous: break;
    }
    return reason(finding, dataset, language);
}

std::string sentence(const Finding& finding, const Dataset& dataset, Language language) {
    std::string out = claim(finding, dataset, language);
    if (finding.verdict == Verdict::waived && !finding.waived_because.empty())
        out = Message(words::waived_because, out, finding.waived_because).in(language);
    for (const std::string& remark : remarks(finding, dataset, language))
        out.append(semicolon(language)).append(" ").append(remark);
    return out;
}

std::string waiver_in_words(const Finding& finding, Language language) {
    const WaiverUse& waiver = *finding.waiver;
    std::string out = waiver.lapsed.empty() ? waiver.reason : waiver.lapsed.in(language);
    if (!waiver.lapsed.empty()) return out;
    if (!waiver.by.empty()) out = Message(words::waived_by, out, waiver.by).in(language);
    if (waiver.until) out = Message(words::waived_until, out, day_in_words(*waiver.until)).in(language);
    return out;
}

}  // namespace crossfoot::reports
