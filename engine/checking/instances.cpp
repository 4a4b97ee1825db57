#include "engine/checking/instances.hpp"

#include <algorithm>

#include "engine/checking/messages.hpp"

namespace crossfoot {
namespace {

// Every pair of values of the dataset may be an instance, and some more: beyond this the loops of a rule multiply each other,
// and its findings would need more memory than the data.
std::uint64_t most_instances_of(const Dataset& dataset) {
    constexpr std::uint64_t kAlone = 20'000, kPerPair = 4, kManyValues = 1'000'000;
    const std::uint64_t values = std::min<std::uint64_t>(dataset.node_count(), kManyValues);
    return kAlone + kPerPair * values * values;
}

class Visit {
public:
    Visit(const Dataset& dataset, Evaluator& evaluator, const BoundRule& rule, std::uint64_t most, const InstanceVisitor& visitor,
          std::vector<NodeId>* decided_by, const std::span<const NodeId>* rows)
        : dataset_(dataset), evaluator_(evaluator), rule_(rule), most_(std::min(most, most_instances_of(dataset))), visitor_(visitor),
          decided_by_(decided_by), rows_(rows) {}

    void from(std::size_t depth) {
        if (stopped_) return;
        if (depth == rule_.fors.size()) {
            if (++count_ > most_) return stop({Code::XF509, Message(say::limit_instances, most_)});
            visitor_.instance(bindings_);
            return;
        }
        const CoreFor& clause = rule_.fors[depth];
        auto found = domain(clause);
        note_decided();
        if (const auto* failure = std::get_if<Failure>(&found)) return stop(*failure);
        const std::vector<NodeId> of_domain = evaluator_.used();
        const std::size_t made = bindings_.made_by.size(), read = bindings_.read.size();
        for (Value& value : std::get<1>(found)) {
            if (stopped_) return;
            bindings_.names.resize(depth);
            bindings_.values.resize(depth);
            bindings_.made_by.resize(made);
            bindings_.read.resize(read);
            bindings_.names.push_back(binding(clause.name, value));
            bindings_.values.push_back(value);
            bindings_.made_by.insert(bindings_.made_by.end(), of_domain.begin(), of_domain.end());
            if (clause.where && !lets_through(clause)) continue;
            from(depth + 1);
        }
        bindings_.names.resize(depth);
        bindings_.values.resize(depth);
        bindings_.made_by.resize(made);
        bindings_.read.resize(read);
    }

private:
    std::variant<Failure, std::vector<Value>> domain(const CoreFor& clause) {
        begin();
        if (rows_ != nullptr && &clause == &rule_.fors.front()) {
            std::vector<Value> values;
            for (const NodeId row : *rows_) values.push_back({NodeValue{row, kNoNode}});
            return values;
        }
        if (!clause.range) {
            auto found = evaluator_.members(*clause.domain, true);
            if (auto* failure = std::get_if<Failure>(&found)) return std::move(*failure);
            return settled(std::move(std::get<1>(found)));
        }
        const auto range = evaluator_.whole_range(*clause.domain, clause.high.get());
        if (const auto* failure = std::get_if<Failure>(&range)) return *failure;
        const auto& [low, high] = std::get<Evaluator::Whole>(range);
        const std::uint64_t most = std::min(most_, kMostOfRanges + kPerValue * dataset_.node_count());
        const Rational left(static_cast<std::int64_t>(most - std::min(most, of_ranges_)));
        std::int64_t count = 0;
        if (high && (*high - low + 1 > left || !(*high - low + 1).to_int64(count)))
            return Failure{Code::XF509, Message(say::limit_instances, most)};
        of_ranges_ += static_cast<std::uint64_t>(std::max<std::int64_t>(count, 0));
        std::vector<Value> values;
        for (Rational n = low; n <= *high; n += 1) values.push_back({n});
        return values;
    }

