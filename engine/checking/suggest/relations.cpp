#include "engine/checking/suggest/relations.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "engine/dataset/table/cell.hpp"
#include "engine/dataset/table/fields.hpp"

namespace crossfoot::suggest {
namespace {

using profile::ColumnType;
using profile::Profile;

constexpr std::size_t kMostColumns = 40;  // of one dimension
constexpr std::size_t kMostOfAKind = 10;
constexpr std::size_t kLeastRows = 3;
// A sum is believed when its rows, each by the digits that it fixes, could not agree by chance.
constexpr std::size_t kLeastDigits = 12;
constexpr std::size_t kLeastRates = 5, kLeastDistinct = 3;

// A relation that holds in nearly all rows is found as well: the others may be mistakes of the table.
class Failures {
public:
    // False where there are too many.
    bool fail() { return ++failed_ <= kFew || failed_ * kOneIn <= rows_; }
    void row() { ++rows_; }
    [[nodiscard]] bool few() const { return failed_ * kOneIn <= rows_; }

private:
    static constexpr std::size_t kFew = 3, kOneIn = 12;   // more than the table may have: a sample is not quite like it
    std::size_t rows_ = 0, failed_ = 0;
};

struct Value {
    Rational printed, low, high;
};
using Values = std::vector<std::vector<std::optional<Value>>>;  // by column and row
using Texts = std::vector<std::vector<std::string>>;            // by column and row; of text columns of keys
constexpr std::size_t kNoRow = std::string::npos;

// The figures of the sample that are known and bounded.
Values read_values(const Profile& profile, const Table& table, Units units, Texts& texts) {
    std::vector<const TableColumn*> declared(profile.columns.size(), nullptr);
    for (std::size_t i = 0; i < declared.size(); ++i)
        for (const TableColumn& each : table.columns)
            if (each.kind == ColumnKind::figure && each.name == profile.columns[i].name) declared[i] = &each;
    Values out(declared.size());
    texts.resize(declared.size());
    std::set<std::size_t> wanted;
    for (const profile::Key& key : profile.keys)
        for (const std::size_t column : key)
            if (key.size() == 2 && profile.columns[column].type == ColumnType::text) wanted.insert(column);
    std::vector<std::string> fields;
    for (const table::HeldRow& row : profile.sample) {
        fields.clear();
        if (table::first_record(row.text + "\n", profile.separator, fields) == 0) continue;
        for (std::size_t i = 0; i < declared.size(); ++i) {
            const std::uint32_t place = profile.headers[row.part].place[i];
            if (wanted.contains(i)) texts[i].push_back(place == table::kAbsent ? std::string() : fields.at(place));
            if (declared[i] == nullptr) continue;
            const table::CellValue cell = place == table::kAbsent ? table::absent_cell(*declared[i])
                                                                  : table::read_cell(fields.at(place), *declared[i], table, units);
            const auto* figure = std::get_if<Figure>(&cell);
            const bool known = figure != nullptr && figure->state == FigureState::known &&
                               !figure->range.low.unbounded && !figure->range.high.unbounded;
            std::optional<Value>& value = out[i].emplace_back();
            if (known) value = {figure->value, figure->range.low.value, figure->range.high.value};
        }
    }
    return out;
}

class Finder {
public:
    Finder(const Profile& profile, const Table& table, const Units& units)
        : profile_(profile), values_(read_values(profile, table, units, texts_)) {
        for (std::size_t i = 0; i < values_.size(); ++i) {
            if (values_[i].empty()) continue;
            const auto& column = *std::find_if(table.columns.begin(), table.columns.end(),
                                               [&](const TableColumn& each) { return each.name == profile.columns[i].name; });
            add(i, units.unit(column.reading.unit.value_or(0)));
        }
    }

    std::vector<Relation> find() {
        for (const Group& group : groups_) sums(group);
        for (const Group& group : groups_) hundreds(group);
        for (const std::size_t rate : rates_)
            for (const Group& group : groups_)
                if (!group.rates) rate_of(rate, group);
        for (const profile::Key& key : profile_.keys) yearly(key);
        return std::move(out_);
    }

private:
    struct Group {  // columns that can be added
        Dimension dimension;
        bool rates = false;
        std::vector<std::size_t> columns;
    };

