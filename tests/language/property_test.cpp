// Laws that hold for all rule files.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "engine/language/parse.hpp"
#include "engine/language/print.hpp"
#include "engine/language/scan.hpp"
#include "tests/language/dump.hpp"
#include "tests/language/random_rules.hpp"
#include "tests/language/walk.hpp"

namespace crossfoot::testing {
namespace {

rc::Gen<Tape> tapes() { return rc::gen::resize(400, rc::gen::arbitrary<Tape>()); }

struct Parsed {
    SourceMap sources;
    Diagnostics diagnostics;
    ast::File file;
    explicit Parsed(std::string text) { file = parse_rules(sources.add("rules.xf", std::move(text)), sources, diagnostics); }
    [[nodiscard]] std::string text() const { return std::string(sources.file(0).text()); }
    [[nodiscard]] std::string printed() const { return print_rules(file, sources); }
    void must_be_right() const {
        if (diagnostics.has_errors()) RC_FAIL(text() + "\n" + dump(diagnostics, sources));
    }
};

std::string printed(const ast::File& file) { return print_rules(file, SourceMap()); }

RC_GTEST_PROP(Rules, ParseOfPrintIsTheTree, ()) {
    const ast::File file = random_file(*tapes());
    const Parsed again(printed(file));
    again.must_be_right();
    if (!ast::equal(file, again.file)) RC_FAIL(again.text() + "\n" + dump(again.file, again.sources));
}

RC_GTEST_PROP(Rules, PrintIsStable, ()) {
    const Parsed first(printed(random_file(*tapes())));
    const Parsed second(first.printed());
    RC_ASSERT(second.text() == first.text());
    RC_ASSERT(second.printed() == second.text());
}

RC_GTEST_PROP(Expressions, ParseOfPrintIsTheTree, ()) {
    const ast::ExprPtr expr = random_expression(*tapes());
    SourceMap sources;
    Diagnostics diagnostics;
    const std::string text = print_expression(*expr);
    const ast::ExprPtr again = parse_expression(sources.add("x", text), sources, diagnostics);
    if (again == nullptr) RC_FAIL(text + "\n" + dump(diagnostics, sources));
    RC_ASSERT(ast::equal(*expr, *again));
    RC_ASSERT(ast::equal(*expr, *ast::clone(*expr)));
}

// Inside an expression's place lie those of its parts, in order, and its text parses to it again.
void check_places(const ast::Expr& expr, const SourceMap& sources, bool in_title) {
    std::uint32_t from = expr.span.begin;
    for (const ast::Expr* child : children(expr)) {
        RC_ASSERT(child->span.begin >= from);
        RC_ASSERT(child->span.end <= expr.span.end);
        from = child->span.end;
        check_places(*child, sources, in_title);
    }
    if (in_title) return;   // there quotes are written with a backslash
    SourceMap alone;
    Diagnostics diagnostics;
    const ast::ExprPtr again = parse_expression(alone.add("slice", std::string(sources.text(expr.span))), alone, diagnostics);
    RC_ASSERT(again != nullptr);
    RC_ASSERT(ast::equal(expr, *again));
}

RC_GTEST_PROP(Rules, PlacesCoverTheirText, ()) {
    const Parsed parsed(printed(random_file(*tapes())));
    each_expression(parsed.file.declarations, [&](const ast::Expr& expr, bool in_title) { check_places(expr, parsed.sources, in_title); });
}

std::vector<std::string> comments_of(const Parsed& parsed) {
    std::vector<std::string> out;
    for (const ast::Comment& each : parsed.file.comments) out.emplace_back(parsed.sources.text(each.span));
    return out;
}

// White space and comments carry no meaning, and printing keeps every comment in its order.
RC_GTEST_PROP(Rules, CommentsBetweenTokensAreKept, ()) {
    const Parsed plain(printed(random_file(*tapes())));
    const Tape choices = *tapes();
    Diagnostics ignored;
    const syntax::Tokens tokens = syntax::scan(plain.sources.file(0).text(), syntax::Places(0), ignored);
    std::string text;
    std::uint32_t from = 0;
    std::size_t count = 0;
    for (std::size_t i = 0; i < tokens.all.size(); ++i) {
        const syntax::Token& token = tokens.all[i];
        text += tokens.text.substr(from, token.begin - from);
        // Only on its line is a keyword after `rule` surely an id.
        const bool id = i > 0 && (tokens.all[i - 1].kind == syntax::Kind::kw_rule || tokens.all[i - 1].kind == syntax::Kind::kw_group);
        switch (i < choices.size() && !id ? choices[i] % 12 : 0) {
            case 1: text += " # c" + std::to_string(count++) + "\n"; break;
            case 2: text += "\n# c" + std::to_string(count++) + "  \r\n\n"; break;
            case 3: text += "\n\n\n  # é " + std::to_string(count++) + "\n#\n", ++count; break;
            case 4: text += "\n\t "; break;
            default: break;
        }
        text += tokens.text_of(token);
        from = token.end;
    }
    const Parsed commented(text);
    commented.must_be_right();
    RC_ASSERT(commented.file.comments.size() == count);
    if (!ast::equal(commented.file, plain.file)) RC_FAIL(text);
    const Parsed pretty(commented.printed());
    pretty.must_be_right();
    if (!ast::equal(commented.file, pretty.file)) RC_FAIL(text + "\n----\n" + pretty.text());
    std::vector<std::string> before = comments_of(commented);
    for (std::string& each : before)
        while (each.back() == ' ') each.pop_back();
    RC_ASSERT(comments_of(pretty) == before);
    if (pretty.printed() != pretty.text()) RC_FAIL(pretty.text() + "\n----\n" + pretty.printed());
}

// A body in parentheses, which nothing can continue: `x in a..` takes what follows for the upper end.
void enclose_body(ast::Declaration& declaration) {
    const auto enclose = [](ast::ExprPtr& body) {
        auto whole = std::make_unique<ast::Expr>();
        whole->node = ast::Paren{std::move(body)};
        body = std::move(whole);
    };
    if (auto* rule = std::get_if<ast::Rule>(&declaration)) enclose(rule->body);
    if (auto* define = std::get_if<ast::Define>(&declaration)) enclose(define->body);
}

// What stands between declarations costs none of them. (What could continue the one before is no junk.)
RC_GTEST_PROP(Rules, JunkLeavesTheOthersIntact, ()) {
    const std::vector<std::string> junk = {"foo bar", "@@ $", "\"not ended", "]", ")", "then x and", "f(a, (b", "{a, b", "; ;", "x = {1.5}",
        "0,5 1e5 .5", "let z = ", "\\ \x7F ’", "foo: a.b", "% 3", "tags [a, b", "rules are good", "note \"x\" matches /a", "12 €", "}"};
    const Tape tape = *tapes();
    const auto count = *rc::gen::inRange<std::size_t>(1, 6);
    const auto places = *rc::gen::container<std::vector<std::size_t>>(count + 1, rc::gen::inRange<std::size_t>(0, junk.size() + 4));
    const bool grouped = *rc::gen::arbitrary<bool>();

    ast::File clean;
    clean.declarations = random_declarations(tape, count);
    for (ast::Declaration& each : clean.declarations) enclose_body(each);
    std::string text = grouped ? "group g in a.b \"t\" {\n" : "";
    for (std::size_t i = 0; i <= count; ++i) {
        // A closing brace would end the group.
        if (places[i] < junk.size() && !(grouped && junk[places[i]] == "}")) text += junk[places[i]] + "\n";
        if (i == count) break;
        ast::File one;
        one.declarations.push_back(std::move(clean.declarations[i]));
        text += printed(one);
        clean.declarations[i] = std::move(one.declarations.front());
    }
    Parsed parsed(text + (grouped ? "}\n" : ""));
    ast::File found;
    if (grouped && !parsed.file.declarations.empty()) {
        RC_ASSERT(parsed.file.declarations.size() == 1U);
        auto& group = std::get<std::unique_ptr<ast::Group>>(parsed.file.declarations.front());
        found.declarations = std::move(group->declarations);
    } else {
        found.declarations = std::move(parsed.file.declarations);
    }
    if (!ast::equal(clean, found)) RC_FAIL(parsed.text() + "\n" + dump(found, parsed.sources) + dump(parsed.diagnostics, parsed.sources));
}

void check_inside(const Parsed& parsed) {
    const auto inside = [&](Span span) { return span.begin <= span.end && span.end <= parsed.sources.file(span.file).text().size(); };
    for (const Diagnostic& each : parsed.diagnostics.all()) {
        RC_ASSERT(each.span.valid());
        RC_ASSERT(inside(each.span));
        for (const Label& label : each.labels) RC_ASSERT(inside(label.span));
        RC_ASSERT(!each.headline.in(Language::fr).empty());
    }
    each_expression(parsed.file.declarations, [&](const ast::Expr& expr, bool) { RC_ASSERT(inside(expr.span)); });
}

RC_GTEST_PROP(Rules, AnyBytesGiveNoCrash, (const std::string& bytes)) { check_inside(Parsed(bytes)); }

// Any sequence of tokens: what it costs is diagnostics inside the file; what parses prints and parses again.
RC_GTEST_PROP(Rules, AnyTokensGiveNoCrash, ()) {
    const std::vector<std::string> pieces = {
        "rule", "group", "define", "use", "a", "b-c", "x1", "(", ")", "[", "]", "{", "}", ".", "..", ",", ":", ";", "=", "!=",
        "<=", "+", "-", "*", "/", "if", "then", "some", "in", "for", "where", "let", "and", "or", "not", "within", "matches",
        "/x/", "except", "12", "0.5 M€", "about 3", "2013-12-31", "\"t {a} {{\"", "\"{\"", "true", "severity", "error", "tags",
        "note", "\n", "# c\n", "\"", "0,5", ".5", "==", "rule r: a = b\n", "group g {\n", "}\n", "12 mois", "@", "\\", "é", "€"};
    const auto which = *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, pieces.size()));
    std::string text;
    for (const std::size_t each : which) text += pieces[each] + " ";
    const Parsed parsed(text);
    check_inside(parsed);
    if (parsed.diagnostics.has_errors()) return;
    const Parsed again(parsed.printed());
    again.must_be_right();
    RC_ASSERT(ast::equal(parsed.file, again.file));
}

}  // namespace
}  // namespace crossfoot::testing
