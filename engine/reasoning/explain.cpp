// Why a smallest set is impossible, in steps that a reader can follow with a pencil.
#include <algorithm>
#include <map>

#include "engine/reasoning/joint.hpp"
#include "engine/reasoning/narrow.hpp"

namespace crossfoot::reasoning {
namespace {

using ast::Comparison;

constexpr std::size_t kExplainingRounds = 40, kMostSteps = 8;

// The steps that the clash rests on: those that say something of what is needed, from the last back to the first.
std::vector<Narrowing> needed(const System& system, const std::vector<Narrowing>& steps) {
    std::vector<bool> wanted(system.unknowns().size(), false);
    std::vector<Narrowing> out;
    for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
        if (step != steps.rbegin() && !wanted[step->unknown]) continue;
        for (const UnknownId id : system.facts()[step->fact].unknowns) wanted[id] = true;
        out.push_back(*step);
    }
    std::reverse(out.begin(), out.end());
    return out;
}

// left - right as a sum of unknowns times numbers, and where that must lie.
struct Line {
    std::map<UnknownId, Rational> factors;
    Rational constant;
};

bool is_number(const Line& line) { return line.factors.empty(); }

Line scaled(Line line, const Rational& by) {
    line.constant *= by;
    for (auto& [id, factor] : line.factors) factor *= by;
    return line;
}

void add(Line& to, const Line& line, const Rational& times) {
    to.constant += line.constant * times;
    for (const auto& [id, factor] : line.factors) {
        const auto place = to.factors.try_emplace(id, 0).first;
        place->second += factor * times;
        if (place->second.is_zero()) to.factors.erase(place);
    }
}

// Nothing where a product, a quotient or an extreme of unknowns stands in it.
std::optional<Line> line_of(const Fact& fact, std::uint32_t root) {
    std::vector<std::optional<Line>> lines(root + 1);
    for (std::uint32_t at = 0; at <= root; ++at) {
        const Term& term = fact.nodes[at];
        std::optional<Line>& out = lines[at];
        switch (term.op) {
            case TermOp::constant: out = Line{{}, fact.constants[term.a]}; break;
            case TermOp::variable: out = Line{{{term.a, 1}}, 0}; break;
            case TermOp::negate:
                if (lines[term.a]) out = scaled(*lines[term.a], -1);
                break;
            case TermOp::add:
            case TermOp::subtract:
                if (!lines[term.a] || !lines[term.b]) break;
                out = lines[term.a];
                add(*out, *lines[term.b], term.op == TermOp::add ? 1 : -1);
                break;
            case TermOp::multiply:
                if (!lines[term.a] || !lines[term.b]) break;
                if (is_number(*lines[term.a])) out = scaled(*lines[term.b], lines[term.a]->constant);
                else if (is_number(*lines[term.b])) out = scaled(*lines[term.a], lines[term.b]->constant);
                break;
            case TermOp::divide:
                if (lines[term.a] && lines[term.b] && is_number(*lines[term.b]) && !lines[term.b]->constant.is_zero())
                    out = scaled(*lines[term.a], Rational(1) / lines[term.b]->constant);
                break;
            case TermOp::sum:
                out = Line{};
                for (const std::uint32_t each : fact.operands(term)) {
                    if (!lines[each]) {
                        out.reset();
                        break;
                    }
                    add(*out, *lines[each], 1);
                }
                break;
            case TermOp::min:
            case TermOp::max: break;
        }
    }
    return lines[root];
}

// Where left - right lies by the comparison.
std::optional<Interval> place_of(const Fact& fact) {
    Rational tolerance;
    if (fact.tolerance) {
        const auto line = line_of(fact, *fact.tolerance);
        if (!line || !is_number(*line)) return std::nullopt;
        tolerance = line->constant;
    }
    switch (fact.comparison) {
        case Comparison::equal: return Interval::closed(-tolerance, tolerance);
        case Comparison::less: return Interval{End::infinite(), End::opened(tolerance)};
        case Comparison::less_equal: return Interval{End::infinite(), End::closed(tolerance)};
        case Comparison::greater: return Interval{End::opened(-tolerance), End::infinite()};
        case Comparison::greater_equal: return Interval{End::closed(-tolerance), End::infinite()};
        case Comparison::not_equal: break;
    }
    return std::nullopt;
}

// The one way (up to a factor) to multiply the rows so that their sum is 0 in every column; nothing where there is
// none, or several. Of an irreducible linear contradiction it is the certificate of Farkas' lemma (1902).
std::optional<std::vector<Rational>> annihilator(std::vector<std::vector<Rational>> rows) {
    const std::size_t count = rows.size(), columns = rows.empty() ? 0 : rows.front().size();
    // beside each row, how it is made of the first ones
    std::vector<std::vector<Rational>> made(count, std::vector<Rational>(count));
    for (std::size_t i = 0; i < count; ++i) made[i][i] = 1;
    std::size_t done = 0;
    for (std::size_t column = 0; column < columns && done < count; ++column) {
        std::size_t pivot = done;
        while (pivot < count && rows[pivot][column].is_zero()) ++pivot;
        if (pivot == count) continue;
        std::swap(rows[pivot], rows[done]);
        std::swap(made[pivot], made[done]);
        for (std::size_t i = done + 1; i < count; ++i) {
            if (rows[i][column].is_zero()) continue;
            const Rational times = rows[i][column] / rows[done][column];
            for (std::size_t j = 0; j < columns; ++j) rows[i][j] -= rows[done][j] * times;
            for (std::size_t j = 0; j < count; ++j) made[i][j] -= made[done][j] * times;
        }
        ++done;
    }
    if (done + 1 != count) return std::nullopt;
    return made.back();
}

bool combine(const System& system, std::span<const FactId> facts, const std::vector<Interval>& box,
             const NameInstance& name, JointContradiction& into) {
    std::vector<Line> lines;
    std::vector<Interval> places;
    std::vector<UnknownId> free;
    for (const FactId id : facts) {
        const Fact& fact = system.facts()[id];
        auto left = line_of(fact, fact.left), right = line_of(fact, fact.right);
        const auto place = place_of(fact);
        if (!left || !right || !place) return false;
        add(*left, *right, -1);
        for (const auto& [unknown, factor] : left->factors)
            if (box[unknown] == Interval::everything() && std::find(free.begin(), free.end(), unknown) == free.end())
                free.push_back(unknown);
        lines.push_back(std::move(*left));
        places.push_back(*place);
    }
    std::vector<std::vector<Rational>> rows;
    for (const Line& line : lines) {
        std::vector<Rational>& row = rows.emplace_back();
        for (const UnknownId id : free) {
            const auto found = line.factors.find(id);
            row.push_back(found == line.factors.end() ? Rational(0) : found->second);
        }
    }
    auto times = annihilator(rows);
    if (!times) return false;
    // the first rule is taken once
    const auto first = std::find_if(times->begin(), times->end(), [](const Rational& each) { return !each.is_zero(); });
    if (first == times->end()) return false;
    const Rational unit = *first;
    Line sum;
    Interval place = Interval::point(0);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Rational factor = (*times)[i] / unit;
        add(sum, lines[i], factor);
        if (!factor.is_zero()) place = place + Interval::point(factor) * places[i];
        into.combination.push_back({name(system.facts()[facts[i]].instance), factor});
    }
    Interval given = Interval::point(0);
    for (const auto& [id, factor] : sum.factors) {
        given = given + Interval::point(factor) * box[id];
        into.sum_of.emplace_back(system.unknowns()[id].figure, factor);
    }
    place = place - Interval::point(sum.constant);
    if (intersection(place, given) || sum.factors.empty()) {
        into.combination.clear();
        into.sum_of.clear();
        return false;
    }
    into.wanted = place;
    into.given = given;
    return true;
}

}  // namespace

void explain(const System& system, std::span<const FactId> facts, const std::vector<Interval>& box,
             const NameInstance& name, JointContradiction& into) {
    std::vector<Interval> narrowed = box;
    std::vector<Narrowing> steps;
    if (narrow(system, facts, narrowed, kExplainingRounds, &steps) == Narrowed::impossible) steps = needed(system, steps);
    else steps.clear();
    const bool short_way = !steps.empty() && steps.size() <= kMostSteps;
    if (!short_way && combine(system, facts, box, name, into)) return;
    if (steps.size() > 4 * kMostSteps) return;
    for (const Narrowing& step : steps) {
        Deduction made;
        const Fact& fact = system.facts()[step.fact];
        made.by = name(fact.instance);
        made.figure = system.unknowns()[step.unknown].figure;
        made.range = step.range;
        for (const UnknownId id : fact.unknowns)
            if (id != step.unknown && system.unknowns()[id].figure != kNoNode)
                made.from.push_back(system.unknowns()[id].figure);
        into.steps.push_back(std::move(made));
    }
    if (!steps.empty()) into.clash = narrowed[steps.back().unknown];
}

}  // namespace crossfoot::reasoning
