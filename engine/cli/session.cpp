#include "engine/cli/session.hpp"

#include <filesystem>

#include "engine/cli/files.hpp"
#include "engine/language/rule_places.hpp"

namespace crossfoot::cli {
namespace {

LoadResult load(const std::string& path) {
    if (path != "-") return load_dataset(path);
    const LoadLimits limits;
    auto text = read_file(path, limits.file_bytes, Code::XF101);
    if (auto* read = std::get_if<std::string>(&text)) return load_dataset_text("<stdin>", std::move(*read), limits);
    LoadResult failed{std::make_unique<Dataset>(), {}};
    failed.diagnostics.add(std::get<Diagnostic>(std::move(text)));
    return failed;
}

// What stands before the names of the dataset's files, seen from where the program was started.
std::string directory_of(const std::string& path) {
    if (path == "-") return {};
    std::error_code ignored;
    const std::filesystem::path given(path);
    std::filesystem::path directory = std::filesystem::is_directory(given, ignored) ? given : given.parent_path();
    std::string text = directory.lexically_normal().string();
    if (text.size() > 1 && text.back() == '/') text.pop_back();
    return text == "." ? std::string() : text;
}

std::vector<RulePathAsked> rule_paths(const Dataset& dataset, const std::vector<std::string>& given) {
    std::vector<RulePathAsked> out;
    for (const std::string& path : given) out.push_back({path, {}});
    if (!given.empty()) return out;
    for (const RulePath& each : dataset.manifest.rules) {
        const auto path = std::filesystem::path(dataset.manifest.directory) / each.path;
        out.push_back({path.lexically_normal().string(), each.span});
    }
    return out;
}

}  // namespace

reports::Page Session::place(reports::Page page) const {
    page.directory = directory;
    page.dataset_files = dataset_files;
    return page;
}

Session read_session(const std::string& path, const RulesAsked& rules, const Context& context) {
    LoadResult loaded = load(path);
    Session out;
    out.dataset = std::move(loaded.dataset);
    out.diagnostics = std::move(loaded.diagnostics);
    // A dataset that could not be read has said nothing about its language.
    const bool known = !out.diagnostics.has_errors() || !out.dataset->manifest.id.empty();
    out.words = context.language.value_or(known ? out.dataset->manifest.language : context.around.locale);
    out.directory = directory_of(path);
    out.dataset_files = out.dataset->sources.size();
    out.dataset_read = !out.diagnostics.has_errors();
    Diagnostics of_rules;
    std::vector<std::string> allowed = rules.allowed;
    if (path != "-") {
        allowed.push_back(out.directory);
        if (auto tree = git_work_tree(out.directory)) allowed.push_back(std::move(*tree));
    }
    out.rules = load_rules(rule_paths(*out.dataset, rules.paths), out.dataset->sources, of_rules, {}, allowed);
    out.diagnostics.append(std::move(of_rules));
    return out;
}

void add_waivers(const std::string& path, Session& session) {
    const LoadLimits limits;
    auto text = read_file(path, limits.file_bytes, Code::XF101);
    if (auto* read = std::get_if<std::string>(&text))
        session.diagnostics.append(load_waivers(path, std::move(*read), *session.dataset));
    else session.diagnostics.add(std::get<Diagnostic>(std::move(text)));
}

std::vector<std::string> asked_rules(const Dataset& dataset, const std::vector<std::string>& given) {
    std::vector<std::string> out;
    for (RulePathAsked& each : rule_paths(dataset, given)) out.push_back(std::move(each.path));
    return out;
}

std::optional<CheckResult> check_session(const Session& session, const CheckOptions& options,
                                         const TableOptions& tables) {
    if (!session.dataset_read) return std::nullopt;
    // what could be read of the rules is looked at all the same, so that one run lists everything
    if (session.diagnostics.has_errors()) return CheckResult{std::nullopt, check_rules(*session.dataset, session.rules)};
    return check_tables(*session.dataset, session.rules, options, tables);
}

std::optional<Findings> conclude(Session& session, std::optional<CheckResult> result, const Context& context) {
    if (result) session.diagnostics.append(std::move(result->diagnostics));
    session.diagnostics.sort(session.dataset->sources);
    show(session.diagnostics, session.dataset->sources, session.place(context.page_for_errors(session.words)));
    if (!result || session.diagnostics.has_errors()) return std::nullopt;
    return std::move(result->findings);
}

}  // namespace crossfoot::cli
