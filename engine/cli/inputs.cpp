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

void Inputs::add_rules_and_tables(const Session& session, const std::vector<std::string>& rules) {
    for (const RuleSet::Loaded& each : session.rules.files) add(each.path);
    for (const std::string& each : asked_rules(*session.dataset, rules))
        add_folder(each, [](std::string_view name) { return name.ends_with(".xf"); }, true);
    for (const Table& table : session.dataset->tables) {
        for (const TablePart& part : table.parts) add(part.file->path());
        add_folder(table.directory, table::is_part_name, false);
    }
}

void Inputs::add_directory(const std::string& dataset) {
    add_folder(dataset, [](std::string_view name) { return !name.starts_with('.') && name.ends_with(".toml"); }, true);
}

void Inputs::add_folder(const std::string& path, bool (*reads)(std::string_view name), bool below) {
    std::error_code error;
    if (path.empty() || !fs::is_directory(path, error)) return;
    const fs::path real = fs::weakly_canonical(path, error);
    if (!error) folders_.push_back({real.string(), path, reads, below});
}

const Inputs::Folder* Inputs::reader_of(const std::string& output) const {
    std::error_code error;
    const fs::path real = fs::weakly_canonical(output, error);
    if (error || real.empty()) return nullptr;
    for (const Folder& each : folders_) {
        if (!each.reads(real.filename().string())) continue;
        bool inside = real.parent_path() == each.real;
        for (fs::path at = real.parent_path(); each.below && !inside && at.has_relative_path(); at = at.parent_path()) inside = at == each.real;
        if (inside) return &each;
    }
    return nullptr;
}

std::optional<Diagnostic> Inputs::refuse(const std::string& output) const {
    const auto refused = [&](Message why) {
        Diagnostic out{Code::XF605, std::move(why), {}, {}, {}, {}, {Message(words::name_another_file)}};
        out.file = output;
        return out;
    };
    struct stat there {};
    if (::stat(output.c_str(), &there) == 0)
        for (const File& each : files_)
            if (each.device == there.st_dev && each.inode == there.st_ino) return refused(Message(words::overwrites_input, output, each.path));
    if (const Folder* folder = reader_of(output)) return refused(Message(words::becomes_input, output, folder->shown));
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
