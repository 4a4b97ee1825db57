#include "engine/reasoning/strength.hpp"

#include <algorithm>
#include <atomic>
#include <functional>
#include <future>
#include <system_error>
#include <iterator>
#include <map>
#include <span>
#include <utility>

#include "engine/reasoning/monotone.hpp"
#include "engine/reasoning/noticing.hpp"
#include "engine/reasoning/typical_slips.hpp"

namespace crossfoot {
namespace {

constexpr int kMostDecimals = 12;
constexpr std::int64_t kFarthest = std::int64_t{1} << 50U;   // steps; beyond that a side is open
constexpr std::int64_t kMostTried = 16;                      // on each side of a range that is not proved

// The least change that the print of a figure can show. Nothing where it cannot be printed otherwise.
std::optional<Rational> step_of_print(Rechecker& rules, NodeId node) {
    const Figure figure = rules.dataset().figure(node);
    const Rational size = rules.dataset().units.unit(figure.unit).size;
    std::optional<Rational> out;
    for (int decimals = 0; decimals <= kMostDecimals; ++decimals) {
        const Rational step = size * Rational::power_of_ten(-decimals);
        const auto next = rules.restyle(node, figure.value + step);
        if (!next || !(next->value == figure.value + step)) return out;
        out = step;
    }
    return out;
}

class Measure {
public:
    Measure(Rechecker& rules, NodeId node) : rules_(rules), node_(node), noticing_(rules, node) {}

    FigureStrength all() {
        FigureStrength out;
        out.figure = node_;
        out.guards = noticing_.guards().size();
        if (const auto step = step_of_print(rules_, node_)) out.unnoticed = range(*step);
        const auto& range = out.unnoticed;
        for (const Figure& slip : typical_slips(rules_, node_)) {
            ++out.slips.all;
            if (is_caught(slip, range)) ++out.slips.caught;
        }
        out.unprotected = out.slips.caught == 0 && !(range && (range->low || range->high));
        if (range && range->proved && range->low && range->high) {
            const Rational value = rules_.dataset().figure(node_).value;
            out.surely = max(value - *range->low, *range->high - value) + range->step;
        }
        return out;
    }

private:
    // What only moves the true values is known from a range that is proved; the rules are asked of everything else.
    [[nodiscard]] bool is_caught(const Figure& slip, const std::optional<Unnoticed>& known) {
        const Figure& old = rules_.dataset().figure(node_);
        const bool moved = known && known->proved && slip.unit == old.unit && slip.step == old.step &&
                           slip.whole_step == old.whole_step && slip.fractional == old.fractional &&
                           slip.qualified == old.qualified && old.range.bounded() && slip.range.bounded() &&
                           slip.range == old.range + Interval::point(slip.value - old.value);
        if (!moved) return noticing_.notices(slip);
        return (known->low && slip.value < *known->low) || (known->high && *known->high < slip.value);
    }

    Unnoticed range(const Rational& step) {
        Unnoticed out;
        out.step = step;
        if (rules_.using_figure(node_).empty()) {
            out.proved = true;
            return out;
        }
        const bool all = find_monotone();
        const Rational value = rules_.dataset().figure(node_).value;
        const auto below = last_unnoticed(step, -1, all), above = last_unnoticed(step, 1, all);
        if (below) out.low = value - step * Rational(*below);
        if (above) out.high = value + step * Rational(*above);
        const auto known_inside = [&](const std::optional<std::int64_t>& steps) { return all || (steps && *steps <= kMostTried); };
        out.proved = known_inside(below) && known_inside(above) && (!below || notices_all_beyond(step, -*below - 1)) &&
                     (!above || notices_all_beyond(step, *above + 1));
        return out;
    }

    [[nodiscard]] bool notices(const Rational& step, std::int64_t steps) {
        const auto changed = rules_.restyle(node_, rules_.dataset().figure(node_).value + step * Rational(steps));
        return changed && noticing_.notices(*changed);
    }

    // How many steps go unnoticed in a row; nothing where all that were tried do.
    std::optional<std::int64_t> last_unnoticed(const Rational& step, int sign, bool monotone) {
        std::int64_t inside = 0, outside = 1;
        while (!notices(step, sign * outside)) {
            inside = outside;
            if (outside >= kFarthest) return monotone ? std::nullopt : without_hole(step, sign, kFarthest);
            outside *= outside < 8 ? 2 : 8;
        }
        inside = last_between(step, sign, inside, outside);
        if (monotone) return inside;
        return without_hole(step, sign, inside).value_or(inside);
    }

