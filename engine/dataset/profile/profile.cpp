#include "engine/dataset/profile/profile.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "engine/dataset/file_kind.hpp"
#include "engine/dataset/files.hpp"
#include "engine/dataset/messages.hpp"
#include "engine/dataset/profile/form.hpp"
#include "engine/dataset/profile/guess.hpp"
#include "engine/dataset/profile/messages.hpp"
#include "engine/dataset/profile/pass.hpp"
#include "engine/dataset/table/messages.hpp"
#include "engine/dataset/table/part_text.hpp"
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
        std::optional<table::Encoding> encoding;
        for (;;) {
            const Form form = take_form(encoding);
            if (!declare(form)) break;
            Sniffed sniffed = sniff_rows(table_, options_.words);
            Seen seen = read(sniffed);
            if ((encoding = other_encoding(seen, form))) continue;
            take(seen, sniffed);
            break;
        }
        out_.files = std::move(table_.parts);
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

    Form take_form(std::optional<table::Encoding> encoding) {
        for (TablePart& part : table_.parts) part.footer = {};
        Form form = sniff_form(table_.parts, encoding);
        table_.separator = out_.separator = form.separator;
        table_.layout = out_.layout = form.layout;
        out_.encoding_guessed = form.layout.encoding != table::Encoding::utf8 && !form.has_mark;
        out_.footer_shown = form.footer_shown;
        if (form.layout.has_footer())
            for (TablePart& part : table_.parts) part.footer = table::find_footer(part, form.layout);
        const auto with = std::find_if(table_.parts.begin(), table_.parts.end(), [](const TablePart& each) { return each.footer.found(); });
        out_.footer_first = with == table_.parts.end() ? 0 : with->footer.first_line;
        return form;
    }

    // A byte that is no UTF-8, behind the beginning that was looked at: then the encoding is another.
    static std::optional<table::Encoding> other_encoding(const Seen& seen, const Form& form) {
        const table::Encoding now = form.layout.encoding;
        const auto bad = std::find_if(seen.problems.begin(), seen.problems.end(),
                                      [](const table::Problem& each) { return each.code == Code::XF102; });
        if (bad == seen.problems.end() || form.is_utf8 || now == table::Encoding::utf16 || now == table::Encoding::windows1252) return std::nullopt;
        return now == table::Encoding::utf8 ? table::Encoding::latin1 : table::Encoding::windows1252;
    }

    void take(Seen& seen, const Sniffed& sniffed) {
        out_.language = sniffed.language;
        out_.manners = sniffed.manners;
        out_.rows = seen.rows;
        out_.keys = std::move(seen.keys);
        out_.keys_bounded = seen.keys_bounded;
        out_.sample = std::move(seen.sample);
        out_.headers = seen.headers;
        if (!tell(seen)) return;
        for (std::size_t i = 0; i < table_.columns.size(); ++i) {
            ColumnProfile column = describe(table_.columns[i].name, seen.tallies[i], sniffed.language.value_or(options_.words));
            column.optional = table_.columns[i].optional;
            column.having = origins_[i].first;
            column.lacking = origins_[i].second;
            out_.columns.push_back(std::move(column));
        }
    }

    // Every named column of any file as text. A file without header is told when it is read.
    bool declare(const Form& form) {
        table_.columns.clear();
        origins_.clear();
        out_.unnamed = 0;
        std::size_t fields = 0;
        std::map<std::string, std::size_t> known;   // how many files have it
        for (std::size_t part = 0; part < form.names.size(); ++part) {
            const std::vector<std::string>& names = form.names[part];
            fields = std::max(fields, names.size());
            if (part == 0) out_.unnamed = static_cast<std::size_t>(std::count(names.begin(), names.end(), ""));
            for (const std::string& name : std::set<std::string>(names.begin(), names.end())) ++known[name];
            for (const std::string& name : names) {
                if (name.empty() || fields > kMostColumns) continue;
                const auto same = [&](const TableColumn& each) { return each.name == name; };
                if (known[name] > 1 || (part > 0 && std::any_of(table_.columns.begin(), table_.columns.end(), same))) continue;
                TableColumn column;
                column.name = name;
                table_.columns.push_back(std::move(column));
                origins_.emplace_back(table_.parts[part].name, "");
            }
        }
        if (fields > kMostColumns) {
            about(Code::XF115, Message(messages::too_many_columns, loading::displayable(out_.source), fields, kMostColumns));
            return false;
        }
        for (std::size_t i = 0; i < table_.columns.size(); ++i)
            for (std::size_t part = 0; part < form.names.size() && known[table_.columns[i].name] < form.names.size(); ++part) {
                const std::vector<std::string>& names = form.names[part];
                if (std::find(names.begin(), names.end(), table_.columns[i].name) != names.end()) continue;
                table_.columns[i].optional = true;
                origins_[i].second = table_.parts[part].name;
                break;
            }
        if (table_.columns.empty() && fields > 0) {
            about(Code::XF122, Message(messages::no_names, loading::displayable(out_.source)));
            return false;
        }
        // enough for all columns together, a few at least for each
        constexpr std::size_t kAll = 500'000, kLeast = 100, kMost = 50'000;
        out_.distinct_bound = std::clamp(kAll / std::max<std::size_t>(1, table_.columns.size()), kLeast, kMost);
        return true;
    }

    // As often as later rows show that a column is otherwise than it seemed: a number, then a date, then a text. Numbers that
    // cannot be read in a language that nothing shows may be those of the other.
    Seen read(Sniffed& sniffed) {
        const std::vector<Sort> first = sniffed.sorts;
        std::vector<Sort> best = first;
        std::size_t least = std::string::npos;
        for (;;) {
            Seen seen = read_table(table_, sniffed, out_.distinct_bound, options_);
            if (seen.wrong > 0 && !table_.layout.blank && empty_lines(seen)) {
                table_.layout.blank = out_.layout.blank = true;
                continue;
            }
            if (seen.wrong > 0) return seen;
            std::vector<Sort> sorts = sniffed.sorts;
            std::size_t failed = 0, numbers = 0;
            for (std::size_t i = 0; i < seen.tallies.size(); ++i)
                if (const auto sort = otherwise(seen.tallies[i])) numbers += sorts[i] == Sort::number ? 1U : 0U, sorts[i] = *sort, ++failed;
            if (failed == 0) return again_for_keys(sniffed, std::move(seen));
            if (numbers > 0 && !sniffed.language && least == std::string::npos) {
                least = failed;
                best = sorts;
                sniffed.language = options_.words == Language::en ? Language::fr : Language::en;
                continue;
            }
            if (least != std::string::npos && sniffed.sorts == first) {   // the other language was tried
                if (failed >= least) sniffed.language.reset(), sorts = best;
            }
            sniffed.sorts = sorts;
        }
    }

    static bool empty_lines(const Seen& seen) {
        return std::any_of(seen.problems.begin(), seen.problems.end(), [](const table::Problem& each) {
            return each.code == Code::XF120 && (each.text.empty() || each.text == "\r");
        });
    }

    // No candidate is a key: the rows of a panel by year were looked at in one year only.
    Seen again_for_keys(Sniffed& sniffed, Seen seen) {
        if (!seen.keys.empty() || seen.rows < 2) return seen;
        std::vector<ColumnCounts> counts;
        for (const Tally& each : seen.tallies) {
            const Range range = each.plain_range();
            const std::int64_t close = 20;
            const bool whole = each.printed.count == 0 && each.plain_decimals() == 0 && range.least &&
                               *range.greatest - *range.least <= Rational(close) * Rational(static_cast<std::int64_t>(seen.rows));
            const bool given = each.empty == 0 && each.others.size() == 0 && !each.others.overfull();
            counts.push_back({given && (each.sort != Sort::number || whole), each.values.overfull() ? out_.distinct_bound : each.values.size()});
        }
        for (const std::size_t size : {2U, 3U}) {
            std::vector<Key> keys = keys_by_counts(size, counts, seen.rows, seen.sample, seen.headers, table_.separator);
            if (keys.empty() || keys == sniffed.keys) continue;
            sniffed.keys = std::move(keys);
            seen = read_table(table_, sniffed, out_.distinct_bound, options_);
            if (!seen.keys.empty() || seen.wrong > 0) break;
        }
        return seen;
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
    std::vector<std::pair<std::string, std::string>> origins_;   // by column: the first file that has it, the first that lacks it
    Profile out_;
};

}  // namespace

Profile profile_table(const std::string& directory, const std::string& source, const ProfileOptions& options,
                      Dataset& dataset, Diagnostics& diagnostics) {
    return Profiler(directory, source, options, dataset, diagnostics).run();
}

}  // namespace crossfoot::profile
