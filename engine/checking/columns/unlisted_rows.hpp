// Findings of a rule over the rows of a streamed table that are not listed, worked out once more where a run's decision
// hangs on them: rows that a program does not know to hold are judged by the plain evaluator, one at a time.
#pragma once

#include "engine/checking/columns/table_pass.hpp"

namespace crossfoot::columns {

// `found`: of the pass in which the rule was judged; `result`: of the rule there. In the order of rows. A table that cannot be
// read any more is looked at up to there.
void visit_unlisted_rows(const Dataset& dataset, const BoundRule& rule, const Table& table, const PassResult& found,
                         const RuleResult& result, const CheckOptions& check, const SeeFinding& see);

}  // namespace crossfoot::columns
