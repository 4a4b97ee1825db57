// The library call: a dataset and its rules in, findings out. Rules are bound and checked for names, arity,
// types and units first; with any error there nothing is evaluated.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/checking/findings.hpp"
#include "engine/dataset/dataset.hpp"
#include "engine/language/parse.hpp"
#include "engine/text/diagnostic.hpp"

namespace crossfoot {

class KeptNumbers;

struct CheckOptions {
    bool keep_holding = false;           // also list findings that hold (`--all`)
    std::vector<std::string> only;       // rules whose full id matches one of these globs; empty: all
    std::vector<std::string> tags;       // rules with at least one of them; empty: all
    std::uint64_t most_instances = 10'000'000;
    bool keeps = true;                   // what instances have in common is worked out once; false gives the same, slowly
    bool names_all = true;               // a finding's figures are also those of few rows that a lookup passed over
    const KeptNumbers* known = nullptr;  // numbers over rows that are not in the tree
};

// Do the globs and tags of the options take that rule?
[[nodiscard]] bool selected(const RuleInfo& rule, const CheckOptions& options);

struct CheckResult {
    std::optional<Findings> findings;    // none where the rules have errors
    Diagnostics diagnostics;
};

// What is wrong with the rules that could be read where others could not: names, types, units. A name that an
// unread definition may have is not called unknown.
[[nodiscard]] Diagnostics check_rules(const Dataset& dataset, const RuleSet& rules);

// Judges the rules over what is in the tree. A rule that needs rows of a table which is read as it passes is not judged
// (unverifiable, XF510): `check_tables` (columns/check_tables.hpp) judges these too, and all others as this does.
[[nodiscard]] CheckResult check(const Dataset& dataset, const RuleSet& rules, const CheckOptions& options = {});

}  // namespace crossfoot
