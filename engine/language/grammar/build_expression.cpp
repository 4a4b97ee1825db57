// Operators, and what all reductions share.
#include <algorithm>
#include <iterator>

#include "engine/language/grammar/builder.hpp"
#include "engine/language/grammar/operators.hpp"
#include "engine/language/messages.hpp"

namespace crossfoot::syntax {

using ast::ExprPtr;

void Builder::reset() {
    operands_.clear();
    arguments_.clear();
    domains_.clear();
    keys_.clear();
    attributes_.clear();
    fors_.clear();
    lets_.clear();
    declaration_.reset();
    spoilt_ = false;
}

ExprPtr Builder::take_expression() {
    ExprPtr expr = std::move(operands_.back().expr);
    operands_.pop_back();
    return expr;
}

std::size_t Builder::since(Place first) const {
    std::size_t base = operands_.size();
    while (base > 0 && operands_[base - 1].first >= first) --base;
    return base;
}

Builder::Operand Builder::pop() {
    Operand top = std::move(operands_.back());
    operands_.pop_back();
    return top;
}

// Trees are walked by recursion everywhere, so how deep they may be is bounded here, where they grow.
bool Builder::bounded(unsigned depth, Place at) {
    if (depth <= limits_.tree) return true;
    if (!spoilt_)
        diagnostics_.add(Code::XF204, span(at, at + 1), Message(messages::tree_too_deep, limits_.tree))
            .suggest(Message(messages::name_parts));
    spoilt_ = true;
    return false;
}

void Builder::negation(Place first, Place last) {
    wrap([](ExprPtr operand) { return ast::Negate{std::move(operand)}; }, first, last);
}

// Between two operands of a flat chain stands exactly one operator: the token after the left one.
void Builder::sum(Place first, Place) {
    if (operands_.back().first == first) return;
    // One pass, with a stack of the operators that still wait for their right side (bindings as in operators.hpp).
    const std::size_t base = since(first);
    std::vector<Operand> chain(std::make_move_iterator(operands_.begin() + static_cast<std::ptrdiff_t>(base)),
                               std::make_move_iterator(operands_.end()));
    operands_.resize(base);
    const auto join = [&] {
        Operand right = pop();
        Operand left = pop();
        const Place op = left.last;
        const unsigned depth = std::max(left.depth, right.depth) + 1;
        if (!bounded(depth, op)) {
            const Place from = left.first;
            return keep(std::move(left), from, right.last);
        }
        ast::Binary node{arithmetic(op->kind), span(op, op + 1), std::move(left.expr), std::move(right.expr)};
        push(std::move(node), left.first, right.last, depth);
    };
    const auto binding = [](const Operand& left) { return entry(arithmetic(left.last->kind)).binding; };
    for (Operand& next : chain) {
        // The operator before `next` takes nothing from what binds at least as tightly on its left.
        while (operands_.size() > base + 1 && binding(operands_[operands_.size() - 2]) >= binding(operands_.back())) join();
        operands_.push_back(std::move(next));
    }
    while (operands_.size() > base + 1) join();
}

void Builder::domain(Place first, Place last) {
    const std::size_t base = since(first);
    BuiltDomain built{{}, operands_[base].depth};
    built.domain.span = span(first, last);
    built.domain.range = operands_[base].last != last;
    if (operands_.size() > base + 1) {
        built.depth = std::max(built.depth, operands_.back().depth);
        built.domain.high = std::move(operands_.back().expr);
    }
    built.domain.low = std::move(operands_[base].expr);
    operands_.resize(base);
    domains_.push_back(std::move(built));
}

void Builder::relation(Place first, Place last) {
    const std::size_t base = since(first);
    if (operands_[base].last == last) return;
    const Place op = operands_[base].last;
    if (is_comparison(op->kind)) return comparison(base, first, last);
    Operand value = pop();
    if (op->kind == Kind::kw_matches) {
        const std::string_view written = tokens_.text_of(*(last - 1));
        std::string regex;
        for (std::size_t i = 1; i + 1 < written.size(); ++i) {
            if (written[i] == '\\' && written[i + 1] != '/') regex.push_back(written[i++]);
            else if (written[i] == '\\') ++i;
            regex.push_back(written[i]);
        }
        if (!bounded(value.depth + 1, op)) return keep(std::move(value), first, last);
        return push(ast::Matches{std::move(value.expr), std::move(regex), span(last - 1, last)}, first, last, value.depth + 1);
    }
    BuiltDomain domain = std::move(domains_.back());
    domains_.pop_back();
    const unsigned depth = std::max(value.depth, domain.depth) + 1;
    if (!bounded(depth, op)) return keep(std::move(value), first, last);
    push(ast::Membership{std::move(value.expr), std::move(domain.domain)}, first, last, depth);
}

void Builder::comparison(std::size_t base, Place first, Place last) {
    ast::Relation relation;
    unsigned depth = 0;
    Place unequal = nullptr;
    Place within = nullptr;
    relation.sides.reserve(operands_.size() - base);
    for (std::size_t i = base; i < operands_.size(); ++i) {
        Operand& side = operands_[i];
        depth = std::max(depth, side.depth);
        if (within != nullptr) {
            relation.within = std::move(side.expr);
            break;
        }
        relation.sides.push_back(std::move(side.expr));
        if (side.last == last) break;
        if (side.last->kind == Kind::kw_within) { within = side.last; continue; }
        relation.comparisons.push_back(syntax::comparison(side.last->kind));
        relation.comparison_spans.push_back(span(side.last, side.last + 1));
        if (side.last->kind == Kind::not_equal && unequal == nullptr) unequal = side.last;
    }
    operands_.resize(base);
    if (unequal != nullptr && relation.comparisons.size() > 1)
        diagnostics_.add(Code::XF214, span(unequal, unequal + 1), Message(messages::unequal_chain))
            .suggest(Message(messages::unequal_chain_help));
    else if (unequal != nullptr && within != nullptr)
        diagnostics_.add(Code::XF214, span(unequal, unequal + 1), Message(messages::unequal_within))
            .label(span(within, within + 1), Message(messages::code, "within"))
            .suggest(Message(messages::unequal_within_help));
    if (bounded(depth + 1, first)) push(std::move(relation), first, last, depth + 1);
    else push(ast::List{}, first, last, 1);
}

void Builder::inversion(Place first, Place last) {
    if (first->kind != Kind::kw_not) return;
    wrap([](ExprPtr operand) { return ast::Not{std::move(operand)}; }, first, last);
}

void Builder::logic(Place first, Place last) {
    if (operands_.back().first == first) return;
    const std::size_t base = since(first);
    std::vector<Operand> chain(std::make_move_iterator(operands_.begin() + static_cast<std::ptrdiff_t>(base)),
                               std::make_move_iterator(operands_.end()));
    operands_.resize(base);
    // `or` parts the chain, what stands between is joined by `and`; each is one node with all its operands.
    const auto join = [&](std::vector<Operand>& parts, ast::Logic op) -> Operand {
        if (parts.size() == 1) return std::move(parts.front());
        ast::Connective node{op, {}};
        node.operands.reserve(parts.size());
        unsigned depth = 0;
        for (Operand& part : parts) {
            depth = std::max(depth, part.depth);
            node.operands.push_back(std::move(part.expr));
        }
        const Place from = parts.front().first;
        const Place to = parts.back().last;
        if (bounded(depth + 1, from)) push(std::move(node), from, to, depth + 1);
        else push(ast::List{}, from, to, 1);
        return pop();
    };
    std::vector<Operand> alternatives;
    std::vector<Operand> together;
    for (Operand& next : chain) {
        const bool ends = next.last == last || next.last->kind == Kind::kw_or;
        together.push_back(std::move(next));
        if (!ends) continue;
        alternatives.push_back(join(together, ast::Logic::conjunction));
        together.clear();
    }
    operands_.push_back(join(alternatives, ast::Logic::disjunction));
}

void Builder::conditional(Place first, Place last) {
    Operand consequence = pop();
    Operand condition = pop();
    const unsigned depth = std::max(condition.depth, consequence.depth) + 1;
    if (!bounded(depth, first)) return push(ast::List{}, first, last, 1);
    push(ast::If{std::move(condition.expr), std::move(consequence.expr)}, first, last, depth);
}

void Builder::some(Place first, Place last) {
    Operand body = pop();
    BuiltDomain domain = std::move(domains_.back());
    domains_.pop_back();
    const unsigned depth = std::max(domain.depth, body.depth) + 1;
    if (!bounded(depth, first)) return push(ast::List{}, first, last, 1);
    push(ast::Some{word(first + 1), std::make_unique<ast::Domain>(std::move(domain.domain)), std::move(body.expr)}, first, last, depth);
}

}  // namespace crossfoot::syntax
