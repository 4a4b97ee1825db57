#include "engine/checking/evidence.hpp"

#include <algorithm>
#include <unordered_set>

#include "engine/checking/messages.hpp"

namespace crossfoot {
namespace {

class Evidence {
public:
    Evidence(const Dataset& dataset, Evaluator& evaluator) : dataset_(dataset), evaluator_(evaluator) {}

    Failure missing() const {
        std::string places;
        const auto add = [&](const std::string& place) {
            if (!place.empty()) places += (places.empty() ? "`" : ", `") + place + "`";
        };
        for (const NodeId node : evaluator_.missing()) add(dataset_.path(node));
        for (const std::string& place : evaluator_.absent()) add(place);
        return {Code::XF501, Message(say::missing_figures, places.empty() ? std::string("?") : places)};
    }

    // left, right, gap and allowance of the first relation that is impossible, else of the first.
    void show_relation(Finding& finding) {
        const auto& records = evaluator_.records();
        const Record* shown = nullptr;
        for (const Record& each : records) {
            if (each.comparison && shown == nullptr) shown = &each;
            if (each.comparison && !each.possible) {
                shown = &each;
                break;
            }
        }
        for (const Record& each : records)
            if (!each.possible && !each.reason.empty() && finding.reason.empty()) finding.reason = each.reason;
        if (shown == nullptr || shown->right.term == kNoTerm) return;
        finding.relation = shown->comparison;
        finding.relation_possible = shown->possible;
        finding.left = side(*shown, shown->left, shown->left_text);
        finding.right = side(*shown, shown->right, shown->right_text);
        if (finding.left->shown == 0) finding.left->shown = finding.right->shown;
        if (finding.right->shown == 0) finding.right->shown = finding.left->shown;
        const auto &a = finding.left->printed, &b = finding.right->printed;
        if (!a || !b) return;
        finding.gap = (*a - *b).abs();
        if (shown->same_print) {
            finding.allowance = Rational(0);
            return;
        }
        const bool left_first = *a <= *b;
        const End& from_left = left_first ? finding.left->range.high : finding.left->range.low;
        const End& from_right = left_first ? finding.right->range.low : finding.right->range.high;
        if (from_left.unbounded || from_right.unbounded) return;
        finding.allowance = (from_left.value - *a).abs() + (from_right.value - *b).abs();
    }

private:
    // Of sides whose members have several units: that of the first figure among them, each side being sums of its kind.
    Dimension dimension_of(const Terms& terms, TermId left, TermId right) const {
        for (const TermId term : {left, right})
            for (const VariableId id : terms.unknowns(term))
                if (const NodeId node = terms.variable(id).node; node != kNoNode)
                    return dataset_.units.unit(dataset_.figure(node).unit).dimension;
        return {};
    }

    Side side(const Record& record, const Operand& operand, const std::string& text) {
        const Terms& terms = evaluator_.terms();
        Side out;
        out.text = text;
        out.range = tight_range(terms, operand.term, Box(terms, record.exactly ? Mode::printed : Mode::ranges)).interval;
        out.printed = terms.printed(operand.term);
        const Dimension dimension = record.varies ? dimension_of(terms, record.left.term, record.right.term) : record.dimension;
        out.unit = dataset_.units.base_name(dimension);
        for (const VariableId id : terms.unknowns(operand.term)) {
            const NodeId node = terms.variable(id).node;
            if (node == kNoNode) continue;
            out.figures.push_back(node);
            const UnitId unit = dataset_.figure(node).unit;
            if (out.shown == 0 && dataset_.units.unit(unit).dimension == dimension) out.shown = unit;
        }
        return out;
    }

    const Dataset& dataset_;
    Evaluator& evaluator_;
};

void take_use(Finding& finding, const Evaluator& evaluator) {
    finding.figures = evaluator.used();
    finding.missing = evaluator.missing();
    std::unordered_set<NodeId> seen;
    for (const NodeId node : evaluator.read()) {
        const Node& it = evaluator.dataset().node(node);
        if (!it.manifest && it.kind != NodeKind::table && it.kind != NodeKind::array && seen.insert(node).second) finding.read.push_back(node);
    }
}

// What the relations compared, in numbers: also of sums that are kept and name no figure. In one order, however rows stand.
void take_computed(Finding& finding, Evaluator& evaluator) {
    const auto shown = [](const std::optional<Rational>& number) { return number ? number->fraction() + "\n" : std::string("?\n"); };
    const auto joined = [](std::vector<std::string> parts) {
        std::sort(parts.begin(), parts.end());
        std::string out;
        for (const std::string& each : parts) out += each;
        return out + "\n";
    };
    std::vector<std::string> relations;
    std::size_t pairs = 0;
    for (const Record& each : evaluator.records()) {
        if (each.sides.empty()) continue;
        std::vector<std::string> sides;
        for (const TermId term : each.sides) sides.push_back(shown(evaluator.terms().printed(term)));
        relations.push_back(joined(std::move(sides)));
        pairs += each.sides.size();
    }
    finding.computed = joined(std::move(relations));
    if (pairs != 2 || !finding.left || !finding.right) return;
    for (const auto& side : {finding.left->range, finding.right->range})
        for (const End& end : {side.low, side.high}) finding.computed += shown(end.unbounded ? std::nullopt : std::optional(end.value));
}

}  // namespace

Verdict verdict_of(const Judgement& judged) {
    switch (judged.possible) {
        case Truth::yes: return Verdict::holds;
        case Truth::no: return Verdict::contradicted;
        case Truth::unknown: break;
    }
    return Verdict::unverifiable;
}

Finding blank_finding(const BoundRule& rule) {
    Finding out;
    out.rule = rule.info.id;
    out.severity = rule.info.severity;
    for (const CoreTitlePiece& piece : rule.title) out.title += piece.text;
    return out;
}

Finding failed_finding(const Evaluator& evaluator, const BoundRule& rule, const Bindings& bindings, const Failure& failure) {
    Finding out = blank_finding(rule);
    out.bindings = bindings.names;
    out.verdict = Verdict::unverifiable;
    out.code = failure.code;
    out.reason = failure.reason;
    take_use(out, evaluator);
    return out;
}

Finding finding_of(const Dataset& dataset, Evaluator& evaluator, const BoundRule& rule, const Bindings& bindings,
                   const Judgement& judged) {
    Evidence evidence(dataset, evaluator);
    Finding out = blank_finding(rule);
    out.bindings = bindings.names;
    out.verdict = verdict_of(judged);
    out.certain = judged.certain;
    out.agreement = judged.possible == Truth::unknown ? std::nullopt : judged.agreement;
    out.left_out = evaluator.left_out();
    out.assumed = evaluator.assumed();
    out.bound_only = evaluator.bound_only();
    out.witness = evaluator.witness();
    take_use(out, evaluator);
    evidence.show_relation(out);
    take_computed(out, evaluator);
    if (out.verdict == Verdict::contradicted) {
        const bool truncated = out.agreement == Agreement::truncated;
        if (truncated && !dataset.manifest.rounding && out.severity == Severity::error) out.severity = Severity::warning;
    } else if (out.verdict == Verdict::unverifiable) {
        const Failure why = judged.failure ? *judged.failure : evidence.missing();
        out.code = why.code;
        out.reason = why.reason;
    }
    out.title.clear();
    for (const CoreTitlePiece& piece : rule.title) out.title += piece.path ? evaluator.printed(*piece.path) : piece.text;
    return out;
}

}  // namespace crossfoot
