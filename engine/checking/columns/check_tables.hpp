// The library call for datasets with streamed tables: what check() gives, the rows of such tables being read once each.
// Of a rule over a streamed table's rows all findings are counted; the worst `max_findings` are listed, in the order of
// the rows. Malformed rows and cells are found here, and with any of them there are no findings.
#pragma once

#include "engine/checking/check.hpp"
#include "engine/checking/columns/table_pass.hpp"
#include "engine/language/parse.hpp"

namespace crossfoot {

using columns::TableOptions;

// Rows that are shown become nodes of the dataset. Without streamed tables it is check(). The dataset must be there for as long
// as Findings::unlisted is called.
[[nodiscard]] CheckResult check_tables(Dataset& dataset, const RuleSet& rules, const CheckOptions& options,
                                       const TableOptions& tables);

}  // namespace crossfoot
