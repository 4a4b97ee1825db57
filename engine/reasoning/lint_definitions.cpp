#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "engine/checking/binding/functions.hpp"
#include "engine/checking/binding/walk.hpp"
#include "engine/reasoning/lint_parts.hpp"

namespace crossfoot::linting {
namespace {

struct Defined {
    const ast::Define* written = nullptr;
    bool asked = false;   // its file was named, not only used
    bool used = false;
};

// Names as they are written, whatever they turn out to mean: a definition whose name stands nowhere is surely unused.
class Names {
public:
    void add(const ast::Expr& expr) {
        for_each_expression(expr, [&](const ast::Expr& each) {
            if (const auto* name = std::get_if<ast::Name>(&each.node)) all_.insert(name->text);
            if (const auto* call = std::get_if<ast::Call>(&each.node)) all_.insert(call->name.text);
        });
    }
    void add(const ast::ExprPtr& expr) {
        if (expr) add(*expr);
    }
    void add(const std::optional<ast::Title>& title) {
        if (!title) return;
        for (const ast::Title::Piece& each : title->pieces) add(each.path);
    }
    [[nodiscard]] bool contains(const std::string& name) const { return all_.contains(name); }

private:
    std::set<std::string> all_;
};

void read(const ast::Rule& rule, Names& names) {
    for (const ast::ForClause& each : rule.fors) {
        names.add(each.domain.low);
        names.add(each.domain.high);
        names.add(each.where);
    }
    for (const ast::Let& each : rule.lets) names.add(each.value);
    for (const ast::Attribute& each : rule.attributes)
        if (const auto* title = std::get_if<ast::Title>(&each))
            for (const ast::Title::Piece& piece : title->pieces) names.add(piece.path);
    names.add(rule.body);
}

void read(const std::vector<ast::Declaration>& declarations, bool asked, Names& names, std::vector<Defined>& defined) {
    for (const ast::Declaration& each : declarations) {
        if (const auto* define = std::get_if<ast::Define>(&each)) defined.push_back({define, asked, false});
        if (const auto* rule = std::get_if<ast::Rule>(&each)) read(*rule, names);
        if (const auto* group = std::get_if<std::unique_ptr<ast::Group>>(&each)) {
            names.add((*group)->table);
            names.add((*group)->title);
            read((*group)->declarations, asked, names, defined);
        }
    }
}

}  // namespace

void look_for_unused(const RuleSet& set, std::vector<LintFinding>& out) {
    Names names;
    std::vector<Defined> defined;
    for (const RuleSet::Loaded& each : set.files) read(each.file.declarations, each.asked, names, defined);
    // what only unused definitions use is unused, too
    for (bool more = true; more;) {
        more = false;
        for (Defined& each : defined) {
            if (each.used || !names.contains(each.written->name.text)) continue;
            each.used = more = true;
            names.add(each.written->body);
        }
    }
    for (const Defined& each : defined) {
        if (each.used || !each.asked) continue;
        LintFinding found;
        found.kind = LintKind::unused_definition;
        found.at.span = each.written->name.span;
        found.name = each.written->name.text;
        out.push_back(std::move(found));
    }
}

void look_for_hidden(const RuleSet& set, std::vector<LintFinding>& out) {
    Names names;
    std::vector<Defined> defined;
    for (const RuleSet::Loaded& each : set.files) read(each.file.declarations, each.asked, names, defined);
    for (const Defined& each : defined) {
        if (!each.asked || find_function(each.written->name.text) == nullptr) continue;
        LintFinding found;
        found.kind = LintKind::hidden_function;
        found.at.span = each.written->name.span;
        found.name = each.written->name.text;
        out.push_back(std::move(found));
    }
}

}  // namespace crossfoot::linting
