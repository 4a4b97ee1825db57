#include "engine/dataset/profile/sniff.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <set>
#include <unordered_set>

#include "engine/dataset/markers.hpp"
#include "engine/dataset/profile/markers.hpp"
#include "engine/dataset/table/block_columns.hpp"
#include "engine/quantity/numeric_date.hpp"
#include "engine/text/text_form.hpp"

namespace crossfoot::profile {
namespace {

constexpr std::size_t kRows = 2'000;     // looked at
constexpr std::size_t kPrinted = 300;    // cells of a column that are read as numbers written for people
constexpr std::size_t kMostSingles = 4;  // candidates for keys
constexpr std::size_t kMostPairs = 3;
constexpr std::size_t kPairsAmong = 40;  // columns

// A column whose name says that its numbers are names.
bool names_codes(const std::string& name) {
    const std::string low = lowered(name);
    constexpr std::array<std::string_view, 14> kWords{"id",    "code", "siren", "siret", "insee", "iban", "isbn",
                                                      "issn",  "ean",  "nuts",  "zip",   "postal", "cp",  "geo"};
    for (std::size_t at = 0; at < low.size();) {
        const std::size_t begin = std::min(low.find_first_not_of("_-. ", at), low.size());
        at = std::min(low.find_first_of("_-. ", begin), low.size());
        const std::string_view word = std::string_view(low).substr(begin, at - begin);
        if (std::find(kWords.begin(), kWords.end(), word) != kWords.end()) return true;
    }
    return false;
}

struct Sight {
    std::size_t filled = 0, untried = 0, numbers = 0, fractions = 0, codes = 0, dates = 0, markers = 0, others = 0, tried = 0;
    std::array<std::size_t, 2> printed{};  // read in English, in French
    std::size_t grouped = 0, decimal = 0;  // commas before exactly three digits, and others
    std::int64_t least = 0, greatest = 0;  // whole numbers
    std::size_t day_first = 0, month_first = 0, either_first = 0;  // dates in digits that end in a year
    std::array<std::size_t, 2> flagged{};  // numbers with a letter behind them, in English, in French
    std::size_t bracketed = 0;             // numbers in brackets that French has to declare
    std::size_t say_nothing = 0;           // of these, read in English all the same: they show no language
    std::set<std::string> letters;
};

// "31/12/2013": which of the two numbers can be the month?
bool see_order(std::string_view text, Sight& seen) {
    if (!needs_date_order(text)) return false;
    const bool day_first = read_date(text, Language::en, DateOrder::day_first, DateIn::column).has_value();
    const bool month_first = read_date(text, Language::en, DateOrder::month_first, DateIn::column).has_value();
    if (!day_first && !month_first) return false;
    ++(day_first && month_first ? seen.either_first : day_first ? seen.day_first : seen.month_first);
    return true;
}

// "12.3 p": a number but for a letter that a manifest has to declare.
bool see_flag(std::string_view text, Sight& seen, std::array<PrintedReader, 2>& readers) {
    const char last = text.back();
    const std::string_view before = loading::trimmed(text.substr(0, text.size() - 1));
    const bool number = !before.empty() && ((before.back() >= '0' && before.back() <= '9') || before.back() == '%');
    if (last < 'a' || last > 'z' || !number) return false;
    bool any = false;
    for (const std::size_t i : {0U, 1U})
        if (readers.at(i).read(before)) any = true, ++seen.flagged.at(i);
    if (any) seen.letters.insert(std::string(1, last));
    return any;
}

// What all columns together show. A letter behind every number of a column is a unit, and none that is known.
Manners manners_of(const std::vector<Sight>& looks, std::size_t language) {
    constexpr std::size_t kMostFlags = 8;
    Manners out;
    std::size_t day_first = 0, month_first = 0;
    std::set<std::string> letters;
    for (const Sight& each : looks) {
        day_first += each.day_first;
        month_first += each.month_first;
        const std::size_t printed = each.printed.at(language), flagged = each.flagged.at(language), plain = each.numbers + printed;
        if (flagged > 0 && plain > 0 && each.letters.size() <= kMostFlags) letters.insert(each.letters.begin(), each.letters.end());
        out.brackets = out.brackets || (language == 1 && each.bracketed > 0 && plain > 0);
    }
    if (day_first > 0 && month_first == 0) out.dates = DateOrder::day_first;
    if (month_first > 0 && day_first == 0) out.dates = DateOrder::month_first;
    if (letters.size() <= kMostFlags) out.flags.assign(letters.begin(), letters.end());
    return out;
}

void look(std::string_view content, Sight& seen, std::array<PrintedReader, 2>& readers, PrintedReader& bracketed) {
    const std::string_view text = loading::trimmed(content);
    if (text.empty()) return;
    ++seen.filled;
    if (const auto number = table::machine_number(content); number.read) {
        ++seen.numbers;
        seen.fractions += number.decimals > 0 ? 1U : 0U;
        if (seen.numbers == 1) seen.least = seen.greatest = number.digits;
        seen.least = std::min(seen.least, number.digits);
        seen.greatest = std::max(seen.greatest, number.digits);
        const std::size_t first = content[0] == '-' ? 1 : 0;
        if (content[first] == '0' && content.size() > first + 1 && content[first + 1] != '.') ++seen.codes;
        return;
    }
    std::int32_t day = 0;
    if (known_marker(text) != MarkerKind::none) return void(++seen.markers);
    if (table::machine_day(text, day)) return void(++seen.dates);
    if (seen.tried++ >= kPrinted) return void(++seen.untried);
    std::array<bool, 2> read{};
    for (const std::size_t i : {0U, 1U})
        if (readers.at(i).read(text)) read.at(i) = true, ++seen.printed.at(i);
    bool any = read[0] || read[1];
    if (text.find('(') != std::string_view::npos && !read[1] && bracketed.read(text)) {
        any = true;
        ++seen.bracketed;
        seen.say_nothing += read[0] ? 1U : 0U;
    }
    if (!any && readers[0].read_exponent(text)) {
        ++seen.numbers;
        ++seen.fractions;
        return;
    }
    if (!any) {
        if (see_order(text, seen) || see_flag(text, seen, readers)) return;
        const bool date = read_date(text, Language::en) || read_date(text, Language::fr);
        ++(date ? seen.dates : seen.others);
        return;
    }
    const std::size_t comma = text.rfind(',');
    if (comma == std::string_view::npos) return;
    const std::size_t digits = std::min(text.find_first_not_of("0123456789", comma + 1), text.size()) - comma - 1;
    ++(digits == 3 ? seen.grouped : seen.decimal);
}

Sort sort_of(const Sight& seen, std::size_t language, const Manners& manners, const std::string& name) {
    const std::size_t printed = std::min(seen.printed.at(language), seen.filled), filled = seen.filled - seen.untried;
    const std::size_t numbers = seen.numbers + printed + (manners.flags.empty() ? 0 : seen.flagged.at(language)) +
                                (manners.brackets ? seen.bracketed : 0);
    const std::size_t dates = seen.dates + (manners.dates == DateOrder::year_first ? 0 : seen.either_first + seen.day_first + seen.month_first);
    if (seen.filled == seen.markers) return Sort::number;  // nothing is known yet
    if (seen.codes > 0 || (numbers == seen.numbers && numbers == filled && names_codes(name))) return Sort::text;
    if (10 * numbers >= 9 * (filled - seen.markers)) return Sort::number;
    return 10 * dates >= 9 * (filled - seen.markers) ? Sort::date : Sort::text;
}

std::size_t language_of(const std::vector<Sight>& looks, Language words, std::optional<Language>& out) {
    std::size_t english = 0, french = 0, grouped = 0, decimal = 0;
    for (const Sight& each : looks) {
        if (each.printed[0] + each.printed[1] + each.flagged[0] + each.flagged[1] + each.numbers <= each.others) continue;
        english += each.printed[0] + each.flagged[0] - each.say_nothing;
        french += each.printed[1] + each.flagged[1];
        grouped += each.grouped;
        decimal += each.decimal;
    }
    if (english != french) out = english > french ? Language::en : Language::fr;
    else if (grouped + decimal > 0) out = decimal > 0 ? Language::fr : Language::en;
    return out.value_or(words) == Language::fr ? 1 : 0;
}

// Numbers that may stand for something, as those of rows or years: whole and close together. A measure tells rows apart
// by chance alone.
bool numbers_rows(const Sight& seen, std::size_t rows) {
    constexpr std::int64_t kClose = 20;
    return seen.fractions == 0 && seen.numbers == rows && (seen.greatest - seen.least) / kClose <= static_cast<std::int64_t>(rows);
}

// Columns of which the first rows are told apart, first alone, then in pairs of columns that repeat.
class KeyFinder {
public:
    KeyFinder(const std::vector<std::vector<std::uint64_t>>& hashes, const std::vector<std::uint8_t>& may, std::size_t rows)
        : hashes_(hashes), may_(may), rows_(rows) {}
    std::vector<Key> find() {
        std::vector<Key> out;
        std::vector<std::size_t> repeating;
        for (std::size_t i = 0; i < hashes_.size(); ++i) {
            if (may_[i] == 0 || rows_ == 0) continue;
            if (!unique({i})) {
                if (2 * std::unordered_set<std::uint64_t>(hashes_[i].begin(), hashes_[i].end()).size() <= rows_) repeating.push_back(i);
            }
            else if (out.size() < kMostSingles) out.push_back({i});
        }
        if (repeating.size() > kPairsAmong) repeating.resize(kPairsAmong);
        const std::size_t singles = out.size();
        for (std::size_t a = 0; a < repeating.size(); ++a)
            for (std::size_t b = a + 1; b < repeating.size(); ++b)
                if (out.size() < singles + kMostPairs && unique({repeating[a], repeating[b]}))
                    out.push_back({repeating[a], repeating[b]});
        return out;
    }

