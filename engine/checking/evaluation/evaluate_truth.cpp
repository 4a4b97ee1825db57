// Truths: relations between numbers, texts and dates, membership, patterns, connectives.
#include <re2/re2.h>

#include <algorithm>

#include "engine/checking/evaluation/evaluator.hpp"
#include "engine/checking/evaluation/long_chain.hpp"
#include "engine/checking/messages.hpp"
#include "engine/text/text_form.hpp"

namespace crossfoot {

using ast::Comparison;

std::optional<std::string> Evaluator::text_of(const Value& value) {
    if (const auto* text = std::get_if<std::string>(&value.held)) return *text;
    if (const auto* at = std::get_if<NodeValue>(&value.held)) {
        const NodeKind kind = dataset_.node(at->node).kind;
        if (kind == NodeKind::text) {
            note_read(at->node);
            return dataset_.text(at->node);
        }
        if (kind == NodeKind::figure) {   // a figure among texts stands for its printed form
            use(at->node);
            if (dataset_.figure(at->node).state == FigureState::missing) return std::nullopt;
            return dataset_.figure(at->node).printed;
        }
    }
    if (std::holds_alternative<Rational>(value.held) || std::holds_alternative<Number>(value.held)) return printed(value);
    if (const auto* absent = std::get_if<Absent>(&value.held)) note_absent(absent->where);
    return std::nullopt;
}

std::optional<DayRange> Evaluator::date_of(const Value& value) {
    if (const auto* date = std::get_if<DayRange>(&value.held)) return *date;
    if (const auto* at = std::get_if<NodeValue>(&value.held)) {
        use(at->node);
        if (dataset_.node(at->node).kind == NodeKind::date) return dataset_.date(at->node);
    }
    if (const auto* absent = std::get_if<Absent>(&value.held)) note_absent(absent->where);
    return std::nullopt;
}

void Evaluator::record_failure(Judgement& judged, Message reason) {
    if (!recording_ || printing_) return;
    Record made;
    made.possible = judged.possible != Truth::no;
    if (!made.possible) made.reason = std::move(reason);
    records_.push_back(std::move(made));
}

namespace {

// exactly(…) takes the whole relation at its printed values.
bool taken_exactly(const Core& core) { return core.op == Op::relation && core.flag; }

}  // namespace

void Evaluator::record(const Comparing& comparing, const Outcome& outcome, std::vector<std::string> texts, const Core& core) {
    if (!recording_ || printing_) return;
    Record made;
    made.possible = outcome.possible != Truth::no;
    made.comparison = outcome.comparison;
    made.left = comparing.sides[outcome.left];
    for (const Operand& each : comparing.sides) made.sides.push_back(each.term);
    made.right = comparing.sides[outcome.right];
    made.left_text = texts[outcome.left];
    made.right_text = texts[outcome.right];
    made.dimension = core.dimension;
    if (core.literal) made.literal = *core.literal;
    if (core.has_within) made.within = source_text(core.args.back()->span);
    made.varies = core.varies;
    made.exactly = taken_exactly(core);
    made.same_print = outcome.comparison == Comparison::equal && same_print_rule(terms_, comparing, outcome.left, outcome.right);
    if (outcome.jointly) show_joint_proof(comparing, texts, made);
    else if (!made.possible && !made.same_print && comparing.within == kNoTerm) made.difference = telling_difference(made);
    records_.push_back(std::move(made));
}

std::optional<Agreement> Evaluator::agreement_of(const Comparing& comparing, const Outcome& outcome, bool exactly) {
    if (!recording_ || printing_ || outcome.possible == Truth::unknown) return std::nullopt;
    const Showing shown(terms_);
    if (outcome.possible == Truth::no) {
        if (exactly) return Agreement::none;
        return judge(terms_, comparing, Mode::truncated).possible == Truth::yes ? Agreement::truncated : Agreement::none;
    }
    Comparing bare = comparing;
    bare.within = kNoTerm;
    if (judge(terms_, bare, Mode::printed).certain == Truth::yes) return Agreement::exact;
    if (comparing.within == kNoTerm) return exactly ? Agreement::exact : Agreement::rounded;
    const Mode mode = exactly ? Mode::printed : Mode::ranges;
    return judge(terms_, bare, mode).possible == Truth::yes ? Agreement::rounded : Agreement::within;
}

Judgement Evaluator::numbers_relate(const Comparing& comparing, std::vector<std::string> texts, const Core& core) {
    const bool exactly = taken_exactly(core);
    if (too_long_a_chain(terms_, comparing)) return Judgement::failed({Code::XF509, Message(say::limit_chain, kMostPaired)});
    // A comparison is remembered for the finding, which costs more than a number does.
    static_cast<void>(terms_.spend(std::uint64_t{4}));
    const Outcome outcome = judge(terms_, comparing, printing_ || exactly ? Mode::printed : Mode::ranges);
    if (auto failure = exhausted()) return Judgement::failed(std::move(*failure));
    if (outcome.bound_only && !printing_) bound_only_ = true;
    if (stating_ && asserting_ && !printing_) asserted_.push_back({comparing, exactly, core.span});
    Judgement out{outcome.possible, outcome.certain, agreement_of(comparing, outcome, exactly), {}};
    record(comparing, outcome, std::move(texts), core);
    return out;
}

namespace {

// What decides how values compare.
enum class Sort : std::uint8_t { number, text, date, truth, unknown };

Sort sort_of(const Dataset& dataset, const Value& value) {
    if (const auto* at = std::get_if<NodeValue>(&value.held)) {
        switch (dataset.node(at->node).kind) {
            case NodeKind::text: return Sort::text;
            case NodeKind::date: return Sort::date;
            case NodeKind::truth: return Sort::truth;
            case NodeKind::figure: return dataset.figure(at->node).state == FigureState::missing ? Sort::unknown : Sort::number;
            case NodeKind::table:
            case NodeKind::array: return Sort::unknown;
        }
    }
    if (std::holds_alternative<std::string>(value.held)) return Sort::text;
    if (std::holds_alternative<DayRange>(value.held)) return Sort::date;
    if (std::holds_alternative<Judgement>(value.held)) return Sort::truth;
    if (std::holds_alternative<Rational>(value.held) || std::holds_alternative<Number>(value.held)) return Sort::number;
    return Sort::unknown;
}

}  // namespace

Judgement Evaluator::relation(const Core& core) {
    std::vector<Value> values;
    const std::size_t sides = core.args.size() - (core.has_within ? 1 : 0);
    for (std::size_t i = 0; i < sides; ++i) {
        Value value = the_one(eval(*core.args[i]), core.args[i]->span);
        if (auto* failure = std::get_if<Failure>(&value.held)) return Judgement::failed(std::move(*failure));
        values.push_back(std::move(value));
    }
    std::vector<std::string> texts;
    if (recording_ && !printing_)
        for (std::size_t i = 0; i < sides; ++i) texts.push_back(source_text(core.args[i]->span));
    return relate(values, core, std::move(texts));
}

Judgement Evaluator::relate(const std::vector<Value>& values, const Core& core, std::vector<std::string> texts) {
    bool text = false, date = false, truths = false;
    for (const Value& value : values) {
        const Sort sort = sort_of(dataset_, value);
        text = text || sort == Sort::text;
        date = date || sort == Sort::date;
        truths = truths || sort == Sort::truth;
    }
    if (text) return texts_relate(values, core.comparisons);
    if (date) return dates_relate(values, core.comparisons);
    if (truths) return truths_relate(values, core.comparisons);
    Comparing comparing;
    for (std::size_t i = 0; i < values.size(); ++i) {
        auto side = number(values[i], i < core.args.size() ? core.args[i]->span : core.span);
        if (auto* failure = std::get_if<Failure>(&side)) return Judgement::failed(std::move(*failure));
        comparing.sides.push_back(std::get<Operand>(side));
    }
    comparing.comparisons = core.comparisons;
    if (core.op == Op::relation && !printing_ && !taken_exactly(core)) widen_derived(terms_, comparing);
    if (core.has_within) {
        auto within = number(*core.args.back());
        if (auto* failure = std::get_if<Failure>(&within)) return Judgement::failed(std::move(*failure));
        comparing.within = std::get<Operand>(within).term;
        comparing.relative = core.relative;
    }
    return numbers_relate(comparing, std::move(texts), core);
}

Judgement Evaluator::texts_relate(const std::vector<Value>& values, const std::vector<Comparison>& comparisons) {
    Judgement out = Judgement::known(true);
    for (std::size_t i = 0; i < comparisons.size(); ++i) {
        const auto a = text_of(values[i]), b = text_of(values[i + 1]);
        Judgement link;
        if (a && b) link = Judgement::known((composed(*a) == composed(*b)) == (comparisons[i] == Comparison::equal));
        const std::string left = a ? "« " + *a + " »" : "", right = b ? "« " + *b + " »" : "";
        record_failure(link, Message(say::dates_fail, left, std::string(to_string(comparisons[i])), right));
        out = conjunction(out, link);
    }
    return out;
}

Judgement Evaluator::truths_relate(const std::vector<Value>& values, const std::vector<Comparison>& comparisons) {
    const auto judged = [&](const Value& value) -> Judgement {
        if (const auto* known = std::get_if<Judgement>(&value.held)) return *known;
        if (const auto* at = std::get_if<NodeValue>(&value.held))
            if (dataset_.node(at->node).kind == NodeKind::truth) return note_read(at->node), Judgement::known(dataset_.node(at->node).truth);
        return {};
    };
    Judgement out = Judgement::known(true);
    for (std::size_t i = 0; i < comparisons.size(); ++i) {
        const Judgement a = judged(values[i]), b = judged(values[i + 1]);
        const Judgement both = conjunction(a, b), neither = conjunction(negation(a), negation(b));
        const Judgement same = disjunction(both, neither);
        out = conjunction(out, comparisons[i] == Comparison::equal ? same : negation(same));
    }
    record_failure(out, Message());
    out.agreement.reset();
    return out;
}

Judgement Evaluator::dates_relate(const std::vector<Value>& values, const std::vector<Comparison>& comparisons) {
    std::vector<std::optional<DayRange>> days;
    for (const Value& value : values) days.push_back(date_of(value));
    const auto pair = [&](std::size_t i, std::size_t j, Comparison comparison, bool link) -> Judgement {
        if (!days[i] || !days[j]) return {};
        const DayRange &a = *days[i], &b = *days[j];
        const bool overlap = a.first <= b.last && b.first <= a.last;
        const bool one = a.first == a.last && b == a;
        Judgement out;
        switch (comparison) {
            case Comparison::equal: out = {crossfoot::truth(overlap), crossfoot::truth(one), {}, {}}; break;
            case Comparison::not_equal: out = {crossfoot::truth(!one), crossfoot::truth(!overlap), {}, {}}; break;
            case Comparison::less: out = {crossfoot::truth(a.first < b.last), crossfoot::truth(a.last < b.first), {}, {}}; break;
            case Comparison::less_equal: out = {crossfoot::truth(a.first <= b.last), crossfoot::truth(a.last <= b.first), {}, {}}; break;
            case Comparison::greater: out = {crossfoot::truth(a.last > b.first), crossfoot::truth(a.first > b.last), {}, {}}; break;
            case Comparison::greater_equal: out = {crossfoot::truth(a.last >= b.first), crossfoot::truth(a.first >= b.last), {}, {}}; break;
        }
        // on printed values a month contains its days: what is possible is taken
        if (printing_) out.certain = out.possible;
        record_failure(out, Message(say::dates_fail, printed(values[i]), std::string(to_string(comparison)), printed(values[j])));
        if (!link) out.certain = Truth::yes;
        return out;
    };
    Judgement out = Judgement::known(true);
    for (std::size_t i = 0; i < comparisons.size(); ++i) out = conjunction(out, pair(i, i + 1, comparisons[i], true));
    for (std::size_t i = 0; i + 2 < values.size(); ++i)
        for (std::size_t j = i + 2; j < values.size(); ++j)
            if (const auto comparison = implied(comparisons, i, j)) out = conjunction(out, pair(i, j, *comparison, false));
    return out;
}

Judgement Evaluator::membership(const Core& core) {
    Value value = the_one(eval(*core.args[0]), core.args[0]->span);
    if (auto* failure = std::get_if<Failure>(&value.held)) return Judgement::failed(std::move(*failure));
    if (core.flag) {
        // low <= value <= high, one choice of true values
        std::vector<Value> sides{eval(*core.args[1]), std::move(value)};
        std::vector<std::string> texts{source_text(core.args[1]->span), source_text(core.args[0]->span)};
        if (core.args.size() > 2) {
            sides.push_back(eval(*core.args[2]));
            texts.push_back(source_text(core.args[2]->span));
        }
        for (Value& side : sides) {
            side = the_one(std::move(side), core.span);
            if (auto* failure = std::get_if<Failure>(&side.held)) return Judgement::failed(std::move(*failure));
        }
        return relate(sides, core, std::move(texts));
    }
    const Unasserted one_of_many(*this);
    std::variant<Failure, std::vector<Value>> found;
    if (auto matching = kept_matches(core, value)) found = std::move(*matching);
    else found = members(*core.args[1], false);
    if (auto* failure = std::get_if<Failure>(&found)) return Judgement::failed(std::move(*failure));
    Judgement out = Judgement::known(false);
    // one of many need not agree: what is shown is the member that does
    const std::vector<Record> before = std::move(records_);
    std::vector<Record> shown;
    for (const Value& member : std::get<1>(found)) {
        records_.clear();
        std::vector<std::string> texts;
        if (recording_ && !printing_) texts = {source_text(core.args[0]->span), where(member)};
        const Judgement judged = relate({value, member}, core, std::move(texts));
        if (judged.possible == Truth::yes && out.possible != Truth::yes) shown = std::move(records_);
        out = disjunction(out, judged);
        if (out.certain == Truth::yes) break;
    }
    records_ = before;
    records_.insert(records_.end(), shown.begin(), shown.end());
    record_failure(out, out.possible != Truth::yes ? Message(say::not_among, printed(value)) : Message());
    return out;
}

Judgement Evaluator::matches(const Core& core) {
    const Value value = the_one(eval(*core.args[0]), core.args[0]->span);
    if (const auto* failure = std::get_if<Failure>(&value.held)) return Judgement::failed(*failure);
    const auto text = text_of(value);
    if (!text) return {};
    Judgement out = Judgement::known(RE2::FullMatch(composed(*text), *core.regex));
    record_failure(out, Message(say::no_match, *text, core.regex->pattern()));
    return out;
}

Judgement Evaluator::quantified(const Core& core) {
    const bool all = core.function == Function::all;
    std::optional<Unasserted> any;
    if (!all) any.emplace(*this);
    const Core& body = *core.args.back();
    Judgement out = Judgement::known(all);
    const auto take = [&](Value member) {
        slots_[core.slot] = std::move(member);
        const Judgement each = truth(body);
        out = all ? conjunction(out, each) : disjunction(out, each);
    };
    if (core.has_within) {
        const auto range = whole_range(*core.args[0], core.args[1].get());
        if (const auto* failure = std::get_if<Failure>(&range)) return Judgement::failed(*failure);
        // what decides is looked for as far as the limit allows, however long the range is
        const auto& [low, high] = std::get<Whole>(range);
        for (Rational n = low; n <= *high; n += 1) {
            if (n - low >= Rational(kMostOfRange)) {
                const Judgement rest = Judgement::failed({Code::XF509, Message(say::limit_range, kMostOfRange)});
                return all ? conjunction(out, rest) : disjunction(out, rest);
            }
            take({n});
            if (exhausted() || steps_ > terms_.most_work()) return out;
        }
        return out;
    }
    auto found = members(*core.args[0], false);
    if (auto* failure = std::get_if<Failure>(&found)) return Judgement::failed(std::move(*failure));
    for (Value& member : std::get<1>(found)) take(std::move(member));
    return out;
}

Judgement Evaluator::truth(const Core& core) {
    if (step_limit()) return Judgement::failed(too_many_steps());
    switch (core.op) {
        case Op::truth: return Judgement::known(core.flag);
        case Op::relation: return relation(core);
        case Op::membership: return membership(core);
        case Op::matches: return matches(core);
        case Op::conjunction:
        case Op::disjunction: {
            std::optional<Unasserted> either;
            if (core.op == Op::disjunction) either.emplace(*this);
            Judgement out = truth(*core.args[0]);
            for (std::size_t i = 1; i < core.args.size(); ++i) {
                const Judgement next = truth(*core.args[i]);
                out = core.op == Op::conjunction ? conjunction(out, next) : disjunction(out, next);
            }
            return out;
        }
        case Op::negation: {
            const Unasserted denied(*this);
            return negation(truth(*core.args[0]));
        }
        case Op::implication: {
            // `if a then b` is `not a or b`; where a is surely false, b is not asked
            std::optional<Unasserted> perhaps(*this);
            const Judgement condition = negation(truth(*core.args[0]));
            if (condition.certain == Truth::yes) return condition;
            if (condition.possible == Truth::no) perhaps.reset();   // a is surely true: b is asserted
            return disjunction(condition, truth(*core.args[1]));
        }
        case Op::some: {
            const Unasserted one_of_many(*this);
            return some(core);
        }
        case Op::let:
            bind_local(core);
            return truth(*core.args[1]);
        case Op::call:
            switch (core.function) {
                case Function::all:
                case Function::any: return quantified(core);
                case Function::unique: return unique(core);
                case Function::ascending:
                case Function::descending: return monotone(core);
                case Function::present:
                case Function::missing: return presence(core);
                case Function::starts:
                case Function::ends:
                case Function::contains: return text_question(core);
                case Function::same: return same(core);
                case Function::attainable: return attainable(core);
                case Function::mixture: return mixture(core);
                case Function::crossfoots: return crossfoots(core);
                default: break;
            }
            break;
        default: break;
    }
    const Value value = the_one(eval(core), core.span);
    if (const auto* judged = std::get_if<Judgement>(&value.held)) return *judged;
    if (const auto* failure = std::get_if<Failure>(&value.held)) return Judgement::failed(*failure);
    if (const auto* at = std::get_if<NodeValue>(&value.held))
        if (dataset_.node(at->node).kind == NodeKind::truth) return note_read(at->node), Judgement::known(dataset_.node(at->node).truth);
    if (const auto* absent = std::get_if<Absent>(&value.held)) note_absent(absent->where);
    return {};
}

}  // namespace crossfoot
