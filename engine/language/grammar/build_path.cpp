// Literals, names, calls, collections, and the steps of paths.
#include <algorithm>

#include "engine/language/grammar/builder.hpp"
#include "engine/language/messages.hpp"
#include "engine/language/scan.hpp"
#include "engine/language/scanner.hpp"
#include "engine/quantity/date.hpp"

namespace crossfoot::syntax {

using ast::ExprPtr;

ast::Key Builder::key(Place token) const {
    if (token->kind != Kind::string) return {text(token), false, span(token, token + 1)};
    return {decode_string(tokens_.text_of(*token)), true, span(token, token + 1)};
}

ast::NumberLiteral Builder::number(const Token& token) const {
    const NumberParts& parts = tokens_.numbers[token.detail];
    // Spaces between words are one space, however they were written.
    const auto written = [&](NumberParts::Range range) {
        std::string out;
        for (const char c : tokens_.text.substr(range.begin, range.end - range.begin))
            if (c != '\t' && (c != ' ' || out.empty() || out.back() != ' ')) out.push_back(c);
            else if (c == '\t' && !out.empty() && out.back() != ' ') out.push_back(' ');
        return out;
    };
    ast::NumberLiteral literal;
    literal.qualifier = written(parts.qualifier);
    literal.digits = std::string(tokens_.text.substr(parts.digits.begin, parts.digits.end - parts.digits.begin));
    literal.unit = written(parts.unit);
    if (parts.unit.end > parts.unit.begin) literal.unit_span = places_.span(parts.unit.begin, parts.unit.end);
    std::string plain;
    for (const char c : literal.digits)
        if (c != '_' && plain.size() < kMostCharacters) plain.push_back(c);
    // What the scanner has reported as malformed stays 0.
    const bool decimal = plain.find_first_not_of("0123456789.") == std::string::npos && plain.front() != '.' &&
                         plain.back() != '.' && plain.find('.') == plain.rfind('.');
    if (decimal) literal.number = Rational::from_decimal(plain);
    return literal;
}

void Builder::literal(Place first, Place last) {
    switch (first->kind) {
        case Kind::number: return push(std::make_unique<ast::NumberLiteral>(number(*first)), first, last, 1);
        case Kind::string: return push(ast::TextLiteral{decode_string(tokens_.text_of(*first))}, first, last, 1);
        case Kind::date: {
            const std::string written = text(first);
            const auto found = day(std::stoi(written.substr(0, 4)), std::stoi(written.substr(5, 2)), std::stoi(written.substr(8, 2)));
            return push(ast::DateLiteral{written, found ? found->first : 0}, first, last, 1);
        }
        default: return push(ast::TruthLiteral{first->kind == Kind::kw_true}, first, last, 1);
    }
}

void Builder::named(Place first, Place last) {
    if (last - first == 1) return push(ast::Name{text(first)}, first, last, 1);
    std::size_t base = arguments_.size();
    while (base > 0 && arguments_[base - 1].first >= first) --base;
    ast::Call call{word(first), {}};
    call.arguments.reserve(arguments_.size() - base);
    unsigned depth = 0;
    for (std::size_t i = base; i < arguments_.size(); ++i) {
        depth = std::max(depth, arguments_[i].depth);
        call.arguments.push_back(std::move(arguments_[i].argument));
    }
    arguments_.resize(base);
    if (bounded(depth + 1, first)) push(std::move(call), first, last, depth + 1);
    else push(ast::Name{text(first)}, first, last, 1);
}

// A reserved word that names an argument: `within:`.
void Builder::label(Place first, Place last) { push(ast::Name{text(first)}, first, last, 1); }

void Builder::argument(Place first, Place last) {
    using Form = ast::Argument::Form;
    const std::size_t base = since(first);
    Operand& head = operands_[base];
    ast::Argument out;
    out.span = span(first, last);
    unsigned depth = head.depth;
    const bool second = operands_.size() > base + 1;
    if (second) depth = std::max(depth, operands_[base + 1].depth);
    if (head.last == last) {
        out.value = std::move(head.expr);
    } else if (head.last->kind == Kind::dots) {
        out.form = Form::range;
        out.value = std::move(head.expr);
        if (second) out.high = std::move(operands_[base + 1].expr);
    } else if (auto* name = std::get_if<ast::Name>(&head.expr->node)) {
        out.form = Form::named;
        out.name = {std::move(name->text), head.expr->span};
        out.value = std::move(operands_[base + 1].expr);
    } else {
        // `x in domain` has been read as the question whether x is in it; before `:` it binds x.
        auto* asked = std::get_if<ast::Membership>(&head.expr->node);
        auto* bound = asked == nullptr ? nullptr : std::get_if<ast::Name>(&asked->value->node);
        out.form = Form::bound;
        if (bound == nullptr) {
            const Token& colon = *head.last;
            diagnostics_.add(Code::XF201, places_.span(colon.begin, colon.end),
                             Message(messages::expected, Message(messages::expected_close_arguments), Message(messages::code, ":")))
                .suggest(Message(messages::bound_name));
            spoilt_ = true;
            out.value = std::move(operands_[base + 1].expr);
        } else {
            out.name = {std::move(bound->text), asked->value->span};
            out.domain = std::make_unique<ast::Domain>(std::move(asked->domain));
            out.value = std::move(operands_[base + 1].expr);
        }
    }
    operands_.resize(base);
    arguments_.push_back({std::move(out), first, depth});
}

void Builder::keys(Place first, Place last) {
    keys_.clear();
    keys_.reserve(static_cast<std::size_t>(last - first) / 2);
    for (Place token = first + 1; token < last; token += 2) keys_.push_back(key(token));
}

void Builder::keys_alone(Place first, Place last) { push(ast::Keys{std::move(keys_)}, first, last, 1); }

void Builder::list(Place first, Place last) {
    const std::size_t base = since(first);
    ast::List list;
    list.items.reserve(operands_.size() - base);
    unsigned depth = 0;
    for (std::size_t i = base; i < operands_.size(); ++i) {
        depth = std::max(depth, operands_[i].depth);
        list.items.push_back(std::move(operands_[i].expr));
    }
    operands_.resize(base);
    if (bounded(depth + 1, first)) push(std::move(list), first, last, depth + 1);
    else push(ast::List{}, first, last, 1);
}

void Builder::parenthesised(Place first, Place last) {
    wrap([](ExprPtr inner) { return ast::Paren{std::move(inner)}; }, first, last);
}

void Builder::child(Place, Place last) {
    extend([&](ExprPtr base) { return ast::Child{std::move(base), key(last - 1)}; }, last);
}
void Builder::star(Place, Place last) {
    extend([](ExprPtr base) { return ast::Star{std::move(base)}; }, last);
}
void Builder::some_of(Place, Place last) {
    extend([&](ExprPtr base) { return ast::Some_of{std::move(base), std::move(keys_)}; }, last);
}
void Builder::all_rows(Place, Place last) {
    extend([](ExprPtr base) { return ast::AllRows{std::move(base)}; }, last);
}
void Builder::except(Place, Place last) {
    extend([&](ExprPtr base) { return ast::Except{std::move(base), std::move(keys_)}; }, last);
}

void Builder::index(Place, Place last) {
    Operand inner = pop();
    const unsigned depth = inner.depth;
    operands_.back().depth = std::max(operands_.back().depth, depth);
    extend([&](ExprPtr base) { return ast::Index{std::move(base), std::move(inner.expr)}; }, last);
}

}  // namespace crossfoot::syntax
