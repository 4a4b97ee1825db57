// The instances of a rule: one for each full binding of its `for` clauses that every `where` lets through, in
// binding order. Takes a bound rule and an evaluator; gives each binding in turn, with the figures that made it.
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "engine/checking/binding/core.hpp"
#include "engine/checking/evaluation/evaluator.hpp"

namespace crossfoot {

// A rule's `for` names bound, all of them or, where one could not be, those before it.
struct Bindings {
    std::vector<Binding> names;      // as findings show them
    std::vector<Value> values;       // one for each name; they outlive an instance
    std::vector<NodeId> made_by;     // the figures of the domains and `where`s on the way, some several times
    std::vector<NodeId> read;        // what the `where`s read, texts and dates as well
};

// What is called for each instance. `failed`: a domain, a `where` or the number of instances could not be coped with; the
// evaluator still holds what was used. Neither keeps the bindings' address.
struct InstanceVisitor {
    std::function<void(const Bindings&)> instance;
    std::function<void(const Bindings&, const Failure&)> failed;
};

// Visits every instance of `rule`, at most `most` and then one failure. `decided_by`, where given, gains the figures
// of all domains and `where`s looked at, those that let nothing through as well. With `rows` the first `for` runs over these.
void visit_instances(const Dataset& dataset, Evaluator& evaluator, const BoundRule& rule, std::uint64_t most,
                     const InstanceVisitor& visitor, std::vector<NodeId>* decided_by = nullptr,
                     const std::span<const NodeId>* rows = nullptr);

// Begins the instance with these bindings: what made them is used by it, too.
void begin_instance(Evaluator& evaluator, const BoundRule& rule, const Bindings& bindings, bool recording);

}  // namespace crossfoot
