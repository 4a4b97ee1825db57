#include "engine/cli/options.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <map>

#include "engine/cli/messages.hpp"
#include "engine/cli/option_table.hpp"
#include "engine/cli/report_options.hpp"
#include "engine/cli/usage.hpp"
#include "engine/reasoning/reasoning.hpp"

namespace crossfoot::cli {
namespace {

// What CLI11 fills in, by the table's ids; values are judged afterwards, so that every message is ours.
class Given {
public:
    // Filled by the program's option and by that of its command; what stands later counts.
    std::vector<std::string>& values_of(Opt id) { return values_[id]; }
    bool& flag_of(Opt id) { return flags_[id]; }

    [[nodiscard]] std::vector<std::string> all(Opt id) const {
        const auto found = values_.find(id);
        return found == values_.end() ? std::vector<std::string>() : found->second;
    }
    // The last value; empty where there is none.
    [[nodiscard]] std::string last(Opt id) const {
        const auto found = values_.find(id);
        return found == values_.end() || found->second.empty() ? std::string() : found->second.back();
    }
    [[nodiscard]] bool flag(Opt id) const {
        const auto found = flags_.find(id);
        return found != flags_.end() && found->second;
    }

private:
    std::map<Opt, std::vector<std::string>> values_;
    std::map<Opt, bool> flags_;
};

// Tags may be given one by one or separated by commas.
std::vector<std::string> split_tags(const std::vector<std::string>& given) {
    std::vector<std::string> out;
    for (const std::string& each : given)
        for (std::size_t at = 0; at <= each.size();) {
            const std::size_t comma = std::min(each.find(',', at), each.size());
            if (comma > at) out.push_back(each.substr(at, comma - at));
            at = comma + 1;
        }
    return out;
}

FailOn threshold(std::string_view name) {
    if (name == "warning") return FailOn::warning;
    if (name == "unverifiable") return FailOn::unverifiable;
    return name == "never" ? FailOn::never : FailOn::error;
}

Shell shell(std::string_view name) {
    if (name == "zsh") return Shell::zsh;
    return name == "fish" ? Shell::fish : Shell::bash;
}

class Reader {
public:
    Reader() : app_("crossfoot") {
        app_.require_subcommand(0, 1);
        add_options(app_, "");
        for (const CommandRow& command : commands()) {
            CLI::App& app = *app_.add_subcommand(std::string(command.name));
            app.add_option("arguments", arguments_);
            add_options(app, command.name);
        }
    }

    std::variant<Options, UsageError> read(int argc, const char* const* argv) {
        std::optional<UsageError> error;
        try {
            app_.parse(argc, argv);
        } catch (const CLI::ArgumentMismatch& mismatch) {
            const std::string said = mismatch.what();
            error = UsageError{Message(words::needs_value, said.substr(0, said.find(':'))), {see_help(topic())}, {}};
        } catch (const CLI::ParseError& other) {
            error = flag_with_value(argc, argv);
            if (!error) error = UsageError{Message(words::bad_usage, other.what()), {see_help(topic())}, {}};
        }
        Options options;
        const bool asks_words = given_.flag(Opt::help) || given_.flag(Opt::version);
        if (!error) error = flag_with_value(argc, argv);
        if (!error) error = extras();
        if (!error) error = common(options);
        if (!error && !asks_words) error = judge(options);
        if (error) {
            error->language = options.language ? options.language : language_from(given_.last(Opt::lang));
            return *error;
        }
        if (given_.flag(Opt::help)) options.command = HelpCommand{topic()};
        else if (given_.flag(Opt::version)) options.command = VersionCommand{};
        return options;
    }

private:
    void add_options(CLI::App& app, std::string_view command) {
        app.set_help_flag();
        app.allow_extras();
        for (const OptionRow* row : options_of(command)) {
            std::string names(row->letter);
            names.append(names.empty() ? "" : ",").append(row->name);
            if (row->takes_value()) app.add_option(names, given_.values_of(row->id))->allow_extra_args(false);
            else app.add_flag(names, given_.flag_of(row->id));
        }
    }

    [[nodiscard]] std::string topic() const {
        const auto given = app_.get_subcommands();
        return given.empty() ? std::string() : given.front()->get_name();
    }

