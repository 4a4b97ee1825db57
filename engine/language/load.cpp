// Rule files and what they use: each is read once, whatever path leads to it.
#include <algorithm>
#include <filesystem>
#include <map>

#include "engine/language/messages.hpp"
#include "engine/language/parse.hpp"
#include "engine/language/rule_store.hpp"
#include "engine/text/nearest.hpp"

namespace crossfoot {

namespace {

namespace fs = std::filesystem;
using namespace syntax;

class Loader {
public:
    Loader(const RuleStore& store, SourceMap& sources, Diagnostics& diagnostics, const ParseLimits& limits)
        : store_(store), sources_(sources), diagnostics_(diagnostics), limits_(limits) {}

    void ask(const std::string& path, Span place) {
        const std::optional<std::size_t> index = load(path, place, Message(messages::asked_here));
        if (index) set_.files[*index].asked = true;
    }

    // Sorted by path, whatever the order of asking.
    RuleSet finish() {
        report_cycles();
        std::vector<std::size_t> order(set_.files.size());
        for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
        std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return set_.files[a].path < set_.files[b].path; });
        std::vector<std::size_t> now(order.size());
        for (std::size_t i = 0; i < order.size(); ++i) now[order[i]] = i;
        RuleSet sorted;
        for (const std::size_t i : order) {
            for (std::size_t& used : set_.files[i].uses) used = now[used];
            sorted.files.push_back(std::move(set_.files[i]));
        }
        return sorted;
    }

private:
    struct UseAt { std::size_t file; Span span; };

    // The file's index; everything that it uses is loaded as well, files in the order of their discovery (a list of
    // work, so that a long chain of files is no deep recursion).
    std::optional<std::size_t> load(const std::string& path, Span place, const Message& label) {
        const std::optional<std::size_t> first = load_one(path, place, label);
        for (; done_ < set_.files.size(); ++done_) follow_uses(done_);
        return first;
    }

    std::optional<std::size_t> load_one(const std::string& path, Span place, const Message& label) {
        const auto [known, fresh] = index_.try_emplace(store_.identity(path));
        if (!fresh) return known->second;
        Fetched fetched = store_.fetch(path, limits_);
        if (fetched.problem) {
            fetched.problem->file = path;
            fetched.problem->span = place;
            fetched.problem->at = label;
            if (fetched.problem->code == Code::XF206) suggest_neighbour(path, *fetched.problem);
            diagnostics_.add(std::move(*fetched.problem));
            return std::nullopt;
        }
        known->second = set_.files.size();
        const FileId file = sources_.add(path, std::move(fetched.text));
        set_.files.push_back({parse_rules(file, sources_, diagnostics_, limits_), path, {}, false});
        uses_.emplace_back();
        return known->second;
    }

    void suggest_neighbour(const std::string& path, Diagnostic& problem) const {
        const std::vector<std::string> names = store_.beside(path);
        const std::vector<std::string_view> candidates(names.begin(), names.end());
        const std::string asked = fs::path(path).filename().generic_string();
        for (const std::string& name : nearest(asked, candidates, 1))
            if (name != asked) problem.suggest(Message(messages::nearest, name));
    }

    void follow_uses(std::size_t user) {
        const fs::path directory = fs::path(set_.files[user].path).parent_path();
        // The vector of files grows while its uses are followed: collect the places first.
        std::vector<ast::Text> wanted;
        for (const ast::Declaration& declaration : set_.files[user].file.declarations)
            if (const auto* use = std::get_if<ast::Use>(&declaration)) wanted.push_back(use->path);
        for (const ast::Text& path : wanted) {
            if (!fits(path)) continue;
            const std::string target = (directory / path.value).lexically_normal().generic_string();
            const std::optional<std::size_t> used = load_one(target, path.span, Message());
            if (!used) continue;
            std::vector<std::size_t>& uses = set_.files[user].uses;
            if (std::find(uses.begin(), uses.end(), *used) == uses.end()) {
                uses.push_back(*used);
                uses_[user].push_back({*used, path.span});
            }
        }
    }

    bool fits(const ast::Text& path) {
        const std::string& value = path.value;
        const bool drive = value.size() > 1 && value[1] == ':';
        const Template* wrong = value.empty()                              ? &messages::empty_use
                                : value.front() == '/' || drive            ? &messages::absolute_use
                                : value.find('\\') != std::string::npos    ? &messages::backslash_use
                                                                           : nullptr;
        if (wrong == nullptr) return true;
        const Message headline = wrong == &messages::empty_use ? Message(*wrong) : Message(*wrong, value);
        diagnostics_.add(Code::XF210, path.span, headline).suggest(Message(messages::relative_use));
        return false;
    }

