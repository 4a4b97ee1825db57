#include "engine/dataset/load.hpp"

#include <algorithm>
#include <filesystem>

#include "engine/dataset/files.hpp"
#include "engine/dataset/loading.hpp"
#include "engine/dataset/manifest.hpp"
#include "engine/dataset/messages.hpp"
#include "engine/dataset/table_declarations.hpp"
#include "engine/dataset/toml_file.hpp"
#include "engine/dataset/tree_builder.hpp"
#include "engine/dataset/units_table.hpp"
#include "engine/dataset/waivers.hpp"

namespace crossfoot::loading {

namespace {

// Which of the files must hold the manifest, and whether it is there at all.
struct Given {
    std::vector<TextFile> files;
    bool directory = false;
    bool has_report = false;
    ManifestDefaults defaults;
    std::string shown;   // the dataset as the user gave it
};

bool blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

class Loader {
public:
    Loader(LoadResult& result, const LoadLimits& limits)
        : dataset_(*result.dataset), problems_(result.diagnostics), limits_(limits),
          loading_{dataset_, problems_, limits_, {}, {}, {}, true} {}

    void load(Given given) {
        parse(given);
        Parts parts;
        for (const TomlFile& file : parsed_) parts.push_back({&file, &file.root()});
        Node root;
        root.payload = dataset_.add_group();
        dataset_.add(root);
        const std::vector<Member> all = members(parts, problems_, kWaivers);
        const auto report = std::find_if(all.begin(), all.end(), [](const Member& each) { return each.key == "report"; });
        if (report == all.end() || (given.directory && !given.has_report)) missing_manifest(given);
        if (report != all.end()) read(all, *report, given.defaults);
        dataset_.finish();
        problems_.sort(dataset_.sources);
    }

private:
    // Every file that can be read and parsed; the others have left their diagnostics.
    void parse(Given& given) {
        for (TextFile& file : given.files) {
            const bool manifest = !given.directory || file.name == "report.toml";
            const auto id = static_cast<FileId>(dataset_.sources.size());
            if (file.text.size() > limits_.file_bytes) {
                Message headline(messages::file_too_large, file.name, limits_.file_bytes);
                problems_.add(Code::XF115, {}, std::move(headline)).file = file.name;
                manifest_unread_ |= manifest;
                continue;
            }
            std::optional<TomlFile> parsed;
            if (add_source(std::move(file), dataset_.sources, problems_))
                parsed = TomlFile::parse(id, dataset_.sources.file(id), limits_, problems_);
            if (!parsed) {
                manifest_unread_ |= manifest;
                continue;
            }
            if (manifest) manifest_file_ = id;
            parsed_.push_back(std::move(*parsed));
        }
    }

    // Where the manifest's own file is broken, its diagnostics say enough. Without manifest no figure is read: neither
    // the language nor the units are known, and what would be said of figures would be wrong.
    void missing_manifest(const Given& given) {
        if (given.directory && !given.has_report) {
            Diagnostic& diagnostic = problems_.add(Code::XF104, {}, Message(messages::no_report_file, given.shown));
            diagnostic.file = given.shown;
            diagnostic.suggest(Message(messages::write_report_file));
            return;
        }
        if (manifest_unread_ || manifest_file_ == kNoFile) return;
        const bool empty = blank(dataset_.sources.file(manifest_file_).text());
        const Template& headline = empty ? messages::empty_manifest : messages::no_report_table;
        problems_.add(Code::XF104, {manifest_file_, 0, 0}, Message(headline, dataset_.sources.file(manifest_file_).name()))
            .suggest(Message(messages::write_report_table));
    }

    void read(const std::vector<Member>& all, const Member& report, const ManifestDefaults& defaults) {
        read_manifest(report, defaults, loading_);
        const bool figures = loading_.language_known;
        for (const Member& each : all)
            if (each.key == "units" && figures) declare_units(each, loading_);
        if (figures) read_markers(report, loading_);
        for (const TomlFile& file : parsed_)
            if (const toml::node* waivers = file.root().get(kWaivers)) read_waivers({&file, waivers}, loading_);
        if (!report.parts.empty()) add_report_node(report, loading_);
        if (!figures) return;
        TreeBuilder(loading_).build(all, root_context(loading_));
        for (const Member& each : all)
            if (each.key == "tables") read_tables(each, defaults.directory, root_context(loading_), loading_);
    }

