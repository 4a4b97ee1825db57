// What a finding points at and what it is called, the same in every format: the figures in the order that serves a
// reader, the place where an editor begins, the words beside a figure, the names of rules and instances.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/checking/findings.hpp"

namespace crossfoot::reports {

// Could it not be decided: an instance that is unverifiable, or a rule that binds to nothing?
[[nodiscard]] bool undecided(const Finding& finding);

// Every figure of the finding, each once, in order of first use; the missing ones first where they are why it could
// not be verified. Where it has none, its texts and dates.
[[nodiscard]] std::vector<NodeId> cited_figures(const Finding& finding);

// These, and behind them the texts and dates that the instance read, each once: what tools are given.
[[nodiscard]] std::vector<NodeId> read_cells(const Finding& finding, const Dataset& dataset);

// The rows of tables beside the TOML that the finding is about: its place where it has no cell of its own.
[[nodiscard]] std::vector<NodeId> cited_rows(const Finding& finding, const Dataset& dataset);

// Where an editor begins: the first of those figures that stands somewhere, else the row, else the rule. Valid where the rule is.
[[nodiscard]] Span first_place(const Finding& finding, const RuleInfo& rule, const Dataset& dataset);

// "19,7 M€: 19,65 to 19,75 M€ (draft, line 53)": as printed, what it stands for, where the draft has it.
[[nodiscard]] std::string figure_note(NodeId node, const Dataset& dataset, Language language);

// The title of the rule, filled in; without one what was found, in short.
[[nodiscard]] std::string headline(const Finding& finding, const Dataset& dataset, Language language);
// The title and the sentence in one: "The total is the sum of the parts: 52 ≠ 51: …".
[[nodiscard]] std::string statement(const Finding& finding, const Dataset& dataset, Language language);

// "agences" and "total" of "agences/total"; a rule outside all groups has the group "".
[[nodiscard]] std::string_view group_of(std::string_view rule);
[[nodiscard]] std::string_view own_name(std::string_view rule);
// The rule's own name with what it is bound to: "total [y = 2013]".
[[nodiscard]] std::string instance_name(const Finding& finding);

// "error", "warning", "info", or the verdict where nothing is contradicted.
[[nodiscard]] std::string_view standing_word(const Finding& finding, Language language);
// "error (new)": a word with where it stands against a baseline, where there is one.
[[nodiscard]] std::string with_standing(std::string word, std::optional<Standing> standing, Language language);

}  // namespace crossfoot::reports
