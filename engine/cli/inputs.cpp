#include "engine/cli/inputs.hpp"

#include <sys/stat.h>

#include <filesystem>

#include "engine/cli/messages.hpp"
#include "engine/dataset/table/parts.hpp"

namespace crossfoot::cli {

namespace fs = std::filesystem;

void Inputs::add(const std::string& path) {
    struct stat there {};
    if (path == "-" || ::stat(path.c_str(), &there) != 0) return;
    if (S_ISREG(there.st_mode)) files_.push_back({there.st_dev, there.st_ino, path});
    if (!S_ISDIR(there.st_mode)) return;
    for (const std::string& name : table::part_names(path)) add((fs::path(path) / name).string());
}

void Inputs::add_dataset(const Session& session) {
    const reports::Page page = session.place({});
    for (FileId file = 0; file < session.dataset_files; ++file) add(page.file_name(session.dataset->sources, file));
    if (session.dataset->manifest.draft) add((fs::path(session.directory) / *session.dataset->manifest.draft).string());
}

void Inputs::add_rules_and_tables(const Session& session) {
    for (const RuleSet::Loaded& each : session.rules.files) add(each.path);
    for (const Table& table : session.dataset->tables)
        for (const TablePart& part : table.parts) add(part.file->path());
}

std::optional<Diagnostic> Inputs::refuse(const std::string& output) const {
    struct stat there {};
    if (::stat(output.c_str(), &there) != 0) return std::nullopt;
    for (const File& each : files_) {
        if (each.device != there.st_dev || each.inode != there.st_ino) continue;
        Diagnostic out{Code::XF605, Message(words::overwrites_input, output, each.path), {}, {}, {}, {}, {Message(words::name_another_file)}};
        out.file = output;
        return out;
    }
    return std::nullopt;
}

bool refused(const std::optional<std::string>& output, const Session& session, const Context& context) {
    if (!output) return false;
    Inputs inputs;
    inputs.add_dataset(session);
    inputs.add_rules_and_tables(session);
    const auto problem = inputs.refuse(*output);
    if (problem) show(*problem, context.page_for_errors(session.words));
    return problem.has_value();
}

}  // namespace crossfoot::cli
