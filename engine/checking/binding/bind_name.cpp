// What a name means, and what is said where it means nothing.
#include <algorithm>

#include "engine/checking/binding/binder.hpp"
#include "engine/checking/binding/code_words.hpp"
#include "engine/checking/messages.hpp"
#include "engine/text/nearest.hpp"

namespace crossfoot {

bool Binder::row_has(const Env& env, std::string_view name) const {
    if (env.rows.empty()) return false;
    const Type& row = env.rows.back().type;
    if (!row.group.empty()) return name == "key" || name == "rows";
    return std::any_of(row.nodes.begin(), row.nodes.end(), [&](NodeId node) {
        return dataset_.node(node).kind == NodeKind::table && dataset_.child(node, name) != kNoNode;
    });
}

Bound Binder::bind_name(const std::string& name, Span span, Env& env) {
    const auto as_node = [&](NodeId node) {
        CorePtr core = make(Op::node, span);
        core->node = node;
        return Bound{std::move(core), type_of(node)};
    };
    const auto as_local = [&](Slot slot, const Type& type) {
        CorePtr core = make(Op::local, span);
        core->slot = slot;
        return Bound{std::move(core), type};
    };
    const bool field = row_has(env, name);
    for (auto local = env.locals.rbegin(); local != env.locals.rend(); ++local) {
        if (local->name != name) continue;
        if (field)
            report(Code::XF304, span, Message(say::local_and_field, name))
                .label(local->span, Message(say::local_here))
                .suggest(Message(say::write_field, name));
        return as_local(local->slot, local->type);
    }
    if (!env.rows.empty() && name == "it") return as_local(env.rows.back().slot, env.rows.back().type);
    if (field) {
        const Row& row = env.rows.back();
        return bind_child(as_local(row.slot, row.type), name, span, span);
    }
    Definition* definition = visible(*env.place, name);
    if (definition != nullptr && definition->written->has_parameters) definition = nullptr;
    NodeId key = kNoNode;
    for (const Place* place = env.place; place != nullptr && key == kNoNode; place = place->parent)
        if (place->table != kNoNode) key = dataset_.child(place->table, name);
    if (key == kNoNode && name != "root") key = dataset_.child(Dataset::kRoot, name);
    if (definition != nullptr) {
        if (key != kNoNode)
            report(Code::XF305, span, Message(say::define_and_key, name))
                .label(definition->written->name.span, Message(say::defined_here))
                .label(dataset_.node(key).span, Message(say::comes_from, dataset_.path(key)))
                .suggest(Message(say::write_key, name));
        return bind_definition(*definition, nullptr, span, env);
    }
    if (key != kNoNode) return as_node(key);
    if (name == "root") return as_node(Dataset::kRoot);
    if (name == "it") {
        report(Code::XF301, span, Message(say::it_outside));
        return {make(Op::truth, span), {}};
    }
    if (perhaps_defined(name)) return {make(Op::truth, span), {}};
    if (Definition* called = visible(*env.place, name)) return bind_definition(*called, nullptr, span, env);
    Diagnostic& made = report(Code::XF301, span, Message(say::unknown_name, name));
    if (const FunctionEntry* function = find_function(name)) {
        made.suggest(Message(say::not_called, name, std::string(function->shape)));
        return {make(Op::truth, span), {}};
    }
    std::vector<std::string_view> candidates;
    for (const Local& local : env.locals) candidates.push_back(local.name);
    for (const Place* place = env.place; place != nullptr; place = place->parent) {
        for (const auto& [each, unused] : place->definitions) candidates.push_back(each);
        if (place->table != kNoNode)
            for (const NodeId child : dataset_.children(place->table)) candidates.push_back(dataset_.key(child));
    }
    for (const NodeId child : dataset_.children(Dataset::kRoot)) candidates.push_back(dataset_.key(child));
    if (!env.rows.empty())
        for (const NodeId node : env.rows.back().type.nodes)
            if (dataset_.node(node).kind == NodeKind::table)
                for (const NodeId child : dataset_.children(node)) candidates.push_back(dataset_.key(child));
    if (const auto near = nearest(name, candidates); !near.empty()) made.suggest(Message(say::did_you_mean, code_words(near)));
    return {make(Op::truth, span), {}};
}

Bound Binder::bind_keys(const ast::Keys& keys, Span span, Env& env) {
    const Place* place = env.place;
    while (place != nullptr && place->table == kNoNode) place = place->parent;
    CorePtr core = make(Op::node, span);
    core->node = place != nullptr ? place->table : Dataset::kRoot;
    Type type = type_of(core->node);
    return bind_some_of({std::move(core), std::move(type)}, keys.keys, span);
}

void Binder::no_such_key(const Type& type, const std::string& base, const std::string& key, Span span) {
    const NodeId first = type.nodes.empty() ? kNoNode : type.nodes.front();
    if (first != kNoNode && type.nodes.size() == 1 && dataset_.node(first).kind == NodeKind::array) {
        report(Code::XF303, span, Message(say::array_needs_rows, base))
            .label(dataset_.node(first).span, Message(say::comes_from, dataset_.path(first)));
        return;
    }
    const bool table = std::any_of(type.nodes.begin(), type.nodes.end(),
                                   [&](NodeId node) { return dataset_.node(node).kind == NodeKind::table; });
    if (!table) {
        Diagnostic& made = report(Code::XF303, span, Message(say::figure_has_no_keys, base, describe(type)));
        if (first != kNoNode) made.label(dataset_.node(first).span, Message(say::comes_from, dataset_.path(first)));
        return;
    }
    std::vector<std::string_view> candidates;
    for (const NodeId node : type.nodes)
        if (dataset_.node(node).kind == NodeKind::table)
            for (const NodeId child : dataset_.children(node)) candidates.push_back(dataset_.key(child));
    std::sort(candidates.begin(), candidates.end());
    candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
    Diagnostic& made = report(Code::XF303, span, Message(say::no_such_key, base, key));
    if (first != kNoNode && dataset_.node(first).span.valid())
        made.label(dataset_.node(first).span, Message(say::comes_from, dataset_.path(first)));
    if (const auto near = nearest(key, candidates); !near.empty()) {
        made.suggest(Message(say::did_you_mean, code_words(near)));
    } else if (!candidates.empty()) {
        const std::size_t most = std::min<std::size_t>(candidates.size(), 8);
        std::string list = code_words({candidates.begin(), candidates.begin() + static_cast<std::ptrdiff_t>(most)});
        if (most < candidates.size()) list += ", …";
        made.suggest(Message(say::its_keys, list));
    }
}

}  // namespace crossfoot
