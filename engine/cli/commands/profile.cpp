#include <algorithm>
#include <filesystem>

#include "engine/checking/suggest/suggest.hpp"
#include "engine/cli/commands/commands.hpp"
#include "engine/cli/files.hpp"
#include "engine/cli/inputs.hpp"
#include "engine/cli/messages.hpp"
#include "engine/cli/progress.hpp"
#include "reports/cells.hpp"
#include "reports/profile.hpp"

namespace crossfoot::cli {
namespace {

namespace fs = std::filesystem;

// The directory that holds all tables, and their paths from there.
struct Places {
    std::string directory;
    std::vector<std::string> sources;
};

Places places_of(const std::vector<std::string>& tables) {
    std::vector<fs::path> paths;
    bool absolute = false;
    for (const std::string& each : tables) {
        absolute = absolute || fs::path(each).is_absolute();
        fs::path whole = fs::absolute(each).lexically_normal();
        if (!whole.has_filename()) whole = whole.parent_path();
        paths.push_back(std::move(whole));
    }
    fs::path common = paths.front().parent_path();
    for (const fs::path& each : paths)
        while (std::mismatch(common.begin(), common.end(), each.begin(), each.end()).first != common.end()) common = common.parent_path();
    Places out;
    for (const fs::path& each : paths) out.sources.push_back(each.lexically_relative(common).string());
    out.directory = absolute ? common.string() : common.lexically_relative(fs::current_path()).string();
    return out;
}

// Two tables with one name are told apart by a number.
void tell_apart(std::vector<profile::Profile>& profiles) {
    for (std::size_t i = 0; i < profiles.size(); ++i) {
        const std::string name = profiles[i].name;
        const auto taken = [&] {
            return std::any_of(profiles.begin(), profiles.begin() + static_cast<std::ptrdiff_t>(i),
                               [&](const auto& each) { return each.name == profiles[i].name; });
        };
        for (std::size_t number = 2; taken(); ++number) profiles[i].name = name + "_" + std::to_string(number);
    }
}

reports::Page placed(reports::Page page, const std::string& directory, const Dataset& dataset) {
    page.directory = directory == "." ? "" : directory;
    page.dataset_files = dataset.sources.size();
    return page;
}

}  // namespace

Exit run(const ProfileCommand& command, const Context& context) {
    const Language words = context.words();
    if (command.file) {
        Inputs inputs;
        for (const std::string& each : command.tables) inputs.add(each);
        if (const auto problem = inputs.refuse(*command.file)) {
            show(*problem, context.page_for_errors(words));
            return Exit::could_not_check;
        }
    }
    const Places places = places_of(command.tables);
    std::optional<Progress> progress(std::in_place, context.around.err, std::string(words::reading_tables.in(words)));
    profile::ProfileOptions options;
    options.words = words;
    options.threads = command.threads;
    Dataset dataset;
    Diagnostics diagnostics;
    std::vector<profile::Profile> profiles;
    for (const std::string& source : places.sources) {
        if (context.around.err.terminal) options.progress = RowsTold(*progress, words);
        profiles.push_back(profile::profile_table(places.directory, source, options, dataset, diagnostics));
    }
    if (diagnostics.has_errors()) {
        progress.reset();
        diagnostics.sort(dataset.sources);
        show(diagnostics, dataset.sources, placed(context.page_for_errors(words), places.directory, dataset));
        return Exit::could_not_check;
    }
    tell_apart(profiles);
    columns::TableOptions tables;
    tables.threads = command.threads;
    tables.max_findings = 1;
    progress->say(std::string(words::checking_suggestions.in(words)));
    if (context.around.err.terminal) tables.progress = RowsTold(*progress, words);
    const suggest::Suggestions suggestions = suggest::suggest(profiles, places.directory, words, tables);
    progress.reset();
    if (suggestions.diagnostics.has_errors()) {
        show(suggestions.diagnostics, suggestions.dataset->sources,
             placed(context.page_for_errors(words), places.directory, *suggestions.dataset));
        return Exit::could_not_check;
    }
    const reports::ProfileMaterial material{profiles, suggestions};
    const reports::Page page = command.file ? context.page_for_file(words) : context.page_for_output(words);
    const std::string report = command.json ? render_profile_json(material, page) : reports::guarded(render_profile(material, page));
    if (!command.file) return finish(report, Exit::passed, context, words);
    const auto problem = write_file(*command.file, report);
    if (!problem) return Exit::passed;
    show(*problem, context.page_for_errors(words));
    return Exit::could_not_check;
}

}  // namespace crossfoot::cli
