#include <algorithm>
#include <map>
#include <set>

#include "engine/dataset/markers.hpp"
#include "engine/dataset/profile/form.hpp"
#include "engine/dataset/profile/markers.hpp"
#include "engine/dataset/profile/tally.hpp"
#include "engine/dataset/table/cell.hpp"
#include "engine/dataset/table/fields.hpp"
#include "engine/dataset/table/header_names.hpp"

namespace crossfoot::profile {
namespace {

constexpr std::size_t kMostHeaderRows = 4;

bool blank_cell(const std::string& cell) { return loading::trimmed(cell).empty(); }

bool first_alone(const Record& record) { return record.filled() == 1 && !blank_cell(record.fields.front()); }

bool all_numbers(const Record& record) {
    return std::all_of(record.fields.begin(), record.fields.end(), [](const std::string& cell) { return look_of(cell) != Look::words; });
}

// Could its cells be names? More than a title alone, padded with separators.
bool may_be_header(const Record& record, std::size_t width) {
    return record.fields.size() == width && 2 * record.filled() >= width && !first_alone(record);
}

class HeaderFinder {
public:
    explicit HeaderFinder(const std::vector<Record>& records) : records_(records) {}

    HeaderPlace find() {
        place_.width = usual_width();
        if (place_.width < 2) return {};
        place_.begin = first_row();
        place_.end = place_.begin + 1;
        look_below();
        while (place_.end - place_.begin < kMostHeaderRows && continues(place_.end)) ++place_.end;
        while (place_.end - place_.begin < kMostHeaderRows && place_.begin > 0 && heads(place_.begin - 1)) --place_.begin;
        for (std::size_t i = place_.begin; i < records_.size(); ++i) place_.rows += records_[i].fields.size() == place_.width ? 1U : 0U;
        return place_;
    }

private:
    [[nodiscard]] std::size_t usual_width() const {
        std::map<std::size_t, std::size_t> widths;
        for (const Record& each : records_) ++widths[each.fields.size()];
        std::size_t best = 0, most = 0;
        for (const auto& [width, count] : widths)
            if (width > 1 && count >= most) best = width, most = count;
        return best;
    }

    // The first record that may be a header. Where another width follows it may be a line of text with as many commas:
    // then one of words only that is followed by its like comes before it.
    [[nodiscard]] std::size_t first_row() const {
        const auto followed = [&](std::size_t i) { return i + 1 == records_.size() || records_[i + 1].fields.size() == place_.width; };
        std::optional<std::size_t> first;
        for (std::size_t i = 0; i < records_.size(); ++i) {
            if (!may_be_header(records_[i], place_.width) || (i > 0 && all_numbers(records_[i]))) continue;
            if (first && (!words_only(records_[i]) || records_[*first + 1].fields.size() > 1)) continue;
            if (followed(i) && (!first || i + 1 < records_.size())) return i;
            if (!first) first = i;
        }
        if (first) return *first;
        const auto usual = std::find_if(records_.begin(), records_.end(), [&](const Record& each) { return each.fields.size() == place_.width; });
        return static_cast<std::size_t>(usual - records_.begin());   // there is one: its width was counted
    }

    static bool words_only(const Record& record) {
        return std::all_of(record.fields.begin(), record.fields.end(), [](const std::string& cell) {
            const Look look = look_of(cell);
            return look == Look::words || look == Look::empty;
        });
    }

    // Which columns hold numbers, by the lower half of what stands below.
    void look_below() {
        numeric_.assign(place_.width, false);
        const std::size_t below = records_.size() - place_.end, from = place_.end + std::min(below / 2, kMostHeaderRows);
        for (std::size_t column = 0; column < place_.width; ++column) {
            std::size_t numbers = 0, words = 0;
            for (std::size_t i = from; i < records_.size(); ++i) {
                if (records_[i].fields.size() != place_.width) continue;
                const Look look = look_of(records_[i].fields[column]);
                if (look == Look::number || look == Look::year) ++numbers;
                else if (look == Look::words) ++words;
            }
            numeric_[column] = numbers > 0 && numbers >= 4 * words;
        }
    }