    void add(std::size_t column, const Unit& unit) {
        const bool rate = unit.notation == Notation::percent || unit.notation == Notation::permille;
        if (rate || (unit.dimension.is_number() && profile_.columns[column].decimals > 0)) rates_.push_back(column);
        for (Group& each : groups_)
            if (each.dimension == unit.dimension && each.rates == rate) {
                if (each.columns.size() < kMostColumns) each.columns.push_back(column);
                return;
            }
        groups_.push_back({unit.dimension, rate, {column}});
    }

    [[nodiscard]] bool room(RelationKind kind) const {
        return std::count_if(out_.begin(), out_.end(), [&](const Relation& each) { return each.kind == kind; }) <
               static_cast<std::ptrdiff_t>(kMostOfAKind);
    }

    // Parts: any two columns, or three and more that stand side by side, the total among them or not.
    void sums(const Group& group) {
        const std::size_t all = group.columns.size();
        for (const std::size_t total : group.columns) {
            std::set<std::vector<std::size_t>> tried;
            const auto attempt = [&](std::vector<std::size_t> parts) {
                parts.erase(std::remove(parts.begin(), parts.end(), total), parts.end());
                if (parts.size() < 2 || !room(RelationKind::sum) || !tried.insert(parts).second) return;
                if (adds_up(parts, total)) out_.push_back({RelationKind::sum, std::move(parts), total, false});
            };
            for (std::size_t a = 0; a < all; ++a)
                for (std::size_t b = a + 1; b < all; ++b) attempt({group.columns[a], group.columns[b]});
            for (std::size_t length = 3; length <= all; ++length)
                for (std::size_t begin = 0; begin + length <= all; ++begin) {
                    const auto first = group.columns.begin() + static_cast<std::ptrdiff_t>(begin);
                    attempt({first, first + static_cast<std::ptrdiff_t>(length)});
                }
        }
    }

    // Digits of the value that the width of its range, or 1, leaves certain.
    static std::size_t digits(const Rational& value, const Rational& width) {
        const Rational parts = (value.abs() / (width.is_zero() ? Rational(1) : width)).floor();
        return parts.is_zero() ? 0 : parts.decimal(Rational::Direction::down).size();
    }

    bool adds_up(const std::vector<std::size_t>& parts, std::optional<std::size_t> total) const {
        std::size_t rows = 0, sure = 0;
        Failures failures;
        std::vector<std::size_t> not_zero(parts.size());
        for (std::size_t row = 0; row < values_[parts[0]].size(); ++row) {
            Rational low = 0, high = 0;
            bool known = !total || values_[*total][row];
            for (std::size_t i = 0; known && i < parts.size(); ++i) {
                const auto& value = values_[parts[i]][row];
                known = value.has_value();
                if (!known) break;
                low += value->low;
                high += value->high;
                not_zero[i] += value->printed.is_zero() ? 0U : 1U;
            }
            if (!known) continue;
            const Value sum = total ? *values_[*total][row] : Value{1, 1, 1};
            failures.row();
            if (sum.high < low || high < sum.low) {
                if (failures.fail()) continue;
                return false;
            }
            ++rows;
            sure += digits(sum.printed, high - low + (sum.high - sum.low));
        }
        return failures.few() && rows >= kLeastRows && sure >= kLeastDigits &&
               std::all_of(not_zero.begin(), not_zero.end(), [](std::size_t count) { return count >= 2; });
    }

    void hundreds(const Group& group) {
        if (!group.rates) return;
        const auto at = [&](std::size_t i) { return group.columns.begin() + static_cast<std::ptrdiff_t>(i); };
        for (std::size_t begin = 0; begin < group.columns.size(); ++begin)
            for (std::size_t end = begin + 2; end <= group.columns.size(); ++end) {
                const std::vector<std::size_t> parts(at(begin), at(end));
                if (room(RelationKind::hundred) && adds_up(parts, std::nullopt))
                    out_.push_back({RelationKind::hundred, parts, 0, false});
            }
    }

    void rate_of(std::size_t rate, const Group& group) {
        for (const std::size_t a : group.columns)
            for (const std::size_t b : group.columns) {
                if (a == b || a == rate || b == rate) continue;
                for (const RelationKind kind : {RelationKind::share, RelationKind::ratio, RelationKind::change})
                    for (const bool percent : {false, true}) {
                        const bool bare = profile_.columns[rate].unit.empty();
                        if ((percent && !bare) || (kind == RelationKind::ratio && (percent || !bare))) continue;
                        if (room(kind) && is_rate(kind, a, b, rate, percent)) out_.push_back({kind, {a, b}, rate, percent});
                    }
            }
    }

