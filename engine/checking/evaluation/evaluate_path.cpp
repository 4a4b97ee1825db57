// Steps of paths: children, elements, filters, collections.
#include <algorithm>

#include "engine/checking/evaluation/evaluator.hpp"
#include "engine/checking/messages.hpp"

namespace crossfoot {
namespace {

std::string joined(const std::string& base, std::string_view key) {
    return base.empty() ? std::string(key) : base + "." + std::string(key);
}

}  // namespace

template <class Step>
Value Evaluator::each_member(Value base, Step step) {
    auto* many = std::get_if<Collection>(&base.held);
    if (many == nullptr) return step(base);
    Collection out;
    out.members.reserve(many->members.size());
    for (Value& member : many->members) {
        Value next = step(member);
        if (std::holds_alternative<Failure>(next.held)) return next;
        if (auto* nested = std::get_if<Collection>(&next.held))
            std::move(nested->members.begin(), nested->members.end(), std::back_inserter(out.members));
        else out.members.push_back(std::move(next));
    }
    return {std::move(out)};
}

Value Evaluator::step_child(const Value& base, std::string_view key, Span) {
    return each_member(base, [&](const Value& member) -> Value {
        if (const auto* group = std::get_if<GroupValue>(&member.held)) return group->key_and_rows[key == "rows" ? 1 : 0];
        if (const auto* absent = std::get_if<Absent>(&member.held)) return {Absent{joined(absent->where, key), absent->star}};
        const auto* at = std::get_if<NodeValue>(&member.held);
        if (at == nullptr) return member;
        if (dataset_.node(at->node).kind == NodeKind::table) {
            const NodeId child = dataset_.child(at->node, key);
            if (child != kNoNode) return {NodeValue{child, at->star}};
        }
        return {Absent{joined(dataset_.path(at->node), key), at->star}};
    });
}

std::variant<Failure, std::string> Evaluator::key_of(const Value& given, Span span) {
    const Value value = the_one(given, span);
    if (const auto* failure = std::get_if<Failure>(&value.held)) return *failure;
    if (const auto* text = std::get_if<std::string>(&value.held)) return *text;
    std::optional<Rational> number;
    if (const auto* constant = std::get_if<Rational>(&value.held)) number = *constant;
    if (const auto* computed = std::get_if<Number>(&value.held)) {
        for (const VariableId id : terms_.unknowns(computed->term)) needs_concrete_ = needs_concrete_ || terms_.variable(id).whole;
        number = terms_.printed(computed->term);
    }
    if (const auto* at = std::get_if<NodeValue>(&value.held)) {
        const Node& node = dataset_.node(at->node);
        if (node.kind == NodeKind::text) {
            note_read(at->node);
            return dataset_.text(at->node);
        }
        if (node.kind == NodeKind::figure) {
            use(at->node);
            if (dataset_.figure(at->node).state == FigureState::known) number = dataset_.figure(at->node).value;
        }
    }
    if (!number) return Failure{Code::XF501, Message(say::withheld_key, source_text(span))};
    if (!number->is_whole()) return Failure{Code::XF501, Message(say::not_whole_key, source_text(span))};
    return number->fixed(0, Rational::Direction::nearest);
}

Value Evaluator::step_index(const Core& core) {
    Value base = eval(*core.args[0]);
    const auto key = key_of(eval(*core.args[1]), core.args[1]->span);
    if (const auto* failure = std::get_if<Failure>(&key)) return {*failure};
    const std::string& name = std::get<std::string>(key);
    return each_member(std::move(base), [&](const Value& member) -> Value {
        const auto* at = std::get_if<NodeValue>(&member.held);
        if (at != nullptr && dataset_.node(at->node).kind == NodeKind::array) {
            const auto elements = dataset_.children(at->node);
            std::size_t index = 0;
            const bool digits = !name.empty() && name.size() < 10 && name.find_first_not_of("0123456789") == std::string::npos;
            if (digits) index = std::stoul(name);
            if (digits && index < elements.size()) return {NodeValue{elements[index], at->star}};
            return {Absent{dataset_.path(at->node) + "[" + name + "]", at->star}};
        }
        return step_child(member, name, core.span);
    });
}

Value Evaluator::step_filter(const Core& core) {
    std::variant<Failure, std::vector<Value>> rows;
    if (auto kept = kept_rows(core)) rows = std::move(*kept);
    else rows = members(*core.args[0], false);
    if (auto* failure = std::get_if<Failure>(&rows)) return {std::move(*failure)};
    Collection out;
    for (Value& row : std::get<1>(rows)) {
        slots_[core.slot] = row;
        const std::size_t before = read_.size();
        const Judgement judged = condition(*core.args[1]);
        if (judged.failure) return {*judged.failure};
        if (judged.possible == Truth::yes) out.members.push_back(std::move(row));
        else read_.resize(before);   // a row that is passed over
    }
    if (out.members.empty() && recording_ && !printing_ && !none_chosen_) none_chosen_ = NoneChosen{core.args[0]->span, core.args[1]->span};
    return {std::move(out)};
}

Value Evaluator::step_star(const Value& base) {
    return each_member(base, [&](const Value& member) -> Value {
        const auto* at = std::get_if<NodeValue>(&member.held);
        if (at == nullptr) return member;
        Collection out;
        const NodeKind kind = dataset_.node(at->node).kind;
        if (kind != NodeKind::table && kind != NodeKind::array) return {std::move(out)};
        for (const NodeId child : dataset_.children(at->node)) out.members.push_back({NodeValue{child, child}});
        return {std::move(out)};
    });
}

Value Evaluator::step_except(const Core& core) {
    Value base = eval(*core.args[0]);
    auto* many = std::get_if<Collection>(&base.held);
    if (many == nullptr) return base;
    std::erase_if(many->members, [&](const Value& member) {
        NodeId star = kNoNode;
        if (const auto* at = std::get_if<NodeValue>(&member.held)) star = at->star;
        if (const auto* absent = std::get_if<Absent>(&member.held)) star = absent->star;
        return star != kNoNode && std::find(core.keys.begin(), core.keys.end(), dataset_.key(star)) != core.keys.end();
    });
    return base;
}

Value Evaluator::the_one(Value value, Span span) {
    auto* many = std::get_if<Collection>(&value.held);
    if (many == nullptr) return value;
    if (many->members.size() == 1) return std::move(many->members.front());
    if (many->members.empty()) return {Failure{Code::XF502, Message(say::filter_none, source_text(span))}};
    return {Failure{Code::XF503, Message(say::filter_several, source_text(span), many->members.size())}};
}

std::variant<Failure, std::vector<Value>> Evaluator::members(const Core& core, bool children) {
    Value value = eval(core);
    if (auto* failure = std::get_if<Failure>(&value.held)) return std::move(*failure);
    std::vector<Value> out;
    const auto expand = [&](Value each) {
        const auto* at = std::get_if<NodeValue>(&each.held);
        const bool array = at != nullptr && dataset_.node(at->node).kind == NodeKind::array;
        const bool table = at != nullptr && children && dataset_.node(at->node).kind == NodeKind::table;
        if (!array && !table) {
            out.push_back(std::move(each));
            return;
        }
        for (const NodeId child : dataset_.children(at->node)) out.push_back({NodeValue{child, at->star}});
    };
    if (auto* many = std::get_if<Collection>(&value.held)) {
        // members of a collection that are arrays themselves stand for their elements; tables do not
        children = false;
        for (Value& each : many->members) expand(std::move(each));
    } else {
        expand(std::move(value));
    }
    return out;
}

std::variant<Failure, Evaluator::Whole> Evaluator::whole_range(const Core& low, const Core* high) {
    const Unasserted ends(*this);
    const auto end = [&](const Core& core, bool up) -> std::variant<Failure, Rational> {
        const auto operand = number(core);
        if (const auto* failure = std::get_if<Failure>(&operand)) return *failure;
        const auto value = terms_.printed(std::get<Operand>(operand).term);
        if (!value) return Failure{Code::XF501, Message(say::withheld_key, source_text(core.span))};
        return up ? value->ceil() : value->floor();
    };
    const auto first = end(low, true);
    if (const auto* failure = std::get_if<Failure>(&first)) return *failure;
    Whole out{std::get<Rational>(first), std::nullopt};
    if (high != nullptr) {
        const auto last = end(*high, false);
        if (const auto* failure = std::get_if<Failure>(&last)) return *failure;
        out.high = std::get<Rational>(last);
    }
    return out;
}

}  // namespace crossfoot
