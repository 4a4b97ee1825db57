#include <algorithm>
#include <string>
#include <unordered_map>

#include "engine/reasoning/narrow.hpp"
#include "engine/reasoning/solver.hpp"
#include "engine/reasoning/z3_terms.hpp"

namespace crossfoot::reasoning {
namespace {

using ast::Comparison;

Rational fraction_read(const std::string& fraction) {
    const std::size_t slash = fraction.find('/');
    const Rational over = Rational::from_decimal(fraction.substr(0, slash));
    return slash == std::string::npos ? over : over / Rational::from_decimal(fraction.substr(slash + 1));
}

// A fact as a formula. Quotients are multiplied out where the sign of the divisor is known, so that a quotient of two
// unknowns compared with a number stays linear; what lies in a range by itself and stands nowhere else is that range.
class Translation {
public:
    Translation(z3::context& z3, const System& system, std::span<const FactId> facts, std::span<const Interval> box)
        : z3_(z3), system_(system), box_(box), uses_(box.size(), 0), unknowns_(box.size()) {
        for (const FactId id : facts)
            for (const UnknownId each : system.facts()[id].unknowns) ++uses_[each];
    }

    bool linear = true;
    std::vector<z3::expr> ranges;  // of the unknowns met, and of divisors that may be 0

    // `keep`: an unknown that is not to be put in terms of its range.
    z3::expr of(const Fact& fact, UnknownId keep) {
        fact_ = &fact;
        keep_ = keep;
        up_.clear();
        for (const Term& term : fact.nodes) up_.push_back(natural(fact, term, box_, up_));
        if (!fact.tolerance && fact.comparison == Comparison::equal) {
            if (is_private(fact.right)) return within(quotient(fact.left), up_[fact.right]);
            if (is_private(fact.left)) return within(quotient(fact.right), up_[fact.left]);
        }
        const Quotient left = quotient(fact.left), right = quotient(fact.right);
        const Quotient difference = sum(left, right, true);
        if (!fact.tolerance) return compare(difference, fact.comparison);
        const Quotient tolerance = quotient(*fact.tolerance);
        const z3::expr lower = compare(sum(difference, tolerance, true), strict(Comparison::less_equal));
        const z3::expr upper = compare(sum(difference, tolerance, false), strict(Comparison::greater_equal));
        if (fact.comparison == Comparison::equal) return lower && upper;
        return fact.comparison == Comparison::less || fact.comparison == Comparison::less_equal ? lower : upper;
    }

    z3::expr unknown(UnknownId id) {
        if (!unknowns_[id]) {
            unknowns_[id] = z3_.real_const(("x" + std::to_string(id)).c_str());
            const Interval& range = box_[id];
            if (!range.low.unbounded) ranges.push_back(not_below(*unknowns_[id], range.low));
            if (!range.high.unbounded) ranges.push_back(not_above(*unknowns_[id], range.high));
        }
        return *unknowns_[id];
    }

private:
    // over / under, under > 0; the degrees say what is linear.
    struct Quotient {
        z3::expr over, under;
        int over_degree = 0, under_degree = 0;
    };

    Comparison strict(Comparison comparison) const {
        const bool is = fact_->comparison == Comparison::less || fact_->comparison == Comparison::greater;
        if (!is) return comparison;
        return comparison == Comparison::less_equal ? Comparison::less : Comparison::greater;
    }

    bool is_private(std::uint32_t at) const {
        const Term& term = fact_->nodes[at];
        return term.op == TermOp::variable && uses_[term.a] == 1 && term.a != keep_ && fact_->single &&
               !box_[term.a].is_point();
    }

    Quotient whole(z3::expr value, int degree) { return {std::move(value), z3_.real_val(1), degree, 0}; }

    Quotient quotient(std::uint32_t at) {
        const Term& term = fact_->nodes[at];
        if (up_[at].is_point() && term.op == TermOp::variable && term.a != keep_)
            return whole(number(z3_, up_[at].low.value), 0);
        switch (term.op) {
            case TermOp::constant: return whole(number(z3_, fact_->constants[term.a]), 0);
            case TermOp::variable: return whole(unknown(term.a), 1);
            case TermOp::negate: {
                Quotient out = quotient(term.a);
                out.over = -out.over;
                return out;
            }
            case TermOp::add: return sum(quotient(term.a), quotient(term.b), false);
            case TermOp::subtract: return sum(quotient(term.a), quotient(term.b), true);
            case TermOp::multiply: {
                const Quotient a = quotient(term.a), b = quotient(term.b);
                return {a.over * b.over, a.under * b.under, a.over_degree + b.over_degree,
                        a.under_degree + b.under_degree};
            }
            case TermOp::divide: return divided(quotient(term.a), quotient(term.b), up_[term.b]);
            case TermOp::sum: {
                const auto operands = fact_->operands(term);
                Quotient out = quotient(operands[0]);
                for (const std::uint32_t each : operands.subspan(1)) out = sum(out, quotient(each), false);
                return out;
            }
            case TermOp::min:
            case TermOp::max: break;
        }
        // the least of several: each by itself a value, since they are compared with each other
        const auto operands = fact_->operands(term);
        z3::expr out = value(quotient(operands[0]));
        for (const std::uint32_t each : operands.subspan(1)) {
            const z3::expr next = value(quotient(each));
            out = z3::ite(term.op == TermOp::min ? out <= next : out >= next, out, next);
        }
        return whole(out, 1);
    }