    [[nodiscard]] bool holds_years(std::size_t column) const {
        const profile::ColumnProfile& of = profile_.columns[column];
        const Rational first = 1800, last = 2100;
        return of.type == ColumnType::number && of.unit.empty() && of.decimals == 0 && *of.least >= first && *of.greatest <= last &&
               *of.least < *of.greatest;
    }

    // Rates that are the change from the row of the same unit a year before; a key tells the rows apart.
    void yearly(const profile::Key& key) {
        const auto year = std::find_if(key.begin(), key.end(), [&](std::size_t column) { return holds_years(column); });
        if (year == key.end()) return;
        const std::size_t unit = key.size() == 2 ? key[year == key.begin() ? 1 : 0] : kNoRow;
        if (unit != kNoRow && (profile_.columns[unit].type != ColumnType::text || texts_[unit].empty())) return;
        const auto unit_of = [&](std::size_t row) { return unit == kNoRow ? std::string() : texts_[unit][row]; };
        std::map<std::pair<std::string, Rational>, std::size_t> rows;
        const auto& years = values_[*year];
        for (std::size_t row = 0; row < years.size(); ++row)
            if (years[row]) rows.emplace(std::pair(unit_of(row), years[row]->printed), row);
        std::vector<std::size_t> before(years.size(), kNoRow);
        for (std::size_t row = 0; row < years.size(); ++row) {
            if (!years[row]) continue;
            const auto found = rows.find(std::pair(unit_of(row), years[row]->printed - Rational(1)));
            if (found != rows.end()) before[row] = found->second;
        }
        for (const std::size_t rate : rates_)
            for (const Group& group : groups_)
                for (const std::size_t column : group.columns)
                    for (const bool percent : {false, true}) {
                        if (group.rates || column == *year || column == rate || (percent && !profile_.columns[rate].unit.empty())) continue;
                        if (!room(RelationKind::yearly) || !is_rate(RelationKind::yearly, column, column, rate, percent, &before)) continue;
                        std::vector<std::size_t> parts{column, *year};
                        if (unit != kNoRow) parts.push_back(unit);
                        out_.push_back({RelationKind::yearly, std::move(parts), rate, percent});
                    }
    }

    // Of positive figures; rows with others say nothing. `before`: of each row the one where `a` stands, if not itself.
    bool is_rate(RelationKind kind, std::size_t a, std::size_t b, std::size_t rate, bool percent,
                 const std::vector<std::size_t>* before = nullptr) const {
        const bool changes = kind == RelationKind::change || kind == RelationKind::yearly;
        std::size_t rows = 0, above = 0;
        Failures failures;
        std::set<Rational> distinct;
        for (std::size_t row = 0; row < values_[rate].size(); ++row) {
            if (before != nullptr && (*before)[row] == kNoRow) continue;
            const auto &first = values_[a][before == nullptr ? row : (*before)[row]], &second = values_[b][row], &found = values_[rate][row];
            if (!first || !second || !found) continue;
            const auto& [over, under] = !changes ? std::tie(*first, *second) : std::tie(*second, *first);
            if (over.low.sign() < 0 || under.low.sign() <= 0) continue;
            const Rational shift = changes ? 1 : 0, size = percent ? Rational(1, 100) : Rational(1);
            const Rational low = over.low / under.high - shift, high = over.high / under.low - shift;
            failures.row();
            if (high < found->low * size || found->high * size < low) {
                if (failures.fail()) continue;
                return false;
            }
            if (found->printed.is_zero() || over.printed == under.printed) continue;
            ++rows;
            above += under.printed < over.printed ? 1U : 0U;
            if (distinct.size() < kLeastDistinct) distinct.insert(found->printed);
        }
        // a part is no larger than its whole, but for a few rows
        const bool part = 10 * above <= rows;
        if (kind == RelationKind::share ? !part : kind == RelationKind::ratio && part) return false;
        return failures.few() && rows >= kLeastRates && distinct.size() >= kLeastDistinct;
    }

    const Profile& profile_;
    Texts texts_;
    Values values_;
    std::vector<Group> groups_;
    std::vector<std::size_t> rates_;
    std::vector<Relation> out_;
};

}  // namespace

std::vector<Relation> find_relations(const Profile& profile, const Table& table, const Units& units) {
    return Finder(profile, table, units).find();
}

}  // namespace crossfoot::suggest