    // `inside` steps go unnoticed, `outside` do not.
    std::int64_t last_between(const Rational& step, int sign, std::int64_t inside, std::int64_t outside) {
        while (outside - inside > 1) {
            const std::int64_t middle = inside + (outside - inside) / 2;
            (notices(step, sign * middle) ? outside : inside) = middle;
        }
        return inside;
    }

    // Tries steps up to `end`, all of them where they are few; where one is noticed, the range ends before it.
    std::optional<std::int64_t> without_hole(const Rational& step, int sign, std::int64_t end) {
        const std::int64_t stride = std::max<std::int64_t>(1, end / kMostTried);
        for (std::int64_t next = stride; next <= end; next += stride)
            if (notices(step, sign * next)) return last_between(step, sign, next - stride, next);
        return std::nullopt;
    }

    // Are all guards monotone in the figure? Those that are, are kept.
    bool find_monotone() {
        const std::vector<InstanceId>& guards = noticing_.guards();
        std::copy_if(guards.begin(), guards.end(), std::back_inserter(monotone_),
                     [&](InstanceId id) { return monotone_in(rules_.statement(id), node_); });
        return monotone_.size() == guards.size();
    }

    // What one monotone guard notices so many steps away, it notices everywhere beyond.
    bool notices_all_beyond(const Rational& step, std::int64_t steps) {
        const auto changed = rules_.restyle(node_, rules_.dataset().figure(node_).value + step * Rational(steps));
        if (!changed) return false;
        const Change change{node_, *changed};
        const std::vector<Rechecked> seen = rules_.with(std::span(&change, 1), monotone_);
        return std::any_of(seen.begin(), seen.end(), [](const Rechecked& each) { return each.verdict == Verdict::contradicted; });
    }

    Rechecker& rules_;
    NodeId node_;
    Noticing noticing_;
    std::vector<InstanceId> monotone_;
};

// The figures in the order of their keys, each with the key of its chapter.
void collect(const Dataset& dataset, NodeId node, const std::string& chapter, std::vector<std::pair<NodeId, std::string>>& out) {
    const Node& here = dataset.node(node);
    if (here.manifest) return;
    if (const Table* table = dataset.table_at(node); table != nullptr && table->streamed) return;   // its rows are not at hand
    if (here.kind == NodeKind::table || here.kind == NodeKind::array) {
        for (const NodeId child : dataset.children(node))
            collect(dataset, child, node == Dataset::kRoot ? std::string(dataset.key(child)) : chapter, out);
    } else if (here.kind == NodeKind::figure && dataset.figure(node).state == FigureState::known) {
        out.emplace_back(node, chapter);
    }
}

void count(ChapterStrength& into, const FigureStrength& figure) {
    ++into.figures;
    if (figure.unprotected) ++into.unprotected;
    into.slips += figure.slips;
}

}  // namespace

SlipCount& SlipCount::operator+=(const SlipCount& other) {
    caught += other.caught;
    all += other.all;
    return *this;
}

Strength measure_strength(std::span<Rechecker> rules) {
    std::vector<std::pair<NodeId, std::string>> figures;
    collect(rules.front().dataset(), Dataset::kRoot, "", figures);
    Strength out;
    out.rules = rules.front().rules().size();
    out.figures.resize(figures.size());
    std::atomic<std::size_t> next = 0;
    const auto work = [&](Rechecker& mine) {
        for (std::size_t at = next++; at < figures.size(); at = next++) out.figures[at] = Measure(mine, figures[at].first).all();
    };
    std::vector<std::future<void>> others;
    try {
        for (Rechecker& each : rules.subspan(1)) others.push_back(std::async(std::launch::async, work, std::ref(each)));
    } catch (const std::system_error&) {}   // the system gives no more threads: those that there are do all
    work(rules.front());
    for (std::future<void>& each : others) each.get();

    std::map<std::string, std::size_t> chapters;
    for (const auto& [node, key] : figures) chapters.emplace(key, 0);
    for (auto& [key, place] : chapters) {
        place = out.chapters.size();
        out.chapters.emplace_back().key = key;
    }
    for (std::size_t at = 0; at < figures.size(); ++at) {
        FigureStrength& figure = out.figures[at];
        figure.chapter = chapters.at(figures[at].second);
        count(out.chapters[figure.chapter], figure);
        count(out.overall, figure);
    }
    return out;
}

}  // namespace crossfoot