    z3::expr value(const Quotient& of) {
        if (of.under_degree > 0 || of.over_degree > 1) linear = false;
        return of.under.is_numeral() && of.under.get_decimal_string(1) == "1" ? of.over : of.over / of.under;
    }

    Quotient sum(const Quotient& a, const Quotient& b, bool minus) {
        const bool alike = z3::eq(a.under, b.under);
        const z3::expr x = alike ? a.over : a.over * b.under, y = alike ? b.over : b.over * a.under;
        const int x_degree = a.over_degree + (alike ? 0 : b.under_degree),
                  y_degree = b.over_degree + (alike ? 0 : a.under_degree);
        return {minus ? x - y : x + y, alike ? a.under : a.under * b.under, std::max(x_degree, y_degree),
                a.under_degree + (alike ? 0 : b.under_degree)};
    }

    Quotient divided(const Quotient& a, const Quotient& b, const Interval& divisor) {
        const bool positive = !divisor.low.unbounded &&
                              (divisor.low.value.sign() > 0 || (divisor.low.value.is_zero() && divisor.low.open));
        const bool negative = !divisor.high.unbounded &&
                              (divisor.high.value.sign() < 0 || (divisor.high.value.is_zero() && divisor.high.open));
        if (positive)
            return {a.over * b.under, a.under * b.over, a.over_degree + b.under_degree, a.under_degree + b.over_degree};
        if (negative)
            return {-(a.over * b.under), -(a.under * b.over), a.over_degree + b.under_degree,
                    a.under_degree + b.over_degree};
        linear = false;
        ranges.push_back(b.over != 0);
        return whole((a.over * b.under) / (a.under * b.over), 2);
    }

    // over / under `comparison` 0, under > 0.
    z3::expr compare(const Quotient& of, Comparison comparison) {
        if (of.over_degree > 1) linear = false;
        switch (comparison) {
            case Comparison::equal: return of.over == 0;
            case Comparison::not_equal: return of.over != 0;
            case Comparison::less: return of.over < 0;
            case Comparison::less_equal: return of.over <= 0;
            case Comparison::greater: return of.over > 0;
            case Comparison::greater_equal: break;
        }
        return of.over >= 0;
    }

    z3::expr within(const Quotient& of, const Interval& range) {
        if (std::max(of.over_degree, of.under_degree) > 1) linear = false;
        z3::expr out = z3_.bool_val(true);
        if (!range.low.unbounded) {
            const z3::expr end = number(z3_, range.low.value) * of.under;
            out = out && (range.low.open ? of.over > end : of.over >= end);
        }
        if (!range.high.unbounded) {
            const z3::expr end = number(z3_, range.high.value) * of.under;
            out = out && (range.high.open ? of.over < end : of.over <= end);
        }
        return out;
    }

    z3::context& z3_;
    const System& system_;
    std::span<const Interval> box_;
    std::vector<std::uint32_t> uses_;
    std::vector<std::optional<z3::expr>> unknowns_;
    const Fact* fact_ = nullptr;
    UnknownId keep_ = 0xFFFFFFFFU;
    std::vector<Interval> up_;
};

constexpr UnknownId kNone = 0xFFFFFFFFU;

// [coefficient of infinity, value, coefficient of epsilon] of one bound.
std::optional<End> end_of(z3::context& z3, Z3_ast_vector raw) {
    const z3::expr_vector parts(z3, raw);
    if (parts.size() != 3) return std::nullopt;
    for (const z3::expr& each : parts)
        if (!each.is_numeral()) return std::nullopt;
    const auto text = [&](unsigned at) { return std::string(Z3_get_numeral_string(z3, parts[static_cast<int>(at)])); };
    if (text(0) != "0") return End::infinite();
    return End{fraction_read(text(1)), text(2) != "0", false};
}

}  // namespace

class Solver::Self {
public:
    explicit Self(const SolverBounds& bounds) : bounds_(bounds) {}

