// What is kept for all instances of a rule, and how an instance uses it.
#include <algorithm>
#include <utility>

#include "engine/checking/evaluation/evaluator.hpp"
#include "engine/checking/evaluation/row_side.hpp"

namespace crossfoot {

using ast::Comparison;

namespace {

// What a value is, where it outlasts the instance: nodes and constants.
bool lasting(const Value& value) {
    return std::holds_alternative<NodeValue>(value.held) || std::holds_alternative<Rational>(value.held) ||
           std::holds_alternative<std::string>(value.held) || std::holds_alternative<DayRange>(value.held);
}

// The figures that values are; nothing where one is anything else, or not known.
std::optional<std::vector<NodeId>> known_figures(const Dataset& dataset, const std::vector<Value>& values) {
    std::vector<NodeId> out;
    out.reserve(values.size());
    for (const Value& value : values) {
        const auto* at = std::get_if<NodeValue>(&value.held);
        if (at == nullptr || dataset.node(at->node).kind != NodeKind::figure) return std::nullopt;
        if (dataset.figure(at->node).state != FigureState::known) return std::nullopt;
        out.push_back(at->node);
    }
    return out;
}

}  // namespace

void Evaluator::Aside::exchange() {
    used_.swap(evaluator_.used_);
    missing_.swap(evaluator_.missing_);
    read_.swap(evaluator_.read_);
    deciding_.swap(evaluator_.deciding_);
    keys_.swap(evaluator_.keys_);
    absent_.swap(evaluator_.absent_);
    records_.swap(evaluator_.records_);
    asserted_.swap(evaluator_.asserted_);
    left_out_.swap(evaluator_.left_out_);
    assumed_.swap(evaluator_.assumed_);
    std::swap(recording_, evaluator_.recording_);
    std::swap(stating_, evaluator_.stating_);
    std::swap(reading_, evaluator_.reading_);
    std::swap(bound_only_, evaluator_.bound_only_);
    ++evaluator_.epoch_;
    for (const NodeId node : evaluator_.used_) evaluator_.used_mark_[node] = evaluator_.epoch_;
}

void Evaluator::keep_for(const BoundRule& rule, const KeptNumbers* known, bool names_all) {
    if (kept_for_ != &rule) kept_locals_.clear();
    kept_for_ = &rule;
    known_ = known;
    names_all_ = names_all;
}

void Evaluator::forget() {
    kept_for_ = nullptr;
    kept_.clear();
    kept_locals_.clear();
    common_.clear();
    summarised_ = false;
}

std::size_t Evaluator::worked_out_once() const {
    return static_cast<std::size_t>(std::count_if(kept_.begin(), kept_.end(), [](const auto& each) {
        return !std::holds_alternative<Kept::Usual>(each.second.what);
    }));
}

std::optional<Rational> Evaluator::printed_number(const BoundRule& rule, const Core& core, const KeptNumbers* known) {
    begin(rule.slots, false);
    keep_for(rule, known);
    printing_ = true;
    const auto operand = number(core);
    const auto* found = std::get_if<Operand>(&operand);
    return found == nullptr ? std::nullopt : terms_.printed(found->term);
}

const Kept& Evaluator::keep(const Core& core, const std::function<Kept()>& work) {
    auto found = kept_.find(&core);
    if (found == kept_.end()) {
        Kept made;
        {
            const Aside aside(*this);
            made = work();
            if (!std::holds_alternative<Kept::Usual>(made.what)) {
                made.uses = used_;
                made.left_out = left_out_;
                made.assumed = assumed_;
            }
        }
        summarised_ = summarised_ || !made.uses.empty() || !made.of_rows.empty();
        if (!kept_for_->fors.empty()) {
            common_.insert(common_.end(), made.uses.begin(), made.uses.end());
            for (const auto& [row, member] : made.of_rows) common_.push_back(member);
            made.uses.clear();
        }
        found = kept_.emplace(&core, std::move(made)).first;
    }
    Kept& kept = found->second;
    if (!kept.uses.empty() && kept.used_in != epoch_) {
        for (const NodeId node : kept.uses) use(node);
        kept.used_in = epoch_;
    }
    left_out_.insert(kept.left_out.begin(), kept.left_out.end());
    assumed_.insert(kept.assumed.begin(), kept.assumed.end());
    return kept;
}

// An aggregate of many members that is the same for every instance.
Kept Evaluator::work_out(const Core& core) {
    const auto found = gathered(core);
    const auto* all = std::get_if<std::vector<Value>>(&found);
    if (all == nullptr || (all->size() <= Kept::kFew && used_.size() <= Kept::kFew)) return {};
    if (core.function == Function::count) {
        Kept out;
        out.what = Rational(static_cast<std::int64_t>(all->size()));
        return out;
    }
    const auto figures = known_figures(dataset_, *all);
    if (!figures) return {};
    if (core.function == Function::sum || core.function == Function::mean) return total_of(dataset_, *figures);
    for (const NodeId node : *figures) use(node);
    return extremes_of(dataset_, *figures, core.function == Function::min);
}

// The members that stand in the rows that the rule's `for` binds.
std::vector<NodeId> Evaluator::bound_members(const Kept& kept) {
    std::vector<NodeId> out;
    const auto add = [&](NodeId member) {
        if (std::find(out.begin(), out.end(), member) == out.end()) out.push_back(member);
    };
    for (const CoreFor& each : kept_for_->fors) {
        const auto* row = std::get_if<NodeValue>(&slots_[each.slot].held);
        if (row == nullptr) continue;
        for (const NodeId member : kept.of_row(row->node)) add(member);
        if (kept.array == kNoNode || dataset_.node(row->node).parent != kept.array) continue;
        const NodeId member = dataset_.child(row->node, kept.key);
        if (member == kNoNode || dataset_.node(member).kind != NodeKind::figure) continue;
        const bool through = std::all_of(kept.conditions.begin(), kept.conditions.end(), [&](const Kept::Condition& of) {
            slots_[of.slot] = {NodeValue{of.of_value ? member : row->node, kNoNode}};
            return condition(*of.core).possible == Truth::yes;
        });
        const Figure& figure = dataset_.figure(member);
        if (through && figure.state != FigureState::missing && (!kept.from || *kept.from <= figure.value)) add(member);
    }
    return out;
}

// The figure of the instance's own row among members. As the row of a streamed table it has another node than one that was
// held: it stands for the first that is printed alike. False where it is none of them.
bool Evaluator::take_own(std::vector<Value>& members, NodeId own) const {
    const Figure& figure = dataset_.figure(own);
    for (Value& each : members) {
        const auto* at = std::get_if<NodeValue>(&each.held);
        if (at == nullptr || dataset_.node(at->node).kind != NodeKind::figure) continue;
        if (at->node == own) return true;
        const Figure& other = dataset_.figure(at->node);
        if (other.printed != figure.printed || other.unit != figure.unit || other.range != figure.range) continue;
        each = {NodeValue{own, kNoNode}};
        return true;
    }
    return false;
}

std::optional<Value> Evaluator::kept_number(const Core& core) {
    if (kept_for_ == nullptr || !core.closed || core.has_within) return std::nullopt;
    const Kept* kept = nullptr;
    if (known_ != nullptr)
        if (const auto found = known_->find(&core); found != known_->end()) kept = &found->second;
    if (kept == nullptr) {
        if (kept_for_->fors.empty() && core.function != Function::count) return std::nullopt;   // the one instance names them all
        kept = &keep(core, [&] { return work_out(core); });
    }
    if (const auto* number = std::get_if<Rational>(&kept->what)) return Value{*number};
    std::vector<TermId> terms;
    std::optional<Failure> failure;
    const auto add = [&](const Value& value) {
        const auto operand = number(value, core.span);
        if (const auto* failed = std::get_if<Failure>(&operand)) failure = *failed;
        else terms.push_back(std::get<Operand>(operand).term);
    };
    const std::vector<NodeId> own = bound_members(*kept);
    if (const auto* extremes = std::get_if<Kept::Extremes>(&kept->what)) {
        std::vector<Value> members = extremes->members;
        for (const NodeId node : own)
            if (!take_own(members, node)) members.push_back({NodeValue{node, kNoNode}});
        for (const Value& each : members) add(each);
        if (failure) return Value{std::move(*failure)};
        const TermId extreme = terms_.gather(core.function == Function::min ? TermOp::min : TermOp::max, terms);
        if (kept->fractional) terms_.mark_fractional(extreme);
        return Value{Number{extreme}};
    }
    const auto* total = std::get_if<Kept::Total>(&kept->what);
    if (total == nullptr) return std::nullopt;
    IntervalSum ranges = total->ranges, truncated = total->truncated;
    Rational printed = total->printed;
    std::vector<Value> others = total->others;
    for (const NodeId node : own) {
        if (take_own(others, node)) continue;
        const Figure& figure = dataset_.figure(node);
        ranges = ranges.without(figure.range);
        truncated = truncated.without(truncated_range(figure));
        printed -= figure.value;
        add({NodeValue{node, kNoNode}});
    }
    for (const Value& each : others) add(each);
    if (failure) return Value{std::move(*failure)};
    Variable rest;
    rest.range = ranges.interval();
    rest.truncated = truncated.interval();
    rest.printed = std::move(printed);
    rest.fractional = kept->fractional;
    terms.push_back(terms_.unknown(std::move(rest)));
    const TermId sum = terms_.gather(TermOp::sum, terms);
    if (core.function == Function::sum) return Value{Number{sum}};
    return Value{Number{terms_.combine(TermOp::divide, sum, terms_.constant(static_cast<std::int64_t>(total->members)))}};
}

// count(x in c: x <= y), decided on printed values.
std::optional<Value> Evaluator::kept_rank(const Core& core) {
    if (kept_for_ == nullptr || core.function != Function::count || !core.flag || core.has_within || !core.args[0]->closed) return std::nullopt;
    const Core& body = *core.args.back();
    const auto own = row_side(body, core.slot, false);
    if (!own) return std::nullopt;
    const Kept& kept = keep(body, [&]() -> Kept {
        const auto found = members(*core.args[0], false);
        const auto* all = std::get_if<std::vector<Value>>(&found);
        if (all == nullptr || all->size() <= Kept::kFew) return {};
        const auto figures = known_figures(dataset_, *all);
        if (!figures) return {};
        Kept::Ranks ranks;
        for (const NodeId node : *figures) {
            use(node);
            ranks.printed.push_back(dataset_.figure(node).value);
        }
        std::sort(ranks.printed.begin(), ranks.printed.end());
        Kept out;
        out.what = std::move(ranks);
        return out;
    });
    const auto* ranks = std::get_if<Kept::Ranks>(&kept.what);
    if (ranks == nullptr) return std::nullopt;
    const bool before = std::exchange(printing_, true);
    const auto other = number(*body.args[1 - *own]);
    printing_ = before;
    if (std::holds_alternative<Failure>(other)) return std::nullopt;
    const auto value = terms_.printed(std::get<Operand>(other).term);
    if (!value) return std::nullopt;
    const auto [first, last] = std::equal_range(ranks->printed.begin(), ranks->printed.end(), *value);
    const std::int64_t below = first - ranks->printed.begin(), alike = last - first, all = std::ssize(ranks->printed);
    const auto counted = [&]() -> std::int64_t {
        switch (body.comparisons[0]) {
            case Comparison::equal: return alike;
            case Comparison::not_equal: return all - alike;
            case Comparison::less: return *own == 0 ? below : all - below - alike;
            case Comparison::less_equal: return *own == 0 ? below + alike : all - below;
            case Comparison::greater: return *own == 0 ? all - below - alike : below;
            case Comparison::greater_equal: return *own == 0 ? all - below : below + alike;
        }
        return 0;
    };
    return Value{Rational(counted())};
}

// `let` and the parameters of definitions: a long collection that is the same for every instance stays in its slot.
void Evaluator::bind_local(const Core& core) {
    if (kept_for_ != nullptr && core.args[0]->closed) {
        if (kept_locals_.contains(&core)) return;
        const Kept& kept = keep(core, [&]() -> Kept {
            Value value = eval(*core.args[0]);
            auto* many = std::get_if<Collection>(&value.held);
            if (many == nullptr || many->members.size() <= Kept::kFew) return {};
            if (!std::all_of(many->members.begin(), many->members.end(), lasting)) return {};
            if (kept_for_->fors.empty() && !used_.empty()) return {};
            Kept out;
            out.what = std::move(*many);
            return out;
        });
        if (const auto* many = std::get_if<Collection>(&kept.what)) {
            slots_[core.slot] = {*many};
            kept_locals_.insert(&core);
            return;
        }
    }
    slots_[core.slot] = eval(*core.args[0]);
}

}  // namespace crossfoot
