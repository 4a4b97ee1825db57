#include "engine/cli/options.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>

#include "engine/cli/messages.hpp"
#include "engine/cli/report_options.hpp"
#include "engine/cli/usage.hpp"
#include "engine/reasoning/reasoning.hpp"

namespace crossfoot::cli {
namespace {

// What CLI11 fills in; values are judged afterwards, so that every message is ours.
struct Raw {
    std::string language, color, dataset, fail_on, output, threads;
    std::vector<std::string> rules, formats, tags, only, files, arguments;
    bool all = false, reason = false, allow_empty = false, check = false, version = false, help = false;
};

CLI::Option* repeated(CLI::App& app, const std::string& name, std::vector<std::string>& into) {
    return app.add_option(name, into)->allow_extra_args(false);
}

CLI::Option* single(CLI::App& app, const std::string& name, std::string& into) {
    return app.add_option(name, into)->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
}

void add_common(CLI::App& app, Raw& raw) {
    app.set_help_flag();
    app.allow_extras();
    app.add_flag("-h,--help", raw.help);
    single(app, "--lang", raw.language);
    single(app, "--color", raw.color);
}

void add_check(CLI::App& app, Raw& raw) {
    add_common(app, raw);
    app.add_option("dataset", raw.dataset);
    repeated(app, "--rules", raw.rules);
    repeated(app, "--format", raw.formats);
    single(app, "--output", raw.output);
    single(app, "--fail-on", raw.fail_on);
    repeated(app, "--only", raw.only);
    repeated(app, "--tags", raw.tags);
    app.add_flag("--all", raw.all);
    app.add_flag("--reason", raw.reason);
    app.add_flag("--allow-empty", raw.allow_empty);
    single(app, "-j,--jobs", raw.threads);
}

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

class Reader {
public:
    Reader() : app_("crossfoot") {
        add_common(app_, raw_);
        app_.add_flag("--version", raw_.version);
        app_.require_subcommand(0, 1);
        add_check(*command("check"), raw_);
        CLI::App& list = *command("list");
        add_common(list, raw_);
        list.add_option("dataset", raw_.dataset);
        repeated(list, "--rules", raw_.rules);
        CLI::App& explain = *command("explain");
        add_common(explain, raw_);
        explain.add_option("what", raw_.arguments);
        repeated(explain, "--rules", raw_.rules);
        CLI::App& fmt = *command("fmt");
        add_common(fmt, raw_);
        fmt.add_option("files", raw_.files);
        fmt.add_flag("--check", raw_.check);
    }

    std::variant<Options, UsageError> read(int argc, const char* const* argv) {
        std::optional<UsageError> error;
        try {
            app_.parse(argc, argv);
        } catch (const CLI::ArgumentMismatch& mismatch) {
            const std::string said = mismatch.what();
            error = UsageError{Message(words::needs_value, said.substr(0, said.find(':'))), {see_help(topic())}, {}};
        } catch (const CLI::ParseError& other) {
            error = UsageError{Message(words::bad_usage, other.what()), {see_help(topic())}, {}};
        }
        Options options;
        if (!error) error = extras();
        if (!error) error = common(options);
        if (!error && !raw_.help && !raw_.version) error = judge(options);
        if (error) {
            error->language = options.language ? options.language : language_from(raw_.language);
            return *error;
        }
        if (raw_.help) options.command = HelpCommand{topic()};
        else if (raw_.version) options.command = VersionCommand{};
        return options;
    }

private:
    CLI::App* command(const std::string& name) {
        names_.push_back(name);
        return app_.add_subcommand(name);
    }

    [[nodiscard]] std::string topic() const {
        const auto given = app_.get_subcommands();
        return given.empty() ? std::string() : given.front()->get_name();
    }

    std::optional<UsageError> common(Options& options) {
        if (!raw_.language.empty()) {
            options.language = language_from(raw_.language);
            if (!options.language) return bad_value("--lang", raw_.language, {"fr", "en"}, topic());
        }
        if (raw_.color.empty() || raw_.color == "auto") options.color = ColorChoice::automatic;
        else if (raw_.color == "always") options.color = ColorChoice::always;
        else if (raw_.color == "never") options.color = ColorChoice::never;
        else return bad_value("--color", raw_.color, {"auto", "always", "never"}, topic());
        return std::nullopt;
    }

