// A dataset with its rules, read for one run: what check, list and explain begin with.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/checking/columns/check_tables.hpp"
#include "engine/cli/context.hpp"
#include "engine/dataset/load.hpp"
#include "engine/language/parse.hpp"

namespace crossfoot::cli {

struct Session {
    std::unique_ptr<Dataset> dataset;  // always there; its sources hold the rule files too
    RuleSet rules;
    Diagnostics diagnostics;        // of the dataset and of the syntax of its rules
    Language words = Language::en;  // asked for, else the report's, else the locale's
    std::string directory;          // of the dataset's files, to be shown before their names
    std::size_t dataset_files = 0;
    bool dataset_read = false;         // without errors: rules can be held against it

    // The page with the dataset's directory.
    [[nodiscard]] reports::Page place(reports::Page page) const;
};

// `path`: a directory, a file or `-` for standard input. `rules` stand in place of the manifest's where there
// are any; the manifest's may stand in the dataset's folder and the Git work tree around it, too. Mistakes in the
// dataset do not keep the rules from being read: all are listed together.
[[nodiscard]] Session read_session(const std::string& path, const RulesAsked& rules, const Context& context);

// Adds the waivers of a file to the dataset; what is wrong with it goes to the session's diagnostics.
void add_waivers(const std::string& path, Session& session);

// The rule files and directories that are asked for: the given ones, else those that the manifest names.
[[nodiscard]] std::vector<std::string> asked_rules(const Dataset& dataset, const std::vector<std::string>& given);

// Binds and evaluates; where the rules have errors, looks for more of them only; nothing without a dataset.
[[nodiscard]] std::optional<CheckResult> check_session(const Session& session, const CheckOptions& options,
                                                       const TableOptions& tables = {});

// Shows all diagnostics on standard error; the findings, where there was no error.
[[nodiscard]] std::optional<Findings> conclude(Session& session, std::optional<CheckResult> result,
                                               const Context& context);

}  // namespace crossfoot::cli
