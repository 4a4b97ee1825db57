#include "tests/language/dump.hpp"

#include <fmt/format.h>

#include "engine/language/grammar/operators.hpp"
#include "engine/language/printing/printer.hpp"
#include "tests/language/walk.hpp"

namespace crossfoot::testing {

namespace {

using printing::quoted;

std::string keys(const std::vector<ast::Key>& all) {
    std::string out;
    for (const ast::Key& key : all) out += " " + (key.quoted ? quoted(key.text) : key.text);
    return out;
}

std::string arguments(const ast::Call& call) {
    std::string out;
    for (const ast::Argument& each : call.arguments) {
        switch (each.form) {
            case ast::Argument::Form::value: out += " _"; break;
            case ast::Argument::Form::range: out += each.high == nullptr ? " _.." : " _.._"; break;
            case ast::Argument::Form::named: out += " " + each.name.text + ":_"; break;
            case ast::Argument::Form::bound:
                out += " " + each.name.text + " in _" + (!each.domain->range ? "" : each.domain->high == nullptr ? ".." : ".._") + ":_";
                break;
        }
    }
    return out;
}

std::string range(const ast::Domain& domain) { return !domain.range ? "" : domain.high == nullptr ? " _.." : " _.._"; }

struct Kind {
    std::string operator()(const ast::NumberPtr& n) const {
        std::string out = "number " + n->digits + " = " + n->number.decimal(Rational::Direction::nearest);
        if (!n->qualifier.empty()) out += ", " + n->qualifier;
        if (!n->unit.empty()) out += ", unit " + quoted(n->unit);
        return out;
    }
    std::string operator()(const ast::DateLiteral& n) const { return fmt::format("date {} = day {}", n.text, n.day); }
    std::string operator()(const ast::TextLiteral& n) const { return "text " + quoted(n.value); }
    std::string operator()(const ast::TruthLiteral& n) const { return n.value ? "true" : "false"; }
    std::string operator()(const ast::Name& n) const { return "name " + n.text; }
    std::string operator()(const ast::Keys& n) const { return "keys" + keys(n.keys); }
    std::string operator()(const ast::List&) const { return "list"; }
    std::string operator()(const ast::Paren&) const { return "parentheses"; }
    std::string operator()(const ast::Call& n) const { return "call " + n.name.text + arguments(n); }
    std::string operator()(const ast::Child& n) const { return "child" + keys({n.key}); }
    std::string operator()(const ast::Star&) const { return "all children"; }
    std::string operator()(const ast::Some_of& n) const { return "children" + keys(n.keys); }
    std::string operator()(const ast::AllRows&) const { return "all rows"; }
    std::string operator()(const ast::Index&) const { return "index"; }
    std::string operator()(const ast::Except& n) const { return "except" + keys(n.keys); }
    std::string operator()(const ast::Negate&) const { return "negate"; }
    std::string operator()(const ast::Binary& n) const { return std::string(syntax::entry(n.op).spelling); }
    std::string operator()(const ast::Relation& n) const {
        std::string out = "relation _";
        for (const ast::Comparison each : n.comparisons) out += " " + std::string(syntax::entry(each).spelling) + " _";
        return out + (n.within == nullptr ? "" : " within _");
    }
    std::string operator()(const ast::Membership& n) const { return "in" + range(n.domain); }
    std::string operator()(const ast::Matches& n) const { return "matches " + quoted(n.regex); }
    std::string operator()(const ast::Connective& n) const { return n.op == ast::Logic::conjunction ? "and" : "or"; }
    std::string operator()(const ast::Not&) const { return "not"; }
    std::string operator()(const ast::If&) const { return "if"; }
    std::string operator()(const ast::Some& n) const { return "some " + n.name.text + range(*n.domain); }
};

class Dump {
public:
    explicit Dump(const SourceMap& sources) : sources_(sources) {}

    void expression(const ast::Expr& expr, std::size_t indent) {
        line(expr.span, indent, std::visit(Kind{}, expr.node));
        for (const ast::Expr* child : children(expr)) expression(*child, indent + 1);
    }

    void declarations(const std::vector<ast::Declaration>& all, std::size_t indent) {
        for (const ast::Declaration& each : all) {
            if (const auto* use = std::get_if<ast::Use>(&each)) line(use->span, indent, "use " + quoted(use->path.value));
            if (const auto* define = std::get_if<ast::Define>(&each)) this->define(*define, indent);
            if (const auto* rule = std::get_if<ast::Rule>(&each)) this->rule(*rule, indent);
            if (const auto* group = std::get_if<std::unique_ptr<ast::Group>>(&each)) {
                line((*group)->span, indent, "group " + (*group)->id.text);
                if ((*group)->table != nullptr) expression(*(*group)->table, indent + 2);
                if ((*group)->title) title(*(*group)->title, indent + 2);
                declarations((*group)->declarations, indent + 1);
            }
        }
    }

