#include "engine/cli/rule_text.hpp"

#include <algorithm>
#include <cctype>
#include <functional>
#include <map>
#include <set>

#include "engine/cli/messages.hpp"

namespace crossfoot::cli {
namespace {

void each_declaration(const std::vector<ast::Declaration>& declarations,
                      const std::function<void(const ast::Declaration&)>& visit) {
    for (const ast::Declaration& each : declarations) {
        visit(each);
        if (const auto* group = std::get_if<std::unique_ptr<ast::Group>>(&each))
            each_declaration((*group)->declarations, visit);
    }
}

bool begins_name(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0 || c == '_' || (c & 0x80) != 0; }
bool in_name(char c) { return begins_name(c) || std::isdigit(static_cast<unsigned char>(c)) != 0 || c == '-'; }

// The names in a text, in order; no keys after a dot, nothing from strings and comments.
std::vector<std::string> names_in(std::string_view text) {
    std::vector<std::string> out;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == '#') {
            at = std::min(text.find('\n', at), text.size());
        } else if (text[at] == '"') {
            for (++at; at < text.size() && text[at] != '"'; ++at)
                if (text[at] == '\\') ++at;
            ++at;
        } else if (begins_name(text[at])) {
            const std::size_t begin = at;
            while (at < text.size() && in_name(text[at])) ++at;
            if (begin == 0 || text[begin - 1] != '.') out.emplace_back(text.substr(begin, at - begin));
        } else {
            ++at;
        }
    }
    return out;
}

// The files that one sees: itself and what it uses, directly or not.
std::set<std::size_t> seen_from(const RuleSet& rules, FileId file) {
    std::set<std::size_t> out;
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < rules.files.size(); ++i)
        if (rules.files[i].file.id == file) open.push_back(i);
    while (!open.empty()) {
        const std::size_t here = open.back();
        open.pop_back();
        if (!out.insert(here).second) continue;
        open.insert(open.end(), rules.files[here].uses.begin(), rules.files[here].uses.end());
    }
    return out;
}

std::string quoted(const SourceMap& sources, Span span) {
    std::string out = "`";
    for (const char c : sources.text(span)) {
        const bool blank = std::isspace(static_cast<unsigned char>(c)) != 0;
        if (!blank) out += c;
        else if (out.back() != ' ') out += ' ';
    }
    return out + "`";
}

const Template& in_words(ast::Comparison comparison) {
    switch (comparison) {
        case ast::Comparison::equal: return words::is_equal;
        case ast::Comparison::not_equal: return words::is_not_equal;
        case ast::Comparison::less: return words::is_less;
        case ast::Comparison::less_equal: return words::is_at_most;
        case ast::Comparison::greater: return words::is_greater;
        case ast::Comparison::greater_equal: break;
    }
    return words::is_at_least;
}

Message statement(const ast::Expr& expr, const std::vector<const ast::Define*>& definitions, const SourceMap& sources);

// What a definition says, and what its parameters stand for; nothing where the call is not one of a definition.
Message called(const ast::Call& call, const std::vector<const ast::Define*>& definitions, const SourceMap& sources) {
    const auto found = std::find_if(definitions.begin(), definitions.end(), [&](const ast::Define* each) {
        return each->name.text == call.name.text && each->parameters.size() == call.arguments.size();
    });
    if (found == definitions.end()) return {};
    Message out = statement(*(*found)->body, {}, sources);
    for (std::size_t i = 0; i < call.arguments.size(); ++i) {
        const std::string parameter = "`" + (*found)->parameters[i].text + "`";
        out = Message(i == 0 ? words::where_is : words::and_is, out, parameter, quoted(sources, call.arguments[i].span));
    }
    return out;
}