    [[nodiscard]] std::vector<std::string> names(std::size_t begin, std::size_t end) const {
        std::vector<std::vector<std::string>> rows;
        for (std::size_t i = begin; i < end; ++i) rows.push_back(records_[i].fields);
        return table::joined_names(std::move(rows));
    }

    // Is the record one more row of the header? It has no number where numbers stand, but years below groups.
    [[nodiscard]] bool continues(std::size_t at) const {
        if (at + 1 >= records_.size() || records_[at].fields.size() != place_.width) return false;
        const std::vector<std::string> so_far = names(place_.begin, at);
        std::size_t words = 0, years = 0, gaps = 0, units = 0;
        bool words_elsewhere = false;
        for (std::size_t column = 0; column < place_.width; ++column) {
            const std::string& cell = records_[at].fields[column];
            const Look look = look_of(cell);
            const bool gap = blank_cell(so_far[column]);
            if (look == Look::empty) continue;
            if (gap) ++gaps;
            else if (!numeric_[column]) words_elsewhere = true;
            if (!numeric_[column]) continue;
            if (look == Look::number || look == Look::marker) return false;
            ++(look == Look::year ? years : words);
            units += look == Look::words && (cell.starts_with('(') || cell.starts_with('%')) ? 1U : 0U;
        }
        if (years > 0) return gaps > 0 && !words_elsewhere;
        return words >= 2 || (words == 1 && (gaps > 0 || units == 1));
    }

    // Is the record above a row of groups? Without it names stand there twice.
    [[nodiscard]] bool heads(std::size_t at) const {
        const Record& above = records_[at];
        if (above.fields.size() != place_.width || above.filled() == 0 || first_alone(above)) return false;
        std::set<std::string> seen;
        for (const std::string& name : names(place_.begin, place_.end))
            if (!blank_cell(name) && !seen.insert(name).second) return true;
        return false;
    }

    const std::vector<Record>& records_;
    HeaderPlace place_;
    std::vector<bool> numeric_;
};

}  // namespace

bool Record::empty_line() const { return fields.size() == 1 && (fields[0].empty() || fields[0] == "\r"); }

std::size_t Record::filled() const {
    return static_cast<std::size_t>(std::count_if(fields.begin(), fields.end(), [](const std::string& cell) { return !blank_cell(cell); }));
}

std::vector<Record> records_of(std::string_view text, char separator, std::size_t most) {
    constexpr std::ptrdiff_t kMostLines = 50;
    std::vector<Record> out;
    std::uint64_t line = 0;
    while (!text.empty() && out.size() < most) {
        Record record;
        record.line = line;
        std::size_t length = table::first_record(text, separator, record.fields);
        auto lines = std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(length), '\n');
        if (length == 0 || lines > kMostLines) {
            length = std::min(text.find('\n'), text.size() - 1) + 1;
            record.fields.assign(1, std::string(text.substr(0, length)));
            lines = 1;
        }
        record.text = text.substr(0, length);
        line += static_cast<std::uint64_t>(lines);
        text.remove_prefix(length);
        out.push_back(std::move(record));
    }
    return out;
}

Look look_of(std::string_view cell) {
    const std::string text(loading::trimmed(cell));
    if (text.empty()) return Look::empty;
    if (known_marker(text) != MarkerKind::none) return Look::marker;
    const std::string padded = text + "        ";   // may be read past its end
    if (const auto number = table::machine_number(std::string_view(padded).substr(0, text.size())); number.read) {
        constexpr std::int64_t kFirst = 1900, kLast = 2100;
        const bool year = number.decimals == 0 && text.size() == 4 && number.digits >= kFirst && number.digits <= kLast;
        return year ? Look::year : Look::number;
    }
    std::int32_t day = 0;
    if (table::machine_day(text, day)) return Look::number;
    constexpr std::size_t kLongest = 40;
    if (text.size() > kLongest || text.find_first_of("0123456789") == std::string::npos) return Look::words;
    for (const Language language : {Language::en, Language::fr}) {
        PrintedReader reader(language);
        if (reader.read(text) || read_date(text, language)) return Look::number;
    }
    return Look::words;
}

HeaderPlace find_header(const std::vector<Record>& records) { return HeaderFinder(records).find(); }

}  // namespace crossfoot::profile
