// Numbers as expressions over figures: what an instance of a rule computes, kept as a formula until it is judged,
// so that a figure that stands twice is one unknown. Terms are small numbers into one arena per instance;
// operands always come before the term that uses them.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "engine/dataset/dataset.hpp"

namespace crossfoot {

using TermId = std::uint32_t;
using VariableId = std::uint32_t;
inline constexpr TermId kNoTerm = 0xFFFFFFFFU;

// One unknown: a figure, a qualified literal, a given value, the number of a `some`.
struct Variable {
    NodeId node = kNoNode;             // the figure, where it is one
    Interval range = Interval::everything();
    std::optional<Rational> printed;   // none: missing or withheld
    std::optional<Interval> truncated; // of a kept sum, or a derived figure: as if its figures were truncated
    bool derived = false;              // the figure beside what was computed: its range is derived_range
    bool fractional = false;           // Figure::fractional, of some member of a kept sum
    bool missing = false;
    bool whole = false;                // the number of a `some`: whole numbers of `range` only
};

enum class TermOp : std::uint8_t { constant, variable, negate, add, subtract, multiply, divide, sum, min, max };

struct Term {
    TermOp op;
    std::uint32_t a = 0;   // constant, variable: index; operators: left operand; n-ary: first operand's place
    std::uint32_t b = 0;   // right operand; n-ary: number of operands
    bool fractional = false;   // its value comes from a division, or from a figure that is (Figure::fractional)
};

// Calls visit(operand) for each direct operand of a term.
template <class Terms_, class Visit>
void for_each_operand(const Terms_& terms, const Term& term, Visit visit) {
    switch (term.op) {
        case TermOp::constant:
        case TermOp::variable: break;
        case TermOp::negate: visit(term.a); break;
        case TermOp::add:
        case TermOp::subtract:
        case TermOp::multiply:
        case TermOp::divide:
            visit(term.a);
            visit(term.b);
            break;
        case TermOp::sum:
        case TermOp::min:
        case TermOp::max:
            for (const TermId each : terms.operands(term)) visit(each);
            break;
    }
}

// The operands joined two by two, as a tournament: long numbers meet numbers of their length, so that a sum of many
// quotients costs far less than one after the other. `of`: the value of an operand; at least one operand.
template <class Value, class Operands, class Of, class Join>
Value joined(const Operands& operands, Of of, Join join) {
    constexpr std::size_t kInARow = 16;   // joined one after the other
    std::vector<std::pair<Value, std::size_t>> waiting;
    std::optional<Value> last;
    std::size_t in_a_row = 0;
    const auto settle = [&] {
        std::size_t size = 1;
        for (; !waiting.empty() && waiting.back().second == size; size *= 2) {
            last = join(waiting.back().first, *last);
            waiting.pop_back();
        }
        waiting.emplace_back(*std::move(last), size);
        last.reset();
        in_a_row = 0;
    };
    for (const auto& each : operands) {
        last = last ? join(*last, of(each)) : Value(of(each));
        if (++in_a_row == kInARow && operands.size() > kInARow) settle();
    }
    if (!last) {
        last = std::move(waiting.back().first);
        waiting.pop_back();
    }
    for (; !waiting.empty(); waiting.pop_back()) last = join(waiting.back().first, *last);
    return *std::move(last);
}

// How the unknowns are read: as the sets of true values, at their printed values, or as if they were truncated.
enum class Mode : std::uint8_t { ranges, printed, truncated };

class Terms {
public:
    explicit Terms(const Dataset& dataset) : dataset_(&dataset), variable_of_(dataset.node_count(), {0, 0}) {}

    static constexpr std::size_t kMostBits = 1U << 16U;          // of a number that an instance computes
    static constexpr std::uint64_t kMostWork = 1'000'000;        // of one instance, beside what each value of the dataset adds
    static constexpr std::uint64_t kWorkPerValue = 64;

    // Forgets all terms; costs nothing per figure of the dataset.
    void clear();