    Answer decide(const System& system, std::span<const FactId> facts, std::span<const Interval> box,
                  std::vector<FactId>* core) {
        if (!ask()) return Answer::undecided;
        try {
            Translation translation(z3_, system, facts, box);
            std::vector<z3::expr> formulas;
            for (const FactId id : facts) formulas.push_back(translation.of(system.facts()[id], kNone));
            z3::solver solver(z3_, translation.linear ? "QF_LRA" : "QF_NRA");
            limit_steps(z3_, solver, steps_allowed());
            for (const z3::expr& each : translation.ranges) solver.add(each);
            const bool track = core != nullptr && translation.linear;
            z3::expr_vector assumed(z3_);
            for (std::size_t i = 0; i < formulas.size(); ++i) {
                if (!track) {
                    solver.add(formulas[i]);
                    continue;
                }
                const z3::expr name = z3_.bool_const(("f" + std::to_string(i)).c_str());
                assumed.push_back(name);
                solver.add(z3::implies(name, formulas[i]));
            }
            const z3::check_result answer = solver.check(assumed);
            count(solver.statistics());
            switch (answer) {
                case z3::sat: return Answer::possible;
                case z3::unknown: spent_ = true; return Answer::undecided;
                case z3::unsat: break;
            }
            if (!track) return Answer::impossible;
            std::vector<std::size_t> places;
            for (const z3::expr& each : solver.unsat_core())
                places.push_back(std::stoul(each.decl().name().str().substr(1)));
            std::sort(places.begin(), places.end());
            for (const std::size_t place : places) core->push_back(facts[place]);
            return Answer::impossible;
        } catch (const z3::exception&) {
            spent_ = true;  // a limit of the solver's own
            return Answer::undecided;
        }
    }

    std::optional<Interval> range(const System& system, std::span<const FactId> facts, std::span<const Interval> box,
                                  UnknownId unknown) {
        if (!ask()) return std::nullopt;
        try {
            Translation translation(z3_, system, facts, box);
            z3::optimize optimize(z3_);
            limit_steps(z3_, optimize, steps_allowed());
            for (const FactId id : facts) optimize.add(translation.of(system.facts()[id], unknown));
            const z3::expr about = translation.unknown(unknown);
            if (!translation.linear) return std::nullopt;
            for (const z3::expr& each : translation.ranges) optimize.add(each);
            const auto end = [&](bool low) -> std::optional<End> {
                optimize.push();
                const auto handle = low ? optimize.minimize(about) : optimize.maximize(about);
                std::optional<End> out;
                const z3::check_result answer = optimize.check();
                count(optimize.statistics());
                if (answer == z3::sat)
                    out = end_of(z3_, low ? Z3_optimize_get_lower_as_vector(z3_, optimize, handle.h())
                                          : Z3_optimize_get_upper_as_vector(z3_, optimize, handle.h()));
                optimize.pop();
                return out;
            };
            const auto low = end(true), high = end(false);
            if (low && high) return Interval{*low, *high};
        } catch (const z3::exception&) { spent_ = true; }
        return std::nullopt;
    }

    [[nodiscard]] bool spent() const { return spent_; }

private:
    bool ask() {
        if (bounds_.questions == 0 || bounds_.steps_in_all == 0) {
            spent_ = true;
            return false;
        }
        --bounds_.questions;
        return true;
    }

    [[nodiscard]] std::uint64_t steps_allowed() const { return std::min(bounds_.steps, bounds_.steps_in_all); }

    void count(const z3::stats& stats) {
        const std::uint64_t so_far = std::max(steps_, steps_counted(stats));
        bounds_.steps_in_all -= std::min(bounds_.steps_in_all, so_far - steps_);
        steps_ = so_far;
    }

    Counting counting_;   // before the context
    z3::context z3_;
    SolverBounds bounds_;   // what is left
    std::uint64_t steps_ = 0;   // counted so far
    bool spent_ = false;
};

Solver::Solver(const SolverBounds& bounds) : self_(std::make_unique<Self>(bounds)) {}
Solver::~Solver() = default;
Solver::Solver(Solver&&) noexcept = default;

bool Solver::built_in() { return true; }

Answer Solver::decide(const System& system, std::span<const FactId> facts, std::span<const Interval> box,
                      std::vector<FactId>* core) {
    return self_->decide(system, facts, box, core);
}

std::optional<Interval> Solver::range(const System& system, std::span<const FactId> facts,
                                      std::span<const Interval> box, UnknownId unknown) {
    return self_->range(system, facts, box, unknown);
}

bool Solver::spent() const { return self_->spent(); }

}  // namespace crossfoot::reasoning
