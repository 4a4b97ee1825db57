#include "engine/checking/evaluation/evaluator.hpp"

#include <algorithm>

#include "engine/checking/messages.hpp"
#include "engine/quantity/print.hpp"

namespace crossfoot {

void Evaluator::begin(Slot slots, bool recording) {
    terms_.clear();
    if (slots_.size() < slots) slots_.resize(slots);
    used_.clear();
    missing_.clear();
    absent_.clear();
    records_.clear();
    witness_.reset();
    ++epoch_;
    left_out_.clear();
    assumed_.clear();
    steps_ = 0;
    asserted_.clear();
    deciding_.clear();
    keys_.clear();
    read_.clear();
    none_chosen_.reset();
    sum_of_none_ = false;
    broken_by_.clear();
    recording_ = reading_ = recording;
    stating_ = false;
    asserting_ = true;
    printing_ = bound_only_ = needs_concrete_ = false;
}

void Evaluator::use(NodeId node) {
    if (stating_) deciding_.push_back(node);
    mark(node);
}

void Evaluator::use_as_number(NodeId node) {
    if (stating_ && (printing_ || !asserting_)) deciding_.push_back(node);
    mark(node);
}

void Evaluator::mark(NodeId node) {
    if (stating_ && printing_) keys_.push_back(node);
    note_read(node);
    if (used_mark_[node] == epoch_) return;
    used_mark_[node] = epoch_;
    if (dataset_.node(node).manifest || dataset_.node(node).kind != NodeKind::figure) return;
    used_.push_back(node);
    if (dataset_.figure(node).state == FigureState::missing) missing_.push_back(node);
}

void Evaluator::note_absent(const std::string& where) {
    if (std::find(absent_.begin(), absent_.end(), where) == absent_.end()) absent_.push_back(where);
}

TermId Evaluator::withheld(std::string where) {
    note_absent(where);
    Variable variable;
    variable.missing = true;
    return terms_.unknown(std::move(variable));
}

std::string Evaluator::source_text(Span span) const {
    if (!span.valid()) return {};
    std::string out;
    bool space = false, comment = false;
    for (const char c : sources_.text(span)) {
        if (comment && c != '\n') continue;
        comment = c == '#';
        if (comment || c == ' ' || c == '\n' || c == '\r' || c == '\t') {
            space = !out.empty();
            continue;
        }
        if (space) out += ' ';
        space = false;
        out += c;
    }
    return out;
}

std::string Evaluator::where(const Value& value) const {
    if (const auto* node = std::get_if<NodeValue>(&value.held)) return dataset_.path(node->node);
    if (const auto* absent = std::get_if<Absent>(&value.held)) return absent->where;
    return {};
}

Judgement Evaluator::condition(const Core& core) {
    const bool before = printing_;
    printing_ = true;
    Judgement judged = truth(core);
    printing_ = before;
    if (judged.possible == judged.certain && judged.possible != Truth::unknown) return judged;
    if (judged.failure && judged.failure->code != Code::XF501) return Judgement::failed(*judged.failure);
    return Judgement::failed({Code::XF507, Message(say::condition_missing, source_text(core.span))});
}

Value Evaluator::eval(const Core& core) {
    if (step_limit()) return {too_many_steps()};
    switch (core.op) {
        case Op::number: {
            if (!core.range) return {core.number};
            Variable about;
            about.range = *core.range;
            about.printed = core.number;
            return {Number{terms_.unknown(std::move(about))}};
        }
        case Op::text: return {core.text};
        case Op::date: return {core.day};
        case Op::node: return {NodeValue{core.node, kNoNode}};
        case Op::local: return slots_[core.slot];
        case Op::child: return step_child(eval(*core.args[0]), core.text, core.span);
        case Op::index: return step_index(core);
        case Op::filter: return step_filter(core);
        case Op::star: return step_star(eval(*core.args[0]));
        case Op::members: {
            const Value base = eval(*core.args[0]);
            Collection out;
            for (const std::string& key : core.keys) {
                Value member = step_child(base, key, core.span);
                if (std::holds_alternative<Failure>(member.held)) return member;
                if (auto* many = std::get_if<Collection>(&member.held))
                    std::move(many->members.begin(), many->members.end(), std::back_inserter(out.members));
                else out.members.push_back(std::move(member));
            }
            return {std::move(out)};
        }
        case Op::rows: {
            auto found = members(*core.args[0], false);
            if (auto* failure = std::get_if<Failure>(&found)) return {std::move(*failure)};
            return {Collection{std::move(std::get<1>(found))}};
        }
        case Op::except: return step_except(core);
        case Op::list: {
            Collection out;
            for (const CorePtr& each : core.args) {
                Value member = eval(*each);
                if (std::holds_alternative<Failure>(member.held)) return member;
                if (auto* many = std::get_if<Collection>(&member.held))
                    std::move(many->members.begin(), many->members.end(), std::back_inserter(out.members));
                else out.members.push_back(std::move(member));
            }
            return {std::move(out)};
        }
        case Op::negate:
        case Op::add:
        case Op::subtract:
        case Op::multiply:
        case Op::divide: return arithmetic(core);
        case Op::truth:
        case Op::relation:
        case Op::membership:
        case Op::matches:
        case Op::conjunction:
        case Op::disjunction:
        case Op::negation:
        case Op::implication:
        case Op::some: {
            const Unasserted value(*this);   // a truth that is compared or kept is not asserted by that
            return {truth(core)};
        }
        case Op::call: return eval_call(core);
        case Op::let:
            bind_local(core);
            return eval(*core.args[1]);
        case Op::range: {
            const auto low = number(*core.args[0]);
            if (const auto* failure = std::get_if<Failure>(&low)) return {*failure};
            Bounds bounds{std::get<Operand>(low).term, kNoTerm};
            if (core.args.size() > 1) {
                const auto high = number(*core.args[1]);
                if (const auto* failure = std::get_if<Failure>(&high)) return {*failure};
                bounds.high = std::get<Operand>(high).term;
            }
            return {bounds};
        }
    }
    return {};
}

Value Evaluator::eval_call(const Core& core) {
    if (entry(core.function).gives_truth) {
        const Unasserted value(*this);
        return {truth(core)};
    }
    switch (core.function) {
        case Function::sum:
        case Function::count:
        case Function::min:
        case Function::max:
        case Function::mean:
        case Function::known:
        case Function::given:
        case Function::groups: return aggregate(core);
        case Function::change:
        case Function::difference:
        case Function::ratio:
        case Function::share: return relation_function(core);
        case Function::exactly: return eval(*core.args[0]);
        case Function::key: {
            const Value value = the_one(eval(*core.args[0]), core.span);
            if (const auto* node = std::get_if<NodeValue>(&value.held)) return {std::string(dataset_.key(node->node))};
            if (std::holds_alternative<Failure>(value.held)) return value;
            if (const auto* group = std::get_if<GroupValue>(&value.held)) return group->key_and_rows[0];
            return {Absent{source_text(core.span), kNoNode}};
        }
        case Function::length:
        case Function::lower:
        case Function::prefix: return text_function(core);
        case Function::abs: return absolute(core);
        case Function::prior: return prior(core);
        case Function::year:
        case Function::month:
        case Function::weekday:
        case Function::days: return date_function(core);
        default: return {};   // a truth
    }
}

std::string Evaluator::printed(const Core& core) { return printed(the_one(eval(core), core.span)); }

std::string Evaluator::printed(const Value& value) {
    const Language language = dataset_.manifest.language;
    if (const auto* node = std::get_if<NodeValue>(&value.held)) {
        switch (dataset_.node(node->node).kind) {
            case NodeKind::figure: return dataset_.figure(node->node).printed;
            case NodeKind::text: return dataset_.text(node->node);
            case NodeKind::date: {
                const Span span = dataset_.node(node->node).span;
                if (span.valid()) return std::string(dataset_.sources.text(span));
                return printed(Value{dataset_.date(node->node)});   // of a row that passes by
            }
            case NodeKind::truth: return dataset_.node(node->node).truth ? "true" : "false";
            case NodeKind::table:
            case NodeKind::array: {
                const std::string_view key = dataset_.key(node->node);
                return key.empty() ? dataset_.path(node->node) : std::string(key);
            }
        }
    }
    if (const auto* constant = std::get_if<Rational>(&value.held)) {
        std::int64_t whole = 0;
        if (constant->to_int64(whole)) return std::to_string(whole);   // a year is not grouped
        return print_quantity(*constant, dataset_.units.unit(0), language);
    }
    if (const auto* computed = std::get_if<Number>(&value.held)) {
        const auto number = terms_.printed(computed->term);
        return number ? print_quantity(*number, dataset_.units.unit(0), language) : std::string("?");
    }
    if (const auto* text = std::get_if<std::string>(&value.held)) return *text;
    if (const auto* judged = std::get_if<Judgement>(&value.held); judged != nullptr && judged->possible == judged->certain)
        return judged->possible == Truth::yes ? "true" : judged->possible == Truth::no ? "false" : "?";
    if (const auto* date = std::get_if<DayRange>(&value.held))
        return date->first == date->last ? iso(date->first) : iso(date->first) + ".." + iso(date->last);
    return "?";
}

}  // namespace crossfoot
