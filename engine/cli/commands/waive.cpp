#include <algorithm>
#include <filesystem>

#include "engine/checking/known/identity.hpp"
#include "engine/checking/known/waiver.hpp"
#include "engine/cli/commands/commands.hpp"
#include "engine/cli/files.hpp"
#include "engine/cli/inputs.hpp"
#include "engine/cli/messages.hpp"
#include "engine/cli/session.hpp"
#include "engine/cli/usage.hpp"
#include "engine/cli/waiver_text.hpp"
#include "engine/quantity/date.hpp"
#include "reports/block.hpp"
#include "reports/cells.hpp"
#include "reports/diagnostics.hpp"
#include "reports/places.hpp"
#include "reports/wording.hpp"

namespace crossfoot::cli {
namespace {

namespace fs = std::filesystem;

// Where the waivers go: the file that is asked for, else that of a dataset which is a directory.
std::optional<std::string> target_of(const WaiveCommand& command) {
    if (command.output) return command.output;
    std::error_code ignored;
    if (!fs::is_directory(command.dataset, ignored)) return std::nullopt;
    return (fs::path(command.dataset) / "waivers.toml").lexically_normal().string();
}

bool is_there(const std::string& path) {
    std::error_code ignored;
    return fs::exists(path, ignored);
}

bool is_read_already(const std::string& path, const Session& session) {
    const reports::Page page = session.place({});
    for (FileId file = 0; file < session.dataset_files; ++file) {
        std::error_code ignored;
        if (fs::equivalent(page.file_name(session.dataset->sources, file), path, ignored)) return true;
    }
    return false;
}

Exit refuse(const Message& headline, const std::vector<Message>& help, const Context& context, Language language) {
    write_standard_error(reports::render_plain(headline, help, context.page_for_errors(language)));
    return Exit::could_not_check;
}

std::string place_in_words(Span span, const Session& session, const Context& context) {
    const reports::Page page = session.place(context.page_for_output(session.words));
    const SourceMap& sources = session.dataset->sources;
    return page.file_name(sources, span.file) + ":" + std::to_string(sources.position(span).line);
}

// What keeps the whole file from being read back; nothing where it can be written.
bool reads_back(const std::string& target, const std::string& text, const Session& session, const Context& context) {
    Dataset alone;
    alone.manifest.language = session.dataset->manifest.language;
    const Diagnostics problems = load_waivers(target, text, alone);
    show(problems, alone.sources, context.page_for_errors(session.words));
    return !problems.has_errors();
}

// A contradiction that gets a waiver, which is made while its rows are at hand.
struct Open {
    Waiver waiver;
    std::string line;                    // as it is shown
    Span lapsed;                         // its earlier waiver, where there is one
};

struct Chosen {
    std::vector<Open> open;              // contradicted
    std::uint64_t left = 0;              // contradicted, beyond kMostWaived
    Span waived;                         // the waiver of one that is waived already
};

class Choosing {
public:
    Choosing(const WaiveCommand& command, const Waiver& waiver, const Session& session, const Context& context)
        : command_(command), waiver_(waiver), page_(session.place(context.page_for_output(session.words))) {}

    Chosen of(const Findings& findings, const Dataset& dataset) {
        Identities identities(dataset);
        for (const Finding& each : findings.findings)
            if (each.rule == command_.rule) look_at(each, identities);
        for (std::uint32_t rule = 0; rule < findings.rules.size(); ++rule)
            if (findings.rules[rule].id == command_.rule && findings.unlisted && findings.rules[rule].left.contradictions() > 0)
                findings.unlisted(rule, [&](const Finding& each, Identities& names) { return look_at(each, names), true; });
        return std::move(out_);
    }

private:
    static constexpr std::size_t kMostWaived = 1'000;   // more waivers than that nobody has looked at

    void look_at(const Finding& finding, Identities& identities) {
        const bool open = finding.verdict == Verdict::contradicted;
        if ((!open && finding.verdict != Verdict::waived) || !fits(command_.bindings, finding, identities)) return;
        if (!open) out_.waived = finding.waiver->at;
        else if (out_.open.size() == kMostWaived) ++out_.left;
        else out_.open.push_back(made(finding, identities));
    }

    [[nodiscard]] Open made(const Finding& finding, Identities& identities) const {
        Open out{waiver_, reports::render_line(finding, identities.dataset(), page_), finding.waiver ? finding.waiver->at : Span{}};
        for (const Binding& binding : finding.bindings) out.waiver.bindings.emplace_back(binding.name, identities.value(binding));
        out.waiver.values = identities.fingerprint(finding);
        return out;
    }

