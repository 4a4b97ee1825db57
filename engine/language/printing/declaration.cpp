#include "engine/language/printing/printer.hpp"

namespace crossfoot::printing {

namespace {

std::string_view spelling(ast::Severity severity) {
    switch (severity) {
        case ast::Severity::info: return "info";
        case ast::Severity::warning: return "warning";
        case ast::Severity::error: break;
    }
    return "error";
}

}  // namespace

void Printer::declaration(Layout& out, const ast::Declaration& declaration) const {
    if (const auto* found = std::get_if<ast::Rule>(&declaration)) rule(out, *found);
    if (const auto* found = std::get_if<ast::Define>(&declaration)) define(out, *found);
    if (const auto* found = std::get_if<std::unique_ptr<ast::Group>>(&declaration)) group(out, **found);
    if (const auto* found = std::get_if<ast::Use>(&declaration)) {
        out.token("use").space();
        text(out, found->path.value, found->path.span);
    }
}

void Printer::attribute(Layout& out, const ast::Attribute& attribute) const {
    if (const auto* severity = std::get_if<ast::SeverityAttribute>(&attribute))
        out.token("severity").space().token(spelling(severity->severity));
    if (const auto* note = std::get_if<ast::Note>(&attribute)) {
        out.token("note").space();
        text(out, note->text.value, note->text.span);
    }
    if (const auto* title = std::get_if<ast::Title>(&attribute)) text(out, title->value, title->span);
    if (const auto* tags = std::get_if<ast::Tags>(&attribute)) {
        out.token("tags").space().token("[").open();
        out.indent().soft();
        for (std::size_t i = 0; i < tags->tags.size(); ++i) {
            if (i > 0) out.token(",").line();
            out.token(tags->tags[i].text);
        }
        out.dedent().soft().closer("]").close();
    }
}

void Printer::for_clause(Layout& out, const ast::ForClause& clause) const {
    out.open();
    out.token("for").space().token(clause.name.text).space().token("in").space();
    domain(out, clause.domain);
    if (clause.where != nullptr) {
        out.indent().line().token("where").space();
        expression(out, *clause.where);
        out.dedent();
    }
    out.close();
}

// All on one line; else the header on one line and the body below; else each `for` on its own line as well. A note
// always has a line of its own.
void Printer::rule(Layout& out, const ast::Rule& rule) const {
    out.open();
    const std::size_t header = out.open();
    out.token("rule").space().token(rule.id.text).indent();
    bool own_line = false;
    for (const ast::Attribute& each : rule.attributes) {
        const bool note = std::holds_alternative<ast::Note>(each);
        if (note || own_line) out.new_line();
        else out.space();
        own_line = note;
        attribute(out, each);
    }
    for (const ast::ForClause& each : rule.fors) {
        out.line();
        for_clause(out, each);
    }
    out.token(":").dedent().close();
    out.indent_after(header);
    for (const ast::Let& each : rule.lets) {
        out.line().open();
        out.token("let").space().token(each.name.text).space().token("=").indent().line();
        expression(out, *each.value);
        out.token(";").dedent().close();
    }
    out.line();
    expression(out, *rule.body);
    out.dedent().close();
}

void Printer::define(Layout& out, const ast::Define& define) const {
    out.open();
    out.token("define").space().token(define.name.text);
    if (define.has_parameters) {
        out.token("(").open();
        out.indent().soft();
        for (std::size_t i = 0; i < define.parameters.size(); ++i) {
            if (i > 0) out.token(",").line();
            out.token(define.parameters[i].text);
        }
        out.dedent().soft().closer(")").close();
    }
    out.space().token("=").indent().line();
    expression(out, *define.body);
    out.dedent().close();
}

void Printer::group(Layout& out, const ast::Group& group) const {
    out.token("group").space().token(group.id.text);
    if (group.table != nullptr) {
        out.space().token("in").space();
        expression(out, *group.table);
    }
    if (group.title) {
        out.space();
        text(out, group.title->value, group.title->span);
    }
    out.space().token("{");
}

}  // namespace crossfoot::printing
