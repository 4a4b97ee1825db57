#include "engine/checking/columns/overall_run.hpp"

#include <algorithm>

#include "engine/text/text_form.hpp"

namespace crossfoot::columns {

using table::BlockColumns;
using table::CellState;
using table::Column;

namespace {

std::vector<std::pair<std::int64_t, std::uint64_t>> merged(const std::vector<std::pair<std::int64_t, std::uint64_t>>& a,
                                                           const std::vector<std::pair<std::int64_t, std::uint64_t>>& b) {
    std::vector<std::pair<std::int64_t, std::uint64_t>> out;
    out.reserve(a.size() + b.size());
    auto left = a.begin(), right = b.begin();
    while (left != a.end() || right != b.end()) {
        if (right == b.end() || (left != a.end() && left->first < right->first)) out.push_back(*left++);
        else if (left == a.end() || right->first < left->first) out.push_back(*right++);
        else out.emplace_back(left->first, left->second + (right++)->second), ++left;
    }
    return out;
}

}  // namespace

OverallRun::OverallRun(Overall of, const Units& units) : of_(std::move(of)), units_(units), ranking_(of_.from_part.has_value()) {
    if (of_.grouped || (of_.function == Function::count && !of_.known)) return;
    const TableColumn& column = of_.table->columns[*of_.column];
    if (column.kind != ColumnKind::figure) return;
    const auto scale = scale_of(column, units);
    widths_ = widths_of(scale);
    if (scale) size_ = scale->size, fractional_ = scale->fractional;
}

BlockVisitor OverallRun::visitor() {
    return [this](const table::Block& block, const BlockColumns& columns) { take(block, columns); };
}

std::unique_ptr<Runner> OverallRun::runner() {
    const std::lock_guard lock(mutex_);
    if (runners_.empty()) return std::make_unique<Runner>(*of_.table, units_);
    auto out = std::move(runners_.back());
    runners_.pop_back();
    return out;
}

void OverallRun::take(const table::Block& block, const BlockColumns& columns) {
    if (failed_) return;
    Mask in(columns.rows(), 1);
    if (!of_.conditions.empty()) {
        auto programs = runner();
        Masks masks;
        for (const StepPtr& each : of_.conditions) {
            programs->run(*each, columns, true, masks);
            for (std::size_t row = 0; row < in.size(); ++row) {
                if (masks.yes[row] == 0 && masks.no[row] == 0 && in[row] != 0) failed_ = true;   // cannot be told from columns
                in[row] = in[row] != 0 && masks.yes[row] != 0 ? 1 : 0;
            }
        }
        const std::lock_guard lock(mutex_);
        runners_.push_back(std::move(programs));
    }
    Tally tally;
    count(columns, block.number, in, tally);
    merge(tally);
}

void OverallRun::count_groups(const BlockColumns& columns, const Mask& in, Tally& into) const {
    const bool figure = of_.table->columns[*of_.grouped].kind == ColumnKind::figure;
    std::string space, last;
    for (std::size_t row = 0; row < in.size(); ++row) {
        if (in[row] == 0) continue;
        const std::string_view text = columns.text(row, *of_.grouped, space);
        if (text.empty() || (figure && columns.column(*of_.grouped).states[row] != CellState::plain)) into.keyless = true;
        if (text == last) continue;
        last = text;
        into.groups.insert(composed(last));
    }
}

void OverallRun::count(const BlockColumns& columns, std::uint64_t block, const Mask& in, Tally& into) const {
    if (of_.grouped) return count_groups(columns, in, into);
    if (of_.function == Function::count && !of_.known) {
        into.rows = static_cast<std::uint64_t>(std::count(in.begin(), in.end(), 1));
        return;
    }
    const Column& column = columns.column(*of_.column);
    if (of_.table->columns[*of_.column].kind == ColumnKind::text) {
        std::string space;
        for (std::size_t row = 0; row < in.size(); ++row) into.rows += in[row] != 0 && !columns.text(row, *of_.column, space).empty() ? 1U : 0U;
        return;
    }
    const bool sums = of_.function == Function::sum || of_.function == Function::mean;
    const Wide scale = column.decimals <= kSumPlaces ? power_of_ten(kSumPlaces - column.decimals) : 0;
    for (std::size_t row = 0; row < in.size(); ++row) {
        if (in[row] == 0 || (of_.known && column.states[row] == CellState::missing)) continue;
        ++into.rows;
        if (of_.function == Function::count) continue;
        const std::int64_t width = summed_width(column, widths_, row);
        if (width < 0) {
            into.odd.push_back(place_of(block, row));
            continue;
        }
        const Wide value = column.numbers[row] * scale;
        if (sums) {
            into.sums.add(value, width, has_decimals(column, row));
        } else if (ranking_) {
            if (values_of_ != nullptr) continue;
            if (value > INT64_MAX || value < INT64_MIN) into.odd.push_back(place_of(block, row));
            else into.values.push_back(static_cast<std::int64_t>(value));
        } else if (!floor_ || value >= *floor_) {
            into.sums.decimals = into.sums.decimals || has_decimals(column, row);
            offer(into.best, column.mixed ? column.printed_decimals[row] : column.decimals, {value, {place_of(block, row), UINT64_MAX}});
        }
    }
}

void OverallRun::offer(std::map<std::uint8_t, Best>& into, std::uint8_t decimals, const Best& made) const {
    const auto [place, fresh] = into.try_emplace(decimals, made);
    if (fresh) return;
    Best& best = place->second;
    if (of_.function == Function::min ? made.value < best.value : made.value > best.value) {
        best = made;
    } else if (made.value == best.value) {
        std::array<std::uint64_t, 4> all{best.places[0], best.places[1], made.places[0], made.places[1]};
        std::sort(all.begin(), all.end());
        best.places = {all[0], all[1]};
    }
}

void OverallRun::merge(Tally& block) {
    Values values;
    std::sort(block.values.begin(), block.values.end());
    for (const std::int64_t each : block.values) {
        if (values.empty() || values.back().first != each) values.emplace_back(each, 0);
        ++values.back().second;
    }
    const std::lock_guard lock(mutex_);
    all_.rows += block.rows;
    all_.sums.add(block.sums);
    for (const auto& [decimals, best] : block.best) offer(all_.best, decimals, best);
    all_.odd.insert(all_.odd.end(), block.odd.begin(), block.odd.end());
    if (!values.empty()) add_values(std::move(values));
    all_.groups.merge(block.groups);
    if (block.keyless || all_.groups.size() > kMostGroups) failed_ = true;
    if (all_.odd.size() > kMostOdd) failed_ = true;
}

void OverallRun::add_values(Values values) {
    while (!values_.empty() && values_.back().size() < 2 * values.size()) {
        values = merged(values_.back(), values);
        values_.pop_back();
    }
    values_.push_back(std::move(values));
    if (values_.front().size() > kMostValues) failed_ = true;
}

bool OverallRun::again() {
    if (values_of_ != nullptr && ranking_ && values_of_->failed()) failed_ = true;
    if (failed_ || !ranking_) return false;
    while (values_.size() > 1) {
        const Values last = std::move(values_.back());
        values_.pop_back();
        values_.back() = merged(values_.back(), last);
    }
    const std::vector<Values>& known = values_of_ != nullptr ? values_of_->values_ : values_;
    const Values none;
    const Values& all = known.empty() ? none : known.front();
    // a figure that is not known has no rank
    const Rational least = *of_.from_part * Rational(static_cast<std::int64_t>(all_.rows));
    std::uint64_t reached = 0;
    for (const auto& [value, times] : all) {
        reached += times;
        if (Rational(static_cast<std::int64_t>(reached)) < least) continue;
        floor_ = value;
        break;
    }
    if (!floor_ || !all_.odd.empty()) {
        failed_ = true;
        return false;
    }
    ranking_ = false;
    all_ = {};
    return true;
}

std::vector<std::uint64_t> OverallRun::places() const {
    std::vector<std::uint64_t> out = all_.odd;
    for (const auto& [decimals, best] : all_.best)
        for (const std::uint64_t place : best.places)
            if (place != UINT64_MAX) out.push_back(place);
    std::sort(out.begin(), out.end());
    return out;
}

Kept OverallRun::kept(const Dataset& dataset, const std::map<std::uint64_t, NodeId>& rows) const {
    Kept out;
    if (of_.function == Function::count) {
        out.what = Rational(static_cast<std::int64_t>(of_.grouped ? all_.groups.size() : all_.rows));
        return out;
    }
    out.array = of_.table->rows;
    out.key = of_.table->columns[*of_.column].name;
    out.fractional = all_.rows > 0 && (fractional_ || all_.sums.decimals);
    out.conditions = of_.as_bound;
    if (floor_) out.from = rational(*floor_) * size_ / Rational::power_of_ten(kSumPlaces);
    const auto cell = [&](std::uint64_t place) -> Value {
        const NodeId row = rows.at(place), at = dataset.child(row, out.key);
        if (at == kNoNode) return {Absent{dataset.path(row) + "." + out.key, kNoNode}};
        return {NodeValue{at, kNoNode}};
    };
    if (of_.function == Function::min || of_.function == Function::max) {
        Kept::Extremes extremes;
        for (const std::uint64_t place : places()) extremes.members.push_back(cell(place));
        out.what = std::move(extremes);
        return out;
    }
    Kept::Total total;
    total.members = all_.rows;
    const Rational unit = size_ / Rational::power_of_ten(kSumPlaces);
    for (std::size_t sign = 0; sign < 3; ++sign) {
        const Rational value = rational(all_.sums.of[sign].value) * unit, width = rational(all_.sums.of[sign].width) * unit;
        const Rational half = width * Rational(1, 2);
        total.ranges.add(Interval::closed(value - half, value + half));
        const bool open = !width.is_zero();
        const Rational low = sign == 0 ? value : value - width, high = sign == 1 ? value : value + width;
        total.truncated.add({open && sign != 0 ? End::opened(low) : End::closed(low), open && sign != 1 ? End::opened(high) : End::closed(high)});
        total.printed += value;
    }
    for (const std::uint64_t place : all_.odd) total.others.push_back(cell(place));
    out.what = std::move(total);
    return out;
}

}  // namespace crossfoot::columns
