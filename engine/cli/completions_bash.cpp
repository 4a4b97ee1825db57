// bash: one function that walks through the words before the cursor. bash splits words at `=`, so `--color=never`
// and `json=FILE` come in three. No help of the package bash-completion is needed.
#include "engine/cli/completions.hpp"

#include <algorithm>

namespace crossfoot::cli {
namespace {

constexpr std::string_view kHead = R"sh(# bash completion for crossfoot; made by `crossfoot completions bash`

# Those of the words that begin like the current one.
_crossfoot_words() {
    local word
    for word in $1; do
        if [[ $word == "$cur"* ]]; then COMPREPLY+=("$word"); fi
    done
}

# Directories, and the files that match.
_crossfoot_files() {
    local name
    compopt -o filenames 2>/dev/null
    while IFS= read -r name; do
        COMPREPLY+=("$name")
    done < <(compgen -d -- "$cur"; compgen -f -X "!$1" -- "$cur" | while IFS= read -r name; do
        if [[ ! -d $name ]]; then printf '%s\n' "$name"; fi
    done)
}

_crossfoot_rule_ids() {
    if [[ -n $dataset ]]; then
        _crossfoot_words "$("${COMP_WORDS[0]}" list "${dataset/#\~/$HOME}" --ids 2>/dev/null)"
    fi
}

)sh";

constexpr std::string_view kWalk = R"sh(_crossfoot() {
    local cur=${COMP_WORDS[COMP_CWORD]} word option= last= command= dataset= dashes= i
    local -i arguments=0
    COMPREPLY=()
    # The command, its arguments, and the option that waits for its value (`--format=`: for the file of a report).
    for ((i = 1; i <= COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        if [[ $word == "=" ]]; then
            if [[ -z $option && -n $last ]]; then option=$last=; fi
            if ((i == COMP_CWORD)); then cur=; fi
            continue
        fi
        if ((i == COMP_CWORD)); then break; fi
        if [[ -n $option ]]; then
            last=$option
            option=
            continue
        fi
        last=
        if [[ -z $dashes ]]; then
            case $word in
                --) dashes=1; continue ;;
                @VALUED@) option=$word; continue ;;
                -?*) continue ;;
            esac
        fi
        if [[ -z $command ]]; then
            command=$word
        else
            if ((arguments == 0)); then dataset=$word; fi
            arguments+=1
        fi
    done
    case $option in
        '') ;;
)sh";

std::string action(Offers offers, Names (*choices)()) {
    switch (offers) {
        case Offers::nothing: return ":";
        case Offers::choices: return "_crossfoot_words '" + spaced(choices()) + "'";
        case Offers::files: return "_crossfoot_files '*'";
        case Offers::datasets: return "_crossfoot_files '*.toml'";
        case Offers::rules: return "_crossfoot_files '*.xf'";
        case Offers::tables: return "_crossfoot_files '*.csv*'";
        case Offers::codes: return "_crossfoot_words '" + code_words() + "'";
        case Offers::rule_ids: return "_crossfoot_rule_ids";
    }
    return {};
}

// Every option that takes a value, once: commands may share one.
std::vector<const OptionRow*> valued_options() {
    std::vector<const OptionRow*> out;
    std::vector<Opt> seen;
    const auto add = [&](const std::vector<const OptionRow*>& rows) {
        for (const OptionRow* each : rows) {
            if (!each->takes_value() || std::find(seen.begin(), seen.end(), each->id) != seen.end()) continue;
            seen.push_back(each->id);
            out.push_back(each);
        }
    };
    add(options_of(""));
    for (const CommandRow& command : commands()) add(options_of(command.name));
    return out;
}

std::string pattern(const OptionRow& row) {
    std::string out(row.name);
    return row.letter.empty() ? out : std::string(row.letter) + "|" + out;
}

std::string walk() {
    std::string names;
    for (const OptionRow* each : valued_options()) names.append(names.empty() ? "" : "|").append(pattern(*each));
    std::string out(kWalk);
    constexpr std::string_view kMark = "@VALUED@";
    return out.replace(out.find(kMark), kMark.size(), names);
}

std::string arguments_of(const CommandRow& command) {
    std::string out;
    for (std::size_t position = 0; position < positions(command); ++position) {
        const bool any_number = !command.most_arguments && position + 1 == positions(command);
        out.append("            if ((arguments ").append(any_number ? ">= " : "== ");
        out.append(std::to_string(position)).append(")); then\n");
        for (const ArgumentRow& each : command.arguments)
            if (each.position == position)
                out.append("                ").append(action(each.offers, each.choices)).append("\n");
        out += "            fi\n";
    }
    return out;
}

std::string names_of(std::string_view command) {
    std::vector<std::string_view> names;
    for (const OptionRow* each : options_of(command)) {
        if (!each->letter.empty()) names.push_back(each->letter);
        names.push_back(each->name);
    }
    return spaced(names);
}

}  // namespace

std::string bash_completions() {
    std::string out = std::string(kHead) + walk();
    for (const OptionRow* each : valued_options()) {
        out.append("        ").append(pattern(*each)).append(") ").append(action(each->offers, each->choices));
        out += "; return ;;\n";
    }
    out += "        *=) _crossfoot_files '*'; return ;;\n    esac\n";
    out += "    case $command in\n        '')\n";
    out.append("            _crossfoot_words '").append(spaced(command_names())).append("'\n");
    out.append("            _crossfoot_words '").append(names_of("")).append("' ;;\n");
    for (const CommandRow& command : commands()) {
        out.append("        ").append(command.name).append(")\n");
        out.append("            if [[ $cur == -* && -z $dashes ]]; then\n                _crossfoot_words '");
        out.append(names_of(command.name)).append("'\n                return\n            fi\n");
        out.append(arguments_of(command)).append("            ;;\n");
    }
    out += "    esac\n}\n\ncomplete -F _crossfoot crossfoot\n";
    return out;
}

}  // namespace crossfoot::cli
