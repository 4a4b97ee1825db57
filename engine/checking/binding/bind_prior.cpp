// `prior(row, by: field, within: field)`: the row of the same table with the next smaller key.
#include <algorithm>

#include "engine/checking/binding/binder.hpp"
#include "engine/checking/messages.hpp"

namespace crossfoot {

// All rows among which the one before is looked for.
Type Binder::rows_beside(const Type& row) {
    Type out;
    for (const NodeId node : row.nodes) {
        const NodeId parent = dataset_.node(node).parent;
        if (dataset_.node(node).kind != NodeKind::table || parent == kNoNode || dataset_.node(parent).kind != NodeKind::array) return {};
        for (const NodeId each : shapes_.kinds_of_children(parent)) add_node(out, each);
    }
    if (!out.nodes.empty() && row.numbers.empty() && !row.text && !row.date && !row.truth && row.group.empty()) out.form = Type::Form::value;
    return out;
}

Bound Binder::bind_prior(const ast::Call& call, Span span, Env& env) {
    CorePtr core = make(Op::call, span);
    core->function = Function::prior;
    const ast::Argument* of = nullptr;
    for (const ast::Argument& each : call.arguments)
        if (each.form == ast::Argument::Form::value) of = &each;
    Bound row = bind(*of->value, env);
    Type rows;
    if (row.type.known() && require_one(row)) {
        rows = rows_beside(row.type);
        if (!rows.known()) report(Code::XF402, of->span, Message(say::expected_row, describe(row.type)));
        else core->node = dataset_.node(row.type.nodes.front()).parent;
        for (const NodeId node : row.type.nodes)
            if (dataset_.node(node).parent != core->node) core->node = kNoNode;
    }
    core->slot = new_slot();
    core->args.push_back(std::move(row.core));
    env.rows.push_back({core->slot, rows});
    const bool names_before = names_muted_;
    names_muted_ = names_muted_ || !rows.known();   // of no row is anything known
    for (const std::string_view name : {std::string_view("by"), std::string_view("within")}) {
        const ast::Argument* label = named(call, name);
        if (label == nullptr) continue;
        Bound key = bind(*label->value, env);
        if (rows.known() && key.type.known() && require_one(key)) {
            const bool table = std::any_of(key.type.nodes.begin(), key.type.nodes.end(), [&](NodeId node) {
                const NodeKind kind = dataset_.node(node).kind;
                return kind == NodeKind::table || kind == NodeKind::array || kind == NodeKind::truth;
            });
            if (table || key.type.truth || !key.type.group.empty())
                report(Code::XF402, label->value->span, Message(say::expected_row_key, describe(key.type)));
        }
        core->args.push_back(std::move(key.core));
    }
    names_muted_ = names_before;
    env.rows.pop_back();
    if (rows.known()) rows.exact = false;
    return {std::move(core), std::move(rows)};
}

}  // namespace crossfoot