    // Counts operations on numbers; false from the moment on that the instance has used up what it may, or that a number
    // has grown beyond kMostBits. What is asked after that is answered from outside: no value, an unbounded range.
    bool spend(std::uint64_t operations) const {
        work_ += operations;
        return !exhausted();
    }
    // What a computed number counts for: 1 where it is short, else what it takes to keep one of its length in lowest terms.
    [[nodiscard]] static std::uint64_t cost(const Rational& result);
    [[nodiscard]] static std::uint64_t cost(const Interval& result);
    bool spend(const Rational& result) const { return result.is_short() ? spend(1) : spend_long(result); }
    bool spend(const Interval& result) const { return spend(result.low.value) && spend(result.high.value); }
    [[nodiscard]] bool exhausted() const { return too_long_ || work_ > most_work(); }
    [[nodiscard]] bool too_long() const { return too_long_; }    // a number has more than kMostBits
    // What is computed only to be shown has the whole of it again, and no more than twice of that in all: `begin` before, `end`
    // with what that gave afterwards.
    struct Spent { std::uint64_t work = 0; bool too_long = false; };
    Spent begin_showing() const {
        const std::uint64_t from = shown_ <= most_work() ? 0 : most_work() + 1;   // then nothing more is computed
        return {std::exchange(work_, from), std::exchange(too_long_, false)};
    }
    void end_showing(Spent spent) const {
        shown_ += work_;
        work_ = spent.work;
        too_long_ = spent.too_long;
    }
    [[nodiscard]] std::uint64_t most_work() const { return kMostWork + kWorkPerValue * variable_of_.size(); }

    TermId constant(Rational value, bool fractional = false);
    // The unknown of a figure node; the same node is the same unknown.
    TermId figure(NodeId node);
    // The unknown of a figure with a whole_step as it stands by itself beside a computed number: another one, rounded to
    // its last digit.
    TermId derived(NodeId node);
    TermId unknown(Variable variable);
    TermId negate(TermId a);
    TermId combine(TermOp op, TermId a, TermId b);           // add, subtract, multiply, divide; every quotient is fractional
    TermId gather(TermOp op, std::span<const TermId> terms); // sum, min, max; at least one operand for min and max

    [[nodiscard]] const Term& term(TermId id) const { return terms_[id]; }
    [[nodiscard]] std::span<const TermId> operands(const Term& term) const { return {operands_.data() + term.a, term.b}; }
    [[nodiscard]] const Rational& constant_value(const Term& term) const { return constants_[term.a]; }
    [[nodiscard]] const std::vector<Variable>& variables() const { return variables_; }
    [[nodiscard]] Variable& variable(VariableId id) { return variables_[id]; }
    [[nodiscard]] const Variable& variable(VariableId id) const { return variables_[id]; }
    [[nodiscard]] Interval range(VariableId id, Mode mode) const;
    [[nodiscard]] const Dataset& dataset() const { return *dataset_; }
    [[nodiscard]] bool fractional(TermId id) const { return terms_[id].fractional; }
    void mark_fractional(TermId id) { terms_[id].fractional = true; }
    [[nodiscard]] bool is_constant(TermId id) const { return terms_[id].op == TermOp::constant; }
    [[nodiscard]] std::size_t size() const { return terms_.size(); }
    [[nodiscard]] std::size_t products() const { return products_; }     // multiplications and divisions so far
    [[nodiscard]] bool any_missing() const { return missing_ > 0; }      // is one of the unknowns a missing figure?

    // The value at the printed values; none where an unknown has none, or at a division by 0.
    [[nodiscard]] std::optional<Rational> printed(TermId id) const;
    // The value where every unknown has the value given for it; none at a division by 0.
    [[nodiscard]] std::optional<Rational> at(TermId id, std::span<const Rational> values) const;
    // The unknowns below `id`, each once, in order of first use.
    [[nodiscard]] std::vector<VariableId> unknowns(TermId id) const;
    // All terms that `root` needs, itself last, operands before what uses them; position() then gives each
    // one's place in `out` until the next call. Linear in what is collected, whatever else the arena holds.
    void collect(TermId root, std::vector<TermId>& out) const;
    [[nodiscard]] std::uint32_t position(TermId id) const { return position_[id]; }

private:
    bool spend_long(const Rational& result) const;
    struct Known { std::uint32_t epoch, variable; };
    const Dataset* dataset_;
    std::uint32_t epoch_ = 1;
    std::vector<Known> variable_of_;   // by node, valid where the epoch is today's
    std::vector<Term> terms_;
    std::vector<Rational> constants_;
    std::vector<Variable> variables_;
    std::vector<TermId> operands_;
    std::vector<std::pair<NodeId, std::uint32_t>> derived_;   // few: a side that stands by itself
    std::size_t products_ = 0, missing_ = 0;
    mutable std::vector<std::uint32_t> mark_, position_;   // scratch of collect
    mutable std::uint32_t marking_ = 0;
    mutable std::uint64_t work_ = 0, shown_ = 0;
    mutable bool too_long_ = false;
};

}  // namespace crossfoot
