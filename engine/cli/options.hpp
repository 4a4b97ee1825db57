// The command line: what is asked of the program, as values. Reading it prints nothing; a mistake in it is a
// UsageError with the nearest name.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "engine/cli/gate.hpp"
#include "engine/cli/terminal.hpp"
#include "engine/text/message.hpp"
#include "reports/formats.hpp"

namespace crossfoot::cli {

using reports::Format;

// A report to write: to a file, or to standard output.
struct ReportAsked {
    Format format = Format::text;
    std::optional<std::string> file;
};

// Rule files and folders in place of the dataset's own, and the folders where its own may stand besides.
struct RulesAsked {
    std::vector<std::string> paths, allowed;
};

struct CheckCommand {
    std::string dataset;
    RulesAsked rules;
    std::vector<std::string> waivers;  // files besides the dataset's own
    std::optional<std::string> baseline;  // an earlier run
    bool fail_on_new = false;          // only with a baseline
    std::vector<ReportAsked> reports;  // never empty; at most one without file; no file twice
    FailOn fail_on = FailOn::error;
    Selection selection;
    bool all = false;
    bool reason = false;               // over several rules at once
    bool strength = false;             // how well the rules guard the figures
    bool allow_empty = false;
    unsigned threads = 0;                // 0: as many as the machine has
    std::uint64_t max_findings = 1'000;  // listed of one rule over a streamed table
};
// To check again whenever a file changes.
struct WatchCommand {
    CheckCommand check;
};
struct ListCommand {
    std::string dataset;
    RulesAsked rules;
    bool ids = false;
};
// One report, as text or JSON, to a file or standard output.
struct StrengthCommand {
    std::string dataset;
    RulesAsked rules;
    Selection selection;
    bool json = false;
    std::optional<std::string> file;
    unsigned threads = 0;   // 0: as many as the machine has
};
struct LintCommand {
    std::string dataset;
    RulesAsked rules;
    FailOn fail_on = FailOn::error;
    bool json = false;
    std::optional<std::string> file;
};
struct ProfileCommand {
    std::vector<std::string> tables;  // never empty
    bool json = false;
    std::optional<std::string> file;
    unsigned threads = 0;  // 0: as many as the machine has
};
struct ExplainCodeCommand {
    std::string code;
};
struct ExplainRuleCommand {
    std::string dataset, rule;
    RulesAsked rules;
};
// To accept the contradictions of a rule: all of them, or those that agree with the bindings.
struct WaiveCommand {
    std::string dataset, rule;
    RulesAsked rules;
    std::vector<std::pair<std::string, std::string>> bindings;
    std::string reason;                 // never empty
    std::string until, by;              // as given; may be empty
    std::optional<std::string> output;  // otherwise in the dataset, where that is a directory, or to standard output
};
struct FmtCommand {
    bool check = false;
    std::vector<std::string> files;
};
enum class Shell : std::uint8_t { bash, zsh, fish };
struct CompletionsCommand {
    Shell shell = Shell::bash;
};
struct ManCommand {};
struct VersionCommand {};
struct HelpCommand {
    std::string topic;  // a command, or empty
};

struct Options {
    std::optional<Language> language;
    ColorChoice color = ColorChoice::automatic;
    std::variant<CheckCommand, WatchCommand, ListCommand, StrengthCommand, LintCommand, ProfileCommand, ExplainCodeCommand,
                 ExplainRuleCommand, WaiveCommand, FmtCommand,
                 CompletionsCommand, ManCommand, VersionCommand, HelpCommand>
        command;
};

struct UsageError {
    Message headline;
    std::vector<Message> help;
    std::optional<Language> language;  // where `--lang` was still read
};

// The options that there are, and what they are called: option_table.hpp.
[[nodiscard]] std::variant<Options, UsageError> read_options(int argc, const char* const* argv);

}  // namespace crossfoot::cli
