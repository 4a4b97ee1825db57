#include "engine/dataset/profile/profile.hpp"

#include <algorithm>
#include <filesystem>

#include "engine/dataset/file_kind.hpp"
#include "engine/dataset/files.hpp"
#include "engine/dataset/messages.hpp"
#include "engine/dataset/profile/guess.hpp"
#include "engine/dataset/profile/messages.hpp"
#include "engine/dataset/profile/pass.hpp"
#include "engine/dataset/table/messages.hpp"
#include "engine/dataset/table/parts.hpp"
#include "engine/text/nearest.hpp"

namespace crossfoot::profile {
namespace {

namespace fs = std::filesystem;

// "Communes 2013.csv.gz" → "communes_2013": a word of the language.
std::string name_for(const std::string& source) {
    std::string stem = fs::path(source).lexically_normal().filename().string();
    if (stem.empty()) stem = fs::path(source).lexically_normal().parent_path().filename().string();
    stem = stem.substr(0, stem.find('.'));
    std::string out;
    for (const char c : stem) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        const bool digit = c >= '0' && c <= '9';
        if (letter || (digit && !out.empty())) out += letter ? static_cast<char>(c | 0x20) : c;
        else if (!out.empty() && out.back() != '_') out += '_';
    }
    while (out.ends_with('_')) out.pop_back();
    return out.empty() ? "data" : out;
}

class Profiler {
public:
    Profiler(const std::string& directory, const std::string& source, const ProfileOptions& options, Dataset& dataset,
             Diagnostics& diagnostics)
        : directory_(directory), options_(options), dataset_(dataset), diagnostics_(diagnostics) {
        out_.source = source;
        out_.name = name_for(source);
    }

    Profile run() && {
        if (!find_parts()) return std::move(out_);
        Sniffed sniffed = sniff_header(table_.parts.front());
        table_.separator = out_.separator = sniffed.separator;
        if (!declare(sniffed)) return std::move(out_);
        sniff_rows(table_, options_.words, sniffed);
        Seen seen = read(sniffed);
        out_.language = sniffed.language;
        out_.rows = seen.rows;
        out_.keys = std::move(seen.keys);
        out_.keys_bounded = seen.keys_bounded;
        out_.sample = std::move(seen.sample);
        out_.headers = seen.headers;
        if (!tell(seen)) return std::move(out_);
        for (std::size_t i = 0; i < table_.columns.size(); ++i)
            out_.columns.push_back(
                describe(table_.columns[i].name, seen.tallies[i], sniffed.language.value_or(options_.words)));
        return std::move(out_);
    }

private:
    bool find_parts() {
        const fs::path whole = fs::path(directory_) / out_.source;
        std::error_code error;
        std::vector<std::string> names;
        if (!fs::is_directory(whole, error)) {
            if (!fs::is_regular_file(whole, error)) return no_file(whole);
            names.push_back(out_.source);
        } else {
            for (const std::string& name : table::part_names(whole.string()))
                names.push_back((fs::path(out_.source) / name).lexically_normal().string());
        }
        for (const std::string& name : names) {
            std::string shown = loading::displayable(name);
            const FileId id = dataset_.sources.add(shown, "");
            table_.parts.emplace_back((fs::path(directory_) / name).string(), std::move(shown), id, table_.parts.size() < table::kMostKeptOpen);
        }
        out_.parts = names.size();
        if (names.empty()) about(Code::XF119, Message(table::messages::no_parts, loading::displayable(out_.source)));
        return !names.empty();
    }

    Diagnostic& about(Code code, Message headline) {
        Diagnostic& out = diagnostics_.add(code, {}, std::move(headline));
        out.file = loading::displayable(out_.source);
        return out;
    }

    // Nothing is there, or something that cannot be read twice, such as a pipe.
    bool no_file(const fs::path& whole) {
        std::error_code error;
        const bool there = fs::exists(whole, error);
        Message why = loading::no_regular_file(whole.string()).value_or(Message(loading::messages::not_regular));
        Diagnostic& made = about(Code::XF101, Message(loading::messages::unreadable, loading::displayable(out_.source), std::move(why)));
        std::vector<std::string> names;
        for (fs::directory_iterator at(whole.parent_path(), error); !error && at != fs::directory_iterator(); at.increment(error))
            names.push_back(loading::displayable(at->path().filename().string()));
        std::sort(names.begin(), names.end());
        const std::vector<std::string> near =
            nearest(loading::displayable(whole.filename().string()), {names.begin(), names.end()}, 1);
        if (!there && !near.empty()) made.suggest(Message(loading::messages::did_you_mean, near.front()));
        return false;
    }

    // Every named column as text. A file without header is told when it is read.
    bool declare(const Sniffed& sniffed) {
        if (sniffed.fields > kMostColumns) {
            about(Code::XF115, Message(messages::too_many_columns, loading::displayable(out_.source), sniffed.fields, kMostColumns));
            return false;
        }
        for (const std::string& name : sniffed.names) {
            if (name.empty()) {
                ++out_.unnamed;
                continue;
            }
            TableColumn column;
            column.name = name;
            table_.columns.push_back(std::move(column));
        }
        if (table_.columns.empty() && sniffed.fields > 0) {
            about(Code::XF122, Message(messages::no_names, loading::displayable(out_.source)));
            return false;
        }
        // enough for all columns together, a few at least for each
        constexpr std::size_t kAll = 500'000, kLeast = 100, kMost = 50'000;
        out_.distinct_bound = std::clamp(kAll / std::max<std::size_t>(1, table_.columns.size()), kLeast, kMost);
        return true;
    }

    // As often as later rows show that a column is otherwise than it seemed: a number, then a date, then a text.
    Seen read(Sniffed& sniffed) {
        for (;;) {
            Seen seen = read_table(table_, sniffed, out_.distinct_bound, options_);
            bool again = false;
            if (seen.wrong > 0) return seen;
            for (std::size_t i = 0; i < seen.tallies.size(); ++i)
                if (const auto sort = otherwise(seen.tallies[i])) sniffed.sorts[i] = *sort, again = true;
            if (!again) return seen;
        }
    }

    // Malformed rows, as a load tells them.
    bool tell(Seen& seen) {
        if (seen.wrong == 0) return true;
        if (seen.first_line.empty()) seen.first_line.push_back(1);
        table::hold(dataset_, table_, seen.headers, {}, seen.problems, seen.first_line, diagnostics_);
        if (seen.wrong > table::kMostProblems)
            about(Code::XF115, Message(table::messages::more_problems, out_.name, seen.wrong - table::kMostProblems));
        return false;
    }

    const std::string& directory_;
    const ProfileOptions& options_;
    Dataset& dataset_;
    Diagnostics& diagnostics_;
    Table table_;
    Profile out_;
};

}  // namespace

Profile profile_table(const std::string& directory, const std::string& source, const ProfileOptions& options,
                      Dataset& dataset, Diagnostics& diagnostics) {
    return Profiler(directory, source, options, dataset, diagnostics).run();
}

}  // namespace crossfoot::profile
