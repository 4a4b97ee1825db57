// The commands. Each does all of its work and gives the program's exit code, or ends the program with it; what it has
// to say goes to standard output in one piece, mistakes to standard error.
#pragma once

#include "engine/cli/context.hpp"
#include "engine/cli/options.hpp"

namespace crossfoot::cli {

[[nodiscard]] Exit run(const CheckCommand& command, const Context& context);
// One run of `check`. What it has read may be large: it is given back only where the program goes on afterwards.
enum class AtEnd : std::uint8_t { leave, go_on };
[[nodiscard]] Exit check_once(const CheckCommand& command, const Context& context, AtEnd at_end);
// `check` again and again, until a signal or the loss of its reader ends it: 128 and the signal's number, or the exit
// code of the latest run.
[[nodiscard]] int run(const WatchCommand& command, const Context& context);
[[nodiscard]] Exit run(const ListCommand& command, const Context& context);
[[nodiscard]] Exit run(const StrengthCommand& command, const Context& context);
[[nodiscard]] Exit run(const LintCommand& command, const Context& context);
[[nodiscard]] Exit run(const ProfileCommand& command, const Context& context);
[[nodiscard]] Exit run(const ExplainCodeCommand& command, const Context& context);
[[nodiscard]] Exit run(const ExplainRuleCommand& command, const Context& context);
[[nodiscard]] Exit run(const WaiveCommand& command, const Context& context);
[[nodiscard]] Exit run(const FmtCommand& command, const Context& context);
[[nodiscard]] Exit run(const CompletionsCommand& command, const Context& context);
[[nodiscard]] Exit run(const ManCommand& command, const Context& context);
[[nodiscard]] Exit run(const VersionCommand& command, const Context& context);
[[nodiscard]] Exit run(const HelpCommand& command, const Context& context);

}  // namespace crossfoot::cli
