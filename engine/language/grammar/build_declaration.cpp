#include "engine/language/grammar/builder.hpp"
#include "engine/language/messages.hpp"
#include "engine/language/scan.hpp"

namespace crossfoot::syntax {

namespace {

template <class T>
std::vector<T> taken(std::vector<T>& from) {
    std::vector<T> out = std::move(from);
    from.clear();
    return out;
}

Span place(const ast::SeverityAttribute& attribute) { return attribute.span; }
Span place(const ast::Tags& attribute) { return attribute.span; }
Span place(const ast::Note& attribute) { return attribute.text.span; }
Span place(const ast::Title& attribute) { return attribute.span; }

}  // namespace

template <class Attribute>
bool Builder::first_of(const Template& name, Span span) {
    for (const ast::Attribute& attribute : attributes_)
        if (const auto* first = std::get_if<Attribute>(&attribute)) {
            diagnostics_.add(Code::XF209, span, Message(messages::twice, Message(name)))
                .label(place(*first), Message(messages::first_one));
            return false;
        }
    return true;
}

void Builder::severity(Place first, Place last) {
    const std::string_view word = tokens_.text_of(*(last - 1));
    const Span where = span(first, last);
    if (!first_of<ast::SeverityAttribute>(messages::attribute_severity, where)) return;
    const ast::Severity severity = word == "error"     ? ast::Severity::error
                                   : word == "warning" ? ast::Severity::warning
                                                       : ast::Severity::info;
    attributes_.emplace_back(ast::SeverityAttribute{severity, where});
}

void Builder::tags(Place first, Place last) {
    const Span where = span(first, last);
    if (!first_of<ast::Tags>(messages::attribute_tags, where)) return;
    ast::Tags tags{{}, where};
    for (Place token = first + 2; token < last; token += 2) tags.tags.push_back(word(token));
    attributes_.emplace_back(std::move(tags));
}

void Builder::note(Place first, Place last) {
    if (!first_of<ast::Note>(messages::attribute_note, span(first, last))) return;
    attributes_.emplace_back(ast::Note{{decode_string(tokens_.text_of(*(last - 1))), span(last - 1, last)}});
}

void Builder::title(Place first, Place last) {
    if (!first_of<ast::Title>(messages::attribute_title, span(first, last))) return;
    attributes_.emplace_back(read_title(tokens_, *first, places_, limits_, diagnostics_));
}

void Builder::for_clause(Place first, Place last) {
    ast::ForClause clause{word(first + 1), std::move(domains_.back().domain), nullptr, span(first, last)};
    domains_.pop_back();
    if (!operands_.empty()) clause.where = take_expression();
    fors_.push_back(std::move(clause));
}

void Builder::let(Place first, Place last) { lets_.push_back({word(first + 1), take_expression(), span(first, last)}); }

void Builder::rule(Place first, Place last) {
    ast::Rule rule;
    rule.id = word(first + 1);
    rule.attributes = taken(attributes_);
    rule.fors = taken(fors_);
    rule.lets = taken(lets_);
    rule.body = take_expression();
    rule.span = span(first, last);
    declaration_.emplace(std::move(rule));
}

void Builder::define(Place first, Place last) {
    ast::Define define;
    define.name = word(first + 1);
    define.has_parameters = (first + 2)->kind == Kind::open_paren;
    if (define.has_parameters)
        for (Place token = first + 3; (token - 1)->kind != Kind::close_paren; token += 2) define.parameters.push_back(word(token));
    define.body = take_expression();
    define.span = span(first, last);
    declaration_.emplace(std::move(define));
}

void Builder::use(Place first, Place last) {
    declaration_.emplace(ast::Use{{decode_string(tokens_.text_of(*(first + 1))), span(first + 1, first + 2)}, span(first, last)});
}

// Only the header: what stands between the braces is read declaration by declaration.
void Builder::group(Place first, Place last) {
    auto group = std::make_unique<ast::Group>();
    group->id = word(first + 1);
    if (!operands_.empty()) group->table = take_expression();
    for (ast::Attribute& attribute : taken(attributes_))
        if (auto* title = std::get_if<ast::Title>(&attribute)) group->title = std::move(*title);
    group->span = span(first, last);
    declaration_.emplace(std::move(group));
}

}  // namespace crossfoot::syntax
