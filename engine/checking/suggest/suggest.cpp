#include "engine/checking/suggest/suggest.hpp"

#include <algorithm>
#include <memory>
#include <set>

#include "engine/checking/columns/check_tables.hpp"
#include "engine/checking/suggest/candidates.hpp"
#include "engine/checking/suggest/rule_words.hpp"
#include "engine/dataset/load.hpp"
#include "engine/dataset/table/messages.hpp"
#include "engine/language/print.hpp"

namespace crossfoot::suggest {
namespace {

using profile::Profile;

// Rules of all tables, each in a group with its table's name.
struct Rules {
    std::vector<std::vector<Candidate>> by_table;
    std::vector<std::string> groups;

    [[nodiscard]] std::size_t size() const {
        std::size_t out = 0;
        for (const auto& each : by_table) out += each.size();
        return out;
    }
    [[nodiscard]] std::string text() const {
        std::string out;
        for (std::size_t i = 0; i < by_table.size(); ++i) {
            if (by_table[i].empty()) continue;
            out.append("group ").append(groups[i]).append(" {\n");
            for (const Candidate& each : by_table[i]) out.append(each.text).append("\n");
            out += "}\n";
        }
        return out;
    }
    void remove(const std::set<std::string>& ids) {
        for (std::size_t i = 0; i < by_table.size(); ++i)
            std::erase_if(by_table[i], [&](const Candidate& each) { return ids.contains(groups[i] + "/" + each.id); });
    }
    [[nodiscard]] const Candidate* find(const std::string& id) const {
        for (std::size_t i = 0; i < by_table.size(); ++i)
            for (const Candidate& each : by_table[i])
                if (groups[i] + "/" + each.id == id) return &each;
        return nullptr;
    }
    // The rule on a line of the text.
    [[nodiscard]] std::string at_line(std::uint32_t line) const {
        std::uint32_t at = 1;
        for (std::size_t i = 0; i < by_table.size(); ++i) {
            if (by_table[i].empty()) continue;
            if (line > at && line <= at + by_table[i].size()) return groups[i] + "/" + by_table[i][line - at - 1].id;
            at += static_cast<std::uint32_t>(by_table[i].size()) + 2;
        }
        return {};
    }
};

class Suggester {
public:
    Suggester(std::vector<Profile>& profiles, const std::string& directory, Language words, const columns::TableOptions& options)
        : profiles_(profiles), directory_(directory), words_(words), options_(options) {}

    Suggestions run() && {
        if (!load()) return std::move(out_);
        std::vector<std::vector<Relation>> found = relations();
        if (take_units(found)) {
            if (!load()) return std::move(out_);
            found = relations();
        }
        Rules rules;
        for (std::size_t i = 0; i < profiles_.size(); ++i) {
            rules.by_table.push_back(candidates(profiles_, i, found[i], words_));
            rules.groups.push_back(word(profiles_[i].name));
        }
        keep_what_holds(rules);
        out_.count = rules.size();
        if (out_.count > 0) out_.rules = laid_out(rules.text());
        return std::move(out_);
    }

private:
    // The dataset that the stanzas make.
    bool load() {
        out_.manifest = manifest_needs(profiles_, words_);
        out_.stanzas.clear();
        std::string text = "[report]\nid = \"profile\"\n" + manifest_lines(out_.manifest);
        for (const Profile& each : profiles_) {
            out_.stanzas.push_back(stanza(each, out_.manifest.language));
            text.append("\n").append(out_.stanzas.back());
        }
        LoadResult loaded = load_dataset_text_in(directory_, "report.toml", std::move(text));
        out_.dataset = std::move(loaded.dataset);
        out_.diagnostics = std::move(loaded.diagnostics);
        if (!out_.diagnostics.has_errors()) compare_files();
        return !out_.diagnostics.has_errors();
    }

