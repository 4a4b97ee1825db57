#include <fmt/format.h>

#include "engine/language/grammar/operators.hpp"
#include "engine/language/printing/printer.hpp"

namespace crossfoot::printing {

using syntax::entry;

std::string quoted(std::string_view value) {
    std::string out = "\"";
    for (const char c : value) {
        switch (c) {
            case '"': out += "\\\""; break;
            case '\\': out += "\\\\"; break;
            case '\b': out += "\\b"; break;
            case '\t': out += "\\t"; break;
            case '\n': out += "\\n"; break;
            case '\f': out += "\\f"; break;
            case '\r': out += "\\r"; break;
            default:
                if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) out += fmt::format("\\u{:04X}", static_cast<unsigned>(c));
                else out.push_back(c);
        }
    }
    return out + "\"";
}

// A text stays as it was written, escapes included.
void Printer::text(Layout& out, std::string_view value, Span span) const {
    if (span.valid() && span.end <= text_.size() && span.begin < span.end) out.token(text_.substr(span.begin, span.end - span.begin));
    else out.token(quoted(value));
}

void Printer::key(Layout& out, const ast::Key& key) const {
    if (key.quoted) text(out, key.text, key.span);
    else out.token(key.text);
}

void Printer::keys(Layout& out, const std::vector<ast::Key>& keys) const {
    out.token("{").open();
    out.indent().soft();
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (i > 0) out.token(",").line();
        key(out, keys[i]);
    }
    out.dedent().soft().closer("}").close();
}

void Printer::domain(Layout& out, const ast::Domain& domain) const {
    expression(out, *domain.low);
    if (domain.range) out.token("..");
    if (domain.high != nullptr) expression(out, *domain.high);
}

void Printer::argument(Layout& out, const ast::Argument& argument) const {
    using Form = ast::Argument::Form;
    if (argument.form == Form::named) out.token(argument.name.text).token(":").space();
    if (argument.form == Form::bound) {
        out.token(argument.name.text).space().token("in").space();
        domain(out, *argument.domain);
        out.token(":").space();
    }
    expression(out, *argument.value);
    if (argument.form == Form::range) out.token("..");
    if (argument.high != nullptr) expression(out, *argument.high);
}

// A chain of operators of one binding breaks as a whole: `a + b - c` leans to the left in the tree.
void Printer::operation(Layout& out, const ast::Expr& expr) const {
    const int binding = entry(std::get<ast::Binary>(expr.node).op).binding;
    std::vector<const ast::Binary*> chain;
    const ast::Expr* left = &expr;
    for (const auto* node = std::get_if<ast::Binary>(&left->node); node != nullptr && entry(node->op).binding == binding;
         node = std::get_if<ast::Binary>(&left->node)) {
        chain.push_back(node);
        left = node->left.get();
    }
    out.open();
    expression(out, *left);
    out.indent();
    for (auto node = chain.rbegin(); node != chain.rend(); ++node) {
        out.line().token(entry((*node)->op).spelling).space();
        expression(out, *(*node)->right);
    }
    out.dedent().close();
}

struct Printer::Nodes {
    const Printer& printer;
    Layout& out;
    const ast::Expr& expr;

    void print(const ast::ExprPtr& child) const { printer.expression(out, *child); }
    // What a point follows: a number would take the point for its own, and its unit be taken for a path.
    void stepped(const ast::ExprPtr& base) const {
        print(base);
        if (std::holds_alternative<ast::NumberPtr>(base->node)) out.space();
    }

