// Numbers: figures as unknowns, arithmetic, aggregates, the report relations that are numbers.
#include <algorithm>
#include <map>

#include "engine/checking/evaluation/evaluator.hpp"
#include "engine/checking/messages.hpp"
#include "engine/text/text_form.hpp"

namespace crossfoot {

std::variant<Failure, Operand> Evaluator::number(Value value, Span span) {
    value = the_one(std::move(value), span);
    if (auto* failure = std::get_if<Failure>(&value.held)) return std::move(*failure);
    if (auto* constant = std::get_if<Rational>(&value.held)) return Operand{terms_.constant(std::move(*constant), value.fractional), kNoNode};
    if (const auto* computed = std::get_if<Number>(&value.held)) return Operand{computed->term, kNoNode};
    if (auto* absent = std::get_if<Absent>(&value.held)) return Operand{withheld(std::move(absent->where)), kNoNode};
    if (const auto* at = std::get_if<NodeValue>(&value.held)) {
        if (dataset_.node(at->node).kind == NodeKind::figure) {
            use_as_number(at->node);
            const Figure& figure = dataset_.figure(at->node);
            const bool plain = figure.state == FigureState::known && !figure.qualified && !figure.finer && !figure.machine;
            return Operand{terms_.figure(at->node), plain ? at->node : kNoNode};
        }
    }
    // binding has refused all else
    return Failure{Code::XF501, Message(say::withheld_key, source_text(span))};
}

std::variant<Failure, Operand> Evaluator::number(const Core& core) { return number(eval(core), core.span); }

Failure Evaluator::too_many_steps() const {
    if (terms_.too_long()) return {Code::XF509, Message(say::limit_bits, Terms::kMostBits)};
    return {Code::XF509, Message(say::limit_steps, terms_.most_work())};
}

std::optional<Failure> Evaluator::exhausted() const {
    if (!terms_.exhausted()) return std::nullopt;
    return too_many_steps();
}

Value Evaluator::divide(TermId over, TermId under, Span under_span) {
    for (const VariableId id : terms_.unknowns(under))
        if (terms_.variable(id).whole && terms_.variable(id).range.contains(0)) needs_concrete_ = true;
    const auto printed = terms_.printed(under);
    if (auto failure = exhausted()) return {std::move(*failure)};
    if (printed && printed->is_zero()) return {Failure{Code::XF504, Message(say::divisor_zero, source_text(under_span))}};
    return {Number{terms_.combine(TermOp::divide, over, under)}};
}

Value Evaluator::kept_short(Rational result, bool fractional) const {
    if (!terms_.spend(result)) return {too_many_steps()};
    return {std::move(result), fractional};
}

Value Evaluator::arithmetic(const Core& core) {
    if (core.flag && core.op != Op::divide) return date_arithmetic(core);
    const auto left = number(*core.args[0]);
    if (const auto* failure = std::get_if<Failure>(&left)) return {*failure};
    const TermId a = std::get<Operand>(left).term;
    if (core.op == Op::negate) {
        if (terms_.is_constant(a)) return {-terms_.constant_value(terms_.term(a)), terms_.fractional(a)};
        return {Number{terms_.negate(a)}};
    }
    const auto right = number(*core.args[1]);
    if (const auto* failure = std::get_if<Failure>(&right)) return {*failure};
    const TermId b = std::get<Operand>(right).term;
    if (core.op == Op::divide) {
        if (core.flag) return terms_.is_constant(a) ? Value{terms_.constant_value(terms_.term(a)), terms_.fractional(a)} : Value{Number{a}};
        const Value quotient = divide(a, b, core.args[1]->span);
        if (std::holds_alternative<Failure>(quotient.held)) return quotient;
        if (terms_.is_constant(a) && terms_.is_constant(b))
            return kept_short(terms_.constant_value(terms_.term(a)) / terms_.constant_value(terms_.term(b)), true);
        return quotient;
    }
    const TermOp op = core.op == Op::add ? TermOp::add : core.op == Op::subtract ? TermOp::subtract : TermOp::multiply;
    if (terms_.is_constant(a) && terms_.is_constant(b)) {
        const Rational &x = terms_.constant_value(terms_.term(a)), &y = terms_.constant_value(terms_.term(b));
        return kept_short(op == TermOp::add ? x + y : op == TermOp::subtract ? x - y : x * y, terms_.fractional(a) || terms_.fractional(b));
    }
    return {Number{terms_.combine(op, a, b)}};
}

Value Evaluator::gather(Function function, const std::vector<Value>& members, Span span) {
    if (function == Function::count) return {Rational(static_cast<std::int64_t>(members.size()))};
    if (members.empty() && function != Function::sum)
        return {Failure{Code::XF505, Message(say::of_nothing, std::string(entry(function).name))}};
    if (auto date = extreme_date(function, members)) return std::move(*date);
    if (members.empty() && recording_ && !printing_) sum_of_none_ = true;
    std::vector<TermId> terms;
    terms.reserve(members.size());
    for (const Value& member : members) {
        const auto operand = number(member, span);
        if (const auto* failure = std::get_if<Failure>(&operand)) return {*failure};
        terms.push_back(std::get<Operand>(operand).term);
    }
    switch (function) {
        case Function::min: return {Number{terms_.gather(TermOp::min, terms)}};
        case Function::max: return {Number{terms_.gather(TermOp::max, terms)}};
        case Function::mean: {
            const TermId total = terms_.gather(TermOp::sum, terms);
            return {Number{terms_.combine(TermOp::divide, total, terms_.constant(static_cast<std::int64_t>(terms.size())))}};
        }
        default: return {Number{terms_.gather(TermOp::sum, terms)}};
    }
}

std::variant<Failure, std::vector<Value>> Evaluator::gathered(const Core& core) {
    if (!core.flag) return members(*core.args[0], false);
    // a bound name: the body's value for each member, or for each whole number of a range
    std::vector<Value> out;
    const Core& body = *core.args.back();
    const auto take = [&](Value member) -> std::optional<Failure> {
        slots_[core.slot] = std::move(member);
        if (core.function == Function::count) {
            const Judgement judged = body.op == Op::truth ? Judgement::known(true) : condition(body);
            if (judged.failure) return judged.failure;
            if (judged.possible == Truth::yes) out.push_back(slots_[core.slot]);
            return std::nullopt;
        }
        Value value = eval(body);
        if (auto* failure = std::get_if<Failure>(&value.held)) return std::move(*failure);
        out.push_back(std::move(value));
        return std::nullopt;
    };
    if (core.has_within) {   // a range of whole numbers
        const auto range = whole_range(*core.args[0], core.args[1].get());
        if (const auto* failure = std::get_if<Failure>(&range)) return *failure;
        const auto& [low, high] = std::get<Whole>(range);
        if (*high - low >= Rational(kMostOfRange)) return Failure{Code::XF509, Message(say::limit_range, kMostOfRange)};
        for (Rational n = low; n <= *high; n += 1)
            if (auto failure = take({n})) return std::move(*failure);
        return out;
    }
    auto found = members(*core.args[0], false);
    if (auto* failure = std::get_if<Failure>(&found)) return std::move(*failure);
    for (Value& member : std::get<1>(found))
        if (auto failure = take(std::move(member))) return std::move(*failure);
    return out;
}

Value Evaluator::aggregate(const Core& core) {
    const bool of_list = core.function == Function::known || core.function == Function::given || core.function == Function::groups;
    if (!of_list) {
        if (auto kept = kept_number(core)) return std::move(*kept);
        if (auto rank = kept_rank(core)) return std::move(*rank);
        auto found = gathered(core);
        if (auto* failure = std::get_if<Failure>(&found)) return {std::move(*failure)};
        return gather(core.function, std::get<1>(found), core.span);
    }
    std::vector<Value> out;
    const auto is_missing = [&](const Value& value) {
        if (std::holds_alternative<Absent>(value.held)) return true;
        const auto* at = std::get_if<NodeValue>(&value.held);
        return at != nullptr && dataset_.node(at->node).kind == NodeKind::figure &&
               dataset_.figure(at->node).state == FigureState::missing;
    };
    if (core.function == Function::given) {
        const Value filler = eval(*core.args[1]);
        if (std::holds_alternative<Failure>(filler.held)) return filler;
        const Value base = eval(*core.args[0]);
        if (std::holds_alternative<Failure>(base.held)) return base;
        const auto fill = [&](const Value& value) -> Value {
            if (!is_missing(value)) return value;
            assumed_.insert(where(value));
            if (const auto* at = std::get_if<NodeValue>(&value.held)) use(at->node);
            const auto* bounds = std::get_if<Bounds>(&filler.held);
            if (bounds == nullptr) return filler;
            Variable unknown;
            const Box box(terms_, Mode::ranges);
            unknown.range = {tight_range(terms_, bounds->low, box).interval.low,
                             bounds->high == kNoTerm ? End::infinite() : tight_range(terms_, bounds->high, box).interval.high};
            return {Number{terms_.unknown(std::move(unknown))}};
        };
        const auto* at = std::get_if<NodeValue>(&base.held);
        const bool array = at != nullptr && dataset_.node(at->node).kind == NodeKind::array;
        if (!array && !std::holds_alternative<Collection>(base.held)) return fill(base);
        auto found = members(*core.args[0], false);
        if (auto* failure = std::get_if<Failure>(&found)) return {std::move(*failure)};
        for (const Value& member : std::get<1>(found)) out.push_back(fill(member));
        return {Collection{std::move(out)}};
    }
    auto found = members(*core.args[0], false);
    if (auto* failure = std::get_if<Failure>(&found)) return {std::move(*failure)};
    std::vector<Value>& all = std::get<1>(found);
    if (core.function == Function::known) {
        for (Value& member : all) {
            if (!is_missing(member)) {
                out.push_back(std::move(member));
                continue;
            }
            left_out_.insert(where(member));
            if (const auto* at = std::get_if<NodeValue>(&member.held)) use(at->node);
        }
        return {Collection{std::move(out)}};
    }
    if (core.function == Function::groups) {
        std::map<std::string, std::size_t> places;
        std::vector<GroupValue> groups;
        for (Value& row : all) {
            slots_[core.slot] = row;
            Value key = the_one(eval(*core.args[1]), core.args[1]->span);
            if (std::holds_alternative<Failure>(key.held)) return key;
            if (const auto* at = std::get_if<NodeValue>(&key.held)) use(at->node);
            if (is_missing(key)) return {Failure{Code::XF507, Message(say::condition_missing, source_text(core.args[1]->span))}};
            const auto* at = std::get_if<NodeValue>(&key.held);
            // the text itself: which of its rows comes first is no matter
            if (at != nullptr && dataset_.node(at->node).kind == NodeKind::text) key = Value{dataset_.text(at->node)};
            const auto [place, fresh] = places.try_emplace(composed(printed(key)), groups.size());
            if (fresh) groups.push_back({{std::move(key), Value{Collection{}}}});
            std::get<Collection>(groups[place->second].key_and_rows[1].held).members.push_back(std::move(row));
        }
        for (GroupValue& group : groups) out.push_back({std::move(group)});
    }
    return {Collection{std::move(out)}};
}

Value Evaluator::relation_function(const Core& core) {
    const auto first = number(*core.args[0]);
    if (const auto* failure = std::get_if<Failure>(&first)) return {*failure};
    const auto second = number(*core.args[1]);
    if (const auto* failure = std::get_if<Failure>(&second)) return {*failure};
    const TermId a = std::get<Operand>(first).term, b = std::get<Operand>(second).term;
    if (core.function == Function::difference) return {Number{terms_.combine(TermOp::subtract, b, a)}};
    if (core.function != Function::change) return divide(a, b, core.args[1]->span);
    if (by_new_value_) {
        const Value quotient = divide(a, b, core.args[1]->span);
        if (std::holds_alternative<Failure>(quotient.held)) return quotient;
        return {Number{terms_.combine(TermOp::subtract, terms_.constant(1), std::get<Number>(quotient.held).term)}};
    }
    // (new - old) / old as new / old - 1: the old value stands once
    const Value quotient = divide(b, a, core.args[0]->span);
    if (std::holds_alternative<Failure>(quotient.held)) return quotient;
    return {Number{terms_.combine(TermOp::subtract, std::get<Number>(quotient.held).term, terms_.constant(1))}};
}

}  // namespace crossfoot
