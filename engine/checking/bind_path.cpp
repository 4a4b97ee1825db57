// Names and the steps of paths.
#include <algorithm>

#include "engine/checking/binder.hpp"
#include "engine/checking/messages.hpp"
#include "engine/text/nearest.hpp"

namespace crossfoot {
namespace {

// "`a`, `b` or `c`", as a list of code words.
std::string quoted(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words) out += (out.empty() ? "`" : ", `") + word + "`";
    return out;
}

}  // namespace

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
    if (const auto near = nearest(name, candidates); !near.empty()) made.suggest(Message(say::did_you_mean, quoted(near)));
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
        made.suggest(Message(say::did_you_mean, quoted(near)));
    } else if (!candidates.empty()) {
        const std::size_t most = std::min<std::size_t>(candidates.size(), 8);
        std::string list = quoted({candidates.begin(), candidates.begin() + static_cast<std::ptrdiff_t>(most)});
        if (most < candidates.size()) list += ", …";
        made.suggest(Message(say::its_keys, list));
    }
}

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
                else add_node(out, child);
            }
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
        out.starred = true;
        out.absent = base.type.absent;
        bool any = false, empty = false;
        for (const NodeId node : base.type.nodes) {
            const NodeKind kind = dataset_.node(node).kind;
            if (kind != NodeKind::table && kind != NodeKind::array) continue;
            any = true;
            empty = empty || dataset_.children(node).empty();
            for (const NodeId child : shapes_.kinds_of_children(node)) add_node(out, child);
        }
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
                add_node(out, child);
            }
            if (!found) no_such_key(base.type, base.core->node == Dataset::kRoot ? "root" : written(base.core->span), key.text, key.span);
            failed = failed || !found;
        }
        if (failed) out = {};
    }
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

Bound Binder::bind_by_key(Bound base, Bound key, Span span) {
    CorePtr core = make(Op::index, span);
    Type out;
    const auto element = [&](NodeId array, const std::string& name) -> NodeId {
        const auto all = dataset_.children(array);
        if (name.empty() || name.size() > 9 || name.find_first_not_of("0123456789") != std::string::npos) return kNoNode;
        const std::size_t place = std::stoul(name);
        return place < all.size() ? all[place] : kNoNode;
    };
    if (base.type.known() && key.type.known()) {
        out.form = base.type.form;
        out.filtered = base.type.filtered;
        out.starred = base.type.starred;
        out.absent = base.type.absent;
        const bool fixed = !key.type.keys.empty();
        out.exact = base.type.exact && key.type.keys.size() == 1;
        for (const NodeId node : base.type.nodes) {
            const NodeKind kind = dataset_.node(node).kind;
            const bool array = kind == NodeKind::array;
            if (!fixed && (array || kind == NodeKind::table)) {
                for (const NodeId child : shapes_.kinds_of_children(node)) add_node(out, child);
                out.absent = true;
            }
            if (!fixed) continue;
            for (const std::string& name : key.type.keys) {
                const NodeId child = array ? element(node, name) : kind == NodeKind::table ? dataset_.child(node, name) : kNoNode;
                if (child == kNoNode) out.absent = true;
                else add_node(out, child);
            }
        }
        if (out.nodes.empty() && fixed) {
            const NodeId only = base.type.nodes.size() == 1 ? base.type.nodes.front() : kNoNode;
            if (only != kNoNode && dataset_.node(only).kind == NodeKind::array)
                report(Code::XF303, key.core->span, Message(say::no_such_element, written(base.core->span), dataset_.children(only).size()));
            else no_such_key(base.type, written(base.core->span), key.type.keys.front(), key.core->span);
            out = {};
        } else if (out.nodes.empty()) {
            out = {};
        } else if (fixed && key.type.keys.size() == 1 && base.core->op == Op::node && (key.core->op == Op::number || key.core->op == Op::text)) {
            core->op = Op::node;
            core->node = out.nodes.front();
            Type known = type_of(core->node);
            return {std::move(core), std::move(known)};
        }
    }
    core->args.push_back(std::move(base.core));
    core->args.push_back(std::move(key.core));
    return {std::move(core), std::move(out)};
}

