// Looking things up in the table of options, and how a row of it reads in a help text.
#include <algorithm>

#include "engine/cli/messages.hpp"
#include "engine/cli/option_table.hpp"

namespace crossfoot::cli {

const CommandRow* find_command(std::string_view name) {
    const auto found =
        std::find_if(commands().begin(), commands().end(), [&](const CommandRow& each) { return each.name == name; });
    return found == commands().end() ? nullptr : &*found;
}

std::vector<std::string> command_names() {
    std::vector<std::string> out;
    for (const CommandRow& each : commands()) out.emplace_back(each.name);
    return out;
}

std::vector<const OptionRow*> options_of(std::string_view command) {
    std::vector<const OptionRow*> out;
    const auto append = [&](std::span<const OptionRow> rows) {
        for (const OptionRow& each : rows) out.push_back(&each);
    };
    const CommandRow* row = find_command(command);
    if (row != nullptr) append(row->options);
    append(common_options());
    if (row == nullptr) append(program_options());
    return out;
}

std::vector<std::string> option_names(std::string_view command) {
    std::vector<std::string> out;
    for (const OptionRow* each : options_of(command)) out.emplace_back(each->name);
    return out;
}

const OptionRow* find_option(std::string_view command, Opt id) {
    const std::vector<const OptionRow*> rows = options_of(command);
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const OptionRow* each) { return each->id == id; });
    return found == rows.end() ? nullptr : *found;
}

std::string synopsis(const OptionRow& option, Language language) {
    std::string out(option.letter);
    out.append(out.empty() ? "" : ", ").append(option.name);
    if (option.takes_value()) out += " ";
    const Names choices = option.choices == nullptr ? Names() : option.choices();
    for (const std::string_view choice : choices) out.append(choice == choices.front() ? "" : "|").append(choice);
    if (option.value) out.append(option.value->in(language));
    return out;
}

std::string synopsis(const CommandRow& command, const Form& form, Language language) {
    std::string out(command.name);
    if (form.arguments) out.append(" ").append(form.arguments->in(language));
    return out;
}

std::string explanation(const OptionRow& option, Language language) {
    const std::string said(option.help.in(language));
    return option.many ? Message(words::may_be_repeated, said).in(language) : said;
}

}  // namespace crossfoot::cli
