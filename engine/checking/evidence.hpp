// The evidence of one instance just evaluated: its verdict and what a finding shows of it. Takes the evaluator as the
// instance left it (recording), and gives a Finding; nothing is counted here.
#pragma once

#include "engine/checking/binding/core.hpp"
#include "engine/checking/evaluation/evaluator.hpp"
#include "engine/checking/instances.hpp"

namespace crossfoot {

// holds, contradicted or unverifiable: that of what is possible.
[[nodiscard]] Verdict verdict_of(const Judgement& judged);

// Rule, severity, title as written. `rule_index` is the caller's.
[[nodiscard]] Finding blank_finding(const BoundRule& rule);

// Of a contradiction whose agreement is `truncated`: a warning at most, unless the dataset declares its rounding.
[[nodiscard]] Severity severity_if_truncated(Severity severity, const Dataset& dataset);

// Of an instance that was evaluated with recording.
[[nodiscard]] Finding finding_of(const Dataset& dataset, Evaluator& evaluator, const BoundRule& rule, const Bindings& bindings,
                                 const Judgement& judged);

// Of one that could not be bound.
[[nodiscard]] Finding failed_finding(const Evaluator& evaluator, const BoundRule& rule, const Bindings& bindings, const Failure& failure);

}  // namespace crossfoot