    // A condition that cannot be decided makes an instance of its own.
    bool lets_through(const CoreFor& clause) {
        begin();
        evaluator_.keep_read(true);
        const Judgement judged = evaluator_.condition(*clause.where);
        note_decided();
        if (judged.failure) {
            visitor_.failed(bindings_, *judged.failure);
            return false;
        }
        if (judged.possible == Truth::no) return false;
        bindings_.read.insert(bindings_.read.end(), evaluator_.read().begin(), evaluator_.read().end());
        bindings_.made_by.insert(bindings_.made_by.end(), evaluator_.used().begin(), evaluator_.used().end());
        return true;
    }

    void begin() {
        evaluator_.begin(rule_.slots, false);
        for (std::size_t i = 0; i < bindings_.values.size(); ++i) evaluator_.set(rule_.fors[i].slot, bindings_.values[i]);
    }

    void stop(const Failure& failure) {
        stopped_ = true;
        visitor_.failed(bindings_, failure);
    }

    void note_decided() {
        if (decided_by_ != nullptr) decided_by_->insert(decided_by_->end(), evaluator_.used().begin(), evaluator_.used().end());
    }

    // Computed numbers are kept as their printed value: terms are gone with the next instance.
    std::vector<Value> settled(std::vector<Value> values) {
        for (Value& value : values) {
            if (auto* group = std::get_if<GroupValue>(&value.held)) group->key_and_rows[0] = settle(std::move(group->key_and_rows[0]));
            else value = settle(std::move(value));
        }
        return values;
    }

    Value settle(Value value) {
        const auto* number = std::get_if<Number>(&value.held);
        if (number == nullptr) return value;
        const auto printed = evaluator_.terms().printed(number->term);
        return printed ? Value{*printed, evaluator_.terms().fractional(number->term)} : Value{Absent{"", kNoNode}};
    }

    Binding binding(const std::string& name, const Value& value) {
        Binding out{name, "", std::nullopt};
        if (const auto* at = std::get_if<NodeValue>(&value.held); at != nullptr && !dataset_.node(at->node).manifest) {
            out.node = at->node;
            out.value = dataset_.path(at->node);
        } else if (const auto* group = std::get_if<GroupValue>(&value.held)) {
            out.value = evaluator_.printed(group->key_and_rows[0]);
        } else {
            out.value = evaluator_.printed(value);
        }
        return out;
    }

    const Dataset& dataset_;
    Evaluator& evaluator_;
    const BoundRule& rule_;
    std::uint64_t most_;
    const InstanceVisitor& visitor_;
    std::vector<NodeId>* decided_by_;
    const std::span<const NodeId>* rows_;
    Bindings bindings_;
    // Numbers that `for` takes from ranges, whatever the data: beside these each value of the dataset adds its part.
    static constexpr std::uint64_t kMostOfRanges = 200'000, kPerValue = 16;
    std::uint64_t of_ranges_ = 0;
    std::uint64_t count_ = 0;
    bool stopped_ = false;
};

}  // namespace

void visit_instances(const Dataset& dataset, Evaluator& evaluator, const BoundRule& rule, std::uint64_t most,
                     const InstanceVisitor& visitor, std::vector<NodeId>* decided_by,
                     const std::span<const NodeId>* rows) {
    Visit(dataset, evaluator, rule, most, visitor, decided_by, rows).from(0);
}

void begin_instance(Evaluator& evaluator, const BoundRule& rule, const Bindings& bindings, bool recording) {
    evaluator.begin(rule.slots, recording);
    for (std::size_t i = 0; i < bindings.values.size(); ++i) evaluator.set(rule.fors[i].slot, bindings.values[i]);
    evaluator.keep_read(false);   // what made the domains is of all instances
    for (const NodeId node : bindings.made_by) evaluator.use(node);
    evaluator.keep_read(recording);
    for (const NodeId node : bindings.read) evaluator.note_read(node);
}

}  // namespace crossfoot
