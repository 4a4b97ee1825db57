// Definitions put in place, and the built-in functions.
#include <algorithm>

#include "engine/checking/binder.hpp"
#include "engine/checking/messages.hpp"
#include "engine/text/nearest.hpp"

namespace crossfoot {

Bound Binder::bind_call(const ast::Call& call, Span span, Env& env) {
    if (Definition* definition = visible(*env.place, call.name.text)) return bind_definition(*definition, &call.arguments, span, env);
    if (const FunctionEntry* function = find_function(call.name.text)) {
        if (!check_arguments(*function, call)) return {make(Op::truth, span), {}};
        return bind_function(*function, call, span, env);
    }
    Diagnostic& made = report(Code::XF302, call.name.span, Message(say::unknown_function, call.name.text));
    std::vector<std::string_view> candidates;
    for (const FunctionEntry& each : functions()) candidates.push_back(each.name);
    for (const Place* place = env.place; place != nullptr; place = place->parent)
        for (const auto& [name, unused] : place->definitions) candidates.push_back(name);
    for (const std::size_t used : rules_.files[env.place->file].uses)
        for (const auto& [name, unused] : files_[used]->definitions) candidates.push_back(name);
    if (const auto near = nearest(call.name.text, candidates, 1); !near.empty()) made.suggest(Message(say::did_you_mean, "`" + near.front() + "`"));
    return {make(Op::truth, span), {}};
}

Bound Binder::bind_definition(Definition& definition, const std::vector<ast::Argument>* arguments, Span span, Env& env) {
    const ast::Define& written_as = *definition.written;
    const auto fail = [&] { return Bound{make(Op::truth, span), {}}; };
    const std::size_t given = arguments != nullptr ? arguments->size() : 0;
    const std::size_t wanted = written_as.parameters.size();
    if (given != wanted || (arguments != nullptr) != written_as.has_parameters) {
        const Message takes = written_as.has_parameters ? Message(say::arguments_exactly, wanted) : Message(say::arguments_none);
        report(Code::XF309, span, Message(say::arity, written_as.name.text, takes, Message(say::arguments_exactly, given)))
            .label(written_as.name.span, Message(say::defined_here));
        return fail();
    }
    if (definition.active || definition.visited == 1) return fail();   // recursion: reported once, at the definition
    std::vector<Bound> bound;
    for (std::size_t i = 0; i < given; ++i) {
        const ast::Argument& argument = (*arguments)[i];
        if (argument.form != ast::Argument::Form::value) {
            report(Code::XF310, argument.span,
                   argument.form == ast::Argument::Form::range ? Message(say::cannot_range) : Message(say::cannot_bind, written_as.name.text));
            return fail();
        }
        bound.push_back(bind(*argument.value, env));
    }
    Env inner;
    inner.place = definition.place;
    std::vector<std::pair<Slot, CorePtr>> lets;
    for (std::size_t i = 0; i < given; ++i) {
        const Slot slot = new_slot();
        inner.locals.push_back({written_as.parameters[i].text, slot, std::move(bound[i].type), written_as.parameters[i].span});
        lets.emplace_back(slot, std::move(bound[i].core));
    }
    definition.active = true;
    uses_.emplace_back(&definition, span);
    Bound out = bind(*written_as.body, inner);
    uses_.pop_back();
    definition.active = false;
    for (auto let = lets.rbegin(); let != lets.rend(); ++let) {
        CorePtr wrapped = make(Op::let, out.core->span);
        wrapped->slot = let->first;
        wrapped->args.push_back(std::move(let->second));
        wrapped->args.push_back(std::move(out.core));
        out.core = std::move(wrapped);
    }
    return out;
}

const ast::Argument* Binder::named(const ast::Call& call) const {
    for (const ast::Argument& argument : call.arguments)
        if (argument.form == ast::Argument::Form::named) return &argument;
    return nullptr;
}

bool Binder::check_arguments(const FunctionEntry& function, const ast::Call& call) {
    std::size_t positional = 0, bound = 0;
    const std::string name(function.name);
    const ast::Argument* label = nullptr;
    for (const ast::Argument& argument : call.arguments) {
        switch (argument.form) {
            case ast::Argument::Form::value: ++positional; break;
            case ast::Argument::Form::range:
                ++positional;
                if (function.function == Function::given && positional == 2) break;
                report(Code::XF310, argument.span, Message(say::cannot_range)).suggest(Message(say::usage, std::string(function.shape)));
                return false;
            case ast::Argument::Form::bound:
                ++bound;
                ++positional;
                if (function.binds) break;
                report(Code::XF310, argument.span, Message(say::cannot_bind, name)).suggest(Message(say::usage, std::string(function.shape)));
                return false;
            case ast::Argument::Form::named:
                if (argument.name.text != function.named || label != nullptr) {
                    report(Code::XF310, argument.name.span, Message(say::named_unknown, name, argument.name.text))
                        .suggest(Message(say::usage, std::string(function.shape)));
                    return false;
                }
                label = &argument;
                break;
        }
    }
    if (positional < function.least || positional > function.most) {
        const Message takes = function.most == 255 ? Message(say::arguments_at_least, int{function.least})
                                                   : Message(say::arguments_exactly, int{function.least});
        Diagnostic& made = report(Code::XF309, call.name.span, Message(say::arity, name, takes, Message(say::arguments_exactly, positional)));
        if (function.binds && positional > 1) made.suggest(Message(say::list_helps, name));
        made.suggest(Message(say::usage, std::string(function.shape)));
        return false;
    }
    if (function.must_bind && bound == 0) {
        report(Code::XF310, call.name.span, Message(say::must_bind, name));
        return false;
    }
    if (function.named_required && label == nullptr) {
        report(Code::XF310, call.name.span, Message(say::named_missing, name, std::string(function.named)))
            .suggest(Message(say::usage, std::string(function.shape)));
        return false;
    }
    return true;
}

Bound Binder::bind_function(const FunctionEntry& function, const ast::Call& call, Span span, Env& env) {
    if (function.binds) return bind_aggregate(function, call, span, env);
    if (function.function == Function::given) return bind_given(call, span, env);
    if (function.function == Function::groups) return bind_groups(call, span, env);
    if (function.function == Function::crossfoots) return bind_crossfoots(call, span, env);
    CorePtr core = make(Op::call, span);
    core->function = function.function;
    std::vector<Bound> arguments;
    for (const ast::Argument& argument : call.arguments)
        if (argument.form == ast::Argument::Form::value) arguments.push_back(bind(*argument.value, env));
    if (const ast::Argument* label = named(call)) arguments.push_back(bind(*label->value, env));
    Type type = result_of(function, arguments, span, core->dimension);
    for (Bound& argument : arguments) core->args.push_back(std::move(argument.core));
    return {std::move(core), std::move(type)};
}

Bound Binder::bind_aggregate(const FunctionEntry& function, const ast::Call& call, Span span, Env& env) {
    CorePtr core = make(Op::call, span);
    core->function = function.function;
    const ast::Argument& argument = call.arguments.front();
    const bool truth = function.function == Function::all || function.function == Function::any;
    std::vector<Quantity> found;
    if (argument.form == ast::Argument::Form::bound) {
        BoundDomain domain = bind_domain(*argument.domain, env, false, true);
        core->flag = true;
        core->has_within = domain.range;
        core->slot = new_slot();
        const auto look = [&](Type element) {
            env.locals.push_back({argument.name.text, core->slot, std::move(element), argument.name.span});
            Bound out = truth ? bind_truth(*argument.value, env) : bind(*argument.value, env);
            env.locals.pop_back();
            return out;
        };
        // members of several kinds: what is added and compared is looked at for each kind by itself
        const std::vector<Type> kinds = one_by_one(domain.element);
        const bool types_before = types_muted_, names_before = names_muted_;
        types_muted_ = types_muted_ || kinds.size() > 1;
        Bound body = look(std::move(domain.element));
        types_muted_ = types_before;
        if (kinds.size() > 1) {
            names_muted_ = true;
            Type all;
            for (const Type& kind : kinds) merge(all, look(kind).type);
            names_muted_ = names_before;
            body.type = std::move(all);
        }
        if (function.function == Function::count && body.type.known() && !body.type.is_truth()) {
            // counts members: what is said of them does not matter
            body.core = make(Op::truth, body.core->span);
            body.core->flag = true;
        } else if (!truth && function.function != Function::count) {
            found = quantities(body);
        }
        core->args.push_back(std::move(domain.low));
        if (domain.high) core->args.push_back(std::move(domain.high));
        core->args.push_back(std::move(body.core));
    } else {
        Bound collection = bind(*argument.value, env);
        if (collection.type.known()) {
            const bool many = collection.type.form == Type::Form::collection ||
                              (!collection.type.nodes.empty() &&
                               std::all_of(collection.type.nodes.begin(), collection.type.nodes.end(),
                                           [&](NodeId node) { return dataset_.node(node).kind == NodeKind::array; }));
            if (!many) {
                Diagnostic& made = report(Code::XF406, argument.span, Message(say::needs_collection, describe(collection.type)));
                const bool table = !collection.type.nodes.empty() && dataset_.node(collection.type.nodes.front()).kind == NodeKind::table;
                if (table) made.suggest(Message(say::table_children, written(argument.span)));
                collection.type = {};
            } else if (function.function != Function::count) {
                found = quantities(elements(collection.type, false), collection.core->span);
                if (found.empty()) collection.type = {};
            }
        }
        core->args.push_back(std::move(collection.core));
    }
    if (truth) return {std::move(core), Type::of_truth()};
    Quantity result;
    result.span = span;
    if (function.function == Function::count) return {std::move(core), Type::number(result)};
    const auto agreed = agree_all(found, Verb::gathered);
    if (!agreed) return {std::move(core), {}};
    result = *agreed;
    result.from = kNoNode;
    return {std::move(core), Type::number(result)};
}

Bound Binder::bind_given(const ast::Call& call, Span span, Env& env) {
    CorePtr core = make(Op::call, span);
    core->function = Function::given;
    Bound base = bind(*call.arguments[0].value, env);
    const ast::Argument& filler = call.arguments[1];
    Bound low = bind(*filler.value, env);
    std::vector<Quantity> all = quantities(low);
    CorePtr value = std::move(low.core);
    if (filler.form == ast::Argument::Form::range) {
        CorePtr range = make(Op::range, filler.span);
        range->args.push_back(std::move(value));
        if (filler.high) {
            Bound high = bind(*filler.high, env);
            const auto more = quantities(high);
            all.insert(all.end(), more.begin(), more.end());
            range->args.push_back(std::move(high.core));
        }
        value = std::move(range);
    }
    const auto filling = agree_all(all, Verb::gathered);
    if (base.type.known() && filling) {
        Type inner = elements(base.type, false);
        inner.form = Type::Form::value;
        for (const Quantity& each : quantities(inner, base.core->span))
            if (!agree(each, *filling, Verb::gathered)) break;
        Quantity added = *filling;
        added.from = kNoNode;
        const bool array = base.type.nodes.size() == 1 && base.type.form == Type::Form::value && dataset_.node(base.type.nodes[0]).kind == NodeKind::array;
        if (array) {
            base.type = elements(base.type, false);
            base.type.form = Type::Form::collection;
        }
        base.type.numbers.push_back(added);
        base.type.absent = false;
    }
    core->args.push_back(std::move(base.core));
    core->args.push_back(std::move(value));
    return {std::move(core), std::move(base.type)};
}

Bound Binder::bind_groups(const ast::Call& call, Span span, Env& env) {
    CorePtr core = make(Op::call, span);
    core->function = Function::groups;
    Bound base = bind(*call.arguments[0].value, env);
    Type row = elements(base.type, false);
    core->slot = new_slot();
    env.rows.push_back({core->slot, row});
    Bound by = bind(*named(call)->value, env);
    env.rows.pop_back();
    Type out;
    if (row.known() && by.type.known() && require_one(by)) {
        out.form = Type::Form::collection;
        Type rows = row;
        rows.form = Type::Form::collection;
        out.group = {by.type, rows};
    }
    core->args.push_back(std::move(base.core));
    core->args.push_back(std::move(by.core));
    return {std::move(core), std::move(out)};
}

Bound Binder::bind_crossfoots(const ast::Call& call, Span span, Env& env) {
    CorePtr core = make(Op::call, span);
    core->function = Function::crossfoots;
    core->text = "total";
    std::vector<Bound> arguments;
    for (const ast::Argument& argument : call.arguments)
        if (argument.form == ast::Argument::Form::value) arguments.push_back(bind(*argument.value, env));
    const ast::Argument* label = named(call);
    if (label != nullptr) {
        // a key, not a path: a bare name, a number or a text
        if (const auto* name = std::get_if<ast::Name>(&label->value->node)) core->text = name->text;
        else if (const auto* text = std::get_if<ast::TextLiteral>(&label->value->node)) core->text = text->value;
        else if (const auto* number = std::get_if<ast::NumberLiteral>(&label->value->node)) core->text = number->digits;
        else report(Code::XF402, label->value->span, Message(say::expected_key, Message(say::a_figure)));
    }
    Type rows = elements(arguments[0].type, true);
    const Type& totals = arguments[1].type;
    std::map<std::string, std::vector<Quantity>, std::less<>> columns;
    bool key_there = false;
    const auto gather = [&](const Type& type, Span at) {
        for (const NodeId node : type.nodes) {
            if (dataset_.node(node).kind != NodeKind::table) {
                report(Code::XF402, at, Message(say::expected_table, describe(node)));
                return;
            }
            for (const NodeId child : dataset_.children(node)) {
                key_there = key_there || dataset_.key(child) == core->text;
                if (dataset_.node(child).kind == NodeKind::figure) columns[std::string(dataset_.key(child))].push_back(quantity_of(child, at));
            }
        }
    };
    if (rows.known() && totals.known()) {
        gather(rows, arguments[0].core->span);
        gather(totals, arguments[1].core->span);
        if (label != nullptr && !key_there) no_such_key(totals, written(arguments[1].core->span), core->text, label->value->span);
        std::vector<Quantity> across;
        for (const auto& [name, found] : columns) {
            const auto agreed = agree_all(found, Verb::gathered);
            if (!agreed) break;
            across.push_back(*agreed);
            if (!agreed->any) core->dimension = agreed->dimension;
        }
        if (columns.contains(core->text)) agree_all(across, Verb::gathered);
    }
    for (Bound& argument : arguments) core->args.push_back(std::move(argument.core));
    return {std::move(core), Type::of_truth()};
}

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
            if (arguments[0].type.exact) out.keys.emplace_back(dataset_.key(arguments[0].type.nodes.front()));
            return out;
        }
        case Function::length:
        case Function::lower: {
            const Type& type = arguments[0].type;
            if (!type.known() || !require_one(arguments[0])) return {};
            const bool fits = !type.date && !type.truth && std::all_of(type.nodes.begin(), type.nodes.end(), [&](NodeId node) {
                const NodeKind kind = dataset_.node(node).kind;
                return kind == NodeKind::text || kind == NodeKind::figure;
            });
            if (!fits) report(Code::XF402, arguments[0].core->span, Message(say::expected_text, describe(type)));
            return function.function == Function::lower ? Type::of_text() : number({});
        }
        case Function::year:
        case Function::weekday:
        case Function::days: {
            for (const Bound& argument : arguments) {
                const Type& type = argument.type;
                if (!type.known() || !require_one(argument)) return {};
                const bool fits = type.numbers.empty() && !type.text && !type.truth && std::all_of(type.nodes.begin(), type.nodes.end(), [&](NodeId node) {
                    const bool missing = dataset_.node(node).kind == NodeKind::figure && dataset_.figure(node).state == FigureState::missing;
                    return dataset_.node(node).kind == NodeKind::date || missing;
                });
                if (!fits) report(Code::XF402, argument.core->span, Message(say::expected_date, describe(type)));
            }
            Quantity out;
            out.days = function.function == Function::days;
            return number(out);
        }
        default: return {};
    }
}

}  // namespace crossfoot
