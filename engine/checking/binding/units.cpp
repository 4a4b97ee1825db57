// What may be added, compared and taken together: dimensions, counts with names, percentages, points and changes.
#include <algorithm>

#include "engine/checking/binding/binder.hpp"
#include "engine/checking/messages.hpp"

namespace crossfoot {

namespace {

const Rational kSecondsOfDay = 86'400;

bool duration(const Units& units, const Dimension& dimension) { return units.base_name(dimension) == "s"; }

bool rate(Notation notation) {
    return notation == Notation::percent || notation == Notation::permille || notation == Notation::point;
}

}  // namespace

bool Binder::named_count(const Dimension& dimension) const {
    if (dimension.factors.size() != 1 || dimension.factors[0].power != 1) return false;
    Unit unit;
    unit.dimension = dimension;
    return units_.kind(unit) == Kind::count;
}

bool Binder::plain(const Quantity& quantity) {
    return quantity.dimension.is_number() && quantity.notation == Notation::number;
}

Quantity Binder::quantity_of(NodeId figure, Span span) const {
    const Figure& read = dataset_.figure(figure);
    const Unit& unit = units_.unit(read.unit);
    Quantity out{unit.dimension, unit.notation, false, false, figure, span};
    // 0 and a withheld figure without unit have every unit, and so has a missing one
    const bool bare = read.unit == 0 && (read.state == FigureState::suppressed || read.value.is_zero());
    out.any = read.state == FigureState::missing || bare;
    return out;
}

Message Binder::describe(const Quantity& quantity) const {
    if (quantity.notation == Notation::change) return Message(say::a_change);
    if (quantity.dimension.is_number()) {
        if (quantity.notation == Notation::point) return Message(say::a_point);
        if (rate(quantity.notation)) return Message(say::a_percentage);
        return Message(say::a_number);
    }
    return Message(say::unit_of, units_.readable(quantity.dimension, dataset_.manifest.language));
}

Message Binder::describe(NodeId node) const {
    switch (dataset_.node(node).kind) {
        case NodeKind::table: return Message(say::a_table);
        case NodeKind::array: return Message(say::a_list);
        case NodeKind::figure: return Message(say::a_figure);
        case NodeKind::text: return Message(say::a_text);
        case NodeKind::date: return Message(say::a_date);
        case NodeKind::truth: return Message(say::a_truth);
    }
    return {};
}

Message Binder::describe(const Type& type) const {
    if (type.form == Type::Form::collection) return Message(say::a_collection);
    if (type.form == Type::Form::range) return Message(say::a_range);
    if (!type.group.empty()) return Message(say::a_group);
    if (!type.nodes.empty()) return describe(type.nodes.front());
    if (type.text) return Message(say::a_text);
    if (type.date) return Message(say::a_date);
    if (type.truth) return Message(say::a_truth);
    return Message(say::a_figure);
}

bool Binder::require_one(const Bound& bound) {
    if (bound.type.form == Type::Form::range) {
        report(Code::XF402, bound.core->span, Message(say::cannot_range));
        return false;
    }
    if (bound.type.form != Type::Form::collection || bound.type.filtered) return true;
    report(Code::XF403, bound.core->span, Message(say::one_value)).suggest(Message(say::use_aggregates));
    return false;
}

namespace {

// Such a name would take a part of the number before it: it is no label.
bool holds_digit(std::string_view name) {
    return std::any_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

void Binder::text_as_figure(NodeId node, Span span) {
    const NotAFigure* why = dataset_.why_unread(node);
    const std::string& text = dataset_.text(node);
    Message reason(say::no_figure_in_it);
    if (why != nullptr && why->end > why->begin)
        reason = Message(say::could_not_read, text.substr(why->begin, why->end - why->begin));
    Diagnostic& made = report(Code::XF405, span, Message(say::text_as_figure, text, reason));
    made.label(why != nullptr ? dataset_.inside(node, why->begin, why->end) : dataset_.node(node).span,
               Message(say::comes_from, dataset_.path(node)));
    if (why != nullptr && !why->nearest_unit.empty()) made.suggest(Message(say::nearest_unit, why->nearest_unit));
    else if (why != nullptr && why->end > why->begin && !holds_digit(text.substr(why->begin, why->end - why->begin)))
        made.suggest(Message(say::declare_noun, text.substr(why->begin, why->end - why->begin)));
}

void Binder::not_a_number(NodeId node, Span span) {
    const NodeKind kind = dataset_.node(node).kind;
    const bool list = kind == NodeKind::array;
    Diagnostic& made = report(list ? Code::XF403 : Code::XF402, span,
                              list ? Message(say::one_value) : Message(say::expected_number, describe(node)));
    made.label(dataset_.node(node).span, Message(say::comes_from, dataset_.path(node)));
    if (list) made.suggest(Message(say::use_aggregates));
    if (kind == NodeKind::table) made.suggest(Message(say::table_children, written(span)));
}

std::vector<Quantity> Binder::quantities(const Type& type, Span span) {
    std::vector<Quantity> out;
    if (!type.known()) return out;
    if (type.text || type.date || type.truth || !type.group.empty()) {
        report(Code::XF402, span, Message(say::expected_number, describe(type)));
        return out;
    }
    for (const NodeId node : type.nodes) {
        const Node& read = dataset_.node(node);
        if (read.kind == NodeKind::figure) {
            out.push_back(quantity_of(node, span));
        } else if (read.kind == NodeKind::text) {
            text_as_figure(node, span);
            return {};
        } else {
            not_a_number(node, span);
            return {};
        }
    }
    for (Quantity quantity : type.numbers) {
        quantity.span = span;
        out.push_back(std::move(quantity));
    }
    return out;
}

std::vector<Quantity> Binder::quantities(const Bound& bound) {
    if (!bound.type.known() || !require_one(bound)) return {};
    return quantities(bound.type, bound.core->span);
}

std::optional<Quantity> Binder::agree(const Quantity& a, const Quantity& b, Verb verb) {
    const auto with_notation = [&](const Quantity& of) {
        Quantity out = of;
        if (a.notation != b.notation && a.dimension.is_number() && b.dimension.is_number() && !a.any && !b.any)
            out.notation = rate(a.notation) && rate(b.notation) ? Notation::percent : Notation::number;
        return out;
    };
    if (verb == Verb::compared) {
        const bool ab = a.notation == Notation::change && b.notation == Notation::point;
        const bool ba = b.notation == Notation::change && a.notation == Notation::point;
        if ((ab || ba) && !a.any && !b.any) {
            Diagnostic& made = report(Code::XF404, a.span.valid() ? a.span : b.span, Message(say::change_and_points));
            made.at = Message(say::this_is, describe(a));
            if (b.span.valid()) made.label(b.span, Message(say::this_is, describe(b)));
            made.suggest(Message(say::use_difference));
            return std::nullopt;
        }
    }
    if (a.any) return b;
    if (b.any) return a;
    if (a.dimension == b.dimension) {
        Quantity out = with_notation(a);
        out.days = a.days && b.days;
        return out;
    }
    if (plain(a) && (named_count(b.dimension) || (a.days && duration(units_, b.dimension)))) return b;
    if (plain(b) && (named_count(a.dimension) || (b.days && duration(units_, a.dimension)))) return a;
    const Template& how = verb == Verb::added        ? say::added
                          : verb == Verb::subtracted ? say::subtracted
                          : verb == Verb::compared   ? say::compared
                                                     : say::gathered;
    Diagnostic& made = report(Code::XF401, a.span, Message(say::units_differ, describe(a), describe(b), Message(how)));
    made.at = Message(say::this_is, describe(a));
    if (b.span.valid() && !(b.span == a.span)) made.label(b.span, Message(say::this_is, describe(b)));
    for (const Quantity* each : {&a, &b})
        if (each->from != kNoNode) made.label(dataset_.node(each->from).span, Message(say::comes_from, dataset_.path(each->from)));
    return std::nullopt;
}

std::optional<Quantity> Binder::agree_all(const std::vector<Quantity>& all, Verb verb) {
    if (all.empty()) return std::nullopt;
    Quantity out = all.front();
    for (std::size_t i = 1; i < all.size(); ++i) {
        const auto both = agree(out, all[i], verb);
        if (!both) return std::nullopt;
        out = *both;
    }
    return out;
}

void Binder::settle_days(Bound& bound, const Quantity& agreed) {
    if (!duration(units_, agreed.dimension)) return;
    const auto& numbers = bound.type.numbers;
    if (!std::any_of(numbers.begin(), numbers.end(), [](const Quantity& q) { return q.days; })) return;
    CorePtr seconds = make(Op::multiply, bound.core->span);
    CorePtr factor = make(Op::number, bound.core->span);
    factor->number = kSecondsOfDay;
    seconds->args.push_back(std::move(bound.core));
    seconds->args.push_back(std::move(factor));
    bound.core = std::move(seconds);
}

}  // namespace crossfoot
