// Steps in brackets: a computed key, an element, a filter; and what `except` takes away.
#include <algorithm>

#include "engine/checking/binding/binder.hpp"
#include "engine/checking/binding/code_words.hpp"
#include "engine/checking/messages.hpp"
#include "engine/text/nearest.hpp"

namespace crossfoot {

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
                for (const NodeId child : shapes_.kinds_of_children(node)) add_step(out, child, base.type, node);
                out.absent = true;
            }
            if (!fixed) continue;
            for (const std::string& name : key.type.keys) {
                const NodeId child = array ? element(node, name) : kind == NodeKind::table ? dataset_.child(node, name) : kNoNode;
                if (child == kNoNode) out.absent = true;
                else add_step(out, child, base.type, node);
            }
        }
        settle_stars(out);
        split_ = split_ || (fixed && key.type.keys.size() > 1 && out.nodes.size() > 1);
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
    core->args.reserve(2);
    core->args.push_back(std::move(base.core));
    core->args.push_back(std::move(key.core));
    return {std::move(core), std::move(out)};
}

Bound Binder::bind_filter(Bound base, const ast::Expr& inner, Span span, Env& env) {
    CorePtr core = make(Op::filter, span);
    core->slot = new_slot();
    Type row = elements(base.type, false);
    env.rows.push_back({core->slot, row});
    const bool names_before = names_muted_;
    names_muted_ = names_muted_ || !row.known();   // over no rows nothing is known of their fields
    Bound condition = bind_truth(inner, env);
    names_muted_ = names_before;
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

const ast::NumberLiteral* bare_year(const ast::ExprPtr& expr) {
    const auto* literal = std::get_if<ast::NumberPtr>(&expr->node);
    if (literal == nullptr) return nullptr;
    const ast::NumberLiteral& number = **literal;
    const bool year = number.unit.empty() && number.digits.size() == 4 && number.digits.find('.') == std::string::npos;
    return year ? &number : nullptr;
}

}  // namespace

// Surely true or false by its form alone?
bool Binder::truth_by_form(const ast::Expr& expr, const Env& env) const {
    if (const auto* paren = std::get_if<ast::Paren>(&expr.node)) return truth_by_form(*paren->inner, env);
    if (const auto* call = std::get_if<ast::Call>(&expr.node)) {
        const FunctionEntry* function = find_function(call->name.text);
        return function != nullptr && function->gives_truth && visible(*env.place, call->name.text) == nullptr;
    }
    return std::holds_alternative<ast::Relation>(expr.node) || std::holds_alternative<ast::Membership>(expr.node) ||
           std::holds_alternative<ast::Matches>(expr.node) || std::holds_alternative<ast::Connective>(expr.node) ||
           std::holds_alternative<ast::Not>(expr.node) || std::holds_alternative<ast::If>(expr.node) ||
           std::holds_alternative<ast::Some>(expr.node) || std::holds_alternative<ast::TruthLiteral>(expr.node);
}

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
    bool filter = truth_by_form(*index.inner, env);
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
    // a place counted from the end, or between two, leads nowhere
    const bool negative = key.core->op == Op::negate && key.core->args[0]->op == Op::number;
    if (key.type.known() && (negative || (key.core->op == Op::number && !key.core->number.is_whole()))) {
        const NodeId only = base.type.nodes.size() == 1 ? base.type.nodes.front() : kNoNode;
        if (only != kNoNode && dataset_.node(only).kind == NodeKind::array)
            report(Code::XF303, index.inner->span,
                   Message(say::no_such_element, written(base.core->span), dataset_.children(only).size()));
        else no_such_key(base.type, written(base.core->span), written(index.inner->span), index.inner->span);
        key.type = {};
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
                    if (const auto near = nearest(key.text, candidates); !near.empty()) made.suggest(Message(say::did_you_mean, code_words(near)));
                }
            }
        }
    }
    Type out = std::move(base.type);
    if (out.known()) {
        // what is left out says nothing of the rest
        const auto taken = [&](const Starred& star) {
            return star.key.data() != nullptr &&
                   std::any_of(except.keys.begin(), except.keys.end(), [&](const ast::Key& key) { return key.text == star.key; });
        };
        std::erase_if(out.stars, taken);
        const auto left = [&](NodeId node) {
            return std::any_of(out.stars.begin(), out.stars.end(), [&](const Starred& star) { return star.node == node; });
        };
        out.nodes.erase(std::remove_if(out.nodes.begin(), out.nodes.end(), [&](NodeId node) { return !left(node); }), out.nodes.end());
        if (out.nodes.empty() && out.numbers.empty()) out = {};
    }
    core->args.push_back(std::move(base.core));
    return {std::move(core), std::move(out)};
}

}  // namespace crossfoot
