// `some n in a..b: …`: for which whole numbers could it be true? Where every relation's difference is monotone in n
// the numbers are found by bisection, exactly, however wide the range; otherwise each is tried.
#include <algorithm>

#include "engine/checking/evaluation/evaluator.hpp"
#include "engine/checking/evaluation/long_chain.hpp"
#include "engine/checking/messages.hpp"
#include "engine/checking/ranges/whole_numbers.hpp"

namespace crossfoot {

using ast::Comparison;

// The numbers for which something is true, and those for which it may be.
struct Solutions {
    WholeNumbers yes, maybe;
};

class SomeSolver {
public:
    SomeSolver(Evaluator& evaluator, const Core& core) : e_(evaluator), core_(core), body_(*core.args.back()) { tainted_.insert(core.slot); }

    Judgement solve() {
        const Core* high = core_.args.size() > 2 ? core_.args[1].get() : nullptr;
        const auto range = e_.whole_range(*core_.args[0], high);
        if (const auto* failure = std::get_if<Failure>(&range)) return Judgement::failed(*failure);
        domain_ = WholeNumbers(std::get<Evaluator::Whole>(range).low, std::get<Evaluator::Whole>(range).high);
        if (domain_.empty()) return finish({}, {});
        // 0 is a corner of its own: what is divided by n has two sides there
        const Rational low = std::get<Evaluator::Whole>(range).low;
        const auto last = std::get<Evaluator::Whole>(range).high;
        std::vector<WholeNumbers>& pieces = pieces_;
        if (low.sign() < 0) pieces.emplace_back(low, last ? std::optional(min(*last, Rational(-1))) : std::optional(Rational(-1)));
        if (low.sign() <= 0 && (!last || last->sign() >= 0)) pieces.emplace_back(0, Rational(0));
        if (!last || last->sign() > 0) pieces.emplace_back(max(low, Rational(1)), last);
        Solutions possible, certain;
        const bool recording = e_.recording_;
        e_.recording_ = false;
        for (const WholeNumbers& piece : pieces) {
            if (piece.empty()) continue;
            if (auto failure = solve_piece(piece, possible, certain)) {
                e_.recording_ = recording;
                return Judgement::failed(std::move(*failure));
            }
        }
        e_.recording_ = recording;
        return finish(possible, certain);
    }

private:
    struct Truths {
        Solutions possible, certain;
    };

    std::optional<Failure> solve_piece(const WholeNumbers& piece, Solutions& possible, Solutions& certain) {
        const auto count = piece.count();
        if (!count || *count > Rational(16)) {
            if (const auto truths = try_symbolic(piece)) {
                merge(possible, truths->possible);
                merge(certain, truths->certain);
                return std::nullopt;
            }
        }
        if (!count || *count > Rational(Evaluator::kMostTries))
            return Failure{Code::XF506, Message(say::too_many_to_try, Evaluator::kMostTries, e_.source_text(core_.span))};
        for (Rational n = piece.runs().front().first; n <= *piece.runs().front().last; n += 1) {
            e_.slots_[core_.slot] = {n};
            const Judgement judged = e_.truth(body_);
            if (judged.failure && judged.failure->code == Code::XF509) return judged.failure;
            const WholeNumbers one(n, n);
            if (judged.possible == Truth::yes) possible.yes = possible.yes.united(one);
            // a number for which it cannot be computed is no solution; one that needs a missing figure may be
            const bool open = judged.possible == Truth::yes || (judged.possible == Truth::unknown && !judged.failure);
            if (open) possible.maybe = possible.maybe.united(one);
            if (judged.certain == Truth::yes) certain.yes = certain.yes.united(one);
            if (judged.certain == Truth::yes || (judged.certain == Truth::unknown && !judged.failure)) certain.maybe = certain.maybe.united(one);
        }
        return std::nullopt;
    }

    // Solved for all numbers of the piece at once, with n as an unknown; nothing where that is not to be had.
    std::optional<Truths> try_symbolic(const WholeNumbers& piece) {
        piece_ = piece;
        e_.needs_concrete_ = false;
        Variable n;
        const auto& run = piece.runs().front();
        n.range = {End::closed(run.first), run.last ? End::closed(*run.last) : End::infinite()};
        n.whole = true;
        const TermId term = e_.terms_.unknown(std::move(n));
        n_ = e_.terms_.term(term).a;
        e_.slots_[core_.slot] = {Number{term}};
        auto truths = symbolic(body_);
        if (e_.needs_concrete_) truths.reset();
        e_.needs_concrete_ = false;
        return truths;
    }