    // Walks the uses depth first; a use of a file that is still being walked closes a cycle. The walk begins with the
    // paths in order, so that the same cycle is always told the same way.
    void report_cycles() {
        enum class State : std::uint8_t { fresh, open, closed };
        struct Step { std::size_t file; std::size_t next; };
        std::vector<State> states(set_.files.size(), State::fresh);
        std::map<std::string, std::size_t> by_path;
        for (std::size_t i = 0; i < set_.files.size(); ++i) by_path.emplace(set_.files[i].path, i);
        for (const auto& [path, start] : by_path) {
            if (states[start] != State::fresh) continue;
            std::vector<Step> trail = {{start, 0}};
            states[start] = State::open;
            while (!trail.empty()) {
                Step& step = trail.back();
                if (step.next == uses_[step.file].size()) {
                    states[step.file] = State::closed;
                    trail.pop_back();
                    continue;
                }
                const UseAt use = uses_[step.file][step.next++];
                if (states[use.file] == State::fresh) {
                    states[use.file] = State::open;
                    trail.push_back({use.file, 0});
                } else if (states[use.file] == State::open) {
                    std::vector<std::size_t> files;
                    for (const Step& each : trail) files.push_back(each.file);
                    report_cycle(files, use);
                }
            }
        }
    }

    void report_cycle(const std::vector<std::size_t>& trail, const UseAt& closing) {
        const auto from = std::find(trail.begin(), trail.end(), closing.file);
        std::string chain;
        for (auto each = from; each != trail.end(); ++each) chain += set_.files[*each].path + " → ";
        Diagnostic& found = diagnostics_.add(Code::XF211, closing.span, Message(messages::cycle, chain + set_.files[closing.file].path));
        for (auto each = from; each + 1 < trail.end(); ++each)
            for (const UseAt& use : uses_[*each])
                if (use.file == *(each + 1)) found.label(use.span, Message(messages::cycle_step));
    }

    const RuleStore& store_;
    SourceMap& sources_;
    Diagnostics& diagnostics_;
    const ParseLimits& limits_;
    RuleSet set_;
    std::map<std::string, std::optional<std::size_t>> index_;
    std::vector<std::vector<UseAt>> uses_;   // of each file, in order
    std::size_t done_ = 0;                   // files whose uses have been followed
};

// The current directory, what the caller names itself (of a file its folder), and what is allowed besides.
RulePlaces places_for(const std::vector<RulePathAsked>& paths, const std::vector<std::string>& allowed) {
    std::vector<std::string> out = allowed;
    out.emplace_back(".");
    for (const RulePathAsked& each : paths) {
        if (each.place.valid()) continue;
        std::error_code error;
        out.push_back(fs::is_directory(each.path, error) ? each.path : fs::path(each.path).parent_path().string());
    }
    return RulePlaces(out);
}

}  // namespace

RuleSet load_rules(const std::vector<RulePathAsked>& paths, SourceMap& sources, Diagnostics& diagnostics, const ParseLimits& limits,
                   const std::vector<std::string>& allowed) {
    const DiskStore disk(places_for(paths, allowed));
    Loader loader(disk, sources, diagnostics, limits);
    for (const RulePathAsked& asked : paths) {
        std::error_code error;
        if (auto problem = disk.outside(asked.path)) {
            problem->span = asked.place;
            problem->file = asked.path;
            diagnostics.add(std::move(*problem));
            continue;
        }
        if (!fs::is_directory(asked.path, error)) {
            loader.ask(fs::path(asked.path).lexically_normal().generic_string(), asked.place);
            continue;
        }
        for (const std::string& file : rule_files_below(asked.path, error)) loader.ask(file, asked.place);
        if (error) {
            Diagnostic problem;
            problem.code = Code::XF206;
            problem.headline = Message(messages::cannot_read, asked.path, Message::verbatim(error.message()));
            problem.span = asked.place;
            problem.file = asked.path;
            diagnostics.add(std::move(problem));
        }
    }
    return loader.finish();
}

RuleSet load_rule_texts(std::vector<std::pair<std::string, std::string>> files, SourceMap& sources, Diagnostics& diagnostics,
                        const ParseLimits& limits) {
    const TextStore texts(std::move(files));
    Loader loader(texts, sources, diagnostics, limits);
    for (const auto& each : texts.all()) loader.ask(each.first, {});
    return loader.finish();
}

}  // namespace crossfoot
