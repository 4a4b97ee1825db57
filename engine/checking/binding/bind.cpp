// Declarations: places, definitions, rules.
#include <re2/re2.h>

#include <algorithm>

#include "engine/checking/binding/binder.hpp"
#include "engine/checking/binding/by_form.hpp"
#include "engine/checking/binding/closed.hpp"
#include "engine/checking/binding/literal_one.hpp"
#include "engine/checking/binding/walk.hpp"
#include "engine/checking/messages.hpp"

namespace crossfoot {
namespace {

// Parts of a rule that is asked whether it is true by its form, which takes up to the square of them.
constexpr std::size_t kMostFormed = 20'000;

}  // namespace

BoundRules::BoundRules() = default;
BoundRules::BoundRules(BoundRules&&) noexcept = default;
BoundRules::~BoundRules() = default;

CorePtr make_core(Op op, Span span) {
    auto core = std::make_unique<Core>();
    core->op = op;
    core->span = span;
    return core;
}

BoundRules bind_rules(const Dataset& dataset, const RuleSet& rules, Diagnostics& diagnostics, RulesRead read, const Wanted& wanted) {
    return Binder(dataset, rules, diagnostics, read, wanted).run();
}

Binder::Binder(const Dataset& dataset, const RuleSet& rules, Diagnostics& diagnostics, RulesRead read, const Wanted& wanted)
    : dataset_(dataset),
      rules_(rules),
      diagnostics_(diagnostics),
      read_(read),
      wanted_(wanted),
      units_(dataset.units),
      shapes_(dataset),
      evaluator_(dataset, dataset.sources) {}

CorePtr Binder::make(Op op, Span span) {
    ++parts_;
    return make_core(op, span);
}

CorePtr Binder::within_lets(std::vector<std::pair<Slot, CorePtr>> lets, CorePtr body) {
    for (auto let = lets.rbegin(); let != lets.rend(); ++let) {
        CorePtr wrapped = make(Op::let, body->span);
        wrapped->slot = let->first;
        wrapped->args.push_back(std::move(let->second));
        wrapped->args.push_back(std::move(body));
        body = std::move(wrapped);
    }
    return body;
}

std::string Binder::written(Span span) const { return span.valid() ? std::string(dataset_.sources.text(span)) : std::string(); }

Diagnostic& Binder::report(Code code, Span span, Message headline) {
    const bool of_types = static_cast<int>(code) / 100 == 4 && code != Code::XF410;
    if (muted_ || (of_types ? types_muted_ : names_muted_)) {
        swallowed_ = Diagnostic{};
        return swallowed_;
    }
    const bool tried = of_types && tried_ != nullptr;
    if (tried) tried_->push_back({code, std::move(headline), span, {}, {}, {}, {}});
    Diagnostic& made = tried ? tried_->back() : diagnostics_.add(code, span, std::move(headline));
    // of a long chain the nearest uses, and the one in the rule
    constexpr std::size_t kMostShown = 16;
    for (std::size_t i = 0; i < uses_.size(); ++i) {
        if (i >= kMostShown && i + 1 < uses_.size()) continue;
        const auto& [definition, span_of_use] = uses_[uses_.size() - 1 - i];
        made.label(span_of_use, Message(say::used_here, definition->written->name.text));
    }
    return made;
}

BoundRules Binder::run() {
    for (std::size_t file = 0; file < rules_.files.size(); ++file) {
        places_.push_back({nullptr, file, kNoNode, {}});
        files_.push_back(&places_.back());
    }
    for (std::size_t file = 0; file < rules_.files.size(); ++file)
        open_place(*files_[file], rules_.files[file].file.declarations);
    refuse_duplicate_definitions();
    refuse_recursion();
    for (std::size_t file = 0; file < rules_.files.size(); ++file)
        bind_all(*files_[file], rules_.files[file].file.declarations, "");
    look_at_unused_definitions();
    std::sort(out_.rules.begin(), out_.rules.end(), [](const auto& a, const auto& b) { return a->info.id < b->info.id; });
    return std::move(out_);
}

void Binder::open_place(Place& place, const std::vector<ast::Declaration>& declarations) {
    for (const ast::Declaration& declaration : declarations) {
        const auto* define = std::get_if<ast::Define>(&declaration);
        if (define == nullptr) continue;
        const auto [entry, fresh] = place.definitions.try_emplace(define->name.text, nullptr);
        if (!fresh) {
            report(Code::XF307, define->name.span, Message(say::duplicate_define, define->name.text))
                .label(entry->second->written->name.span, Message(say::first_here));
            continue;
        }
        for (std::size_t i = 0; i < define->parameters.size(); ++i)
            for (std::size_t j = 0; j < i; ++j)
                if (define->parameters[i].text == define->parameters[j].text)
                    report(Code::XF304, define->parameters[i].span, Message(say::name_taken, define->parameters[i].text))
                        .label(define->parameters[j].span, Message(say::first_here));
        definitions_.push_back({define, &place, false, false, 0});
        entry->second = &definitions_.back();
    }
}

Binder::Definition* Binder::visible(const Place& from, std::string_view name) const {
    for (const Place* place = &from; place != nullptr; place = place->parent)
        if (const auto found = place->definitions.find(name); found != place->definitions.end()) return found->second;
    for (const std::size_t used : rules_.files[from.file].uses)
        if (const auto found = files_[used]->definitions.find(name); found != files_[used]->definitions.end()) return found->second;
    return nullptr;
}

bool Binder::perhaps_defined(std::string_view name) const {
    if (read_ == RulesRead::whole) return false;
    const std::string wanted = "define " + std::string(name);
    return std::any_of(rules_.files.begin(), rules_.files.end(), [&](const RuleSet::Loaded& file) {
        return file.file.id != kNoFile && dataset_.sources.file(file.file.id).text().find(wanted) != std::string_view::npos;
    });
}

void Binder::look_at_unused_definitions() {
    // nothing is known of their parameters: only names can be wrong
    types_muted_ = true;
    for (Definition& each : definitions_) {
        if (each.used) continue;
        slots_ = 0;
        parts_ = 0;
        Env env;
        env.place = each.place;
        for (const ast::Word& parameter : each.written->parameters) env.locals.push_back({parameter.text, new_slot(), Type(), parameter.span});
        (void)bind(*each.written->body, env);
    }
    types_muted_ = false;
}

void Binder::refuse_duplicate_definitions() {
    const auto clash = [&](const Definition& mine, const Definition& other) {
        const bool later = mine.written->name.span.file == other.written->name.span.file &&
                           mine.written->name.span.begin > other.written->name.span.begin;
        const Definition& second = later || mine.place != other.place ? mine : other;
        const Definition& first = &second == &mine ? other : mine;
        report(Code::XF307, second.written->name.span, Message(say::duplicate_define, second.written->name.text))
            .label(first.written->name.span, Message(say::first_here));
    };
    for (std::size_t file = 0; file < files_.size(); ++file) {
        const auto& uses = rules_.files[file].uses;
        for (std::size_t i = 0; i < uses.size(); ++i) {
            for (const auto& [name, definition] : files_[uses[i]]->definitions) {
                if (const auto own = files_[file]->definitions.find(name); own != files_[file]->definitions.end())
                    clash(*own->second, *definition);
                for (std::size_t j = i + 1; j < uses.size(); ++j)
                    if (const auto twin = files_[uses[j]]->definitions.find(name); twin != files_[uses[j]]->definitions.end())
                        clash(*twin->second, *definition);
            }
        }
    }
}

void Binder::visit_for_recursion(Definition& definition, std::vector<Definition*>& way) {
    if (definition.visited == 2) return;
    if (definition.visited == 1) {
        const auto start = std::find(way.begin(), way.end(), &definition);
        std::string chain;
        for (auto each = start; each != way.end(); ++each) chain += (*each)->written->name.text + " → ";
        report(Code::XF308, definition.written->name.span,
               Message(say::recursion, definition.written->name.text, chain + definition.written->name.text));
        return;
    }
    if (way.size() > kMostDefinitions) return;   // a rule that uses it is refused
    definition.visited = 1;
    way.push_back(&definition);
    const auto& parameters = definition.written->parameters;
    for_each_expression(*definition.written->body, [&](const ast::Expr& expr) {
        const auto* name = std::get_if<ast::Name>(&expr.node);
        const auto* call = std::get_if<ast::Call>(&expr.node);
        if (name == nullptr && call == nullptr) return;
        const std::string& text = name != nullptr ? name->text : call->name.text;
        const bool parameter = std::any_of(parameters.begin(), parameters.end(), [&](const ast::Word& p) { return p.text == text; });
        if (name != nullptr && parameter) return;
        Definition* used = visible(*definition.place, text);
        if (used == nullptr || used->written->has_parameters != (call != nullptr)) return;
        visit_for_recursion(*used, way);
    });
    way.pop_back();
    definition.visited = 2;
}

void Binder::refuse_recursion() {
    std::vector<Definition*> way;
    for (Definition& each : definitions_) visit_for_recursion(each, way);
}

void Binder::bind_all(const Place& place, const std::vector<ast::Declaration>& declarations, const std::string& prefix) {
    for (const ast::Declaration& declaration : declarations) {
        if (const auto* group = std::get_if<std::unique_ptr<ast::Group>>(&declaration)) bind_group(place, **group, prefix);
        if (const auto* rule = std::get_if<ast::Rule>(&declaration)) bind_rule(place, *rule, prefix);
    }
}

void Binder::bind_group(const Place& place, const ast::Group& group, const std::string& prefix) {
    // of several titles one that does not depend on the order of files
    std::string& title = out_.groups[prefix + group.id.text];
    if (group.title && (title.empty() || group.title->value < title)) title = group.title->value;
    places_.push_back({&place, place.file, kNoNode, {}});
    Place& inner = places_.back();
    // a definition of an enclosing group or of the file may not be hidden
    for (const ast::Declaration& declaration : group.declarations) {
        const auto* define = std::get_if<ast::Define>(&declaration);
        if (define == nullptr) continue;
        if (const Definition* outer = visible(place, define->name.text))
            report(Code::XF307, define->name.span, Message(say::duplicate_define, define->name.text))
                .label(outer->written->name.span, Message(say::first_here));
    }
    open_place(inner, group.declarations);
    const std::size_t known = definitions_.size();
    std::vector<Definition*> way;
    for (std::size_t i = 0; i < known; ++i)
        if (definitions_[i].visited == 0) visit_for_recursion(definitions_[i], way);
    if (group.table) {
        slots_ = 0;
        parts_ = 0;
        Env env;
        env.place = &place;
        const Bound table = bind(*group.table, env);
        if (table.type.known()) {
            const bool one = table.core->op == Op::node && dataset_.node(table.core->node).kind == NodeKind::table;
            if (one) inner.table = table.core->node;
            else report(Code::XF402, group.table->span, Message(say::group_table, written(group.table->span), describe(table.type)));
        }
        if (inner.table == kNoNode) return;   // its rules would only repeat the same error
    }
    bind_all(inner, group.declarations, prefix + group.id.text + "/");
}

void Binder::bind_title(const ast::Title& title, Env& env, BoundRule& into) {
    into.title.reserve(title.pieces.size());
    for (const ast::Title::Piece& piece : title.pieces) {
        CoreTitlePiece bound{piece.text, nullptr};
        if (piece.path) {
            Bound path = bind(*piece.path, env);
            if (path.type.known() && require_one(path)) bound.path = std::move(path.core);
        }
        into.title.push_back(std::move(bound));
    }
}

BoundRule Binder::bind_rule_with(const Place& place, const ast::Rule& rule, const std::string& id, const std::vector<Type>& chosen,
                                 Choices& choices) {
    BoundRule out;
    out.source = &rule;
    out.file = place.file;
    out.info.id = id;
    out.info.span = rule.span;
    out.info.body = rule.body->span;
    out.info.file = rules_.files[place.file].path;
    slots_ = 0;
    parts_ = looked_ = 0;
    too_large_ = false;
    Env env;
    env.place = &place;
    const auto add_local = [&](const ast::Word& name, Slot slot, Type type) {
        for (const Local& each : env.locals)
            if (each.name == name.text)
                report(Code::XF304, name.span, Message(say::name_taken, name.text)).label(each.span, Message(say::first_here));
        env.locals.push_back({name.text, slot, std::move(type), name.span});
    };
    const bool by_member = !rule.fors.empty() && uses_key(place, rule);
    for (const ast::ForClause& clause : rule.fors) {
        BoundDomain domain = bind_domain(clause.domain, env, true, true);
        CoreFor made;
        made.name = clause.name.text;
        made.slot = new_slot();
        const std::size_t at = out.fors.size();
        if (at < chosen.size() && chosen[at].known()) {
            choices.kinds.push_back({chosen[at]});
            domain.element = chosen[at];
        } else {
            choices.kinds.push_back(by_member ? actual_members(domain) : one_by_one(domain.element));
            types_muted_ = types_muted_ || choices.kinds.back().size() > 1;
        }
        if (by_member && choices.kinds.back().size() == 1) domain.element = choices.kinds.back().front();
        choices.elements.push_back(domain.element);
        made.domain = std::move(domain.low);
        made.high = std::move(domain.high);
        made.range = domain.range;
        made.span = clause.span;
        add_local(clause.name, made.slot, std::move(domain.element));
        if (clause.where) made.where = bind_truth(*clause.where, env).core;
        out.fors.push_back(std::move(made));
        if (!chosen.empty() && clause.where && never(out, choices)) {
            choices.unreached = true;
            types_muted_ = false;
            return out;
        }
    }
    for (const ast::Attribute& attribute : rule.attributes) {
        if (const auto* severity = std::get_if<ast::SeverityAttribute>(&attribute)) out.info.severity = severity->severity;
        if (const auto* note = std::get_if<ast::Note>(&attribute)) out.info.note = note->text.value;
        if (const auto* tags = std::get_if<ast::Tags>(&attribute))
            for (const ast::Word& tag : tags->tags) out.info.tags.push_back(tag.text);
        if (const auto* title = std::get_if<ast::Title>(&attribute)) {
            out.info.title = title->value;
            bind_title(*title, env, out);
        }
    }
    std::vector<std::pair<Slot, CorePtr>> lets;
    for (const ast::Let& let : rule.lets) {
        Bound value = bind(*let.value, env);
        const Slot slot = new_slot();
        add_local(let.name, slot, std::move(value.type));
        lets.emplace_back(slot, std::move(value.core));
    }
    Bound body = bind_truth(*rule.body, env);
    out.body = std::move(body.core);
    out.body = within_lets(std::move(lets), std::move(out.body));
    out.slots = slots_;
    types_muted_ = false;
    mark_closed(out);
    mark_literal_ones(out);
    out.by_form = parts_ <= kMostFormed && true_by_form(out);
    out.info.by_form = out.by_form;
    return out;
}

}  // namespace crossfoot