    // `--all=x`, which CLI11 tells in words of its own, or takes where x is a word for yes or no.
    [[nodiscard]] std::optional<UsageError> flag_with_value(int argc, const char* const* argv) const {
        for (int i = 1; i < argc; ++i) {
            const std::string_view word = argv[i];
            if (word == "--") break;
            const std::size_t equals = word.find('=');
            if (equals == std::string_view::npos) continue;
            for (const OptionRow* row : options_of(topic()))
                if (!row->takes_value() && row->name == word.substr(0, equals))
                    return UsageError{Message(words::takes_no_value, row->name), {see_help(topic())}, {}};
        }
        return std::nullopt;
    }

    std::optional<UsageError> common(Options& options) {
        if (auto error = bad_choice(common_options())) return error;
        options.language = language_from(given_.last(Opt::lang));
        const std::string color = given_.last(Opt::color);
        if (color == "always") options.color = ColorChoice::always;
        if (color == "never") options.color = ColorChoice::never;
        return std::nullopt;
    }

    // A value that is none of the choices. Where more may follow the choice, that is for others to judge.
    [[nodiscard]] std::optional<UsageError> bad_choice(std::span<const OptionRow> rows) const {
        for (const OptionRow& row : rows) {
            const std::string given = given_.last(row.id);
            if (row.choices == nullptr || row.value || given.empty()) continue;
            const Names choices = row.choices();
            if (std::find(choices.begin(), choices.end(), given) == choices.end())
                return bad_value(std::string(row.name), given, {choices.begin(), choices.end()}, topic());
        }
        return std::nullopt;
    }

    [[nodiscard]] std::optional<UsageError> bad_argument(const CommandRow& command) const {
        for (const ArgumentRow& row : command.arguments) {
            if (row.choices == nullptr || row.position >= arguments_.size()) continue;
            const Names choices = row.choices();
            const std::string& given = arguments_[row.position];
            if (std::find(choices.begin(), choices.end(), given) == choices.end())
                return cli::bad_argument(std::string(command.name), given, {choices.begin(), choices.end()});
        }
        return std::nullopt;
    }

    // Options and arguments that fit nowhere; an unknown option first, since it may have displaced the others.
    std::optional<UsageError> extras() {
        std::vector<std::string> rest = app_.remaining(true);
        rest.erase(std::remove(rest.begin(), rest.end(), "--"), rest.end());  // CLI11 keeps the mark itself
        const auto option = std::find_if(
            rest.begin(), rest.end(), [](const std::string& each) { return each.size() > 1 && each.front() == '-'; });
        if (option != rest.end()) return unknown_option(*option, option_names(topic()), topic());
        if (!rest.empty()) return unknown_command(rest.front(), command_names());
        const CommandRow* command = find_command(topic());
        if (command != nullptr && command->most_arguments && arguments_.size() > *command->most_arguments)
            return extra_argument(topic(), arguments_[*command->most_arguments]);
        return std::nullopt;
    }

    std::optional<UsageError> judge(Options& options) {
        const std::string name = topic();
        const CommandRow* command = find_command(name);
        if (command == nullptr) return no_command(command_names());
        if (arguments_.empty() && command->needs) return missing_argument(name, *command->needs);
        if (auto error = bad_argument(*command)) return error;
        if (auto error = bad_choice(command->options)) return error;
        const RulesAsked rules = rules_asked();
        if (name == "check") return judge_check(options);
        if (name == "waive") return judge_waive(options);
        if (name == "profile") return judge_profile(options);
        if (name == "list") options.command = ListCommand{arguments_[0], rules, given_.flag(Opt::ids)};
        const bool json = given_.last(Opt::format) == "json";
        if (name == "strength") {
            StrengthCommand made{arguments_[0], rules, selection(), json, output_file(), 0};
            if (auto error = read_threads("strength", made.threads)) return error;
            options.command = std::move(made);
        }
        if (name == "lint")
            options.command = LintCommand{arguments_[0], rules, threshold(given_.last(Opt::fail_on)), json, output_file()};
        if (name == "fmt") options.command = FmtCommand{given_.flag(Opt::check), arguments_};
        if (name == "completions") options.command = CompletionsCommand{shell(arguments_[0])};
        if (name == "man") options.command = ManCommand{};
        if (name == "explain" && arguments_.size() == 1) options.command = ExplainCodeCommand{arguments_[0]};
        if (name == "explain" && arguments_.size() == 2)
            options.command = ExplainRuleCommand{arguments_[0], arguments_[1], rules};
        return std::nullopt;
    }