    static void merge(Solutions& into, const Solutions& from) {
        into.yes = into.yes.united(from.yes);
        into.maybe = into.maybe.united(from.maybe);
    }

    [[nodiscard]] bool depends(const Core& core) const {
        if (core.op == Op::local) return tainted_.contains(core.slot);
        return std::any_of(core.args.begin(), core.args.end(), [&](const CorePtr& each) { return each && depends(*each); });
    }

    Truths constant(const Judgement& judged) const {
        const auto set = [&](Truth t) -> Solutions {
            return {t == Truth::yes ? piece_ : WholeNumbers(), t == Truth::no ? WholeNumbers() : piece_};
        };
        return {set(judged.possible), set(judged.certain)};
    }

    Solutions complement(const Solutions& of) const { return {of.maybe.missing_from(piece_), of.yes.missing_from(piece_)}; }
    static Solutions both(const Solutions& a, const Solutions& b) { return {a.yes.intersected(b.yes), a.maybe.intersected(b.maybe)}; }
    static Solutions either(const Solutions& a, const Solutions& b) { return {a.yes.united(b.yes), a.maybe.united(b.maybe)}; }
    Truths negated(const Truths& of) const { return {complement(of.certain), complement(of.possible)}; }

    std::optional<Truths> symbolic(const Core& core) {
        if (core.op == Op::let) {
            e_.slots_[core.slot] = e_.eval(*core.args[0]);
            if (depends(*core.args[0])) tainted_.insert(core.slot);
            return symbolic(*core.args[1]);
        }
        if (!depends(core)) return constant(e_.truth(core));
        switch (core.op) {
            case Op::conjunction:
            case Op::disjunction: {
                std::optional<Truths> out;
                for (const CorePtr& each : core.args) {
                    const auto next = symbolic(*each);
                    if (!next) return std::nullopt;
                    if (!out) out = next;
                    else if (core.op == Op::conjunction) out = Truths{both(out->possible, next->possible), both(out->certain, next->certain)};
                    else out = Truths{either(out->possible, next->possible), either(out->certain, next->certain)};
                }
                return out;
            }
            case Op::negation: {
                const auto inner = symbolic(*core.args[0]);
                return inner ? std::optional(negated(*inner)) : std::nullopt;
            }
            case Op::implication: {
                const auto condition = symbolic(*core.args[0]), consequence = symbolic(*core.args[1]);
                if (!condition || !consequence) return std::nullopt;
                const Truths unless = negated(*condition);
                return Truths{either(unless.possible, consequence->possible), either(unless.certain, consequence->certain)};
            }
            case Op::relation: return relation(core);
            default: return std::nullopt;
        }
    }

    std::optional<Truths> relation(const Core& core) {
        const std::size_t sides = core.args.size() - (core.has_within ? 1 : 0);
        // with three sides and n in several of them pairs may not suffice: each number is tried instead
        std::size_t with_n = 0;
        for (std::size_t i = 0; i < sides; ++i) with_n += depends(*core.args[i]) ? 1U : 0U;
        if ((sides > 2 && with_n > 1) || sides > kMostPaired) return std::nullopt;
        if (core.flag || (core.has_within && core.relative && with_n > 0)) return std::nullopt;
        Comparing comparing;
        comparing.comparisons = core.comparisons;
        for (std::size_t i = 0; i < core.args.size(); ++i) {
            const Value value = e_.the_one(e_.eval(*core.args[i]), core.args[i]->span);
            if (!std::holds_alternative<Number>(value.held) && !std::holds_alternative<Rational>(value.held)) {
                const auto* at = std::get_if<NodeValue>(&value.held);
                if (at == nullptr || e_.dataset_.node(at->node).kind != NodeKind::figure) return std::nullopt;
            }
            const auto operand = e_.number(value, core.args[i]->span);
            if (std::holds_alternative<Failure>(operand)) return std::nullopt;
            if (i < sides) comparing.sides.push_back(std::get<Operand>(operand));
            else {
                comparing.within = std::get<Operand>(operand).term;
                comparing.relative = core.relative;
            }
        }
        if (!e_.printing_) widen_derived(e_.terms_, comparing);
        if (sides > 2 && shared_between_sides(comparing)) return std::nullopt;
        Truths out = constant(Judgement::known(true));
        for (std::size_t distance = 1; distance < sides; ++distance) {
            for (std::size_t i = 0; i + distance < sides; ++i) {
                const auto comparison = distance == 1 ? std::optional(comparing.comparisons[i]) : implied(comparing.comparisons, i, i + distance);
                if (!comparison) continue;
                const auto pair = solve_pair(comparing, i, i + distance, *comparison);
                if (!pair) return std::nullopt;
                out.possible = both(out.possible, pair->possible);
                if (distance == 1) out.certain = both(out.certain, pair->certain);
            }
        }
        return out;
    }

