// What a rule is asked of: each kind of member by itself, and each value of a range or key where the values reach
// different things.
#include <algorithm>

#include "engine/checking/binding/binder.hpp"
#include "engine/checking/binding/streamed.hpp"
#include "engine/checking/binding/walk.hpp"
#include "engine/checking/messages.hpp"

namespace crossfoot {

bool Binder::uses_key(const Place& place, const ast::Expr& expr, int depth) const {
    bool found = false;
    for_each_expression(expr, [&](const ast::Expr& each) {
        const auto* name = std::get_if<ast::Name>(&each.node);
        const auto* call = std::get_if<ast::Call>(&each.node);
        if (found || (name == nullptr && call == nullptr)) return;
        const std::string& text = name != nullptr ? name->text : call->name.text;
        const Definition* used = visible(place, text);
        if (used != nullptr && depth < 50) found = uses_key(*used->place, *used->written->body, depth + 1);
        else found = call != nullptr && text == "key";
    });
    return found;
}

bool Binder::uses_key(const Place& place, const ast::Rule& rule) const {
    bool found = uses_key(place, *rule.body, 0);
    for (const ast::Let& let : rule.lets) found = found || uses_key(place, *let.value, 0);
    for (const ast::ForClause& clause : rule.fors) found = found || (clause.where && uses_key(place, *clause.where, 0));
    return found;
}

std::vector<Type> Binder::actual_members(const BoundDomain& domain) {
    const auto has_local = [](const auto& self, const Core& core) -> bool {
        if (core.op == Op::local || core.op == Op::filter) return true;
        return std::any_of(core.args.begin(), core.args.end(), [&](const CorePtr& each) { return each && self(self, *each); });
    };
    if (domain.range || has_local(has_local, *domain.low)) return one_by_one(domain.element);
    evaluator_.begin(slots_, false);
    const auto found = evaluator_.members(*domain.low, true);
    std::vector<Type> out;
    if (!std::holds_alternative<Failure>(found)) {
        for (const Value& member : std::get<1>(found)) {
            const auto* at = std::get_if<NodeValue>(&member.held);
            if (at == nullptr || out.size() >= kMostKinds) return one_by_one(domain.element);
            out.push_back(type_of(at->node));
        }
    }
    return out;
}

std::vector<Type> Binder::one_by_one(const Type& element) const {
    std::vector<Type> out;
    for (const NodeId node : element.nodes) {
        Type one = element;
        one.nodes = {node};
        one.numbers.clear();
        std::erase_if(one.stars, [&](const Starred& star) { return star.node != node; });
        out.push_back(std::move(one));
    }
    return out;
}

std::vector<Type> Binder::value_by_value(const Type& element, bool by_star) {
    std::vector<Type> out;
    if (element.keys.size() > 1) {
        for (const std::string& key : element.keys) {
            out.push_back(element);
            out.back().keys = {key};
        }
    } else if (by_star && element.own_keys && element.stars.size() > 1 && element.keys.empty()) {
        for (const Starred& star : element.stars) {
            out.push_back(element);
            out.back().nodes = {star.node};
            out.back().stars = {star};
        }
    }
    return out;
}

// Type errors found while it stands are held back, and whether some step reached different things by different keys.
class Binder::Trial {
public:
    explicit Trial(Binder& binder) : binder_(binder), outer_(std::exchange(binder.tried_, &found_)), split_(std::exchange(binder.split_, false)) {}
    Trial(const Trial&) = delete;
    Trial& operator=(const Trial&) = delete;
    ~Trial() { end(); }

