#include "engine/checking/columns/keyed_run.hpp"

#include <algorithm>
#include <deque>

#include "engine/text/text_form.hpp"

namespace crossfoot::columns {
namespace {

using ast::Comparison;
using table::BlockColumns;
using table::CellState;
using table::Column;

constexpr char kBetween = '\x1f';   // of a key and a value
constexpr std::size_t kAhead = 8;   // rows whose slots are fetched ahead

void lower_to(std::atomic<std::uint64_t>& place, std::uint64_t value) {
    std::uint64_t known = place;
    while (value < known && !place.compare_exchange_weak(known, value)) {}
}

}  // namespace

// The keys of a block's rows, and the rows of each shard.
struct KeyedRun::Taking {
    std::vector<std::string_view> keys;
    std::vector<std::uint64_t> hashes;
    std::vector<std::uint32_t> rows;          // with a key, by shard
    std::array<std::uint32_t, KeyTable::kShards + 1> begin{};
    std::deque<std::string> made;             // of keys that do not stand in the block as they are compared

    void order() {
        for (const std::uint64_t hash : hashes) ++begin[KeyTable::shard_of(hash) + 1];
        for (std::size_t i = 0; i < KeyTable::kShards; ++i) begin[i + 1] += begin[i];
        std::array<std::uint32_t, KeyTable::kShards> next{};
        std::copy_n(begin.begin(), next.size(), next.begin());
        rows.resize(hashes.size());
        for (std::uint32_t row = 0; row < hashes.size(); ++row) rows[next[KeyTable::shard_of(hashes[row])]++] = row;
    }
    [[nodiscard]] std::span<const std::uint32_t> of_shard(std::size_t shard) const {
        return {rows.data() + begin[shard], begin[shard + 1] - begin[shard]};
    }
};

// A relation as value sums times factors, all times 2 × 10^places.
struct KeyedRun::Whole {
    std::vector<std::pair<std::size_t, std::int64_t>> terms;
    std::int64_t constant = 0, width = 0;
    Comparison comparison = Comparison::equal;
    bool same_print = false, exists = false;
};

KeyedRun::KeyedRun(KeyedRule rule, const Units& units, std::uint64_t most_keys)
    : rule_(std::move(rule)), keys_(rule_.sums.size(), most_keys) {
    for (const KeyedSum& each : rule_.sums) {
        const bool count = each.column == kCount;
        scales_.push_back(count ? std::nullopt : scale_of(rule_.sides[each.side].table->columns[each.column], units));
        widths_.push_back(widths_of(scales_.back()));
        if (!count && !scales_.back()) rule_.decides = false;
    }
    for (std::size_t i = 0; i < rule_.unique_columns.size(); ++i) pairs_.push_back(std::make_unique<KeyTable>(0, most_keys));
    for (auto& each : first_) each = UINT64_MAX;
    for (auto& each : without_key_) each = UINT64_MAX;
}

BlockVisitor KeyedRun::visitor(std::size_t side) {
    return [this, side](const table::Block& block, const BlockColumns& columns) { take(side, block, columns); };
}

bool KeyedRun::too_many_keys() const {
    return keys_.full() || std::any_of(pairs_.begin(), pairs_.end(), [](const auto& each) { return each->full(); });
}

void KeyedRun::take(std::size_t side, const table::Block& block, const BlockColumns& columns) {
    if (too_many_keys() || columns.rows() == 0) return;
    lower_to(first_[side], place_of(block.number, 0));
    Taking taking;
    std::string space;
    const std::size_t column = rule_.sides[side].column;
    for (std::size_t row = 0; row < columns.rows(); ++row) {
        std::string_view key = columns.text(row, column, space);
        if (key.empty()) lower_to(without_key_[side], place_of(block.number, row));
        const bool ascii = columns.ascii() || is_ascii(key);
        if (!ascii || key.data() == space.data()) key = taking.made.emplace_back(ascii ? std::string(key) : composed(std::string(key)));
        taking.keys.push_back(key);
        taking.hashes.push_back(hash_of(key));
    }
    taking.order();
    std::vector<std::pair<std::size_t, const Column*>> sums;   // by place in `sums`; null: rows
    for (std::size_t i = 0; i < rule_.sums.size(); ++i)
        if (rule_.sums[i].side == side && rule_.sums[i].column != kCount) sums.emplace_back(i, &columns.column(rule_.sums[i].column));
    std::array<Wide, kSumPlaces + 1> powers{};
    for (int i = 0; i <= kSumPlaces; ++i) powers[static_cast<std::size_t>(i)] = power_of_ten(i);
    for (std::size_t shard = 0; shard < KeyTable::kShards; ++shard) {
        const auto rows = taking.of_shard(shard);
        if (rows.empty()) continue;
        KeyTable::Adding adding(keys_, shard);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (i + 2 * kAhead < rows.size()) adding.fetch_slot(taking.hashes[rows[i + 2 * kAhead]]);
            if (i + kAhead < rows.size()) adding.fetch_entry(taking.hashes[rows[i + kAhead]]);
            const std::uint32_t row = rows[i];
            KeyEntry* entry = adding.at(taking.hashes[row], taking.keys[row]);
            if (entry == nullptr) return;
            ++entry->rows[side];
            if (side == 0) entry->first = std::min(entry->first, place_of(block.number, row));
            KeySum* all = sums.empty() ? nullptr : adding.sums(*entry);
            for (const auto& [place, cells] : sums) {
                const std::int64_t width = summed_width(*cells, widths_[place], row);
                if (width < 0) {
                    entry->odd = true;
                    continue;
                }
                all[place].value += cells->numbers[row] * powers[static_cast<std::size_t>(kSumPlaces - cells->decimals)];
                all[place].width += width;
            }
        }
    }
    if (side == 0) take_pairs(columns, taking);
}

