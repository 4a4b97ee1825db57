#include "engine/cli/commands/commands.hpp"
#include "engine/cli/files.hpp"
#include "engine/cli/messages.hpp"
#include "engine/cli/session.hpp"
#include "engine/cli/watch.hpp"
#include "reports/diagnostics.hpp"
#include "reports/wording.hpp"

namespace crossfoot::cli {
namespace {

constexpr std::string_view kClear = "\x1b[H\x1b[2J\x1b[3J";  // home, the screen, what was scrolled away (ECMA-48, xterm)

// All that a run reads: what it has read, what it was told to read, and the folders where more may appear.
WatchedPaths paths_of(const CheckCommand& command, const Session& session) {
    WatchedPaths out;
    const reports::Page page = session.place({});
    const SourceMap& sources = session.dataset->sources;
    for (FileId file = 0; file < sources.size(); ++file) out.files.push_back(page.file_name(sources, file));
    std::vector<std::string> named = asked_rules(*session.dataset, command.rules.paths);
    named.push_back(command.dataset);
    for (std::string& each : named) {
        std::error_code ignored;
        const bool folder = std::filesystem::is_directory(each, ignored);
        (folder ? out.directories : out.files).push_back(std::move(each));
    }
    if (session.dataset->manifest.draft)
        out.files.push_back((std::filesystem::path(session.directory) / *session.dataset->manifest.draft).string());
    out.files.insert(out.files.end(), command.waivers.begin(), command.waivers.end());
    if (command.baseline) out.files.push_back(*command.baseline);
    for (const ReportAsked& each : command.reports)
        if (each.file) out.written.push_back(*each.file);
    return out;
}

Exit cannot_watch(const Message& reason, const Context& context) {
    const Message sentence(words::cannot_watch, reason);
    write_standard_error(reports::render_plain(sentence, {}, context.page_for_errors(context.words())));
    return Exit::could_not_check;
}

}  // namespace

int run(const WatchCommand& command, const Context& context) {
    Watch watch;
    for (;;) {
        Language language = context.words();
        std::size_t files = 0;
        {
            // Read once to know what to watch, and only then for the run: no change falls between the two.
            const Session session = read_session(command.check.dataset, command.check.rules, context);
            language = session.words;
            files = session.dataset->sources.size();
            if (const auto reason = watch.cover(paths_of(command.check, session))) return cannot_watch(*reason, context);
        }
        if (context.around.out.terminal) static_cast<void>(write_standard_output(kClear));
        const Exit code = check_once(command.check, context, AtEnd::go_on);
        const std::string counted = reports::counted(words::n_files, files, language);
        const reports::Page page = context.page_for_errors(language);
        const std::string state = Message(words::watching, static_cast<int>(code), counted).in(language);
        write_standard_error(paint(page, reports::Style::quiet, state) + "\n");
        switch (watch.wait()) {
            case Watch::Woken::changed: break;
            case Watch::Woken::signalled: return 128 + watch.signal();
            case Watch::Woken::no_reader: return code;
        }
    }
}

}  // namespace crossfoot::cli