Message statement(const ast::Expr& expr, const std::vector<const ast::Define*>& definitions, const SourceMap& sources) {
    if (const auto* relation = std::get_if<ast::Relation>(&expr.node)) {
        Message out = Message::verbatim(quoted(sources, relation->sides.front()->span));
        for (std::size_t i = 0; i < relation->comparisons.size(); ++i)
            out = Message(in_words(relation->comparisons[i]), out, quoted(sources, relation->sides[i + 1]->span));
        return relation->within ? Message(words::within, out, quoted(sources, relation->within->span)) : out;
    }
    if (const auto* both = std::get_if<ast::Connective>(&expr.node); both != nullptr) {
        Message out = statement(*both->operands.front(), definitions, sources);
        const bool all = both->op == ast::Logic::conjunction;
        for (std::size_t i = 1; i < both->operands.size(); ++i)
            out = Message(all ? words::and_that : words::or_that, out, statement(*both->operands[i], definitions, sources));
        return out;
    }
    if (const auto* paren = std::get_if<ast::Paren>(&expr.node)) return statement(*paren->inner, definitions, sources);
    if (const auto* member = std::get_if<ast::Membership>(&expr.node))
        return Message(words::lies_in, quoted(sources, member->value->span), quoted(sources, member->domain.span));
    if (const auto* condition = std::get_if<ast::If>(&expr.node))
        return Message(words::if_then, statement(*condition->condition, definitions, sources),
                       statement(*condition->consequence, definitions, sources));
    if (const auto* some = std::get_if<ast::Some>(&expr.node))
        return Message(words::for_some, "`" + some->name.text + "`", quoted(sources, some->domain->span),
                       statement(*some->body, definitions, sources));
    if (const auto* call = std::get_if<ast::Call>(&expr.node))
        if (Message said = called(*call, definitions, sources); !said.empty()) return said;
    return Message(words::is_true, quoted(sources, expr.span));
}

}  // namespace

const ast::Rule* find_rule(const RuleSet& rules, Span span) {
    const ast::Rule* out = nullptr;
    for (const RuleSet::Loaded& loaded : rules.files)
        each_declaration(loaded.file.declarations, [&](const ast::Declaration& each) {
            const auto* rule = std::get_if<ast::Rule>(&each);
            if (rule != nullptr && rule->span == span) out = rule;
        });
    return out;
}

std::vector<const ast::Define*> used_definitions(const RuleSet& rules, const SourceMap& sources, Span span) {
    std::vector<const ast::Define*> out;
    if (!span.valid()) return out;
    std::vector<Span> open = {span};
    for (std::size_t i = 0; i < open.size(); ++i) {
        std::map<std::string, const ast::Define*, std::less<>> visible;
        for (const std::size_t file : seen_from(rules, open[i].file))
            each_declaration(rules.files[file].file.declarations, [&](const ast::Declaration& each) {
                if (const auto* define = std::get_if<ast::Define>(&each)) visible.emplace(define->name.text, define);
            });
        for (const std::string& name : names_in(sources.text(open[i]))) {
            const auto found = visible.find(name);
            if (found == visible.end() || std::find(out.begin(), out.end(), found->second) != out.end()) continue;
            if (found->second->span == open[i]) continue;
            out.push_back(found->second);
            open.push_back(found->second->span);
        }
    }
    return out;
}

std::vector<std::string> lines_of_span(const SourceMap& sources, Span span) {
    std::vector<std::string> lines(1);
    for (const char c : sources.text(span)) {
        if (c == '\n') lines.emplace_back();
        else if (c != '\r') lines.back() += c;
    }
    std::size_t common = std::string::npos;
    for (std::size_t i = 1; i < lines.size(); ++i)
        common = std::min(common, lines[i].find_first_not_of(' '));
    // The first line begins where the span does; the others are at least one step further in.
    const std::size_t column = sources.position(span).column;
    const std::size_t cut = std::min(common, column > 0 ? column - 1U : 0U);
    for (std::size_t i = 1; i < lines.size(); ++i) lines[i].erase(0, std::min(cut, lines[i].size()));
    while (lines.size() > 1 && lines.back().find_first_not_of(' ') == std::string::npos) lines.pop_back();
    return lines;
}

std::string assertion(const ast::Rule& rule, const std::vector<const ast::Define*>& definitions, const SourceMap& sources,
                      Language language) {
    Message out = statement(*rule.body, definitions, sources);
    for (auto each = rule.fors.rbegin(); each != rule.fors.rend(); ++each) {
        const std::string name = "`" + each->name.text + "`";
        const std::string domain = quoted(sources, each->domain.span);
        out = each->where ? Message(words::for_each_where, name, domain, quoted(sources, each->where->span), out)
                          : Message(words::for_each, name, domain, out);
    }
    return out.in(language);
}

}  // namespace crossfoot::cli
