// zsh: specifications for _arguments (zshcompsys(1)). A colon or bracket in an explanation is escaped there, a quote
// for the shell.
#include "engine/cli/completions.hpp"

namespace crossfoot::cli {
namespace {

constexpr std::string_view kHead = R"sh(#compdef crossfoot
# zsh completion for crossfoot; made by `crossfoot completions zsh`

# The ids of the rules of the dataset: the first argument of the command that is there.
_crossfoot_rule_ids() {
  local word
  local -a ids
  for word in ${words[2,CURRENT-1]}; do
    [[ $word != -* && -e $~word ]] || continue
    ids=(${(f)"$(_call_program rule-ids crossfoot list ${~word} --ids 2>/dev/null)"})
    break
  done
  compadd -a ids
}

)sh";

std::string quoted(std::string_view text) {
    std::string out = "'";
    for (const char c : text) out.append(c == '\'' ? "'\\''" : std::string(1, c));
    return out + "'";
}

// Inside a specification.
std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == ':' || c == '[' || c == ']' || c == '\\') out += '\\';
        out += c;
    }
    return out;
}

std::string action(Offers offers, Names (*choices)()) {
    switch (offers) {
        case Offers::nothing: return " ";
        case Offers::choices: return "(" + spaced(choices()) + ")";
        case Offers::files: return "_files";
        case Offers::datasets: return "_files -g \"*.toml\"";
        case Offers::rules: return "_files -g \"*.xf\"";
        case Offers::tables: return "_files -g \"*.csv*\"";
        case Offers::codes: return "compadd " + code_words();
        case Offers::rule_ids: return "_crossfoot_rule_ids";
    }
    return {};
}

std::string option_spec(const OptionRow& row, Language language) {
    const std::string said = "[" + escaped(row.help.in(language)) + "]";
    const std::string names = row.letter.empty() ? std::string(row.name) : "{" + std::string(row.letter) + "," +
                              std::string(row.name) + "}";
    std::string tail = said;
    if (row.takes_value()) {
        const std::string value(row.value ? row.value->in(language) : std::string_view("value"));
        tail.append(":").append(escaped(value)).append(":").append(action(row.offers, row.choices));
    }
    const std::string mark = row.takes_value() ? (row.letter.empty() ? "=" : "") : "";
    std::string before;
    if (row.many) before = "*";
    else if (!row.letter.empty()) before = "(" + std::string(row.letter) + " " + std::string(row.name) + ")";
    if (row.letter.empty()) return quoted(before + names + mark + tail);
    return (before.empty() ? std::string() : quoted(before)) + names + quoted(tail);
}

std::string argument_specs(const CommandRow& command, Language language) {
    std::string out;
    for (std::size_t position = 0; position < positions(command); ++position) {
        std::string names, actions;
        std::size_t rows = 0;
        for (const ArgumentRow& each : command.arguments) {
            if (each.position != position) continue;
            names.append(names.empty() ? "" : ", ").append(each.name.in(language));
            actions.append(actions.empty() ? "" : "; ").append(action(each.offers, each.choices));
            ++rows;
        }
        const bool any_number = !command.most_arguments && position + 1 == positions(command);
        const std::string place = any_number ? "*" : std::to_string(position + 1);
        if (rows > 1 || actions.starts_with("compadd")) actions = "{ " + actions + " }";
        out.append(" \\\n            ").append(quoted(place + ":" + escaped(names) + ":" + actions));
    }
    return out;
}

std::string options(std::string_view command, Language language) {
    std::string out;
    for (const OptionRow* each : options_of(command))
        out.append(" \\\n            ").append(option_spec(*each, language));
    return out;
}

}  // namespace

std::string zsh_completions(Language language) {
    std::string out(kHead);
    out += "_crossfoot() {\n  local curcontext=$curcontext state line\n  typeset -A opt_args\n  local -a commands=(\n";
    for (const CommandRow& command : commands())
        out.append("    ").append(quoted(std::string(command.name) + ":" +
                                         std::string(command.forms.front().purpose.in(language)))).append("\n");
    out += "  )\n  _arguments -C" + options("", language);
    out += " \\\n            '1:command:{ _describe command commands }' \\\n            '*:: :->arguments'\n";
    out += "  [[ $state == arguments ]] || return\n";
    out += "  case $words[1] in\n";
    for (const CommandRow& command : commands()) {
        out.append("    ").append(command.name).append(")\n      _arguments");
        out.append(options(command.name, language)).append(argument_specs(command, language)).append(" ;;\n");
    }
    out += "  esac\n}\n\n";
    // Read by compinit, the file is the function; sourced, it only defines it.
    out += "if [[ $funcstack[1] == _crossfoot ]]; then _crossfoot \"$@\"; else compdef _crossfoot crossfoot; fi\n";
    return out;
}

}  // namespace crossfoot::cli
