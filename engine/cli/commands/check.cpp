#include <algorithm>
#include <map>

#include "engine/checking/known/baseline.hpp"
#include "engine/checking/known/waiver.hpp"
#include "engine/cli/commands/commands.hpp"
#include "engine/cli/files.hpp"
#include "engine/cli/inputs.hpp"
#include "engine/cli/messages.hpp"
#include "engine/cli/progress.hpp"
#include "engine/cli/rule_set.hpp"
#include "engine/cli/session.hpp"
#include "engine/dataset/table/rows.hpp"
#include "reports/cells.hpp"
#include "reports/formats.hpp"
#include "reports/joint.hpp"
#include "reports/stored_run.hpp"
#include "reports/wording.hpp"

namespace crossfoot::cli {
namespace {

std::string render(const ReportAsked& report, const reports::Material& material, const Session& session,
                   const CheckCommand& command, const Context& context) {
    reports::Page page = report.file ? context.page_for_file(session.words) : context.page_for_output(session.words);
    page = session.place(std::move(page));
    page.all = command.all;
    std::string out = reports::entry(report.format).render(material, page);
    return report.format == Format::text ? reports::guarded(out) : out;
}

// Files first: what a pipe's reader does must not keep them from being written.
Exit write_reports(const reports::Material& material, const Session& session, const CheckCommand& command, const Context& context) {
    Exit code = Exit::passed;
    for (const bool to_file : {true, false})
        for (const ReportAsked& report : command.reports) {
            if (report.file.has_value() != to_file) continue;
            const std::string bytes = render(report, material, session, command, context);
            const auto problem = to_file ? write_file(*report.file, bytes) : write_standard_output(bytes);
            if (!problem) continue;
            show(*problem, context.page_for_errors(session.words));
            code = Exit::could_not_check;
        }
    return code;
}

// False where the baseline cannot be read, which is said.
bool compare(const std::string& path, Findings& findings, Reasoning* reasoning, const Session& session, const Context& context) {
    const reports::Page page = context.page_for_errors(session.words);
    const LoadLimits limits;
    const auto text = read_file(path, limits.file_bytes, Code::XF101);
    if (const auto* problem = std::get_if<Diagnostic>(&text)) return show(*problem, page), false;
    const auto run = reports::read_stored_run(std::get<std::string>(text));
    if (const auto* reason = std::get_if<Message>(&run)) {
        show(Diagnostic{Code::XF608, Message(words::no_baseline, path, *reason), {}, {}, {}, {}, {Message(words::store_a_run)}}, page);
        return false;
    }
    const auto& before = std::get<reports::StoredRun>(run);
    compare_with(before.findings, findings, *session.dataset);
    if (reasoning == nullptr) return true;
    std::map<std::string, std::string> gone = before.joint;
    for (JointContradiction& each : reasoning->joint) {
        const std::string identity = reports::fingerprint(each, {findings, *session.dataset, reasoning});
        each.standing = gone.erase(identity) > 0 ? Standing::known : Standing::fresh;
    }
    for (auto& [identity, rules] : gone) findings.baseline->fixed.push_back({std::string(reports::kJointRule), {}, std::move(rules)});
    return true;
}

// Is a report to be written over what the run reads? That is said, and nothing is written.
bool overwrites_input(const CheckCommand& command, const Session& session, const Context& context, std::optional<Progress>& progress) {
    Inputs inputs;
    inputs.add_dataset(session);
    inputs.add_directory(command.dataset);
    inputs.add_rules_and_tables(session, command.rules.paths);
    for (const std::string& each : command.waivers) inputs.add(each);
    if (command.baseline) inputs.add(*command.baseline);
    bool out = false;
    for (const ReportAsked& report : command.reports) {
        const auto problem = report.file ? inputs.refuse(*report.file) : std::nullopt;
        if (!problem) continue;
        progress.reset();
        show(*problem, context.page_for_errors(session.words));
        out = true;
    }
    return out;
}

// Are the files of large tables no longer what was judged? What is not listed was read once more to be decided.
bool changed_since(const Session& session, const Context& context) {
    Diagnostics out;
    for (const Table& each : session.dataset->tables)
        if (each.streamed) static_cast<void>(table::tell_changes(each, out));
    show(out, session.dataset->sources, session.place(context.page_for_errors(session.words)));
    return out.has_errors();
}

}  // namespace

Exit check_once(const CheckCommand& command, const Context& context, AtEnd at_end) {
    std::optional<Progress> progress(std::in_place, context.around.err,
                                     std::string(words::reading.in(context.words())));
    Session session = read_session(command.dataset, command.rules, context);
    for (const std::string& each : command.waivers) add_waivers(each, session);
    if (overwrites_input(command, session, context, progress)) return Exit::could_not_check;
    if (!session.diagnostics.has_errors()) {
        const std::string figures =
            reports::counted(reports::words::n_figures, session.dataset->figure_count(), session.words);
        progress->say(Message(words::checking, figures).in(session.words));
    }
    CheckOptions options;
    options.keep_holding = command.all;
    for (const ReportAsked& report : command.reports)
        options.keep_holding = options.keep_holding || reports::entry(report.format).every_instance;
    options.only = command.selection.only;
    options.tags = command.selection.tags;
    TableOptions tables;
    tables.threads = command.threads;
    tables.max_findings = command.max_findings;
    if (context.around.err.terminal) tables.progress = RowsTold(*progress, session.words);
    std::optional<CheckResult> result = check_session(session, options, tables);
    if (result && result->findings) {
        const bool every_rule = command.selection.only.empty() && command.selection.tags.empty();
        result->diagnostics.append(apply_waivers(*session.dataset, {context.around.today, every_rule}, *result->findings));
    }
    std::optional<Reasoning> reasoning;
    if (command.reason && result && result->findings) {
        ReasoningOptions how;
        how.check = options;
        reasoning = reason(*session.dataset, session.rules, *result->findings, how);
    }
    std::optional<Strength> strength;
    if (command.strength && result && result->findings) {
        Rechecker first(*session.dataset, session.rules, options);
        strength = strength_of(std::move(first), session, options, command.threads);
    }
    progress.reset();  // the line is gone before anything else is written
    std::optional<Findings> findings = conclude(session, std::move(result), context);
    if (!findings) return Exit::could_not_check;

    if (command.baseline && !compare(*command.baseline, *findings, reasoning ? &*reasoning : nullptr, session, context))
        return Exit::could_not_check;

    const bool stored = std::any_of(command.reports.begin(), command.reports.end(),
                                    [](const ReportAsked& report) { return report.format == reports::Format::json; });
    if (stored) keep_unlisted(*findings);
    if (findings->unlisted && changed_since(session, context)) return Exit::could_not_check;
    const reports::Material material{*findings, *session.dataset, reasoning ? &*reasoning : nullptr, strength ? &*strength : nullptr};
    Exit code = write_reports(material, session, command, context);
    if (!command.allow_empty) {
        for (const Diagnostic& problem : empty_pass(session.rules, *findings, command.selection)) {
            show(problem, context.page_for_errors(session.words));
            code = Exit::could_not_check;
        }
    }
    if (code == Exit::passed && fails(*findings, command.fail_on, command.fail_on_new)) code = Exit::failed;
    if (code == Exit::passed && fails(session.diagnostics, command.fail_on)) code = Exit::failed;
    if (code == Exit::passed && reasoning && fails(*reasoning, *findings, command.fail_on, command.fail_on_new)) code = Exit::failed;
    if (at_end == AtEnd::leave) leave(code);
    return code;
}

Exit run(const CheckCommand& command, const Context& context) { return check_once(command, context, AtEnd::leave); }

}  // namespace crossfoot::cli
