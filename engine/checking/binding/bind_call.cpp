// Calls: definitions put in place, arguments of functions counted.
#include <algorithm>

#include "engine/checking/binding/binder.hpp"
#include "engine/checking/messages.hpp"
#include "engine/text/nearest.hpp"

namespace crossfoot {

namespace {

Message so_many_arguments(std::size_t count) { return count == 1 ? Message(say::one_argument) : Message(say::arguments_exactly, count); }

}  // namespace

Bound Binder::bind_call(const ast::Call& call, Span span, Env& env) {
    if (Definition* definition = visible(*env.place, call.name.text)) return bind_definition(*definition, &call.arguments, span, env);
    if (const FunctionEntry* function = find_function(call.name.text)) {
        if (!check_arguments(*function, call)) return {make(Op::truth, span), {}};
        return bind_function(*function, call, span, env);
    }
    if (perhaps_defined(call.name.text)) return {make(Op::truth, span), {}};
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
    definition.used = true;
    const auto fail = [&] { return Bound{make(Op::truth, span), {}}; };
    const std::size_t given = arguments != nullptr ? arguments->size() : 0;
    const std::size_t wanted = written_as.parameters.size();
    if (given != wanted || (arguments != nullptr) != written_as.has_parameters) {
        const Message takes = written_as.has_parameters ? so_many_arguments(wanted) : Message(say::arguments_none);
        report(Code::XF309, span, Message(say::arity, written_as.name.text, takes, so_many_arguments(given)))
            .label(written_as.name.span, Message(say::defined_here));
        return fail();
    }
    if (definition.active || definition.visited == 1) return fail();   // recursion: reported once, at the definition
    if (uses_.size() >= kMostDefinitions) {
        if (!too_large_) report(Code::XF410, span, Message(say::too_many_definitions, kMostDefinitions));
        too_large_ = true;
        return fail();
    }
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
    out.core = within_lets(std::move(lets), std::move(out.core));
    return out;
}

const ast::Argument* Binder::named(const ast::Call& call) const {
    for (const ast::Argument& argument : call.arguments)
        if (argument.form == ast::Argument::Form::named) return &argument;
    return nullptr;
}

const ast::Argument* Binder::named(const ast::Call& call, std::string_view name) const {
    for (const ast::Argument& argument : call.arguments)
        if (argument.form == ast::Argument::Form::named && argument.name.text == name) return &argument;
    return nullptr;
}

bool Binder::check_arguments(const FunctionEntry& function, const ast::Call& call) {
    std::size_t positional = 0, bound = 0;
    const std::string name(function.name);
    const ast::Argument *label = nullptr, *further = nullptr;
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
                if (!function.perhaps.empty() && argument.name.text == function.perhaps && further == nullptr) {
                    further = &argument;
                    break;
                }
                if (argument.name.text != function.named || label != nullptr) {
                    report(Code::XF310, argument.name.span, Message(say::named_unknown, name, argument.name.text))
                        .suggest(Message(say::usage, std::string(function.shape)));
                    return false;
                }
                label = &argument;
                break;
        }
    }
    if (positional < function.least || (function.most != kAnyNumber && positional > function.most)) {
        const Message takes = function.most == kAnyNumber ? Message(say::arguments_at_least, int{function.least})
                                                   : so_many_arguments(function.least);
        Diagnostic& made = report(Code::XF309, call.name.span, Message(say::arity, name, takes, so_many_arguments(positional)));
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

}  // namespace crossfoot
