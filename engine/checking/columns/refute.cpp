#include "engine/checking/columns/refute.hpp"

#include <algorithm>

#include "engine/checking/columns/cell_sums.hpp"

namespace crossfoot::columns {

using table::CellState;

Rational Gap::exact() const {
    if (unit == nullptr) return 0;
    return rational(over) / rational(under) * *unit;
}

Refuter::Refuter(const Program& program, const Runner& runner) : body_(*program.body), runner_(runner), columns_(program.conditions) {
    if (!program.refutes) return;
    gather(body_, false);
    compared_columns(body_, columns_);
    std::sort(columns_.begin(), columns_.end());
    columns_.erase(std::unique(columns_.begin(), columns_.end()), columns_.end());
}

void Refuter::gather(const Step& step, bool chained) {
    for (const StepPtr& each : step.parts) gather(*each, step.chain);
    if (step.parts.empty()) leaves_.push_back({&step, chained, {}, {}, {}, {}, 1, 1, 1});
}

void Refuter::begin(const table::BlockColumns& block) {
    block_ = &block;
    prepared_ = std::all_of(leaves_.begin(), leaves_.end(), [&](Leaf& each) { return prepare(each, block); });
}

Refuted Refuter::row(std::size_t row) {
    if (!prepared_) return {};
    std::size_t leaf = 0;
    const Part all = part(body_, row, leaf);
    if (!all.known || all.possible) return {};
    // a relation that holds is not shown where something else may be what fails (evidence.cpp)
    const Gap shown = all.any_impossible ? all.impossible : all.others ? Gap() : all.first;
    return {true, all.agreed == Agreed::truncated, shown};
}

Refuter::Part Refuter::part(const Step& step, std::size_t row, std::size_t& leaf) {
    if (step.parts.empty()) return of_leaf(leaves_[leaf++], row);
    if (step.kind != Step::Kind::negation) return connected(step, row, leaf);
    Part out = part(*step.parts[0], row, leaf);
    std::swap(out.possible, out.certain);
    out.possible = !out.possible;
    out.certain = !out.certain;
    out.agreed = Agreed::null;
    return out;
}

Refuter::Part Refuter::connected(const Step& step, std::size_t row, std::size_t& leaf) {
    const bool both = step.kind == Step::Kind::conjunction;
    Part out = part(*step.parts[0], row, leaf);
    for (std::size_t i = 1; i < step.parts.size() && out.known; ++i) {
        const Part next = part(*step.parts[i], row, leaf);
        out.known = next.known;
        out.possible = both ? out.possible && next.possible : out.possible || next.possible;
        out.certain = both ? out.certain && next.certain : out.certain || next.certain;
        if (out.agreed == Agreed::null || next.agreed == Agreed::null) out.agreed = std::max(out.agreed, next.agreed);
        else out.agreed = both ? std::max(out.agreed, next.agreed) : std::min(out.agreed, next.agreed);
        if (!out.numeric) out.first = next.first;
        if (!out.any_impossible) out.impossible = next.impossible;
        out.numeric = out.numeric || next.numeric;
        out.others = out.others || next.others;
        out.any_impossible = out.any_impossible || next.any_impossible;
        out.if_truncated = out.if_truncated && next.if_truncated;
    }
    if (step.chain) out.agreed = out.possible ? Agreed::other : out.if_truncated ? Agreed::truncated : Agreed::none;
    return out;
}

Refuter::Part Refuter::of_leaf(const Leaf& leaf, std::size_t row) {
    const Step& step = *leaf.step;
    Part out;
    if (!leaf.derived.empty() && leaf.derived[row] != 0) return out;
    switch (step.kind) {
        case Step::Kind::linear: return linear(leaf, row);
        case Step::Kind::quotient: return quotient(leaf, row);
        case Step::Kind::known: out.possible = step.flag; break;
        case Step::Kind::presence: out.possible = Runner::present(step, *block_, row, space_) == step.flag; break;
        case Step::Kind::text:
        case Step::Kind::pattern: {
            const std::string_view text = block_->text(row, step.column, space_);
            if (text.empty()) return out;
            out.possible = Runner::fits(step, text, block_->ascii());
            break;
        }
        case Step::Kind::day: {
            const table::Column& column = block_->column(step.column);
            std::int64_t day = 0;
            if (!step.right.constant.to_int64(day) || column.states[row] != CellState::plain) return out;
            const std::int64_t behind = column.numbers[row] - day;
            out.possible = step.comparison == ast::Comparison::not_equal ? behind != 0 : some_compares(step.comparison, behind, behind);
            break;
        }
        default: return out;
    }
    out.known = true;
    out.others = step.kind != Step::Kind::known;
    out.certain = out.possible;
    return out;
}

}  // namespace crossfoot::columns