    std::string out;

private:
    void line(Span span, std::size_t indent, const std::string& what) {
        const Position from = sources_.file(span.file).position(span.begin);
        const Position to = sources_.file(span.file).position(span.end);
        const std::string end = to.line == from.line ? fmt::format("{}", to.column) : fmt::format("{}:{}", to.line, to.column);
        out += fmt::format("{:{}}{} @{}:{}-{}\n", "", indent * 2, what, from.line, from.column, end);
    }

    void title(const ast::Title& title, std::size_t indent) {
        line(title.span, indent, "title");
        for (const ast::Title::Piece& piece : title.pieces) {
            if (piece.path == nullptr) line(piece.span, indent + 1, "plain " + quoted(piece.text));
            else expression(*piece.path, indent + 1);
        }
    }

    void domain(const ast::Domain& domain, std::size_t indent) {
        expression(*domain.low, indent);
        if (domain.high != nullptr) expression(*domain.high, indent);
    }

    void define(const ast::Define& define, std::size_t indent) {
        std::string what = "define " + define.name.text;
        if (define.has_parameters) what += " of";
        for (const ast::Word& parameter : define.parameters) what += " " + parameter.text;
        line(define.span, indent, what);
        expression(*define.body, indent + 1);
    }

    void rule(const ast::Rule& rule, std::size_t indent) {
        line(rule.span, indent, "rule " + rule.id.text);
        for (const ast::Attribute& attribute : rule.attributes) {
            if (const auto* severity = std::get_if<ast::SeverityAttribute>(&attribute))
                line(severity->span, indent + 2, fmt::format("severity {}", static_cast<int>(severity->severity)));
            if (const auto* tags = std::get_if<ast::Tags>(&attribute)) {
                std::string what = "tags";
                for (const ast::Word& tag : tags->tags) what += " " + tag.text;
                line(tags->span, indent + 2, what);
            }
            if (const auto* note = std::get_if<ast::Note>(&attribute)) line(note->text.span, indent + 2, "note " + quoted(note->text.value));
            if (const auto* found = std::get_if<ast::Title>(&attribute)) title(*found, indent + 2);
        }
        for (const ast::ForClause& clause : rule.fors) {
            line(clause.span, indent + 2, "for " + clause.name.text + range(clause.domain));
            domain(clause.domain, indent + 3);
            if (clause.where != nullptr) expression(*clause.where, indent + 3);
        }
        for (const ast::Let& let : rule.lets) {
            line(let.span, indent + 2, "let " + let.name.text);
            expression(*let.value, indent + 3);
        }
        expression(*rule.body, indent + 1);
    }

    const SourceMap& sources_;
};

// The line of a place with the place underlined.
std::string underlined(Span span, const Message& text, const SourceMap& sources) {
    const SourceFile& file = sources.file(span.file);
    const Position from = file.position(span.begin);
    const Position to = file.position(span.end);
    const std::string source(file.line(from.line));
    const std::size_t width = to.line == from.line && to.column > from.column ? to.column - from.column : 1;
    std::string out = fmt::format("  {} | {}\n", from.line, source);
    out += fmt::format("  {:{}} | {:{}}{}", "", fmt::format("{}", from.line).size(), "", from.column - 1, std::string(width, '^'));
    return out + (text.empty() ? "" : " " + text.in(Language::en)) + "\n";
}

}  // namespace

std::string dump(const ast::File& file, const SourceMap& sources) {
    Dump dump(sources);
    dump.declarations(file.declarations, 0);
    return dump.out;
}

std::string dump(const ast::Expr& expr, const SourceMap& sources) {
    Dump dump(sources);
    dump.expression(expr, 0);
    return dump.out;
}

std::string dump(const Diagnostics& diagnostics, const SourceMap& sources) {
    std::string out;
    for (const Diagnostic& each : diagnostics.all()) {
        if (each.span.valid()) {
            const Position at = sources.position(each.span);
            out += fmt::format("{}:{}:{}: ", sources.file(each.span.file).name(), at.line, at.column);
        } else {
            out += each.file + ": ";
        }
        out += fmt::format("{} {}\n", name(each.code), each.headline.in(Language::en));
        if (each.span.valid()) out += underlined(each.span, each.at, sources);
        for (const Label& label : each.labels) out += underlined(label.span, label.text, sources);
        for (const Message& help : each.help) out += "  help: " + help.in(Language::en) + "\n";
        out += "  fr: " + each.headline.in(Language::fr) + "\n";
        for (const Message& help : each.help) out += "  aide : " + help.in(Language::fr) + "\n";
    }
    return out;
}

}  // namespace crossfoot::testing