Bound Binder::bind_filter(Bound base, const ast::Expr& inner, Span span, Env& env) {
    CorePtr core = make(Op::filter, span);
    core->slot = new_slot();
    Type row = elements(base.type, false);
    env.rows.push_back({core->slot, row});
    Bound condition = bind_truth(inner, env);
    env.rows.pop_back();
    Type out = row;
    if (out.known()) {
        out.form = Type::Form::collection;
        out.filtered = true;
        out.starred = base.type.starred;
    }
    core->args.push_back(std::move(base.core));
    core->args.push_back(std::move(condition.core));
    return {std::move(core), std::move(out)};
}

namespace {

// Surely true or false by its form alone?
bool truth_by_form(const ast::Expr& expr) {
    if (const auto* paren = std::get_if<ast::Paren>(&expr.node)) return truth_by_form(*paren->inner);
    if (const auto* call = std::get_if<ast::Call>(&expr.node)) {
        const FunctionEntry* function = find_function(call->name.text);
        if (function == nullptr) return false;
        switch (function->function) {
            case Function::all:
            case Function::any:
            case Function::unique:
            case Function::ascending:
            case Function::descending:
            case Function::present:
            case Function::missing:
            case Function::same:
            case Function::attainable:
            case Function::mixture:
            case Function::crossfoots: return true;
            default: return false;
        }
    }
    return std::holds_alternative<ast::Relation>(expr.node) || std::holds_alternative<ast::Membership>(expr.node) ||
           std::holds_alternative<ast::Matches>(expr.node) || std::holds_alternative<ast::Connective>(expr.node) ||
           std::holds_alternative<ast::Not>(expr.node) || std::holds_alternative<ast::If>(expr.node) ||
           std::holds_alternative<ast::Some>(expr.node) || std::holds_alternative<ast::TruthLiteral>(expr.node);
}

const ast::NumberLiteral* bare_year(const ast::ExprPtr& expr) {
    const auto* literal = std::get_if<ast::NumberLiteral>(&expr->node);
    const bool year = literal != nullptr && literal->unit.empty() && literal->digits.size() == 4 &&
                      literal->digits.find('.') == std::string::npos;
    return year ? literal : nullptr;
}

}  // namespace

