#include "engine/reasoning/candidates.hpp"

#include <algorithm>
#include <charconv>

#include "engine/reasoning/cause_weights.hpp"

namespace crossfoot {
namespace {

constexpr std::size_t kNowhere = 0xFFFFFFFF;

// "2013" as a key; nothing for any other key.
std::optional<int> year_of_key(std::string_view key) {
    int year = 0;
    const auto [end, error] = std::from_chars(key.data(), key.data() + key.size(), year);
    const bool whole = error == std::errc() && end == key.data() + key.size();
    return whole && year >= 1900 && year <= 2199 ? std::optional(year) : std::nullopt;
}

bool is_figure(const Dataset& dataset, NodeId node) {
    return dataset.node(node).kind == NodeKind::figure && dataset.figure(node).state == FigureState::known;
}

// The figure after `node` in its table or array, and the one under the same key in the next row.
std::vector<NodeId> neighbours(const Dataset& dataset, NodeId node) {
    std::vector<NodeId> out;
    const NodeId parent = dataset.node(node).parent;
    if (parent == kNoNode) return out;
    const auto place_of = [&](NodeId of, NodeId child) {
        const auto children = dataset.children(of);
        const auto found = std::find(children.begin(), children.end(), child);
        return found == children.end() ? kNowhere : static_cast<std::size_t>(found - children.begin());
    };
    const std::size_t place = place_of(parent, node);
    const auto siblings = dataset.children(parent);
    if (place + 1 < siblings.size() && is_figure(dataset, siblings[place + 1])) out.push_back(siblings[place + 1]);
    const NodeId above = dataset.node(parent).parent;
    if (above == kNoNode) return out;
    const auto rows = dataset.children(above);
    const std::size_t row = place_of(above, parent);
    if (row + 1 >= rows.size()) return out;
    const NodeId next = rows[row + 1];
    NodeId below = kNoNode;
    if (dataset.node(next).kind == NodeKind::table && dataset.node(parent).kind == NodeKind::table)
        below = dataset.child(next, dataset.key(node));
    else if (dataset.node(next).kind == NodeKind::array && dataset.node(parent).kind == NodeKind::array && place < dataset.children(next).size())
        below = dataset.children(next)[place];
    if (below != kNoNode && is_figure(dataset, below)) out.push_back(below);
    return out;
}

std::optional<Interval> needed_by(const Statement& statement, NodeId figure) {
    Interval out = Interval::everything();
    for (const AssertedRelation& relation : statement.relations) {
        const Needed needed = needed_for(statement.expressions, relation, figure);
        if (!needed.solved) continue;
        const auto both = needed.range ? intersection(out, *needed.range) : std::nullopt;
        if (!both) return std::nullopt;
        out = *both;
    }
    return out;
}

// Ten ways for each digit: one of them fits nearly anything where the figure is short or the statement loose. A digit too
// many or two exchanged leave a few ways only.
bool has_many_ways(CauseKind kind) { return kind == CauseKind::digit_replaced || kind == CauseKind::digit_omitted; }

}  // namespace

bool Candidates::Wanted::met_by(const Interval& range) const {
    return std::any_of(ranges.begin(), ranges.end(), [&](const Interval& each) { return intersection(each, range).has_value(); });
}

Candidates::Wanted Candidates::wanted(NodeId figure) const {
    Wanted out;
    for (const auto& [instance, statement] : contradicted_) {
        if (!std::binary_search(statement.figures.begin(), statement.figures.end(), figure)) continue;
        auto needed = needed_by(statement, figure);
        if (!needed) continue;
        out.bounded = out.bounded && needed->bounded();
        out.ranges.push_back(std::move(*needed));
    }
    return out;
}

std::vector<InstanceId> Candidates::proved(std::span<const Change> changes) {
    if (proofs_ >= options_.most_proofs) return {};
    ++proofs_;
    Consequences found = rechecker_.consequences(changes);
    return found.breaks_nothing() ? std::move(found.cleared) : std::vector<InstanceId>();
}

void Candidates::add(Cause cause, std::span<const Change> changes) {
    std::vector<InstanceId> clears = proved(changes);
    if (clears.empty()) return;
    cause.cost = cost_of(cause.kind);
    out_.push_back({std::move(cause), std::move(clears)});
}

std::vector<Candidate> Candidates::of(NodeId figure) {
    out_.clear();
    if (!is_figure(rechecker_.dataset(), figure)) return {};
    const Wanted asked = wanted(figure);
    if (!asked.ranges.empty()) {
        digits_and_signs(figure, asked);
        last_year(figure, asked);
        round_number(figure, asked);
    }
    exchanged(figure);
    return std::move(out_);
}

void Candidates::digits_and_signs(NodeId figure, const Wanted& asked) {
    std::map<CauseKind, std::size_t> possible, found;
    const auto before = static_cast<std::ptrdiff_t>(out_.size());
    for (Slip& slip : slips_of(rechecker_, figure, SlipWay::back)) {
        ++possible[slip.kind];
        if (!asked.met_by(slip.figure.range)) continue;
        // where the statements ask for no more than a least or a greatest value, nearly any slip would do
        if (!asked.bounded && slip.kind != CauseKind::power_of_ten) continue;
        const std::size_t size = out_.size();
        const Change change{figure, slip.figure};
        add({slip.kind, figure, slip.figure.printed, kNoNode, {}, 0}, {&change, 1});
        if (out_.size() == size) continue;
        if (!asked.bounded && out_.back().clears.size() < 2) {
            out_.pop_back();
            continue;
        }
        // thousands, millions: a factor of 1000 is slipped over more easily than one of 10 or 100
        const bool thousand = slip.times == Rational(1000) || slip.times == Rational(1, 1000);
        if (slip.kind == CauseKind::power_of_ten && !thousand) ++out_.back().cause.cost;
    }
    // what clears less than another slip of the figure is no repair
    std::size_t most = 0;
    const auto first = out_.begin() + before;
    for (auto each = first; each != out_.end(); ++each) most = std::max(most, each->clears.size());
    out_.erase(std::remove_if(first, out_.end(), [&](const Candidate& each) { return each.clears.size() < most; }), out_.end());
    for (auto each = first; each != out_.end(); ++each) ++found[each->cause.kind];
    // chance does not clear two statements at once
    if (most >= 2) return;
    const auto weak = [&](const Candidate& each) {
        const CauseKind kind = each.cause.kind;
        return has_many_ways(kind) && found[kind] * kOneIn > possible[kind];
    };
    out_.erase(std::remove_if(first, out_.end(), weak), out_.end());
}

// The year before stands there unchanged, and the contradicted rules leave one print only that it would have to be.
void Candidates::last_year(NodeId figure, const Wanted& asked) {
    const Dataset& dataset = rechecker_.dataset();
    const auto year = year_of_key(dataset.key(figure));
    if (!year || !asked.bounded) return;
    const NodeId before = dataset.child(dataset.node(figure).parent, std::to_string(*year - 1));
    if (before == kNoNode || !is_figure(dataset, before) || dataset.figure(before).printed != dataset.figure(figure).printed) return;
    Interval needed = asked.ranges.front();
    for (const Interval& each : asked.ranges) needed = intersection(needed, each).value_or(needed);
    const Rational middle = (needed.low.value + needed.high.value) * Rational(1, 2);
    const auto restyled = rechecker_.restyle(figure, middle);
    if (!restyled || restyled->value == dataset.figure(figure).value) return;
    const Rational unit = restyled->step.sign() > 0 ? restyled->step : dataset.units.unit(restyled->unit).size;
    if (needed.high.value - needed.low.value > unit) return;
    const Change change{figure, *restyled};
    add({CauseKind::last_year, figure, restyled->printed, before, {}, 0}, {&change, 1});
}

// A count that ends in zeros may be a rounded one.
void Candidates::round_number(NodeId figure, const Wanted& asked) {
    Figure rounded = rechecker_.dataset().figure(figure);
    if (rounded.rounded || rounded.qualified || rounded.value.is_zero() || !asked.bounded) return;
    const Rational size = rechecker_.dataset().units.unit(rounded.unit).size;
    Rational step = size;
    while ((rounded.value / (step * 10)).is_whole()) step *= 10;
    if (step < size * 100) return;
    rounded.range = rounded_range(rounded.value, step, Rounding::nearest);
    if (!asked.met_by(rounded.range)) return;
    rounded.step = step;
    rounded.rounded = true;
    const Change change{figure, rounded};
    add({CauseKind::round_number, figure, {}, kNoNode, {}, 0}, {&change, 1});
}

namespace {
bool is_equation(const AssertedRelation& one) { return one.comparison == ast::Comparison::equal; }
}  // namespace

bool Candidates::all_equations(std::span<const InstanceId> instances) const {
    return std::all_of(instances.begin(), instances.end(), [&](InstanceId each) {
        const auto found = contradicted_.find(each);
        return found != contradicted_.end() && std::any_of(found->second.relations.begin(), found->second.relations.end(), is_equation);
    });
}

void Candidates::exchanged(NodeId figure) {
    const Dataset& dataset = rechecker_.dataset();
    for (const NodeId other : neighbours(dataset, figure)) {
        const std::string mine = dataset.figure(figure).printed, its = dataset.figure(other).printed;
        if (dataset.figure(figure).value == dataset.figure(other).value) continue;
        // of one kind: a count and « plus de 2 000 » are not taken for one another
        if (dataset.figure(figure).qualified || dataset.figure(other).qualified) continue;
        if (!(dataset.units.unit(dataset.figure(figure).unit) == dataset.units.unit(dataset.figure(other).unit))) continue;
        const auto here = rechecker_.read(figure, its), there = rechecker_.read(other, mine);
        if (!here || !there) continue;
        const auto a = year_of_key(dataset.key(figure)), b = year_of_key(dataset.key(other));
        const bool years = a && b && *a != *b;
        const Change changes[] = {{figure, *here}, {other, *there}};
        const std::size_t size = out_.size();
        add({years ? CauseKind::years_exchanged : CauseKind::figures_exchanged, figure, its, other, {}, 0}, changes);
        // an order of two figures that must differ holds the other way round, always
        if (out_.size() > size && !all_equations(out_.back().clears)) out_.pop_back();
    }
}

}  // namespace crossfoot