    bool unique(std::initializer_list<std::size_t> columns) {
        seen_.clear();
        for (std::size_t row = 0; row < rows_; ++row) {
            std::uint64_t hash = hashes_[*columns.begin()][row];
            for (auto each = columns.begin(); each != columns.end(); ++each) {
                if (hashes_[*each][row] == 0) return false;
                if (each != columns.begin()) hash = joined(hash, hashes_[*each][row]);
            }
            if (!seen_.insert(hash).second) return false;
        }
        return true;
    }

private:
    const std::vector<std::vector<std::uint64_t>>& hashes_;
    const std::vector<std::uint8_t>& may_;
    std::size_t rows_;
    std::unordered_set<std::uint64_t> seen_;
};

}  // namespace

std::uint64_t joined(std::uint64_t first, std::uint64_t second) {
    constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15U;
    return (first ^ (second << 32U | second >> 32U)) * kOdd ^ (second * kOdd >> 29U);
}

Sniffed sniff_rows(const Table& table, Language words) {
    const std::size_t columns = table.columns.size();
    std::vector<Sight> looks(columns);
    std::vector<std::vector<std::uint64_t>> hashes(columns);
    std::array<PrintedReader, 2> readers{PrintedReader(Language::en), PrintedReader(Language::fr)};
    PrintedReader bracketed(Language::fr, {DateOrder::year_first, true, {}});
    std::size_t rows = 0;
    const std::size_t last = table.parts.size() - 1;
    const std::set<std::size_t> from{0, last / 2, last};
    for (const std::size_t part : from) {
        table::BlockReader reader(table, 512U << 10U, part);
        table::Block block;
        table::Fields fields;
        std::vector<table::Problem> none;
        std::uint64_t wrong = 0;
        if (!reader.next(block)) continue;
        fields.read(block, table.separator, none, 0, wrong);
        const std::size_t some = std::min(fields.rows(), kRows / from.size());
        std::string space;
        for (std::size_t row = 0; row < some; ++row)
            for (std::size_t i = 0; i < columns; ++i) {
                const std::uint32_t place = block.header->place[i];
                const std::string_view content = place == table::kAbsent ? std::string_view() : table::content(fields.raw(row, place), space);
                look(content, looks[i], readers, bracketed);
                hashes[i].push_back(content.empty() ? 0 : hash_of(content));
            }
        rows += some;
    }
    Sniffed out;
    const std::size_t language = language_of(looks, words, out.language);
    out.manners = manners_of(looks, language);
    std::vector<std::uint8_t> may(columns);
    for (std::size_t i = 0; i < columns; ++i) {
        out.sorts.push_back(sort_of(looks[i], language, out.manners, table.columns[i].name));
        may[i] = out.sorts[i] != Sort::number || numbers_rows(looks[i], rows) ? 1 : 0;
    }
    out.keys = KeyFinder(hashes, may, rows).find();
    return out;
}

std::vector<Key> keys_by_counts(std::size_t size, const std::vector<ColumnCounts>& columns, std::uint64_t rows,
                                const std::vector<table::HeldRow>& sample, const std::vector<table::Header>& headers, char separator) {
    constexpr std::uint64_t kMany = 1U << 20U, kTighter = 4;
    std::vector<std::pair<std::uint64_t, Key>> found;   // by how many rows the pair could tell apart
    std::vector<std::size_t> may;
    for (std::size_t i = 0; i < columns.size() && may.size() < kPairsAmong; ++i)
        if (columns[i].may && columns[i].distinct > 1) may.push_back(i);
    std::vector<std::vector<std::uint64_t>> hashes(columns.size());
    std::vector<std::string> fields;
    std::size_t sampled = 0;
    for (const table::HeldRow& row : sample) {
        fields.clear();
        if (table::first_record(row.text + "\n", separator, fields) == 0) continue;
        for (const std::size_t i : may) {
            const std::uint32_t place = headers[row.part].place[i];
            hashes[i].push_back(place < fields.size() && !fields[place].empty() ? hash_of(fields[place]) : 0);
        }
        ++sampled;
    }
    const std::vector<std::uint8_t> all(columns.size(), 1);
    KeyFinder finder(hashes, all, sampled);
    for (std::size_t a = 0; a < may.size(); ++a)
        for (std::size_t b = a + 1; b < may.size(); ++b) {
            const std::uint64_t pair = std::min(columns[may[a]].distinct, kMany) * std::min(columns[may[b]].distinct, kMany);
            if (size == 2 && pair >= rows && finder.unique({may[a], may[b]})) found.emplace_back(pair, Key{may[a], may[b]});
            for (std::size_t c = b + 1; size == 3 && c < may.size(); ++c) {
                const std::uint64_t apart = pair * std::min(columns[may[c]].distinct, kMany);
                if (apart >= rows && finder.unique({may[a], may[b], may[c]})) found.emplace_back(apart, Key{may[a], may[b], may[c]});
            }
        }
    std::sort(found.begin(), found.end());
    std::vector<Key> out;
    for (const auto& [apart, key] : found)
        if (out.size() < kMostPairs && apart / (size == 2 ? kTighter : 1) <= found.front().first) out.push_back(key);
    return out;
}

}  // namespace crossfoot::profile
