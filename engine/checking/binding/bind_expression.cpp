// Literals, arithmetic, connectives, domains and lists.
#include <algorithm>
#include <set>

#include "engine/checking/binding/binder.hpp"
#include "engine/checking/messages.hpp"
#include "engine/quantity/numeral.hpp"
#include "engine/text/nearest.hpp"

namespace crossfoot {

Bound Binder::bind(const ast::Expr& expr, Env& env) {
    if (parts_ > kMostParts || looked_ > 2 * kMostLooked) {
        if (!too_large_) report(Code::XF410, expr.span, Message(say::too_large_rule, kMostParts));
        too_large_ = true;
        return {make(Op::truth, expr.span), {}};
    }
    const Span span = expr.span;
    return std::visit(
        [&](const auto& node) -> Bound {
            using Form = std::decay_t<decltype(node)>;
            if constexpr (std::is_same_v<Form, ast::NumberPtr>) return bind_number(*node, span);
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
                auto found = agree_all(quantities(operand), Verb::gathered);
                if (found && found->literal) found->literal = -*found->literal;
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
    if (literal.unit.empty() && !quantity.any) quantity.literal = literal.number;
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
        core->literal = std::make_unique<Unit>(unit);
        quantity.rate = unit.dimension.is_number() && unit.size < Rational(1);
        quantity.size = size;
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

namespace {

// What numbers of the rule make of a rate: twice a rate is one, a hundred times a rate is a number in the hundreds.
void take_factors(Quantity& out, const Quantity& first, const Quantity& second, Op op) {
    const bool multiplied = op == Op::multiply;
    out.factor = multiplied ? first.factor * second.factor : second.factor.is_zero() ? Rational(1) : first.factor / second.factor;
    if (first.literal && second.literal) return;
    const auto by = [&](const Quantity& of, const Rational& number) {
        if (number.is_zero()) return;
        out.factor *= multiplied ? number : Rational(1) / number;
        out.rate = of.rate && number.abs() < Rational(10);
        out.size = of.size;
    };
    if (second.literal) by(first, *second.literal);
    else if (first.literal && multiplied) by(second, *first.literal);
}

}  // namespace

Bound Binder::bind_arithmetic(const ast::Binary& binary, Span span, Env& env) {
    Bound left = bind(*binary.left, env), right = bind(*binary.right, env);
    if (dated(left.type) || dated(right.type)) return bind_date_arithmetic(std::move(left), std::move(right), binary.op, span);
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
                Quantity out = *both;
                out.from = kNoNode;
                if (beside_rate(*first, *second) || beside_rate(*second, *first)) out.rate = false;
                type = Type::number(std::move(out));
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
            take_factors(out, *first, *second, op);
            out.any = (first->any && op == Op::multiply) || (second->any && op == Op::multiply) || (first->any && op == Op::divide);
            type = Type::number(out);
            break;
        }
    }
    if (type.known() && op != Op::divide) type.keys = computed_keys(op, left.type.keys, right.type.keys);
    CorePtr core = make(op, span);
    core->args.push_back(std::move(left.core));
    core->args.push_back(std::move(right.core));
    return {std::move(core), std::move(type)};
}

std::vector<std::string> Binder::computed_keys(Op op, const std::vector<std::string>& left, const std::vector<std::string>& right) {
    std::vector<std::string> out;
    if (left.size() * right.size() > kMostKeys) return out;
    const auto digits = [](std::string_view key) {
        if (key.starts_with('-')) key.remove_prefix(1);
        return !key.empty() && key.size() <= 34 && key.find_first_not_of("0123456789") == std::string_view::npos;
    };
    const auto whole = [&](const std::vector<std::string>& keys) {
        std::vector<Rational> numbers;
        for (const std::string& key : keys)
            if (digits(key)) numbers.push_back(Rational::from_decimal(key));
        return numbers.size() == keys.size() ? numbers : std::vector<Rational>();
    };
    std::set<std::string> seen;
    for (const Rational& a : whole(left))
        for (const Rational& b : whole(right)) {
            std::string key = (op == Op::add ? a + b : op == Op::subtract ? a - b : a * b).fixed(0, Rational::Direction::nearest);
            if (seen.insert(key).second) out.push_back(std::move(key));
        }
    return out;
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

Bound Binder::bind_some(const ast::Some& some, Span span, Env& env) {
    CorePtr core = make(Op::some, span);
    BoundDomain domain = bind_domain(*some.domain, env, false, false);
    core->flag = domain.range;
    core->slot = new_slot();
    Bound body = bind_member(some.name, core->slot, domain, *some.body, env, [&] { return bind_truth(*some.body, env); });
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