    // Options and arguments that fit nowhere; an unknown option first, since it may have displaced the others.
    std::optional<UsageError> extras() {
        std::vector<std::string> rest = app_.remaining(true);
        rest.erase(std::remove(rest.begin(), rest.end(), "--"), rest.end());  // CLI11 keeps the mark itself
        if (rest.empty()) return std::nullopt;
        const auto option = std::find_if(
            rest.begin(), rest.end(), [](const std::string& each) { return each.size() > 1 && each.front() == '-'; });
        if (option != rest.end()) return unknown_option(*option, options_of(topic()), topic());
        if (topic().empty()) return unknown_command(rest.front(), names_);
        return UsageError{Message(words::extra_argument, rest.front()), {see_help(topic())}, {}};
    }

    std::vector<std::string> options_of(const std::string& name) {
        const CLI::App& app = name.empty() ? app_ : *app_.get_subcommand(name);
        std::vector<std::string> out;
        for (const CLI::Option* option : app.get_options())
            for (const std::string& each : option->get_lnames()) out.push_back("--" + each);
        return out;
    }

    std::optional<UsageError> judge(Options& options) {
        const std::string name = topic();
        if (name.empty()) return no_command(names_);
        if (name == "fmt") {
            if (raw_.files.empty()) return missing_argument(name, words::some_files);
            options.command = FmtCommand{raw_.check, raw_.files};
            return std::nullopt;
        }
        if (name == "explain") return judge_explain(options);
        if (raw_.dataset.empty()) return missing_argument(name, words::a_dataset);
        if (name == "list") {
            options.command = ListCommand{raw_.dataset, raw_.rules};
            return std::nullopt;
        }
        return judge_check(options);
    }

    std::optional<UsageError> judge_explain(Options& options) {
        if (raw_.arguments.empty()) return missing_argument("explain", words::a_code_or_rule);
        if (raw_.arguments.size() > 2)
            return UsageError{Message(words::extra_argument, raw_.arguments[2]), {see_help("explain")}, {}};
        if (raw_.arguments.size() == 1) options.command = ExplainCodeCommand{raw_.arguments[0]};
        else options.command = ExplainRuleCommand{raw_.arguments[0], raw_.arguments[1], raw_.rules};
        return std::nullopt;
    }

    std::optional<UsageError> judge_check(Options& options) {
        CheckCommand command;
        command.dataset = raw_.dataset;
        command.rules = raw_.rules;
        command.selection = {raw_.only, split_tags(raw_.tags)};
        command.all = raw_.all;
        command.reason = raw_.reason;
        if (command.reason && !reasoning_built_in())
            return UsageError{Message(words::no_reasoning), {Message(words::build_with_z3)}, {}};
        command.allow_empty = raw_.allow_empty;
        if (raw_.fail_on.empty() || raw_.fail_on == "error") command.fail_on = FailOn::error;
        else if (raw_.fail_on == "warning") command.fail_on = FailOn::warning;
        else if (raw_.fail_on == "unverifiable") command.fail_on = FailOn::unverifiable;
        else if (raw_.fail_on == "never") command.fail_on = FailOn::never;
        else return bad_value("--fail-on", raw_.fail_on, {"error", "warning", "unverifiable", "never"}, "check");
        if (!raw_.threads.empty()) {
            const char* end = raw_.threads.data() + raw_.threads.size();
            const auto [rest, failed] = std::from_chars(raw_.threads.data(), end, command.threads);
            if (failed != std::errc() || rest != end || command.threads == 0 || command.threads > 1024)
                return UsageError{Message(words::no_thread_count, raw_.threads), {see_help("check")}, {}};
        }
        if (auto error = read_reports(raw_.formats, raw_.output, command.reports)) return error;
        options.command = std::move(command);
        return std::nullopt;
    }

    Raw raw_;
    CLI::App app_;
    std::vector<std::string> names_;
};

}  // namespace

std::variant<Options, UsageError> read_options(int argc, const char* const* argv) { return Reader().read(argc, argv); }

}  // namespace crossfoot::cli
