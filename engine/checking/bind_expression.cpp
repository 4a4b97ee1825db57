// Operators, relations, domains.
#include <re2/re2.h>

#include <algorithm>

#include "engine/checking/binder.hpp"
#include "engine/checking/messages.hpp"
#include "engine/quantity/numeral.hpp"
#include "engine/text/nearest.hpp"

namespace crossfoot {

Bound Binder::bind(const ast::Expr& expr, Env& env) {
    if (parts_ > kMostParts) {
        if (!too_large_) report(Code::XF410, expr.span, Message(say::too_large_rule, kMostParts));
        too_large_ = true;
        return {make(Op::truth, expr.span), {}};
    }
    const Span span = expr.span;
    return std::visit(
        [&](const auto& node) -> Bound {
            using Form = std::decay_t<decltype(node)>;
            if constexpr (std::is_same_v<Form, ast::NumberLiteral>) return bind_number(node, span);
            else if constexpr (std::is_same_v<Form, ast::DateLiteral>) {
                CorePtr core = make(Op::date, span);
                core->day = {node.day, node.day};
                return {std::move(core), Type::of_date()};
            } else if constexpr (std::is_same_v<Form, ast::TextLiteral>) {
                CorePtr core = make(Op::text, span);
                core->text = node.value;
                Type type = Type::of_text();
                type.keys.push_back(node.value);
                return {std::move(core), std::move(type)};
            } else if constexpr (std::is_same_v<Form, ast::TruthLiteral>) {
                CorePtr core = make(Op::truth, span);
                core->flag = node.value;
                return {std::move(core), Type::of_truth()};
            } else if constexpr (std::is_same_v<Form, ast::Name>) return bind_name(node.text, span, env);
            else if constexpr (std::is_same_v<Form, ast::Keys>) return bind_keys(node, span, env);
            else if constexpr (std::is_same_v<Form, ast::List>) return bind_list(node, span, env);
            else if constexpr (std::is_same_v<Form, ast::Paren>) return bind(*node.inner, env);
            else if constexpr (std::is_same_v<Form, ast::Call>) return bind_call(node, span, env);
            else if constexpr (std::is_same_v<Form, ast::Child>) return bind_child(bind(*node.base, env), node.key.text, node.key.span, span);
            else if constexpr (std::is_same_v<Form, ast::Star>) return bind_star(bind(*node.base, env), span);
            else if constexpr (std::is_same_v<Form, ast::Some_of>) return bind_some_of(bind(*node.base, env), node.keys, span);
            else if constexpr (std::is_same_v<Form, ast::AllRows>) return bind_all_rows(bind(*node.base, env), span);
            else if constexpr (std::is_same_v<Form, ast::Index>) return bind_index(node, span, env);
            else if constexpr (std::is_same_v<Form, ast::Except>) return bind_except(node, span, env);
            else if constexpr (std::is_same_v<Form, ast::Negate>) {
                Bound operand = bind(*node.operand, env);
                const auto found = agree_all(quantities(operand), Verb::gathered);
                CorePtr core = make(Op::negate, span);
                core->args.push_back(std::move(operand.core));
                Type type = found ? Type::number(*found) : Type();
                return {std::move(core), std::move(type)};
            } else if constexpr (std::is_same_v<Form, ast::Binary>) return bind_arithmetic(node, span, env);
            else if constexpr (std::is_same_v<Form, ast::Relation>) return bind_relation(node, span, env);
            else if constexpr (std::is_same_v<Form, ast::Membership>) return bind_membership(node, span, env);
            else if constexpr (std::is_same_v<Form, ast::Matches>) return bind_matches(node, span, env);
            else if constexpr (std::is_same_v<Form, ast::Connective>) {
                CorePtr core = make(node.op == ast::Logic::conjunction ? Op::conjunction : Op::disjunction, span);
                for (const ast::ExprPtr& each : node.operands) core->args.push_back(bind_truth(*each, env).core);
                return {std::move(core), Type::of_truth()};
            } else if constexpr (std::is_same_v<Form, ast::Not>) {
                CorePtr core = make(Op::negation, span);
                core->args.push_back(bind_truth(*node.operand, env).core);
                return {std::move(core), Type::of_truth()};
            } else if constexpr (std::is_same_v<Form, ast::If>) {
                CorePtr core = make(Op::implication, span);
                core->args.push_back(bind_truth(*node.condition, env).core);
                core->args.push_back(bind_truth(*node.consequence, env).core);
                return {std::move(core), Type::of_truth()};
            } else {
                static_assert(std::is_same_v<Form, ast::Some>);
                return bind_some(node, span, env);
            }
        },
        expr.node);
}

Bound Binder::bind_number(const ast::NumberLiteral& literal, Span span) {
    CorePtr core = make(Op::number, span);
    core->number = literal.number;
    Quantity quantity;
    quantity.span = span;
    quantity.any = literal.number.is_zero() && literal.unit.empty();
    Rational size = 1;
    Kind kind = Kind::count;
    if (!literal.unit.empty()) {
        const auto found = parse_literal_unit(literal.unit, units_, dataset_.manifest.language);
        if (!found) {
            Diagnostic& made = report(Code::XF409, literal.unit_span, Message(say::unknown_unit, literal.unit));
            const auto near = nearest(literal.unit, units_.spellings(dataset_.manifest.language), 1);
            if (!near.empty()) made.suggest(Message(say::did_you_mean, "`" + near.front() + "`"));
            return {std::move(core), {}};
        }
        const Unit& unit = units_.unit(*found);
        quantity.dimension = unit.dimension;
        quantity.notation = unit.notation;
        size = unit.size;
        kind = units_.kind(unit);
        core->number = literal.number * size;
    }
    if (!literal.qualifier.empty()) {
        std::string digits = literal.digits;
        std::erase(digits, '_');
        Reading reading;
        reading.language = Language::en;
        const ReadResult read = read_figure(literal.qualifier + " " + digits, reading, units_);
        if (const auto* figure = std::get_if<Figure>(&read)) {
            Interval range = figure->range;
            // a lower end of 0 belongs to counts and measures only
            const bool from_zero = kind == Kind::count || kind == Kind::measure;
            const bool zero = !range.low.unbounded && range.low.value.is_zero() && !range.low.open;
            if (!from_zero && zero && !range.is_point()) range.low = End::infinite();
            core->range = std::make_unique<Interval>(range * Interval::point(size));
        }
    }
    Type type = Type::number(quantity);
    if (literal.unit.empty() && literal.qualifier.empty() && literal.number.is_whole())
        type.keys.push_back(literal.number.fixed(0, Rational::Direction::nearest));
    return {std::move(core), std::move(type)};
}

Bound Binder::bind_arithmetic(const ast::Binary& binary, Span span, Env& env) {
    Bound left = bind(*binary.left, env), right = bind(*binary.right, env);
    const auto a = quantities(left), b = quantities(right);
    const auto first = agree_all(a, Verb::gathered), second = agree_all(b, Verb::gathered);
    Type type;
    Op op = Op::add;
    switch (binary.op) {
        case ast::Arithmetic::add:
        case ast::Arithmetic::subtract: {
            op = binary.op == ast::Arithmetic::add ? Op::add : Op::subtract;
            if (!first || !second) break;
            if (const auto both = agree(*first, *second, op == Op::add ? Verb::added : Verb::subtracted)) {
                settle_days(left, *both);
                settle_days(right, *both);
                type = Type::number(*both);
                type.numbers.front().from = kNoNode;
            }
            break;
        }
        case ast::Arithmetic::multiply:
        case ast::Arithmetic::divide: {
            op = binary.op == ast::Arithmetic::multiply ? Op::multiply : Op::divide;
            if (!first || !second) break;
            Quantity out;
            out.dimension = op == Op::multiply ? first->dimension * second->dimension : first->dimension / second->dimension;
            // a percentage times or over a plain number stays one
            if (out.dimension.is_number() && second->notation == Notation::number && second->dimension.is_number()) out.notation = first->notation;
            else if (op == Op::multiply && out.dimension.is_number() && first->notation == Notation::number) out.notation = second->notation;
            out.any = (first->any && op == Op::multiply) || (second->any && op == Op::multiply) || (first->any && op == Op::divide);
            type = Type::number(out);
            break;
        }
    }
    CorePtr core = make(op, span);
    core->args.push_back(std::move(left.core));
    core->args.push_back(std::move(right.core));
    return {std::move(core), std::move(type)};
}

Bound Binder::bind_truth(const ast::Expr& expr, Env& env) {
    Bound out = bind(expr, env);
    if (!out.type.known() || out.type.is_truth()) return out;
    if (!require_one(out)) return out;
    const bool truths = !out.type.nodes.empty() && out.type.numbers.empty() && !out.type.text && !out.type.date &&
                        std::all_of(out.type.nodes.begin(), out.type.nodes.end(), [&](NodeId node) {
                            const bool missing = dataset_.node(node).kind == NodeKind::figure && dataset_.figure(node).state == FigureState::missing;
                            return dataset_.node(node).kind == NodeKind::truth || missing;
                        });
    if (!truths) report(Code::XF402, expr.span, Message(say::expected_truth, describe(out.type)));
    return out;
}

namespace {

// Which kinds of value an expression may have, for comparing.
struct Kinds {
    bool number = false, text = false, date = false, truth = false, other = false;
    NodeId unread = kNoNode, plain_text = kNoNode;
    bool computed_number = false;
};

}  // namespace

void Binder::check_comparable(const std::vector<Bound>& sides, const std::vector<ast::Comparison>& comparisons, Dimension& dimension) {
    std::vector<Kinds> kinds;
    for (const Bound& side : sides) {
        if (!side.type.known() || !require_one(side)) return;
        Kinds found;
        for (const NodeId node : side.type.nodes) {
            switch (dataset_.node(node).kind) {
                case NodeKind::figure:
                    if (dataset_.figure(node).state != FigureState::missing) found.number = true;
                    break;
                case NodeKind::text:
                    found.text = true;
                    (dataset_.node(node).unread ? found.unread : found.plain_text) = node;
                    break;
                case NodeKind::date: found.date = true; break;
                case NodeKind::truth: found.truth = true; break;
                case NodeKind::table:
                case NodeKind::array: found.other = true; break;
            }
        }
        found.computed_number = !side.type.numbers.empty();
        found.number = found.number || found.computed_number;
        found.text = found.text || side.type.text;
        found.date = found.date || side.type.date;
        found.truth = found.truth || side.type.truth;
        found.other = found.other || !side.type.group.empty();
        if (found.other) {
            const auto table = std::find_if(side.type.nodes.begin(), side.type.nodes.end(), [&](NodeId node) {
                return dataset_.node(node).kind == NodeKind::table || dataset_.node(node).kind == NodeKind::array;
            });
            const bool node = table != side.type.nodes.end();
            Diagnostic& made = report(Code::XF402, side.core->span, Message(say::expected_number, node ? describe(*table) : describe(side.type)));
            if (node) made.label(dataset_.node(*table).span, Message(say::comes_from, dataset_.path(*table)));
            return;
        }
        kinds.push_back(found);
    }
    const bool any_number = std::any_of(kinds.begin(), kinds.end(), [](const Kinds& k) { return k.number; });
    const bool any_text = std::any_of(kinds.begin(), kinds.end(), [](const Kinds& k) { return k.text; });
    const bool any_date = std::any_of(kinds.begin(), kinds.end(), [](const Kinds& k) { return k.date; });
    const bool any_truth = std::any_of(kinds.begin(), kinds.end(), [](const Kinds& k) { return k.truth; });
    const auto mismatch = [&](std::size_t a, std::size_t b) {
        Diagnostic& made = report(Code::XF402, sides[a].core->span, Message(say::kinds_differ, describe(sides[a].type), describe(sides[b].type)));
        made.at = Message(say::this_is, describe(sides[a].type));
        made.label(sides[b].core->span, Message(say::this_is, describe(sides[b].type)));
        for (const std::size_t side : {a, b})
            if (!sides[side].type.nodes.empty()) {
                const NodeId node = sides[side].type.nodes.front();
                made.label(dataset_.node(node).span, Message(say::comes_from, dataset_.path(node)));
            }
    };
    if (any_text) {
        for (std::size_t i = 0; i < kinds.size(); ++i) {
            const bool beside_number = std::any_of(kinds.begin(), kinds.end(), [&](const Kinds& k) { return &k != &kinds[i] && k.number; });
            // what looks like a figure and could not be read is not compared as a text with figures
            if (kinds[i].unread != kNoNode && beside_number) return text_as_figure(kinds[i].unread, sides[i].core->span);
            const bool computed = std::any_of(kinds.begin(), kinds.end(), [&](const Kinds& k) { return &k != &kinds[i] && k.computed_number; });
            if (kinds[i].plain_text != kNoNode && computed && !kinds[i].number) return text_as_figure(kinds[i].plain_text, sides[i].core->span);
        }
        for (std::size_t i = 0; i < kinds.size(); ++i) {
            if (!kinds[i].date && !kinds[i].truth && !(kinds[i].computed_number && !kinds[i].text)) continue;
            const auto text = static_cast<std::size_t>(std::find_if(kinds.begin(), kinds.end(), [](const Kinds& k) { return k.text; }) - kinds.begin());
            return mismatch(i, text == i ? (i == 0 ? 1 : 0) : text);
        }
    }
    for (std::size_t i = 0; i + 1 < kinds.size(); ++i) {
        const Kinds &a = kinds[i], &b = kinds[i + 1];
        const bool dates = (a.date && (b.number || b.truth)) || (b.date && (a.number || a.truth));
        const bool truths = (a.truth && b.number) || (b.truth && a.number);
        if (dates || truths) return mismatch(i, i + 1);
    }
    if (any_text || any_truth) {
        for (const ast::Comparison comparison : comparisons) {
            if (comparison == ast::Comparison::equal || comparison == ast::Comparison::not_equal) continue;
            report(Code::XF402, cover(sides.front().core->span, sides.back().core->span),
                   Message(say::only_equal, Message(any_text ? say::a_text : say::a_truth)));
            return;
        }
        return;
    }
    if (any_date || !any_number) return;
    std::vector<Quantity> all;
    for (const Bound& side : sides) {
        const auto found = quantities(side);
        if (found.empty() && !side.type.nodes.empty()) return;
        all.insert(all.end(), found.begin(), found.end());
    }
    // every side against every other: the first that does not fit is shown with both places
    for (std::size_t i = 0; i < all.size(); ++i)
        for (std::size_t j = i + 1; j < all.size(); ++j)
            if (!(all[i].span == all[j].span) && !agree(all[i], all[j], Verb::compared)) return;
    for (const Quantity& each : all)
        if (!each.any && !(each.dimension.is_number())) dimension = each.dimension;
}

Bound Binder::bind_relation(const ast::Relation& relation, Span span, Env& env) {
    CorePtr core = make(Op::relation, span);
    std::vector<Bound> sides;
    for (const ast::ExprPtr& side : relation.sides) sides.push_back(bind(*side, env));
    core->comparisons = relation.comparisons;
    check_comparable(sides, relation.comparisons, core->dimension);
    Quantity agreed;
    agreed.dimension = core->dimension;
    for (Bound& side : sides) settle_days(side, agreed);
    // exactly(…) anywhere on a side takes the whole relation at its printed values
    const auto exactly = [](const auto& self, const Core& at) -> bool {
        if (at.op == Op::call && at.function == Function::exactly) return true;
        return std::any_of(at.args.begin(), at.args.end(), [&](const CorePtr& each) { return each && self(self, *each); });
    };
    for (Bound& side : sides) {
        core->flag = core->flag || exactly(exactly, *side.core);
        core->args.push_back(std::move(side.core));
    }
    if (relation.within) {
        Bound within = bind(*relation.within, env);
        const auto found = agree_all(quantities(within), Verb::gathered);
        core->has_within = true;
        if (found) {
            core->relative = found->notation == Notation::percent || found->notation == Notation::permille;
            if (!core->relative && core->args.front()) {
                for (const Bound& side : sides) {
                    const auto of_side = quantities(side.type, relation.sides[static_cast<std::size_t>(&side - sides.data())]->span);
                    if (of_side.empty()) continue;
                    Quantity tolerance = *found;
                    tolerance.span = relation.within->span;
                    agree(of_side.front(), tolerance, Verb::compared);
                    break;
                }
            }
        }
        settle_days(within, agreed);
        core->args.push_back(std::move(within.core));
    }
    return {std::move(core), Type::of_truth()};
}

Binder::BoundDomain Binder::bind_domain(const ast::Domain& domain, Env& env, bool tables, bool must_end) {
    BoundDomain out;
    Bound low = bind(*domain.low, env);
    out.range = domain.range;
    if (!domain.range) {
        if (low.type.known()) {
            const bool collection = low.type.form == Type::Form::collection;
            const bool array = !low.type.nodes.empty() && std::all_of(low.type.nodes.begin(), low.type.nodes.end(), [&](NodeId node) {
                const NodeKind kind = dataset_.node(node).kind;
                return kind == NodeKind::array || (tables && kind == NodeKind::table);
            });
            if (!collection && !array) {
                Diagnostic& made = report(Code::XF406, domain.low->span, Message(say::needs_collection, describe(low.type)));
                const bool table = !low.type.nodes.empty() && dataset_.node(low.type.nodes.front()).kind == NodeKind::table;
                if (table) made.suggest(Message(say::table_children, written(domain.low->span)));
            } else {
                out.element = elements(low.type, tables);
            }
        }
        out.low = std::move(low.core);
        return out;
    }
    Quantity number;
    const auto whole = [&](const Bound& end) {
        const auto found = agree_all(quantities(end), Verb::gathered);
        if (found && !found->any && !plain(*found)) report(Code::XF402, end.core->span, Message(say::bad_range_end, std::string("in")));
    };
    whole(low);
    std::vector<std::string> keys = low.type.keys;
    if (domain.high) {
        Bound high = bind(*domain.high, env);
        whole(high);
        out.element = Type::number(number);
        std::int64_t first = 0, last = -1;
        if (low.core->op == Op::number && high.core->op == Op::number && low.core->number.to_int64(first) && high.core->number.to_int64(last) &&
            last - first < 1'000)
            for (std::int64_t n = first; n <= last; ++n) out.element.keys.push_back(std::to_string(n));
        out.high = std::move(high.core);
    } else {
        out.element = Type::number(number);
        if (must_end) report(Code::XF406, domain.span, Message(say::needs_high_end));
    }
    out.low = std::move(low.core);
    return out;
}

Bound Binder::bind_membership(const ast::Membership& membership, Span span, Env& env) {
    CorePtr core = make(Op::membership, span);
    Bound value = bind(*membership.value, env);
    if (!membership.domain.range) {
        BoundDomain domain = bind_domain(membership.domain, env, false, false);
        std::vector<Bound> sides;
        CorePtr stand_in = make(Op::local, membership.domain.span);
        sides.push_back(std::move(value));
        sides.push_back({std::move(stand_in), domain.element});
        core->comparisons = {ast::Comparison::equal};
        check_comparable(sides, core->comparisons, core->dimension);
        core->args.push_back(std::move(sides[0].core));
        core->args.push_back(std::move(domain.low));
        return {std::move(core), Type::of_truth()};
    }
    core->flag = true;
    std::vector<Bound> sides;
    sides.push_back(bind(*membership.domain.low, env));
    sides.push_back(std::move(value));
    core->comparisons = {ast::Comparison::less_equal};
    if (membership.domain.high) {
        sides.push_back(bind(*membership.domain.high, env));
        core->comparisons.push_back(ast::Comparison::less_equal);
    }
    check_comparable(sides, core->comparisons, core->dimension);
    Quantity agreed;
    agreed.dimension = core->dimension;
    for (Bound& side : sides) settle_days(side, agreed);
    core->args.push_back(std::move(sides[1].core));
    core->args.push_back(std::move(sides[0].core));
    if (sides.size() > 2) core->args.push_back(std::move(sides[2].core));
    return {std::move(core), Type::of_truth()};
}

Bound Binder::bind_matches(const ast::Matches& matches, Span span, Env& env) {
    CorePtr core = make(Op::matches, span);
    Bound value = bind(*matches.value, env);
    if (value.type.known() && require_one(value)) {
        const bool fits = !value.type.date && !value.type.truth && value.type.group.empty() &&
                          std::all_of(value.type.nodes.begin(), value.type.nodes.end(), [&](NodeId node) {
                              const NodeKind kind = dataset_.node(node).kind;
                              return kind == NodeKind::text || kind == NodeKind::figure;
                          });
        if (!fits) report(Code::XF402, matches.value->span, Message(say::expected_text, describe(value.type)));
    }
    const re2::RE2*& pattern = patterns_[matches.regex];
    if (pattern == nullptr) {
        re2::RE2::Options options;
        options.set_log_errors(false);
        out_.patterns.push_back(std::make_unique<re2::RE2>(matches.regex, options));
        pattern = out_.patterns.back().get();
    }
    if (!pattern->ok()) report(Code::XF215, matches.regex_span, Message(say::bad_regex, pattern->error()));
    core->regex = pattern;
    core->args.push_back(std::move(value.core));
    return {std::move(core), Type::of_truth()};
}

Bound Binder::bind_some(const ast::Some& some, Span span, Env& env) {
    CorePtr core = make(Op::some, span);
    BoundDomain domain = bind_domain(some.domain, env, false, false);
    core->flag = domain.range;
    core->slot = new_slot();
    env.locals.push_back({some.name.text, core->slot, std::move(domain.element), some.name.span});
    Bound body = bind_truth(*some.body, env);
    env.locals.pop_back();
    core->args.push_back(std::move(domain.low));
    if (domain.high) core->args.push_back(std::move(domain.high));
    core->args.push_back(std::move(body.core));
    return {std::move(core), Type::of_truth()};
}

Bound Binder::bind_list(const ast::List& list, Span span, Env& env) {
    CorePtr core = make(Op::list, span);
    Type out;
    out.form = Type::Form::collection;
    bool unknown = list.items.empty();
    std::vector<std::string> keys;
    bool all_keys = true;
    for (const ast::ExprPtr& item : list.items) {
        Bound bound = bind(*item, env);
        unknown = unknown || !bound.type.known();
        if (bound.type.keys.empty()) all_keys = false;
        keys.insert(keys.end(), bound.type.keys.begin(), bound.type.keys.end());
        merge(out, bound.type);
        core->args.push_back(std::move(bound.core));
    }
    if (all_keys) out.keys = std::move(keys);
    if (unknown) out = {};
    return {std::move(core), std::move(out)};
}

}  // namespace crossfoot