    void operator()(const ast::NumberPtr& n) const {
        std::string written = n->qualifier.empty() ? "" : n->qualifier + " ";
        written += n->digits;
        if (!n->unit.empty()) written += " " + n->unit;
        out.token(written);
    }
    void operator()(const ast::DateLiteral& n) const { out.token(n.text); }
    void operator()(const ast::TextLiteral& n) const { printer.text(out, n.value, expr.span); }
    void operator()(const ast::TruthLiteral& n) const { out.token(n.value ? "true" : "false"); }
    void operator()(const ast::Name& n) const { out.token(n.text); }
    void operator()(const ast::Keys& n) const { printer.keys(out, n.keys); }
    void operator()(const ast::List& n) const {
        out.token("[").open();
        out.indent().soft();
        for (std::size_t i = 0; i < n.items.size(); ++i) {
            if (i > 0) out.token(",").line();
            print(n.items[i]);
        }
        out.dedent().soft().closer("]").close();
    }
    void operator()(const ast::Paren& n) const {
        out.token("(").open();
        out.indent().soft();
        print(n.inner);
        out.dedent().soft().closer(")").close();
    }
    void operator()(const ast::Call& n) const {
        out.token(n.name.text).token("(").open();
        out.indent().soft();
        for (std::size_t i = 0; i < n.arguments.size(); ++i) {
            if (i > 0) out.token(",").line();
            printer.argument(out, n.arguments[i]);
        }
        out.dedent().soft().closer(")").close();
    }
    void operator()(const ast::Child& n) const {
        stepped(n.base);
        out.token(".");
        printer.key(out, n.key);
    }
    void operator()(const ast::Star& n) const {
        stepped(n.base);
        out.token(".").token("*");
    }
    void operator()(const ast::Some_of& n) const {
        stepped(n.base);
        out.token(".");
        printer.keys(out, n.keys);
    }
    void operator()(const ast::AllRows& n) const {
        print(n.base);
        out.token("[").token("*").closer("]");
    }
    void operator()(const ast::Index& n) const {
        print(n.base);
        out.token("[");
        print(n.inner);
        out.closer("]");
    }
    void operator()(const ast::Except& n) const {
        print(n.base);
        out.space().token("except").space();
        printer.keys(out, n.keys);
    }
    void operator()(const ast::Negate& n) const {
        out.token("-");
        print(n.operand);
    }
    void operator()(const ast::Binary&) const { printer.operation(out, expr); }
    void operator()(const ast::Relation& n) const {
        out.open();
        print(n.sides.front());
        out.indent();
        for (std::size_t i = 0; i < n.comparisons.size(); ++i) {
            out.line().token(entry(n.comparisons[i]).spelling).space();
            print(n.sides[i + 1]);
        }
        if (n.within != nullptr) {
            out.line().token("within").space();
            print(n.within);
        }
        out.dedent().close();
    }
    void operator()(const ast::Membership& n) const {
        out.open();
        print(n.value);
        out.indent().line().token("in").space();
        printer.domain(out, n.domain);
        out.dedent().close();
    }
    void operator()(const ast::Matches& n) const {
        std::string regex = "/";
        for (std::size_t i = 0; i < n.regex.size(); ++i) {
            const char c = n.regex[i];
            if (c == '/') regex += "\\/";
            else regex.push_back(c);
            if (c == '\\' && i + 1 < n.regex.size()) regex.push_back(n.regex[++i]);
        }
        out.open();
        print(n.value);
        out.indent().line().token("matches").space().token(regex + "/").dedent().close();
    }
    void operator()(const ast::Connective& n) const {
        out.open();
        print(n.operands.front());
        out.indent();
        for (std::size_t i = 1; i < n.operands.size(); ++i) {
            out.line().token(n.op == ast::Logic::conjunction ? "and" : "or").space();
            print(n.operands[i]);
        }
        out.dedent().close();
    }
    void operator()(const ast::Not& n) const {
        out.token("not").space();
        print(n.operand);
    }
    void operator()(const ast::If& n) const {
        out.open();
        out.token("if").space();
        print(n.condition);
        out.space().token("then").indent().line();
        print(n.consequence);
        out.dedent().close();
    }
    void operator()(const ast::Some& n) const {
        out.open();
        out.token("some").space().token(n.name.text).space().token("in").space();
        printer.domain(out, *n.domain);
        out.token(":").indent().line();
        print(n.body);
        out.dedent().close();
    }
};

void Printer::expression(Layout& out, const ast::Expr& expr) const { std::visit(Nodes{*this, out, expr}, expr.node); }

}  // namespace crossfoot::printing
