// Steps of paths that are written out: children, all children, some, all rows.
#include <algorithm>

#include "engine/checking/binding/binder.hpp"
#include "engine/checking/messages.hpp"

namespace crossfoot {

Bound Binder::bind_child(Bound base, const std::string& key, Span key_span, Span span) {
    CorePtr core = make(Op::child, span);
    core->text = key;
    Type out;
    if (base.type.known()) {
        if (!base.type.group.empty() && (key == "key" || key == "rows")) {
            out = base.type.group[key == "rows" ? 1 : 0];
            if (base.type.form == Type::Form::collection) out.form = Type::Form::collection;
        } else {
            out.form = base.type.form;
            out.filtered = base.type.filtered;
            out.starred = base.type.starred;
            out.absent = base.type.absent;
            out.exact = base.type.exact;
            for (const NodeId node : base.type.nodes) {
                const NodeId child = dataset_.node(node).kind == NodeKind::table ? dataset_.child(node, key) : kNoNode;
                if (child == kNoNode) out.absent = true;
                else add_step(out, child, base.type, node);
            }
            settle_stars(out);
            if (out.nodes.empty()) {
                no_such_key(base.type, written(base.core->span), key, key_span);
                out = {};
            } else if (base.core->op == Op::node) {
                // one node of the dataset, known now
                core->op = Op::node;
                core->node = out.nodes.front();
                Type known = type_of(core->node);
                return {std::move(core), std::move(known)};
            }
        }
    }
    core->args.push_back(std::move(base.core));
    return {std::move(core), std::move(out)};
}

Bound Binder::bind_star(Bound base, Span span) {
    CorePtr core = make(Op::star, span);
    Type out;
    if (base.type.known()) {
        out.form = Type::Form::collection;
        out.starred = out.own_keys = true;
        out.absent = base.type.absent;
        bool any = false, empty = false;
        for (const NodeId node : base.type.nodes) {
            const NodeKind kind = dataset_.node(node).kind;
            if (kind != NodeKind::table && kind != NodeKind::array) continue;
            any = true;
            empty = empty || shapes_.kinds_of_children(node).empty();
            if (kind == NodeKind::table)
                for (const NodeId child : dataset_.children(node)) out.stars.push_back({add_node(out, child), dataset_.key(child)});
            else
                for (const NodeId child : shapes_.kinds_of_children(node)) out.stars.push_back({add_node(out, child), {}});
        }
        settle_stars(out);
        if (!any) {
            report(Code::XF303, span, Message(say::figure_has_no_keys, written(base.core->span), describe(base.type)));
            out = {};
        } else if (out.nodes.empty() && empty) {
            out = {};
        }
    }
    core->args.push_back(std::move(base.core));
    return {std::move(core), std::move(out)};
}

Bound Binder::bind_some_of(Bound base, const std::vector<ast::Key>& keys, Span span) {
    CorePtr core = make(Op::members, span);
    Type out;
    if (base.type.known()) {
        out.form = Type::Form::collection;
        out.starred = base.type.starred;
        out.absent = base.type.absent;
        bool failed = false;
        for (const ast::Key& key : keys) {
            bool found = false;
            for (const NodeId node : base.type.nodes) {
                const NodeId child = dataset_.node(node).kind == NodeKind::table ? dataset_.child(node, key.text) : kNoNode;
                if (child == kNoNode) {
                    out.absent = true;
                    continue;
                }
                found = true;
                add_step(out, child, base.type, node);
            }
            if (!found) no_such_key(base.type, base.core->node == Dataset::kRoot ? "root" : written(base.core->span), key.text, key.span);
            failed = failed || !found;
        }
        settle_stars(out);
        if (failed) out = {};
    }
    core->keys.reserve(keys.size());
    for (const ast::Key& key : keys) core->keys.push_back(key.text);
    core->args.push_back(std::move(base.core));
    return {std::move(core), std::move(out)};
}

Bound Binder::bind_all_rows(Bound base, Span span) {
    CorePtr core = make(Op::rows, span);
    Type out;
    if (base.type.known()) {
        const bool arrays = std::any_of(base.type.nodes.begin(), base.type.nodes.end(),
                                        [&](NodeId node) { return dataset_.node(node).kind == NodeKind::array; });
        const bool groups = !base.type.group.empty() && base.type.form == Type::Form::collection;
        if (!arrays && !groups && base.type.form != Type::Form::collection) {
            report(Code::XF406, span, Message(say::needs_collection, describe(base.type)))
                .suggest(Message(say::table_children, written(base.core->span)));
        } else {
            out = elements(base.type, false);
            if (out.known()) out.form = Type::Form::collection;
        }
    }
    core->args.push_back(std::move(base.core));
    return {std::move(core), std::move(out)};
}

}  // namespace crossfoot
