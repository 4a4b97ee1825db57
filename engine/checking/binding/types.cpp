// Types: one node of each shape, joined and taken apart.
#include <algorithm>

#include "engine/checking/binding/binder.hpp"

namespace crossfoot {

NodeId Binder::add_node(Type& type, NodeId node) {
    const ShapeId shape = shapes_.shape(node);
    const auto there = std::find_if(type.nodes.begin(), type.nodes.end(), [&](NodeId each) { return shapes_.shape(each) == shape; });
    if (there != type.nodes.end()) return *there;
    type.nodes.push_back(node);
    return node;
}

void Binder::add_step(Type& type, NodeId node, const Type& base, NodeId from) {
    const NodeId kind = add_node(type, node);
    const auto first = std::lower_bound(base.stars.begin(), base.stars.end(), from,
                                        [](const Starred& star, NodeId wanted) { return star.node < wanted; });
    for (auto star = first; star != base.stars.end() && star->node == from; ++star) type.stars.push_back({kind, star->key});
}

void Binder::settle_stars(Type& type) {
    std::sort(type.stars.begin(), type.stars.end());
    type.stars.erase(std::unique(type.stars.begin(), type.stars.end()), type.stars.end());
}

Type Binder::type_of(NodeId node) const {
    Type out;
    out.form = Type::Form::value;
    out.exact = true;
    out.nodes.push_back(node);
    if (dataset_.node(node).kind == NodeKind::figure) {
        const Figure& figure = dataset_.figure(node);
        if (figure.state == FigureState::known && figure.unit == 0 && figure.value.is_whole())
            out.keys.push_back(figure.value.fixed(0, Rational::Direction::nearest));
    }
    if (dataset_.node(node).kind == NodeKind::text) out.keys.push_back(dataset_.text(node));
    return out;
}

void Binder::merge(Type& into, const Type& from) {
    if (from.form == Type::Form::unknown) return;
    if (into.form == Type::Form::unknown) into.form = from.form;
    into.exact = false;
    for (const NodeId node : from.nodes) add_node(into, node);
    for (const Quantity& quantity : from.numbers) {
        const auto there = std::find_if(into.numbers.begin(), into.numbers.end(), [&](const Quantity& each) {
            return each.dimension == quantity.dimension && each.notation == quantity.notation && each.any == quantity.any &&
                   each.rate == quantity.rate && each.factor == quantity.factor && each.literal.has_value() == quantity.literal.has_value();
        });
        if (there == into.numbers.end()) into.numbers.push_back(quantity);
        else if (quantity.literal && there->literal->abs() < quantity.literal->abs()) there->literal = quantity.literal;
    }
    into.text = into.text || from.text;
    into.date = into.date || from.date;
    into.truth = into.truth || from.truth;
    into.absent = into.absent || from.absent;
    if (into.group.empty()) into.group = from.group;
}

void Binder::gather_keys(Type& element, const Type& domain, bool tables) {
    element.keys.clear();
    if (!domain.keys.empty() && domain.form == Type::Form::collection) {
        element.keys = domain.keys;
        return;
    }
    if (domain.nodes.size() != 1 || domain.form != Type::Form::value) return;
    const NodeKind kind = dataset_.node(domain.nodes[0]).kind;
    if (kind != NodeKind::array && !(tables && kind == NodeKind::table)) return;
    for (const NodeId child : dataset_.children(domain.nodes[0])) {
        const Type type = type_of(child);
        if (type.keys.empty() || element.keys.size() >= kMostKeys) {
            element.keys.clear();
            return;
        }
        if (std::find(element.keys.begin(), element.keys.end(), type.keys[0]) == element.keys.end()) element.keys.push_back(type.keys[0]);
    }
}

Type Binder::elements(const Type& type, bool tables) {
    Type out;
    if (!type.known()) return out;
    const bool single = type.form == Type::Form::value;
    out.form = Type::Form::value;
    out.absent = type.absent;
    out.text = type.text;
    out.date = type.date;
    out.truth = type.truth;
    out.numbers = type.numbers;
    out.group = type.group;
    out.own_keys = type.own_keys;
    bool empty_array = false;
    for (const NodeId node : type.nodes) {
        const NodeKind kind = dataset_.node(node).kind;
        if (kind == NodeKind::array || (single && tables && kind == NodeKind::table)) {
            empty_array = empty_array || shapes_.kinds_of_children(node).empty();
            out.own_keys = false;
            for (const NodeId child : shapes_.kinds_of_children(node)) add_step(out, child, type, node);
        } else {
            add_step(out, node, type, node);
        }
    }
    settle_stars(out);
    gather_keys(out, type, tables);
    const bool nothing = out.nodes.empty() && out.numbers.empty() && !out.text && !out.date && !out.truth && out.group.empty();
    if (nothing || (empty_array && out.nodes.empty())) out.form = Type::Form::unknown;   // over nothing, nothing is known
    return out;
}

}  // namespace crossfoot
