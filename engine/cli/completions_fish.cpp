// fish: one `complete` line for each command, option and argument (complete(1)).
#include "engine/cli/completions.hpp"

namespace crossfoot::cli {
namespace {

constexpr std::string_view kHead = R"sh(# fish completion for crossfoot; made by `crossfoot completions fish`

# The arguments of a command that stand before the cursor; its options and their values are left out.
function __crossfoot_arguments
    set -l words (commandline -opc)
    set -l waits
    for word in $words[2..-1]
        if test -n "$waits"
            set waits
        else if contains -- $word @VALUED@
            set waits 1
        else if not string match -q -- '-?*' $word
            echo $word
        end
    end
end

function __crossfoot_no_command
    test (count (__crossfoot_arguments)) -eq 0
end

# The command, with so many arguments.
function __crossfoot_at
    set -l words (__crossfoot_arguments)
    test "$words[1]" = $argv[1]; and test (count $words) -eq (math $argv[2] + 1)
end

# The command, with so many arguments or more.
function __crossfoot_from
    set -l words (__crossfoot_arguments)
    test "$words[1]" = $argv[1]; and test (count $words) -gt $argv[2]
end

function __crossfoot_rule_ids
    set -l words (__crossfoot_arguments)
    test (count $words) -ge 2; and crossfoot list (string replace -r '^~' $HOME -- $words[2]) --ids 2>/dev/null
end

complete -c crossfoot -f
)sh";

std::string quoted(std::string_view text) {
    std::string out = "'";
    for (const char c : text) {
        if (c == '\'' || c == '\\') out += '\\';
        out += c;
    }
    return out + "'";
}

std::string action(Offers offers, Names (*choices)()) {
    switch (offers) {
        case Offers::nothing: return "";
        case Offers::choices: return " -a " + quoted(spaced(choices()));
        case Offers::files: return " -F";
        case Offers::datasets: return " -k -a '(__fish_complete_suffix .toml)'";
        case Offers::rules: return " -k -a '(__fish_complete_suffix .xf)'";
        case Offers::tables: return " -k -a '(__fish_complete_suffix .csv)'";
        case Offers::codes: return " -a " + quoted(code_words());
        case Offers::rule_ids: return " -a '(__crossfoot_rule_ids)'";
    }
    return {};
}

std::string option_line(const OptionRow& row, const std::string& condition, Language language) {
    std::string out = "complete -c crossfoot" + condition + " -l " + std::string(row.name.substr(2));
    if (!row.letter.empty()) out.append(" -s ").append(row.letter.substr(1));
    if (row.takes_value()) out.append(row.offers == Offers::files ? " -r" : " -x").append(action(row.offers, row.choices));
    return out + " -d " + quoted(row.help.in(language)) + "\n";
}

std::string head() {
    std::vector<std::string_view> names;
    const auto add = [&](std::span<const OptionRow> rows) {
        for (const OptionRow& each : rows)
            if (each.takes_value()) {
                names.push_back(each.name);
                if (!each.letter.empty()) names.push_back(each.letter);
            }
    };
    add(common_options());
    for (const CommandRow& command : commands()) add(command.options);
    std::string out(kHead);
    constexpr std::string_view kMark = "@VALUED@";
    return out.replace(out.find(kMark), kMark.size(), spaced(names));
}

}  // namespace

std::string fish_completions(Language language) {
    std::string out = head();
    for (const OptionRow& each : common_options()) out += option_line(each, "", language);
    for (const OptionRow& each : program_options()) out += option_line(each, " -n __crossfoot_no_command", language);
    for (const CommandRow& command : commands()) {
        const std::string name(command.name);
        out.append("\ncomplete -c crossfoot -n __crossfoot_no_command -a ").append(name).append(" -d ");
        out.append(quoted(command.forms.front().purpose.in(language))).append("\n");
        for (const OptionRow& each : command.options)
            out += option_line(each, " -n '__crossfoot_from " + name + " 0'", language);
        for (const ArgumentRow& each : command.arguments) {
            const bool any_number = !command.most_arguments && each.position + 1 == positions(command);
            const std::string where = any_number ? "__crossfoot_from " : "__crossfoot_at ";
            out.append("complete -c crossfoot -n '").append(where).append(name).append(" ");
            out.append(std::to_string(each.position)).append("'").append(action(each.offers, each.choices)).append("\n");
        }
    }
    return out;
}

}  // namespace crossfoot::cli
