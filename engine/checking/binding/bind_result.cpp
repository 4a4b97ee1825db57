// What the other built-in functions take and give.
#include <algorithm>

#include "engine/checking/binding/binder.hpp"
#include "engine/checking/messages.hpp"

namespace crossfoot {

Type Binder::result_of(const FunctionEntry& function, std::vector<Bound>& arguments, Span span, Dimension& dimension) {
    const auto one = [&](std::size_t i) { return agree_all(quantities(arguments[i]), Verb::gathered); };
    const auto flat = [&](std::size_t from) {
        std::vector<Quantity> all;
        for (std::size_t i = from; i < arguments.size(); ++i) {
            if (!arguments[i].type.known()) continue;
            Type inner = elements(arguments[i].type, false);
            const auto found = quantities(inner, arguments[i].core->span);
            all.insert(all.end(), found.begin(), found.end());
        }
        return all;
    };
    const auto number = [&](Quantity quantity) {
        quantity.from = kNoNode;
        quantity.span = span;
        return Type::number(std::move(quantity));
    };
    switch (function.function) {
        case Function::change:
        case Function::difference:
        case Function::share: {
            const auto a = one(0), b = one(1);
            if (!a || !b) return {};
            const auto both = agree(*a, *b, function.function == Function::difference ? Verb::subtracted : Verb::compared);
            if (!both) return {};
            if (function.function == Function::difference) return number(*both);
            Quantity out;
            if (function.function == Function::change) out.notation = Notation::change;
            out.rate = true;
            out.size = Rational(1, 100);
            return number(out);
        }
        case Function::ratio: {
            const auto a = one(0), b = one(1);
            if (!a || !b) return {};
            Quantity out;
            out.dimension = a->dimension / b->dimension;
            return number(out);
        }
        case Function::exactly: return arguments[0].type;
        case Function::same:
        case Function::unique:
        case Function::ascending:
        case Function::descending: {
            // numbers among themselves, texts or dates among themselves
            std::vector<Bound> sides;
            for (Bound& argument : arguments) {
                if (!argument.type.known()) return Type::of_truth();
                if (argument.type.form == Type::Form::value && function.function != Function::same) {
                    const bool array = !argument.type.nodes.empty() && dataset_.node(argument.type.nodes.front()).kind == NodeKind::array;
                    if (!array) {
                        report(Code::XF406, argument.core->span, Message(say::needs_collection, describe(argument.type)));
                        return Type::of_truth();
                    }
                }
                Type inner = elements(argument.type, false);
                if (!inner.known()) return Type::of_truth();
                sides.push_back({make(Op::truth, argument.core->span), std::move(inner)});
            }
            const bool ordered = function.function == Function::ascending || function.function == Function::descending;
            const auto comparison = ordered ? ast::Comparison::less_equal : ast::Comparison::equal;
            if (function.function == Function::unique && !sides.empty() && !sides.front().type.nodes.empty() && sides.front().type.numbers.empty()) {
                // among texts, figures stand for their printed form: any mixture is fine
                const bool texts = std::any_of(sides.front().type.nodes.begin(), sides.front().type.nodes.end(), [&](NodeId node) {
                    return dataset_.node(node).kind == NodeKind::text;
                });
                if (texts) return Type::of_truth();
            }
            check_comparable(sides, {comparison}, dimension);
            return Type::of_truth();
        }
        case Function::mixture: {
            const auto overall = one(0);
            std::vector<Quantity> all = flat(1);
            if (!overall || all.empty()) return Type::of_truth();
            all.insert(all.begin(), *overall);
            if (const auto agreed = agree_all(all, Verb::compared)) dimension = agreed->dimension;
            return Type::of_truth();
        }
        case Function::attainable: {
            const auto rate = one(0), base = one(1);
            if (!rate || !base) return Type::of_truth();
            if (!rate->dimension.is_number() && !rate->any)
                report(Code::XF401, arguments[0].core->span, Message(say::expected_rate, describe(*rate)));
            const bool counted = plain(*base) || base->any || (!base->dimension.is_number() && named_count(base->dimension));
            if (!counted) report(Code::XF401, arguments[1].core->span, Message(say::expected_count, describe(*base)));
            return Type::of_truth();
        }
        case Function::present:
        case Function::missing:
            require_one(arguments[0]);
            return Type::of_truth();
        case Function::known: {
            if (!arguments[0].type.known()) return {};
            const bool array = !arguments[0].type.nodes.empty() && dataset_.node(arguments[0].type.nodes.front()).kind == NodeKind::array;
            if (arguments[0].type.form != Type::Form::collection && !array) {
                report(Code::XF406, arguments[0].core->span, Message(say::needs_collection, describe(arguments[0].type)));
                return {};
            }
            const bool starred = arguments[0].type.starred;
            Type out = elements(arguments[0].type, false);
            if (out.known()) out.form = Type::Form::collection;
            out.starred = starred;
            out.absent = false;
            return out;
        }
        case Function::key: {
            if (!arguments[0].type.known() || !require_one(arguments[0])) return {};
            Type out = Type::of_text();
            const Type& of = arguments[0].type;
            if (of.exact) {
                out.keys.emplace_back(dataset_.key(of.nodes.front()));
            } else if (of.own_keys && of.numbers.empty() && !of.stars.empty() && of.stars.size() <= kMostKeys) {
                for (const Starred& star : of.stars)
                    if (out.keys.empty() || out.keys.back() != star.key) out.keys.emplace_back(star.key);
                const bool elements = std::any_of(of.stars.begin(), of.stars.end(), [](const Starred& star) { return star.key.data() == nullptr; });
                if (elements) out.keys.clear();
            }
            return out;
        }
        case Function::length:
        case Function::lower:
            if (!arguments[0].type.known() || !require_text(arguments[0])) return {};
            return function.function == Function::lower ? Type::of_text() : number({});
        case Function::starts:
        case Function::ends:
        case Function::contains:
            for (const Bound& argument : arguments)
                if (argument.type.known()) require_text(argument);
            return Type::of_truth();
        case Function::prefix: {
            if (arguments[0].type.known()) require_text(arguments[0]);
            const auto count = one(1);
            if (count && !count->any && !plain(*count)) report(Code::XF401, arguments[1].core->span, Message(say::expected_count, describe(*count)));
            return Type::of_text();
        }
        case Function::abs: {
            const auto found = one(0);
            if (!found) return {};
            Quantity out = *found;
            out.literal.reset();
            return number(out);
        }
        case Function::year:
        case Function::month:
        case Function::weekday:
        case Function::days: {
            for (const Bound& argument : arguments) {
                if (!argument.type.known() || !require_one(argument)) return {};
                require_date(argument.type, argument.core->span);
            }
            Quantity out;
            out.days = function.function == Function::days;
            return number(out);
        }
        default: return {};
    }
}

bool Binder::require_text(const Bound& bound) {
    const Type& type = bound.type;
    if (!require_one(bound)) return false;
    const bool fits = !type.date && !type.truth && type.group.empty() && std::all_of(type.nodes.begin(), type.nodes.end(), [&](NodeId node) {
        const NodeKind kind = dataset_.node(node).kind;
        return kind == NodeKind::text || kind == NodeKind::figure;
    });
    if (!fits) report(Code::XF402, bound.core->span, Message(say::expected_text, describe(type)));
    return true;
}

}  // namespace crossfoot