    bool shared_between_sides(const Comparing& comparing) const {
        std::set<VariableId> seen;
        for (const Operand& side : comparing.sides)
            for (const VariableId id : e_.terms_.unknowns(side.term))
                if (!seen.insert(id).second) return true;
        return false;
    }

    std::optional<Truths> solve_pair(const Comparing& comparing, std::size_t a, std::size_t b, Comparison comparison) {
        const auto found = differences(e_.terms_, comparing, a, b);
        if (!found) return std::nullopt;
        const Box box(e_.terms_, e_.printing_ ? Mode::printed : mode_);
        for (const TermId term : {found->lower, found->upper})
            if (trend(e_.terms_, term, n_, box) == Trend::unknown) return std::nullopt;
        const bool same_print = comparison == Comparison::equal && same_print_rule(e_.terms_, comparing, a, b);
        if (same_print) return std::nullopt;
        const auto judged = [&](const Rational& n) {
            const Box at = box.with(n_, Interval::point(n));
            const Outlook lower = outlook(e_.terms_, found->lower, at);
            const Outlook upper = found->lower == found->upper ? lower : outlook(e_.terms_, found->upper, at);
            return std::pair(lower, upper);
        };
        // each of the four questions is monotone in n: it changes its answer at most once for "yes" and once for "maybe"
        const auto question = [&](auto ask) -> Solutions {
            const auto yes = half_line([&](const Rational& n) { return ask(judged(n)) == Truth::yes; });
            const auto maybe = half_line([&](const Rational& n) { return ask(judged(n)) != Truth::no; });
            return {yes, maybe};
        };
        using Both = std::pair<Outlook, Outlook>;
        const auto below = [&] { return question([](const Both& o) { return o.first.below; }); };
        const auto at_most = [&] { return question([](const Both& o) { return o.first.at_most; }); };
        const auto at_least = [&] { return question([](const Both& o) { return o.second.at_least; }); };
        const auto above = [&] { return question([](const Both& o) { return o.second.above; }); };
        const auto lower_above = [&] { return question([](const Both& o) { return o.first.above; }); };
        const auto lower_at_least = [&] { return question([](const Both& o) { return o.first.at_least; }); };
        const auto upper_below = [&] { return question([](const Both& o) { return o.second.below; }); };
        const auto upper_at_most = [&] { return question([](const Both& o) { return o.second.at_most; }); };
        switch (comparison) {
            case Comparison::equal: return Truths{both(at_most(), at_least()), both(complement(lower_above()), complement(upper_below()))};
            case Comparison::not_equal: return Truths{either(lower_above(), upper_below()), complement(both(at_most(), at_least()))};
            case Comparison::less: return Truths{below(), complement(lower_at_least())};
            case Comparison::less_equal: return Truths{at_most(), complement(lower_above())};
            case Comparison::greater: return Truths{above(), complement(upper_at_most())};
            case Comparison::greater_equal: return Truths{at_least(), complement(upper_below())};
        }
        return std::nullopt;
    }

    // The numbers of the piece for which a monotone predicate holds: a run at one of its ends.
    template <class Predicate>
    WholeNumbers half_line(Predicate holds) {
        const auto& run = piece_.runs().front();
        const Rational first = run.first;
        const bool at_first = holds(first);
        Rational known = first;                    // answers like `first`
        std::optional<Rational> other = run.last;  // answers otherwise
        if (other && holds(*other) == at_first) return at_first ? piece_ : WholeNumbers();
        if (!other) {
            // figures have at most 34 digits and 10^12 of scale: beyond 10^60 nothing changes any more
            const Rational beyond = Rational::power_of_ten(60);
            for (Rational step = 1; step < beyond; step *= 4) {
                const Rational next = first + step;
                if (holds(next) != at_first) {
                    other = next;
                    break;
                }
                known = next;
            }
            if (!other) return at_first ? piece_ : WholeNumbers();
        }
        while (*other - known > Rational(1)) {
            const Rational half = ((known + *other) / 2).floor();
            if (holds(half) == at_first) known = half;
            else other = half;
        }
        boundaries_.push_back(known);
        boundaries_.push_back(*other);
        return at_first ? WholeNumbers(first, known) : WholeNumbers(*other, run.last);
    }