    const WaiveCommand& command_;
    const Waiver& waiver_;
    reports::Page page_;
    Chosen out_;
};

Exit nothing_to_waive(const WaiveCommand& command, const Chosen& chosen, const Session& session, const Context& context) {
    if (chosen.waived.valid())
        return refuse(Message(words::waived_already, command.rule, place_in_words(chosen.waived, session, context)), {}, context,
                      session.words);
    return refuse(Message(command.bindings.empty() ? words::nothing_to_waive : words::nothing_to_waive_there, command.rule),
                  {}, context, session.words);
}

// How many contradictions stay, a line; empty where none does.
std::string left_in_words(const Chosen& chosen, Language language) {
    return chosen.left == 0 ? std::string() : reports::counted(words::n_left_unwaived, chosen.left, language) + "\n";
}

// What was written, and which waivers have been of no use since.
std::string said_of(const std::string& target, const Chosen& chosen, const Session& session, const Context& context) {
    std::string out = reports::clean(target) + std::string(reports::colon(session.words)) + " " +
                      reports::counted(words::n_waivers_added, chosen.open.size(), session.words) + "\n";
    for (const Open& each : chosen.open) {
        out.append("  ").append(each.line);
        if (each.lapsed.valid())
            out.append("    ")
                .append(reports::clean(Message(words::replaces_lapsed, place_in_words(each.lapsed, session, context)).in(session.words)))
                .append("\n");
    }
    return out.append(left_in_words(chosen, session.words));
}

}  // namespace

Exit run(const WaiveCommand& command, const Context& context) {
    Session session = read_session(command.dataset, command.rules, context);
    const std::optional<std::string> target = target_of(command);
    const bool present = target && is_there(*target);
    if (target) {   // a TOML file of the dataset keeps all that it holds
        Inputs inputs;
        inputs.add_rules_and_tables(session);
        if (const auto problem = inputs.refuse(*target)) {
            show(*problem, context.page_for_errors(session.words));
            return Exit::could_not_check;
        }
    }
    if (present && !is_read_already(*target, session)) add_waivers(*target, session);
    std::optional<CheckResult> result = check_session(session, {});
    // those that are of no use are for `check` to tell
    if (result && result->findings)
        static_cast<void>(apply_waivers(*session.dataset, {context.around.today, false}, *result->findings));
    const std::optional<Findings> findings = conclude(session, std::move(result), context);
    if (!findings) return Exit::could_not_check;

    Waiver waiver;
    waiver.rule = command.rule;
    waiver.reason = command.reason;
    waiver.by = command.by;
    if (!command.until.empty()) {
        const auto days = read_date(command.until, session.dataset->manifest.language);
        if (!days) return refuse(Message(words::no_date, command.until), {Message(words::dates_are)}, context, session.words);
        waiver.until = days->last;
    }
    const bool known = std::any_of(findings->rules.begin(), findings->rules.end(),
                                   [&](const RuleInfo& each) { return each.id == command.rule; });
    if (!known) {
        show(no_such_rule(command.rule, *findings), context.page_for_errors(session.words));
        return Exit::could_not_check;
    }
    const Chosen chosen = Choosing(command, waiver, session, context).of(*findings, *session.dataset);
    if (chosen.open.empty()) return nothing_to_waive(command, chosen, session, context);

    std::string text;
    if (present) {
        auto read = read_file(*target, LoadLimits().file_bytes, Code::XF101);
        if (const auto* problem = std::get_if<Diagnostic>(&read)) {
            show(*problem, context.page_for_errors(session.words));
            return Exit::could_not_check;
        }
        text = std::get<std::string>(std::move(read));
        if (!text.empty() && !text.ends_with('\n')) text += "\n";
    }
    for (const Open& each : chosen.open) text.append(text.empty() ? "" : "\n").append(waiver_table(each.waiver));
    if (!reads_back(target.value_or("<stdout>"), text, session, context)) return Exit::could_not_check;
    if (!target) {
        if (chosen.left > 0) write_standard_error(left_in_words(chosen, session.words));
        return finish(text, Exit::passed, context, session.words);
    }
    if (const auto problem = write_file(*target, text)) {
        show(*problem, context.page_for_errors(session.words));
        return Exit::could_not_check;
    }
    return finish_text(said_of(*target, chosen, session, context), Exit::passed, context, session.words);
}

}  // namespace crossfoot::cli