    [[nodiscard]] RulesAsked rules_asked() const { return {given_.all(Opt::rules), given_.all(Opt::allow_path)}; }
    [[nodiscard]] Selection selection() const { return {given_.all(Opt::only), split_tags(given_.all(Opt::tags))}; }

    // Nothing for standard output.
    [[nodiscard]] std::optional<std::string> output_file() const {
        const std::string given = given_.last(Opt::output);
        if (given.empty() || given == "-") return std::nullopt;
        return given;
    }

    [[nodiscard]] std::optional<UsageError> read_threads(const std::string& topic, unsigned& out) const {
        const std::string given = given_.last(Opt::jobs);
        if (given.empty()) return std::nullopt;
        const char* end = given.data() + given.size();
        const auto [rest, failed] = std::from_chars(given.data(), end, out);
        if (failed == std::errc() && rest == end && out > 0 && out <= 1024) return std::nullopt;
        return UsageError{Message(words::no_thread_count, given), {see_help(topic)}, {}};
    }

    std::optional<UsageError> judge_profile(Options& options) {
        ProfileCommand command{arguments_, given_.last(Opt::format) == "json", output_file(), 0};
        if (auto error = read_threads("profile", command.threads)) return error;
        options.command = std::move(command);
        return std::nullopt;
    }

    std::optional<UsageError> judge_check(Options& options) {
        CheckCommand command;
        command.dataset = arguments_[0];
        command.rules = rules_asked();
        command.waivers = given_.all(Opt::waivers);
        if (std::string baseline = given_.last(Opt::baseline); !baseline.empty()) command.baseline = std::move(baseline);
        command.fail_on_new = given_.flag(Opt::fail_on_new);
        if (command.fail_on_new && !command.baseline)
            return UsageError{Message(words::new_to_what), {Message(words::name_a_baseline)}, {}};
        command.selection = selection();
        command.all = given_.flag(Opt::all);
        command.reason = given_.flag(Opt::reason);
        command.strength = given_.flag(Opt::strength);
        if (command.reason && !reasoning_built_in())
            return UsageError{Message(words::no_reasoning), {Message(words::build_with_z3)}, {}};
        command.allow_empty = given_.flag(Opt::allow_empty);
        command.fail_on = threshold(given_.last(Opt::fail_on));
        if (auto error = read_threads("check", command.threads)) return error;
        if (const std::string most = given_.last(Opt::max_findings); !most.empty()) {
            const char* end = most.data() + most.size();
            const auto [rest, failed] = std::from_chars(most.data(), end, command.max_findings);
            if (failed != std::errc() || rest != end || command.max_findings == 0 || command.max_findings > 1'000'000)
                return UsageError{Message(words::no_finding_count, most), {see_help("check")}, {}};
        }
        if (auto error = read_reports(given_.all(Opt::format), given_.last(Opt::output), command.reports)) return error;
        if (!given_.flag(Opt::watch)) options.command = std::move(command);
        else if (command.dataset != "-") options.command = WatchCommand{std::move(command)};
        else return UsageError{Message(words::cannot_watch_stdin), {see_help("check")}, {}};
        return std::nullopt;
    }

    std::optional<UsageError> judge_waive(Options& options) {
        if (arguments_.size() < 2) return missing_argument("waive", words::a_rule_id);
        WaiveCommand command;
        command.dataset = arguments_[0];
        command.rule = arguments_[1];
        command.rules = rules_asked();
        command.reason = given_.last(Opt::because);
        if (command.reason.find_first_not_of(" \t\r\n") == std::string::npos)
            return missing_argument("waive", words::a_reason);
        command.until = given_.last(Opt::until);
        command.by = given_.last(Opt::by);
        if (std::string output = given_.last(Opt::output); !output.empty()) command.output = std::move(output);
        for (const std::string& each : given_.all(Opt::binding)) {
            const std::size_t equals = each.find('=');
            if (equals == 0 || equals == std::string::npos)
                return UsageError{Message(words::no_binding, each), {see_help("waive")}, {}};
            command.bindings.emplace_back(each.substr(0, equals), each.substr(equals + 1));
        }
        options.command = std::move(command);
        return std::nullopt;
    }

    Given given_;
    std::vector<std::string> arguments_;
    CLI::App app_;
};

}  // namespace

std::variant<Options, UsageError> read_options(int argc, const char* const* argv) { return Reader().read(argc, argv); }

}  // namespace crossfoot::cli
