#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "engine/checking/binding/walk.hpp"
#include "engine/reasoning/lint_parts.hpp"

namespace crossfoot::linting {
namespace {

constexpr std::string_view kOther[] = {"present", "missing", "unique", "known", "count", "length", "key"};

// Does the expression ask for such a thing itself, or through a definition of `through`?
bool asks(const ast::Expr& body, const std::set<std::string>& through) {
    bool out = false;
    for_each_expression(body, [&](const ast::Expr& each) {
        if (std::holds_alternative<ast::Matches>(each.node)) out = true;
        if (const auto* name = std::get_if<ast::Name>(&each.node)) out = out || through.contains(name->text);
        if (const auto* call = std::get_if<ast::Call>(&each.node))
            out = out || through.contains(call->name.text) || std::find(std::begin(kOther), std::end(kOther), call->name.text) != std::end(kOther);
    });
    return out;
}

struct Written {
    std::map<std::pair<FileId, std::uint32_t>, const ast::Rule*> rules;   // by where they stand
    std::vector<const ast::Define*> definitions;
};

void collect(const std::vector<ast::Declaration>& declarations, Written& out) {
    for (const ast::Declaration& each : declarations) {
        if (const auto* rule = std::get_if<ast::Rule>(&each)) out.rules[{rule->span.file, rule->span.begin}] = rule;
        if (const auto* define = std::get_if<ast::Define>(&each)) out.definitions.push_back(define);
        if (const auto* group = std::get_if<std::unique_ptr<ast::Group>>(&each)) collect((*group)->declarations, out);
    }
}

}  // namespace

std::vector<std::uint8_t> asking_more(const std::vector<RuleInfo>& rules, const RuleSet& set) {
    Written written;
    for (const RuleSet::Loaded& each : set.files) collect(each.file.declarations, written);
    std::set<std::string> through;
    for (bool more = true; more;) {
        more = false;
        for (const ast::Define* each : written.definitions)
            if (asks(*each->body, through)) more = through.insert(each->name.text).second || more;
    }
    std::vector<std::uint8_t> out;
    for (const RuleInfo& info : rules) {
        const auto found = written.rules.find({info.span.file, info.span.begin});
        bool asked = found == written.rules.end() || asks(*found->second->body, through);
        if (found != written.rules.end())
            for (const ast::Let& each : found->second->lets) asked = asked || asks(*each.value, through);
        out.push_back(asked ? 1 : 0);
    }
    return out;
}

}  // namespace crossfoot::linting