    Dataset& dataset_;
    Diagnostics& problems_;
    const LoadLimits& limits_;
    Loading loading_;
    std::vector<TomlFile> parsed_;
    FileId manifest_file_ = kNoFile;
    bool manifest_unread_ = false;
};

LoadResult load(Given given, const LoadLimits& limits, Diagnostics problems = {}) {
    LoadResult result{std::make_unique<Dataset>(), std::move(problems)};
    std::sort(given.files.begin(), given.files.end(), [](const TextFile& a, const TextFile& b) { return a.name < b.name; });
    Loader(result, limits).load(std::move(given));
    return result;
}

// "data/pas-de-calais-2013/" → "pas-de-calais-2013"; "." → the name of the directory it is.
std::string stem_of(const std::filesystem::path& path, bool directory) {
    std::error_code error;
    std::filesystem::path full = std::filesystem::absolute(path, error).lexically_normal();
    if (!full.has_filename()) full = full.parent_path();
    return displayable(directory ? full.filename().string() : full.stem().string());
}

}  // namespace
}  // namespace crossfoot::loading

namespace crossfoot {

LoadResult load_dataset(const std::string& path, const LoadLimits& limits) {
    Diagnostics problems;
    loading::FilesRead read = loading::read_files(path, limits, problems);
    if (!read.directory && read.files.empty()) {
        LoadResult result{std::make_unique<Dataset>(), std::move(problems)};
        return result;
    }
    loading::Given given{std::move(read.files), read.directory, read.has_report,
                         {loading::stem_of(path, read.directory), path}, loading::displayable(path)};
    if (!read.directory) {
        given.defaults.directory = std::filesystem::path(path).parent_path().string();
        if (given.defaults.directory.empty()) given.defaults.directory = ".";
    }
    return loading::load(std::move(given), limits, std::move(problems));
}

LoadResult load_dataset_text(std::string name, std::string text, const LoadLimits& limits) {
    return load_dataset_text_in("", std::move(name), std::move(text), limits);
}

LoadResult load_dataset_text_in(const std::string& directory, std::string name, std::string text, const LoadLimits& limits) {
    loading::Given given;
    given.defaults.directory = directory;
    given.defaults.id = name.starts_with('<') ? "dataset" : std::filesystem::path(name).stem().string();
    given.shown = name;
    given.files.push_back({std::move(name), std::move(text)});
    return loading::load(std::move(given), limits);
}

Diagnostics load_waivers(std::string name, std::string text, Dataset& dataset) {
    using namespace loading;
    Diagnostics problems;
    const LoadLimits limits;
    name = displayable(std::move(name));
    if (text.size() > limits.file_bytes) {
        problems.add(Code::XF115, {}, Message(messages::file_too_large, name, limits.file_bytes)).file = name;
        return problems;
    }
    Loading loading{dataset, problems, limits, {}, {}, {}, true};
    const auto id = static_cast<FileId>(dataset.sources.size());
    if (!add_source({std::move(name), std::move(text)}, dataset.sources, problems)) return problems;
    const std::optional<TomlFile> file = TomlFile::parse(id, dataset.sources.file(id), limits, problems);
    if (!file) return problems;
    for (const Member& each : members({{&*file, &file->root()}}, problems)) {
        if (each.key == kWaivers) read_waivers(each.value, loading);
        else if (!each.describes())
            problems.add(Code::XF106, each.key_span(), Message(messages::not_a_waiver, each.key))
                .suggest(Message(messages::only_waivers));
    }
    return problems;
}

LoadResult load_dataset_files(std::vector<std::pair<std::string, std::string>> files, const LoadLimits& limits) {
    loading::Given given;
    given.directory = true;
    given.defaults.id = "dataset";
    given.shown = "report.toml";
    for (auto& [name, text] : files) {
        given.has_report |= name == "report.toml";
        given.files.push_back({std::move(name), std::move(text)});
    }
    return loading::load(std::move(given), limits);
}

}  // namespace crossfoot