    // Stops holding back. What was found is told from now on by keep().
    void end() {
        if (ended_) return;
        ended_ = true;
        binder_.tried_ = outer_;
        mixed_ = std::exchange(binder_.split_, split_);
    }
    [[nodiscard]] bool clean() const { return !failed() && !mixed_; }
    [[nodiscard]] bool failed() const { return std::any_of(found_.begin(), found_.end(), is_error); }
    // Each is told once of a rule, however many values lead to it.
    void keep() {
        for (Diagnostic& each : found_) binder_.tell(std::move(each));
        found_.clear();
        binder_.split_ = binder_.split_ || mixed_;
    }

private:
    Binder& binder_;
    std::deque<Diagnostic> found_;
    std::deque<Diagnostic>* outer_;
    bool split_;
    bool mixed_ = false;
    bool ended_ = false;
};

void Binder::tell(Diagnostic found) {
    if (tried_ != nullptr) {
        tried_->push_back(std::move(found));
        return;
    }
    const auto same = [&](const Diagnostic& other) {
        return other.code == found.code && other.span == found.span && other.headline.in(Language::en) == found.headline.in(Language::en);
    };
    if (is_warning(found.code) && !warns_) return;
    if (std::any_of(told_.begin(), told_.end(), same)) return;
    told_.push_back(found);
    diagnostics_.add(std::move(found));
}

Bound Binder::bind_member(const ast::Word& name, Slot slot, const BoundDomain& domain, const ast::Expr& written_as, Env& env,
                          const std::function<Bound()>& body) {
    const bool by_star = uses_key(*env.place, written_as, 0);
    const auto look = [&](Type element) {
        env.locals.push_back({name.text, slot, std::move(element), name.span});
        Bound out = body();
        env.locals.pop_back();
        return out;
    };
    // looks for what is wrong only: they do not make the rule larger
    const auto types_of = [&](const auto& self, const Type& element) -> Type {
        if (too_large_) return {};
        const std::size_t before = parts_;
        Trial trial(*this);
        Type out = look(element).type;
        trial.end();
        looked_ += parts_ - before;
        parts_ = before;
        const std::vector<Type> values = trial.clean() || looked_ > kMostLooked ? std::vector<Type>() : value_by_value(element, by_star);
        if (values.empty()) {
            trial.keep();
            return out;
        }
        out = {};
        for (const Type& value : values) merge(out, self(self, value));
        return out;
    };
    const std::vector<Type> kinds = one_by_one(domain.element);
    const bool names_before = names_muted_, types_before = types_muted_;
    if (kinds.size() <= 1) {
        Trial trial(*this);
        Bound out = look(domain.element);
        trial.end();
        if (trial.clean() || types_muted_ || value_by_value(domain.element, by_star).empty()) {
            trial.keep();
            return out;
        }
        names_muted_ = true;
        if (trial.failed()) {
            types_muted_ = true;
            out.core = look(domain.element).core;
            types_muted_ = types_before;
        }
        out.type = types_of(types_of, domain.element);
        names_muted_ = names_before;
        return out;
    }
    // members of several kinds: what is added and compared is looked at for each kind by itself
    types_muted_ = true;
    Bound out = look(domain.element);
    types_muted_ = types_before;
    names_muted_ = true;
    out.type = {};
    for (const Type& kind : kinds) merge(out.type, types_of(types_of, kind));
    names_muted_ = names_before;
    return out;
}

bool Binder::never(const BoundRule& rule, const Choices& choices) {
    evaluator_.begin(slots_, false);
    for (std::size_t i = 0; i < rule.fors.size(); ++i) {
        const Type& type = choices.elements[i];
        if (type.form != Type::Form::value || type.nodes.size() > 1) return false;
        const NodeId node = type.nodes.empty() ? kNoNode : type.nodes.front();
        if (type.exact && node != kNoNode) {
            evaluator_.set(rule.fors[i].slot, {NodeValue{node, kNoNode}});
        } else if (type.keys.size() == 1 && type.stars.empty() && !type.text && (node == kNoNode || dataset_.node(node).kind == NodeKind::figure)) {
            evaluator_.set(rule.fors[i].slot, {Rational::from_decimal(type.keys.front())});
        } else {
            return false;
        }
    }
    const Core& where = *rule.fors.back().where;
    if (reaches_streamed(where, dataset_)) return false;
    const Judgement judged = evaluator_.condition(where);
    return !judged.failure && judged.possible == Truth::no;
}

void Binder::ask(const Place& place, const ast::Rule& rule, const std::string& id, const std::vector<Type>& chosen, const Choices& choices,
                 Trial& trial) {
    if (choices.unreached) return;
    const auto each = [&](std::size_t clause, const std::vector<Type>& types) {
        for (const Type& type : types) {
            if (asked_++ >= kMostKinds) return;
            std::vector<Type> further = chosen;
            further.resize(clause);
            further.push_back(type);
            Choices found;
            Trial inner(*this);
            (void)bind_rule_with(place, rule, id, further, found);
            inner.end();
            ask(place, rule, id, further, found, inner);
        }
    };
    for (std::size_t i = 0; i < choices.kinds.size(); ++i)
        if (choices.kinds[i].size() > 1) return each(i, choices.kinds[i]);
    if (!trial.clean()) {
        const bool by_star = uses_key(place, rule);
        for (std::size_t i = 0; i < choices.elements.size(); ++i) {
            const std::vector<Type> values = value_by_value(choices.elements[i], by_star);
            if (!values.empty() && asked_ + values.size() <= kMostKinds) return each(i, values);
        }
    }
    trial.keep();
}

void Binder::bind_rule(const Place& place, const ast::Rule& rule, const std::string& prefix) {
    const std::string id = prefix + rule.id.text;
    const auto [known, fresh] = ids_.try_emplace(id, rule.id.span);
    if (!fresh) report(Code::XF306, rule.id.span, Message(say::duplicate_rule, id)).label(known->second, Message(say::first_here));
    told_.clear();
    asked_ = 0;
    Choices choices;
    Trial trial(*this);
    BoundRule bound = bind_rule_with(place, rule, id, {}, choices);
    trial.end();
    names_muted_ = true;
    if (trial.failed()) {
        // if it is right for each value, sides have several units: none is shown
        Choices unused;
        types_muted_ = true;
        bound = bind_rule_with(place, rule, id, {}, unused);
    }
    warns_ = wanted_(bound.info);
    if (warns_) out_.rules.push_back(std::make_unique<BoundRule>(std::move(bound)));
    ask(place, rule, id, {}, choices, trial);
    names_muted_ = false;
    split_ = false;
}

}  // namespace crossfoot