    Judgement finish(const Solutions& possible, const Solutions& certain) {
        Judgement out;
        out.possible = !possible.yes.empty() ? Truth::yes : !possible.maybe.empty() ? Truth::unknown : Truth::no;
        out.certain = !certain.yes.empty() ? Truth::yes : !certain.maybe.empty() ? Truth::unknown : Truth::no;
        if (out.certain == Truth::yes) out.possible = Truth::yes;
        if (!e_.recording_ || e_.printing_) return out;
        if (!possible.yes.empty() && !e_.witness_) {
            const auto& runs = possible.yes.runs();
            e_.witness_ = Witness{runs.front().first, runs.back().last, possible.yes.count()};
        }
        show(possible, out);
        return out;
    }

    // Records the relation at the number that comes nearest, so that a finding has something to show.
    void show(const Solutions& possible, Judgement& out) {
        std::vector<Rational> tries = boundaries_;
        std::erase_if(tries, [&](const Rational& n) { return domain_.intersected(WholeNumbers(n, n)).empty(); });
        if (!possible.yes.empty()) tries = {possible.yes.runs().front().first};
        if (tries.empty() && !domain_.empty()) tries = {domain_.runs().front().first};
        std::optional<Rational> best_gap;
        std::vector<Record> best, kept = std::move(e_.records_);
        std::optional<Witness> witness = e_.witness_;
        for (const Rational& n : tries) {
            e_.records_.clear();
            e_.slots_[core_.slot] = {n};
            const Judgement judged = e_.truth(body_);
            std::optional<Rational> gap;
            for (const Record& each : e_.records_) {
                if (!each.comparison) continue;
                const auto a = e_.terms_.printed(each.left.term), b = e_.terms_.printed(each.right.term);
                if (a && b) gap = max(gap.value_or(Rational(0)), (*a - *b).abs());
            }
            if (best.empty() || (gap && (!best_gap || *gap < *best_gap))) {
                best = std::move(e_.records_);
                best_gap = gap;
                out.agreement = judged.agreement;
                if (out.possible == Truth::no && out.agreement && *out.agreement < Agreement::truncated) out.agreement = Agreement::none;
                if (out.possible == Truth::unknown) out.agreement.reset();
            }
        }
        e_.witness_ = std::move(witness);
        e_.records_ = std::move(kept);
        e_.records_.insert(e_.records_.end(), std::make_move_iterator(best.begin()), std::make_move_iterator(best.end()));
        if (out.possible == Truth::no) out.agreement = truncated(out);
    }

    // Would some number do if every rounded figure were truncated? Solved as the first time, with truncated figures;
    // where each number had to be tried, only those near the best one are tried again.
    std::optional<Agreement> truncated(const Judgement& out) {
        if (!out.agreement) return out.agreement;
        const bool recording = e_.recording_;
        mode_ = Mode::truncated;
        bool found = false, solved = true;
        e_.recording_ = false;
        for (const WholeNumbers& piece : pieces_) {
            if (piece.empty()) continue;
            const auto truths = try_symbolic(piece);
            solved = solved && truths.has_value();
            found = found || (truths && !truths->possible.yes.empty());
        }
        mode_ = Mode::ranges;
        e_.recording_ = true;
        for (const Rational& n : solved || found ? std::vector<Rational>() : first_numbers(1'000)) {
            const std::vector<Record> kept = e_.records_;
            e_.slots_[core_.slot] = {n};
            found = found || e_.truth(body_).agreement == Agreement::truncated;
            e_.records_ = kept;
            if (found) break;
        }
        e_.recording_ = recording;
        return found ? Agreement::truncated : Agreement::none;
    }

    std::vector<Rational> first_numbers(std::size_t most) const {
        std::vector<Rational> out;
        for (const auto& run : domain_.runs())
            for (Rational n = run.first; (!run.last || n <= *run.last) && out.size() < most; n += 1) out.push_back(n);
        return out;
    }

    Evaluator& e_;
    const Core& core_;
    const Core& body_;
    std::set<Slot> tainted_;
    WholeNumbers domain_, piece_;
    VariableId n_ = 0;
    std::vector<Rational> boundaries_;
    std::vector<WholeNumbers> pieces_;
    Mode mode_ = Mode::ranges;
};

Judgement Evaluator::some(const Core& core) {
    if (core.flag) return SomeSolver(*this, core).solve();
    auto found = members(*core.args[0], false);
    if (auto* failure = std::get_if<Failure>(&found)) return Judgement::failed(std::move(*failure));
    Judgement out = Judgement::known(false);
    for (Value& member : std::get<1>(found)) {
        slots_[core.slot] = std::move(member);
        out = disjunction(out, truth(*core.args.back()));
    }
    return out;
}

}  // namespace crossfoot