Bound Binder::bind_index(const ast::Index& index, Span span, Env& env) {
    Bound base = bind(*index.base, env);
    if (const auto* step = std::get_if<ast::Binary>(&index.inner->node); step != nullptr && step->op == ast::Arithmetic::subtract) {
        const auto *first = bare_year(step->left), *second = bare_year(step->right);
        if (first != nullptr && second != nullptr) {
            const std::string key = first->digits + "-" + second->digits;
            report(Code::XF407, index.inner->span, Message(say::years_as_step, first->digits + " - " + second->digits,
                                                          (first->number - second->number).fixed(0, Rational::Direction::nearest)))
                .suggest(Message(say::write_years, key, first->digits, second->digits));
            return {std::move(base.core), {}};
        }
    }
    if (!base.type.known()) {
        // nothing is known of the base: names inside may be fields, so nothing is said of them
        return {std::move(base.core), {}};
    }
    const bool rows = base.type.form == Type::Form::collection ||
                      std::any_of(base.type.nodes.begin(), base.type.nodes.end(),
                                  [&](NodeId node) { return dataset_.node(node).kind == NodeKind::array; });
    bool filter = truth_by_form(*index.inner);
    if (!filter && rows) {
        // a field or a definition may be a truth: try, without a word
        const bool before = muted_;
        const Slot slots = slots_;
        const std::size_t parts = parts_;
        muted_ = true;
        env.rows.push_back({0, elements(base.type, false)});
        const Bound tried = bind(*index.inner, env);
        env.rows.pop_back();
        muted_ = before;
        slots_ = slots;
        parts_ = parts;
        filter = tried.type.is_truth() || (!tried.type.nodes.empty() && dataset_.node(tried.type.nodes.front()).kind == NodeKind::truth);
    }
    if (filter && !rows) {
        report(Code::XF406, index.base->span, Message(say::needs_collection, describe(base.type)))
            .suggest(Message(say::table_children, written(index.base->span)));
        return {std::move(base.core), {}};
    }
    if (filter) return bind_filter(std::move(base), *index.inner, span, env);
    Bound key = bind(*index.inner, env);
    if (key.type.known()) {
        const bool number = key.type.form == Type::Form::value && (!key.type.numbers.empty() || key.type.text);
        const bool node = !key.type.nodes.empty() && std::all_of(key.type.nodes.begin(), key.type.nodes.end(), [&](NodeId each) {
            const NodeKind kind = dataset_.node(each).kind;
            return kind == NodeKind::figure || kind == NodeKind::text;
        });
        if (!require_one(key)) key.type = {};
        else if (!number && !node) {
            report(Code::XF402, index.inner->span, Message(say::expected_key, describe(key.type)));
            key.type = {};
        }
    }
    return bind_by_key(std::move(base), std::move(key), span);
}

Bound Binder::bind_except(const ast::Except& except, Span span, Env& env) {
    Bound base = bind(*except.base, env);
    CorePtr core = make(Op::except, span);
    for (const ast::Key& key : except.keys) core->keys.push_back(key.text);
    if (base.type.known()) {
        if (!base.type.starred) {
            report(Code::XF408, span, Message(say::except_without_star));
            base.type = {};
        } else {
            // the tables whose `.*` it was: the nearest star below
            const ast::Expr* at = except.base.get();
            const ast::Star* star = nullptr;
            while (at != nullptr && star == nullptr) {
                if (const auto* found = std::get_if<ast::Star>(&at->node)) star = found;
                else if (const auto* child = std::get_if<ast::Child>(&at->node)) at = child->base.get();
                else if (const auto* some_of = std::get_if<ast::Some_of>(&at->node)) at = some_of->base.get();
                else if (const auto* index = std::get_if<ast::Index>(&at->node)) at = index->base.get();
                else if (const auto* rows = std::get_if<ast::AllRows>(&at->node)) at = rows->base.get();
                else if (const auto* again = std::get_if<ast::Except>(&at->node)) at = again->base.get();
                else if (const auto* paren = std::get_if<ast::Paren>(&at->node)) at = paren->inner.get();
                else at = nullptr;
            }
            if (star != nullptr) {
                const bool before = muted_;
                muted_ = true;
                const Bound tables = bind(*star->base, env);
                muted_ = before;
                for (const ast::Key& key : except.keys) {
                    const bool there = std::any_of(tables.type.nodes.begin(), tables.type.nodes.end(), [&](NodeId node) {
                        return dataset_.node(node).kind == NodeKind::table && dataset_.child(node, key.text) != kNoNode;
                    });
                    if (there || !tables.type.known()) continue;
                    std::vector<std::string_view> candidates;
                    for (const NodeId node : tables.type.nodes)
                        if (dataset_.node(node).kind == NodeKind::table)
                            for (const NodeId child : dataset_.children(node)) candidates.push_back(dataset_.key(child));
                    Diagnostic& made = report(Code::XF408, key.span, Message(say::except_unknown, key.text));
                    if (const auto near = nearest(key.text, candidates); !near.empty()) made.suggest(Message(say::did_you_mean, quoted(near)));
                }
            }
        }
    }
    Type out = base.type;
    core->args.push_back(std::move(base.core));
    return {std::move(core), std::move(out)};
}

}  // namespace crossfoot
