// The built-in functions that bind names or take collections in their own way.
#include <algorithm>

#include "engine/checking/binding/binder.hpp"
#include "engine/checking/messages.hpp"

namespace crossfoot {

Bound Binder::bind_function(const FunctionEntry& function, const ast::Call& call, Span span, Env& env) {
    if (function.binds) return bind_aggregate(function, call, span, env);
    if (function.function == Function::given) return bind_given(call, span, env);
    if (function.function == Function::prior) return bind_prior(call, span, env);
    if (function.function == Function::groups) return bind_groups(call, span, env);
    if (function.function == Function::crossfoots) return bind_crossfoots(call, span, env);
    CorePtr core = make(Op::call, span);
    core->function = function.function;
    core->varies = types_muted_;
    std::vector<Bound> arguments;
    for (const ast::Argument& argument : call.arguments)
        if (argument.form == ast::Argument::Form::value) arguments.push_back(bind(*argument.value, env));
    if (const ast::Argument* label = named(call)) arguments.push_back(bind(*label->value, env));
    Type type = result_of(function, arguments, span, core->dimension);
    const auto one_value = [&](const Bound& argument) {
        const auto holds_others = [&](NodeId node) {
            return dataset_.node(node).kind == NodeKind::table || dataset_.node(node).kind == NodeKind::array;
        };
        return argument.type.form == Type::Form::value && std::none_of(argument.type.nodes.begin(), argument.type.nodes.end(), holds_others);
    };
    core->relative = function.function == Function::same && std::all_of(arguments.begin(), arguments.end(), one_value);
    for (Bound& argument : arguments) core->args.push_back(std::move(argument.core));
    return {std::move(core), std::move(type)};
}

Bound Binder::bind_aggregate(const FunctionEntry& function, const ast::Call& call, Span span, Env& env) {
    CorePtr core = make(Op::call, span);
    core->function = function.function;
    const ast::Argument& argument = call.arguments.front();
    const bool truth = function.function == Function::all || function.function == Function::any;
    std::vector<Quantity> found;
    const bool extreme = function.function == Function::min || function.function == Function::max;
    bool dates = false;
    if (argument.form == ast::Argument::Form::bound) {
        BoundDomain domain = bind_domain(*argument.domain, env, false, true);
        core->flag = true;
        core->has_within = domain.range;
        core->slot = new_slot();
        Bound body = bind_member(argument.name, core->slot, domain, *argument.value, env,
                                 [&] { return truth ? bind_truth(*argument.value, env) : bind(*argument.value, env); });
        if (function.function == Function::count && body.type.known() && !body.type.is_truth()) {
            // counts members: what is said of them does not matter
            body.core = make(Op::truth, body.core->span);
            body.core->flag = true;
        } else if (extreme && dated(body.type)) {
            dates = require_one(body) && require_date(body.type, body.core->span);
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
            } else if (const Type each = elements(collection.type, false); extreme && dated(each)) {
                dates = require_date(each, collection.core->span);
            } else if (function.function != Function::count) {
                found = quantities(elements(collection.type, false), collection.core->span);
                if (found.empty()) collection.type = {};
            }
        }
        core->args.push_back(std::move(collection.core));
    }
    if (truth) return {std::move(core), Type::of_truth()};
    if (dates) return {std::move(core), Type::of_date()};
    Quantity result;
    result.span = span;
    if (function.function == Function::count) return {std::move(core), Type::number(result)};
    const auto agreed = agree_all(found, Verb::gathered);
    if (!agreed) return {std::move(core), {}};
    result = *agreed;
    result.from = kNoNode;
    result.literal.reset();
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
        const bool one = base.type.nodes.size() == 1 && base.type.form == Type::Form::value;
        const bool array = one && dataset_.node(base.type.nodes[0]).kind == NodeKind::array;
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
    const bool names_before = names_muted_;
    names_muted_ = names_muted_ || !row.known();   // over no rows nothing is known of their fields
    Bound by = bind(*named(call)->value, env);
    names_muted_ = names_before;
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
        else if (const auto* number = std::get_if<ast::NumberPtr>(&label->value->node)) core->text = (*number)->digits;
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

}  // namespace crossfoot