    // The tables that the stanzas lead to are those that were profiled, unchanged.
    void compare_files() {
        for (const Profile& each : profiles_)
            for (const Table& table : out_.dataset->tables) {
                if (table.name != each.name) continue;
                for (std::size_t i = 0; i < std::max(table.parts.size(), each.files.size()); ++i) {
                    const bool both = i < table.parts.size() && i < each.files.size();
                    if (both && table.parts[i].file->saw_the_same(*each.files[i].file)) continue;
                    const std::string& name = i < each.files.size() ? each.files[i].name : table.parts[i].name;
                    out_.diagnostics.add(Code::XF101, table.span,
                                         Message(table::messages::unreadable, name, Message(table::messages::written_meanwhile)));
                }
            }
    }

    std::vector<std::vector<Relation>> relations() const {
        std::vector<std::vector<Relation>> out;
        for (const Profile& each : profiles_) {
            const auto table = std::find_if(out_.dataset->tables.begin(), out_.dataset->tables.end(),
                                            [&](const Table& one) { return one.name == each.name; });
            out.push_back(find_relations(each, *table, out_.dataset->units));
        }
        return out;
    }

    // Bare numbers that are hundredths of a ratio are percentages.
    bool take_units(const std::vector<std::vector<Relation>>& found) {
        bool any = false;
        for (std::size_t i = 0; i < found.size(); ++i)
            for (const Relation& each : found[i]) {
                if (!each.percent) continue;
                profiles_[i].columns[each.whole].unit = "%";
                profiles_[i].columns[each.whole].unit_from = profile::UnitFrom::values;
                any = true;
            }
        return any;
    }

    // Again while a rule is an error, which it is not to be, or does not hold.
    void keep_what_holds(Rules& rules) {
        while (rules.size() > 0) {
            std::set<std::string> out;
            Diagnostics diagnostics;
            const auto file = static_cast<FileId>(out_.dataset->sources.size());
            const RuleSet set = load_rule_texts({{"rules.xf", rules.text()}}, out_.dataset->sources, diagnostics);
            CheckResult result;
            if (!diagnostics.has_errors()) result = check_tables(*out_.dataset, set, {}, options_);
            diagnostics.append(std::move(result.diagnostics));
            for (const Diagnostic& each : diagnostics.all())
                if (is_error(each) && each.span.file == file) out.insert(rules.at_line(out_.dataset->sources.position(each.span).line));
            if (result.findings && !diagnostics.has_errors()) {
                note_nearly(rules, *result.findings);
                for (const Finding& each : result.findings->findings) out.insert(each.rule);
                rules.remove(out);
                return;
            }
            const std::size_t before = rules.size();
            rules.remove(out);
            if (rules.size() == before) rules.by_table.assign(rules.by_table.size(), {});  // nothing can be said of them
        }
    }

    void note_nearly(const Rules& rules, const Findings& found) {
        constexpr std::uint64_t kOneIn = 100, kOneInOfRelations = 20;
        std::vector<std::uint64_t> contradicted(found.rules.size());
        std::set<std::string> undecided;
        for (const Finding& each : found.findings) {
            ++contradicted[each.rule_index];
            if (each.verdict != Verdict::contradicted) undecided.insert(each.rule);
        }
        for (std::size_t i = 0; i < found.rules.size(); ++i) {
            const RuleInfo& rule = found.rules[i];
            const std::uint64_t failed = contradicted[i] + rule.unlisted;
            if (failed == 0 || undecided.contains(rule.id)) continue;
            const Candidate* candidate = rules.find(rule.id);
            if (candidate == nullptr || failed * (candidate->relation ? kOneInOfRelations : kOneIn) > rule.instances) continue;
            out_.nearly.push_back({candidate->text, failed, rule.instances});
        }
    }

    static std::string laid_out(std::string text) {
        SourceMap sources;
        Diagnostics none;
        const FileId file = sources.add("rules.xf", std::move(text));
        return print_rules(parse_rules(file, sources, none), sources);
    }

    std::vector<Profile>& profiles_;
    const std::string& directory_;
    Language words_;
    const columns::TableOptions& options_;
    Suggestions out_;
};

}  // namespace

Suggestions suggest(std::vector<Profile>& profiles, const std::string& directory, Language words, const columns::TableOptions& options) {
    return Suggester(profiles, directory, words, options).run();
}

}  // namespace crossfoot::suggest