void KeyedRun::take_pairs(const BlockColumns& columns, const Taking& keys) {
    std::string space;
    for (std::size_t i = 0; i < pairs_.size(); ++i) {
        Taking pairs;
        for (std::size_t row = 0; row < columns.rows(); ++row) {
            std::string& made = pairs.made.emplace_back(keys.keys[row]);
            made += kBetween;
            const std::string_view value = columns.text(row, rule_.unique_columns[i], space);
            made += columns.ascii() || is_ascii(value) ? std::string(value) : composed(std::string(value));
            pairs.keys.push_back(made);
            pairs.hashes.push_back(hash_of(made));
        }
        pairs.order();
        for (std::size_t shard = 0; shard < KeyTable::kShards; ++shard) {
            const auto rows = pairs.of_shard(shard);
            if (rows.empty()) continue;
            KeyTable::Adding adding(*pairs_[i], shard);
            for (const std::uint32_t row : rows) {
                KeyEntry* entry = adding.at(pairs.hashes[row], pairs.keys[row]);
                if (entry == nullptr) return;
                ++entry->rows[0];
            }
        }
    }
}

std::vector<KeyedRun::Whole> KeyedRun::relations_in_whole_numbers() const {
    std::vector<Whole> out;
    for (const KeyedRelation& relation : rule_.relations) {
        Whole made;
        made.comparison = relation.comparison;
        made.same_print = relation.same_print;
        // the least number of places with which all factors are whole
        for (int places = 0; places <= 30 && !made.exists; ++places) {
            const Rational unit = Rational::power_of_ten(places) * 2;
            made.terms.clear();
            const auto whole = [&](const Rational& value, std::int64_t& into) { return value.is_whole() && value.to_int64(into); };
            bool all = whole(relation.constant * unit, made.constant) && whole(relation.width * unit * Rational(1, 2), made.width);
            for (const auto& [sum, weight] : relation.terms) {
                const Rational size = scales_[sum] ? scales_[sum]->size / Rational::power_of_ten(kSumPlaces) : Rational(1);
                std::int64_t factor = 0;
                all = all && whole(weight * size * unit * Rational(1, 2), factor);
                made.terms.emplace_back(sum, factor);
            }
            made.exists = all;
        }
        out.push_back(std::move(made));
    }
    return out;
}

