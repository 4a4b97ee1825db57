// The completions of the command line for a shell, made from the table of options: commands, options, choices,
// files, codes, and the ids of the rules of the dataset that is named before.
#pragma once

#include <string>

#include "engine/cli/option_table.hpp"
#include "engine/cli/options.hpp"

namespace crossfoot::cli {

// A script for the shell to read. Explanations, where the shell shows them, are in `language`.
[[nodiscard]] std::string completions(Shell shell, Language language);

// One shell each, see there.
[[nodiscard]] std::string bash_completions();
[[nodiscard]] std::string zsh_completions(Language language);
[[nodiscard]] std::string fish_completions(Language language);

// "a b c"
[[nodiscard]] std::string spaced(const std::vector<std::string>& words);
[[nodiscard]] std::string spaced(const std::vector<std::string_view>& words);
// The names of all codes, spaced.
[[nodiscard]] std::string code_words();
// How many arguments a command has places for; those of the last place may be repeated where it takes any number.
[[nodiscard]] std::size_t positions(const CommandRow& command);

}  // namespace crossfoot::cli
