// The one table of the command line: every command with its arguments and examples, every option with its names,
// values and help in both languages. Reading the options, `--help`, the nearest name, the completions of the
// shells and the manual are all made from it; an option that is not here does not exist.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/text/message.hpp"

namespace crossfoot::cli {

// By which the program asks for an option's values; each has one row or more (commands may share one).
enum class Opt : std::uint8_t {
    lang, color, help, version, rules, format, output, fail_on, only, tags, all, reason, strength, allow_empty, jobs, max_findings,
    watch, ids, check,
    allow_path, waivers, because, binding, until, by, baseline, fail_on_new
};

// What a shell offers for a value or an argument.
enum class Offers : std::uint8_t {
    nothing,
    choices,   // the row's own
    files,
    datasets,  // directories and TOML files
    rules,     // directories and files *.xf
    tables,    // directories and CSV files
    codes,     // of the catalogue, and datasets, since either may stand there
    rule_ids   // of the dataset that stands before
};

using Names = std::vector<std::string_view>;

struct OptionRow {
    Opt id;
    std::string_view name;                           // with its dashes
    std::string_view letter = {};                    // the short name with its dash; empty where it has none
    Template help;                                   // one clause without a period
    Names (*choices)() = nullptr;                    // the values that there are, in the order of the help
    std::optional<Template> value = {};              // what stands for the value; behind the choices where it has some
    Offers offers = Offers::nothing;
    bool many = false;                               // may be repeated; otherwise the last one counts

    [[nodiscard]] constexpr bool takes_value() const { return value.has_value() || choices != nullptr; }
};

struct ArgumentRow {
    Template name;  // as the usage shows it
    Template help;
    Offers offers = Offers::nothing;
    std::size_t position = 0;  // among the arguments, from 0; several may stand in one
    Names (*choices)() = nullptr;
};

// One way to use a command.
struct Form {
    std::optional<Template> arguments;  // as the usage shows them
    Template purpose;                   // in the list of commands
};

struct CommandRow {
    std::string_view name;
    Template about;                    // a paragraph at the head of its help
    std::span<const Form> forms;       // never empty
    std::span<const ArgumentRow> arguments;
    std::optional<std::size_t> most_arguments;  // nothing: any number
    std::optional<Template> needs;     // what is missing where no argument is given; nothing: it needs none
    std::span<const OptionRow> options;  // without those of every command
    std::span<const Template> examples;
};

[[nodiscard]] std::span<const CommandRow> commands();
[[nodiscard]] std::span<const OptionRow> common_options();   // of every command, and of the program
[[nodiscard]] std::span<const OptionRow> program_options();  // of the program alone
[[nodiscard]] std::span<const Template> program_examples();

// Nothing where there is no such command ("" is the program itself).
[[nodiscard]] const CommandRow* find_command(std::string_view name);
[[nodiscard]] std::vector<std::string> command_names();
// The options of a command, then those of every command; of the program for "".
[[nodiscard]] std::vector<const OptionRow*> options_of(std::string_view command);
// The long names of these.
[[nodiscard]] std::vector<std::string> option_names(std::string_view command);
// The option of this id that the command has; of the program for "". Nothing where it has none.
[[nodiscard]] const OptionRow* find_option(std::string_view command, Opt id);
// "--format text|json[=FILE]", "-j, --jobs N".
[[nodiscard]] std::string synopsis(const OptionRow& option, Language language);
// "explain DATASET RULE-ID"
[[nodiscard]] std::string synopsis(const CommandRow& command, const Form& form, Language language);
// What is said of an option, and that it may be repeated.
[[nodiscard]] std::string explanation(const OptionRow& option, Language language);

}  // namespace crossfoot::cli