// The left side lies from (middle - width) / 2 to (middle + width) / 2, both ends in.
bool KeyedRun::holds(const KeyEntry& entry, const KeySum* sums, const std::vector<Whole>& relations) const {
    if (!rule_.decides || entry.odd) return false;
    for (const std::size_t side : rule_.references)
        if (entry.rows[side] == 0) return false;
    for (const Whole& relation : relations) {
        if (!relation.exists) return false;
        Wide middle = relation.constant, width = relation.width;
        for (const auto& [place, factor] : relation.terms) {
            const KeyedSum& sum = rule_.sums[place];
            const std::uint32_t rows = entry.rows[sum.side];
            if (rows == 0 || (sum.single && rows != 1)) return false;
            const Wide value = sum.column == kCount ? Wide{rows} : sums[place].value;
            const Wide cells = sum.column == kCount ? Wide{0} : sums[place].width;
            Wide times = 0, wider = 0;
            if (__builtin_mul_overflow(value, Wide{factor} * 2, &times) || __builtin_add_overflow(middle, times, &middle)) return false;
            if (__builtin_mul_overflow(cells, Wide{factor < 0 ? -factor : factor}, &wider) || __builtin_add_overflow(width, wider, &width))
                return false;
        }
        Wide low = 0, high = 0;
        if (__builtin_sub_overflow(middle, width, &low) || __builtin_add_overflow(middle, width, &high)) return false;
        const bool yes = relation.same_print && relation.comparison == Comparison::equal ? middle == 0
                                                                                           : some_compares(relation.comparison, low, high);
        if (!yes) return false;
    }
    return true;
}

// A key some value of which stands twice, or is missing.
void KeyedRun::mark_repeated() {
    for (const auto& pairs : pairs_)
        pairs->each([&](const KeyEntry& pair, std::string_view text, const KeySum*) {
            const std::size_t between = text.rfind(kBetween);
            if (pair.rows[0] < 2 && between + 1 < text.size()) return;
            // a value that holds the sign itself belongs to any of its beginnings
            for (std::size_t at = text.find(kBetween); at != std::string_view::npos; at = text.find(kBetween, at + 1))
                if (KeyEntry* entry = keys_.find(text.substr(0, at))) entry->odd = true;
        });
}

KeyedRun::Decided KeyedRun::decide(bool all) {
    Decided out;
    mark_repeated();
    const std::vector<Whole> relations = relations_in_whole_numbers();
    bool spoiled = false;   // a lookup meets a row without key, whatever it looks up
    for (std::size_t side = 1; side < rule_.sides.size(); ++side) spoiled = spoiled || without_key_[side] != UINT64_MAX;
    const bool unique = rule_.form == KeyedRule::Form::unique;
    keys_.each([&](const KeyEntry& entry, std::string_view key, const KeySum* sums) {
        if (entry.rows[0] == 0) return;
        std::uint64_t rows = 0;
        for (const std::uint32_t each : entry.rows) rows += each;
        const bool surely = !spoiled && !key.empty() && (unique ? entry.rows[0] == 1 : holds(entry, sums, relations));
        if (surely) out.holding_instances += rule_.form == KeyedRule::Form::groups ? 1 : entry.rows[0];
        if (!surely || (all && !unique)) (surely ? out.holding : out.open).push_back({std::string(key), entry.first, rows});
    });
    const auto earlier = [](const OpenKey& a, const OpenKey& b) { return a.first < b.first; };
    std::sort(out.open.begin(), out.open.end(), earlier);
    std::sort(out.holding.begin(), out.holding.end(), earlier);
    return out;
}

}  // namespace crossfoot::columns
