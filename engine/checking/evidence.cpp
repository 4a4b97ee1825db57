#include "engine/checking/evidence.hpp"

#include <algorithm>
#include <unordered_set>

#include "engine/checking/known/identity.hpp"
#include "engine/checking/measure.hpp"
#include "engine/checking/messages.hpp"
#include "engine/quantity/print.hpp"

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

    // left, right, gap and allowance of the first relation that is impossible, else of the first. Where what fails is no
    // relation of numbers (a text, a date, `missing`), there are none: a relation that holds explains nothing.
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
        const bool others = std::any_of(records.begin(), records.end(), [](const Record& each) { return !each.comparison; });
        if (finding.verdict == Verdict::contradicted && shown->possible && others) return;
        finding.relation = shown->comparison;
        finding.relation_possible = shown->possible;
        finding.within = shown->within;
        finding.note = shown->note;
        const Measure left = measure_of(evaluator_.terms(), shown->left.term), right = measure_of(evaluator_.terms(), shown->right.term);
        const Dimension dimension = shown->varies ? dimension_of(left, right) : shown->dimension;
        finding.left = side(*shown, shown->left, shown->left_text, dimension);
        finding.right = side(*shown, shown->right, shown->right_text, dimension);
        show_in(*finding.left, left, right, dimension, *shown);
        show_in(*finding.right, right, left, dimension, *shown);
        if (shown->difference) finding.note = difference_in_words(*shown->difference, *finding.left, *finding.right);
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
    // Of sides whose members have several units: that of these members.
    static Dimension dimension_of(const Measure& left, const Measure& right) {
        for (const bool sure : {true, false})
            for (const Measure* each : {&left, &right})
                if (!each->any && (each->sure || !sure)) return each->dimension;
        return {};
    }

    // A side that is no amount of its own, like a rate, is shown in the unit of the other one.
    void show_in(Side& side, const Measure& own, const Measure& other, const Dimension& dimension, const Record& record) const {
        const auto fits = [&](UnitId unit) { return unit != 0 && dataset_.units.unit(unit).dimension == dimension; };
        if (fits(own.unit)) side.shown = own.unit;
        else if (fits(other.unit)) side.shown = other.unit;
        else if (record.literal && record.literal->dimension == dimension) side.literal = record.literal;
        else if (fits(own.likely)) side.shown = own.likely;
        else if (fits(other.likely)) side.shown = other.likely;
    }

    // Left less right, in the unit in which the sides are shown.
    Message difference_in_words(const Interval& range, const Side& left, const Side& right) const {
        const UnitId own = left.shown != 0 ? left.shown : right.shown;
        const auto& literal = left.literal ? left.literal : right.literal;
        if (own == 0 && !literal && left.unit != "1") return {};
        const Unit& unit = own != 0 || !literal ? dataset_.units.unit(own) : *literal;
        const auto said = [&](const End& end, Rational::Direction direction) {
            return print_quantity(end.value, unit, dataset_.manifest.language, direction);
        };
        if (range.low.unbounded && range.high.unbounded) return {};
        if (range.high.unbounded) return Message(say::differ_at_least, said(range.low, Rational::Direction::down));
        if (range.low.unbounded) return Message(say::differ_at_most, said(range.high, Rational::Direction::up));
        return Message(say::differ_between, said(range.low, Rational::Direction::down), said(range.high, Rational::Direction::up));
    }

    Side side(const Record& record, const Operand& operand, const std::string& text, const Dimension& dimension) {
        const Terms& terms = evaluator_.terms();
        const Evaluator::Showing shown(terms);
        Side out;
        out.text = text;
        out.range = tight_range(terms, operand.term, Box(terms, record.exactly ? Mode::printed : Mode::ranges)).interval;
        out.printed = terms.printed(operand.term);
        out.unit = dataset_.units.base_name(dimension);
        for (const VariableId id : terms.unknowns(operand.term)) {
            const NodeId node = terms.variable(id).node;
            if (node != kNoNode) out.figures.push_back(node);
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

// Is an order all that the rule asks for?
bool asks_for_order(const Core& body) {
    const Core* core = &body;
    while (core->op == Op::let) core = core->args[1].get();
    return core->op == Op::call && (core->function == Function::ascending || core->function == Function::descending);
}

// An order that is broken rests on the values that break it, and on what bound the instance.
void take_broken(Finding& finding, const Evaluator& evaluator, const Bindings& bindings) {
    std::unordered_set<NodeId> kept(evaluator.broken_by().begin(), evaluator.broken_by().end());
    kept.insert(bindings.made_by.begin(), bindings.made_by.end());
    kept.insert(bindings.read.begin(), bindings.read.end());
    const auto other = [&](NodeId node) { return !kept.contains(node); };
    std::erase_if(finding.figures, other);
    if (evaluator.broken_in_full()) std::erase_if(finding.read, other);
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

Severity severity_if_truncated(Severity severity, const Dataset& dataset) {
    return severity == Severity::error && !dataset.manifest.rounding ? Severity::warning : severity;
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
    // the parts of an `and` that hold say nothing of the one that does not
    if (out.verdict == Verdict::contradicted && out.agreement && out.agreement != Agreement::truncated) out.agreement = Agreement::none;
    evidence.show_relation(out);
    take_computed(out, evaluator);
    out.computed += digest(without_spaces(evaluator.source_text(rule.info.body))) + "\n";
    if (out.verdict == Verdict::contradicted) {
        if (!evaluator.broken_by().empty() && asks_for_order(*rule.body)) take_broken(out, evaluator, bindings);
        if (const auto none = evaluator.none_chosen(); none && out.left && out.note.empty())
            out.note = Message(say::sum_of_none, evaluator.source_text(none->rows), evaluator.source_text(none->condition));
        if (out.agreement == Agreement::truncated) out.severity = severity_if_truncated(out.severity, dataset);
    } else {
        out.note = Message();
    }
    if (out.verdict == Verdict::unverifiable) {
        const Failure why = judged.failure ? *judged.failure : evidence.missing();
        out.code = why.code;
        out.reason = why.reason;
    }
    out.title.clear();
    for (const CoreTitlePiece& piece : rule.title) out.title += piece.path ? evaluator.printed(*piece.path) : piece.text;
    return out;
}

}  // namespace crossfoot
