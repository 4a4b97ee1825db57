// Programs over blocks: whole numbers of one small unit, in 64 bits where the block's largest numbers allow it, in 128
// bits else; beyond that a block is left to the plain evaluator. Nothing is rounded.
#include <re2/re2.h>

#include <algorithm>

#include "engine/checking/columns/cell_sums.hpp"
#include "engine/checking/columns/program.hpp"
#include "engine/checking/columns/whole.hpp"
#include "engine/text/text_form.hpp"

namespace crossfoot::columns {

using ast::Comparison;
using table::BlockColumns;
using table::CellState;
using table::Column;

namespace {

void compare_row(Comparison comparison, auto middle, auto half, bool same_print, std::uint8_t& yes, std::uint8_t& no) {
    const auto low = middle - half, high = middle + half;
    const bool point = middle == 0 && half == 0, touches = low <= 0 && high >= 0;
    switch (comparison) {
        case Comparison::equal:
            yes = (same_print ? middle == 0 : touches) ? 1 : 0;
            no = !point;
            break;
        case Comparison::not_equal:
            yes = !point;
            no = touches;
            break;
        case Comparison::less:
            yes = low < 0;
            no = high >= 0;
            break;
        case Comparison::less_equal:
            yes = low <= 0;
            no = high > 0;
            break;
        case Comparison::greater:
            yes = high > 0;
            no = low <= 0;
            break;
        case Comparison::greater_equal:
            yes = high >= 0;
            no = low < 0;
            break;
    }
}

// Rows with a cell that is no plain number are left to the plain evaluator.
void leave(const std::vector<Runner::Whole::Term>& terms, Masks& out) {
    for (const auto& term : terms) {
        if (term.column->all_plain) continue;
        for (std::size_t row = 0; row < out.yes.size(); ++row)
            if (term.column->states[row] != CellState::plain) out.yes[row] = out.no[row] = 0;
    }
}

bool of_row(std::string_view text, const std::vector<std::string>& among, bool ascii) {
    if (!ascii && !is_ascii(text)) return std::binary_search(among.begin(), among.end(), composed(std::string(text)));
    if (among.size() <= 8)
        return std::any_of(among.begin(), among.end(), [&](const std::string& each) { return each == text; });
    const auto found = std::lower_bound(among.begin(), among.end(), text);
    return found != among.end() && *found == text;
}

}  // namespace

Runner::Runner(const Table& table, const Units& units) {
    for (const TableColumn& column : table.columns) scales_.push_back(scale_of(column, units));
}

bool Runner::prepare(const Linear& of, const BlockColumns& block, bool printed, const std::vector<std::size_t>& at_print,
                     const Rational* also, const Rational& derived, Whole& out) const {
    struct Parts {
        Rational factor;
        std::array<Rational, 18> half;
    };
    std::vector<Parts> parts;
    int places = std::max(0, of.constant.decimals());
    if (of.constant.decimals() < 0) return false;
    const auto note = [&](const Rational& number) {
        const int decimals = number.decimals();
        places = std::max(places, decimals);
        return decimals >= 0;
    };
    if ((also != nullptr && !note(*also)) || !note(derived)) return false;
    for (const auto& [index, weight] : of.terms) {
        const Column& column = block.column(index);
        const auto& scale = scales_[index];
        if (!scale) return false;
        Parts part;
        part.factor = weight * scale->size * Rational::power_of_ten(-column.decimals);
        if (!note(part.factor)) return false;
        const bool exact = printed || std::find(at_print.begin(), at_print.end(), index) != at_print.end();
        for (std::size_t d = column.mixed ? 0 : column.decimals; d <= column.decimals && !exact; ++d) {
            if (!scale->steps[d]) return false;
            part.half[d] = weight.abs() * *scale->steps[d] * Rational(1, 2);
            if (!note(part.half[d])) return false;
        }
        parts.push_back(std::move(part));
        out.terms.push_back({&column});
    }
    if (places > 30) return false;
    out.places = places;
    const Rational unit = Rational::power_of_ten(places);
    if (!(of.constant * unit).to_int64(out.constant)) return false;
    if (also != nullptr && !(*also * unit).to_int64(out.also)) return false;
    if (!(derived * unit).to_int64(out.derived)) return false;
    out.largest = (out.constant < 0 ? -Wide{out.constant} : Wide{out.constant}) + out.also + out.derived;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        Whole::Term& term = out.terms[i];
        if (!(parts[i].factor * unit).to_int64(term.factor)) return false;
        std::int64_t widest = 0;
        for (std::size_t d = 0; d < term.half.size(); ++d) {
            if (!(parts[i].half[d] * unit).to_int64(term.half[d])) return false;
            widest = std::max(widest, term.half[d]);
        }
        const Wide size = term.factor < 0 ? -Wide{term.factor} : Wide{term.factor};
        Wide product = 0;
        if (__builtin_mul_overflow(size, Wide{term.column->largest}, &product) || product > kWide) return false;
        out.largest += product + widest;
        if (out.largest > kWide) return false;
    }
    return true;
}

Mask Runner::derived_rows(const Step::Derived& of, const BlockColumns& block) const {
    const Column& own = block.column(of.column);
    const auto fractional = [&](std::size_t index) { return scales_[index] && scales_[index]->fractional; };
    const auto some_decimals = [&](std::size_t index) { return block.column(index).decimals > 0; };
    const bool all = of.fractional || std::any_of(of.beside.begin(), of.beside.end(), fractional);
    const bool none = !all && std::none_of(of.beside.begin(), of.beside.end(), some_decimals);
    if (none || (own.decimals > 0 && !own.mixed)) return {};
    Mask out(block.rows(), all ? 1 : 0);
    if (!all)
        for (const std::size_t index : of.beside)
            for (std::size_t row = 0; row < out.size(); ++row)
                if (has_decimals(block.column(index), row)) out[row] = 1;
    for (std::size_t row = 0; row < out.size(); ++row)
        if (has_decimals(own, row)) out[row] = 0;
    return out;
}

Rational Runner::derived_half(const Step& step, bool exact) const {
    if (!step.derived || exact || !scales_[step.derived->column]) return 0;
    return scales_[step.derived->column]->whole_step * step.scaled * Rational(1, 2);
}

void Runner::linear(const Step& step, const BlockColumns& block, bool printed, Masks& out) {
    Whole sum;
    const bool exact = printed || step.exactly;
    if (!prepare(step.left, block, exact, step.at_print, step.has_within ? &step.within : nullptr, derived_half(step, exact), sum)) return;
    const Mask derived = sum.derived > 0 ? derived_rows(*step.derived, block) : Mask();
    const auto go = [&](auto one) {
        using Int = decltype(one);
        const EndsOf<Int> ends(sum.terms, static_cast<Int>(sum.constant));
        for (std::size_t row = 0; row < out.yes.size(); ++row) {
            const auto [middle, half] = ends(row);
            const std::int64_t more = sum.also + (!derived.empty() && derived[row] != 0 ? sum.derived : 0);
            compare_row(step.comparison, middle, static_cast<Int>(half + static_cast<Int>(more)),
                        step.same_print && !exact, out.yes[row], out.no[row]);
        }
    };
    if (sum.largest < kNarrow) go(std::int64_t{1});
    else go(Wide{1});
    // a tolerance makes more possible; what is then certain is not looked at
    if (step.has_within) std::fill(out.no.begin(), out.no.end(), 0);
    leave(sum.terms, out);
}

void Runner::quotient(const Step& step, const BlockColumns& block, bool printed, Masks& out) {
    Whole over, under, right;
    const bool exact = printed || step.exactly;
    if (!prepare(step.left, block, exact, step.at_print, nullptr, 0, over) ||
        !prepare(step.under, block, exact, step.at_print, nullptr, 0, under) ||
        !prepare(step.right, block, exact, step.at_print, nullptr, derived_half(step, exact), right))
        return;
    const Mask derived = right.derived > 0 ? derived_rows(*step.derived, block) : Mask();
    // over / under against right, without dividing: over × alpha against right × under × beta
    const int exponent = under.places + right.places - over.places;
    if (exponent > 30 || exponent < -30) return;
    const Wide alpha = power_of_ten(std::max(exponent, 0)), beta = power_of_ten(std::max(-exponent, 0));
    Wide left_most = 0, right_most = 0;
    if (__builtin_mul_overflow(over.largest, alpha, &left_most) ||
        __builtin_mul_overflow(right.largest, under.largest, &right_most) ||
        __builtin_mul_overflow(right_most, beta, &right_most))
        return;
    if (left_most > kWide || right_most > kWide) return;
    const auto go = [&](auto one) {
        using Int = decltype(one);
        const Int a = static_cast<Int>(alpha), b = static_cast<Int>(beta);
        const EndsOf<Int> numerators(over.terms, static_cast<Int>(over.constant)), denominators(under.terms, static_cast<Int>(under.constant)),
            rights(right.terms, static_cast<Int>(right.constant));
        for (std::size_t row = 0; row < out.yes.size(); ++row) {
            const auto n = numerators(row), d = denominators(row);
            auto r = rights(row);
            if (!derived.empty() && derived[row] != 0) r.half += static_cast<Int>(right.derived);
            const Int d_low = d.middle - d.half, d_high = d.middle + d.half;
            if (d_low <= 0) {
                out.yes[row] = out.no[row] = 0;
                continue;
            }
            const Int n_low = n.middle - n.half, n_high = n.middle + n.half;
            // the sign of (least quotient - greatest right), and of (greatest quotient - least right)
            const Int low = n_low * a - (r.middle + r.half) * (n_low >= 0 ? d_high : d_low) * b;
            const Int high = n_high * a - (r.middle - r.half) * (n_high >= 0 ? d_low : d_high) * b;
            const bool yes = some_compares(step.comparison, low, high);
            out.yes[row] = yes ? 1 : 0;
            out.no[row] = yes ? 0 : 1;  // what is impossible is not certain
        }
    };
    if (left_most < kNarrow / 2 && right_most < kNarrow / 2) go(std::int64_t{1});
    else go(Wide{1});
    for (const Whole* each : {&over, &under, &right}) leave(each->terms, out);
}

bool Runner::fits(const Step& step, std::string_view text, bool ascii) {
    if (step.kind == Step::Kind::text) return of_row(text, step.texts, ascii) == step.flag;
    if (ascii || is_ascii(text)) return RE2::FullMatch(re2::StringPiece(text.data(), text.size()), *step.regex);
    return RE2::FullMatch(composed(std::string(text)), *step.regex);
}

bool Runner::present(const Step& step, const BlockColumns& block, std::size_t row, std::string& space) {
    if (block.table().columns[step.column].kind == ColumnKind::text) return !block.text(row, step.column, space).empty();
    return block.column(step.column).states[row] != CellState::missing;
}

void Runner::texts(const Step& step, const BlockColumns& block, Masks& out) {
    for (std::size_t row = 0; row < out.yes.size(); ++row) {
        const std::string_view text = block.text(row, step.column, space_);
        if (text.empty()) continue;  // missing
        const bool is = fits(step, text, block.ascii());
        out.yes[row] = is ? 1 : 0;
        out.no[row] = is ? 0 : 1;
    }
}

void Runner::days(const Step& step, const BlockColumns& block, Masks& out) {
    const Column& column = block.column(step.column);
    std::int64_t day = 0;
    if (!step.right.constant.to_int64(day)) return;
    for (std::size_t row = 0; row < out.yes.size(); ++row) {
        if (column.states[row] != CellState::plain) continue;
        compare_row(step.comparison, column.numbers[row] - day, std::int64_t{0}, false, out.yes[row], out.no[row]);
    }
}

void Runner::run(const Step& step, const BlockColumns& block, bool printed, Masks& out) {
    out.yes.assign(block.rows(), 0);
    out.no.assign(block.rows(), 0);
    switch (step.kind) {
        case Step::Kind::undecided: return;
        case Step::Kind::known:
            std::fill(out.yes.begin(), out.yes.end(), step.flag ? 1 : 0);
            std::fill(out.no.begin(), out.no.end(), step.flag ? 0 : 1);
            return;
        case Step::Kind::linear: return linear(step, block, printed, out);
        case Step::Kind::quotient: return quotient(step, block, printed, out);
        case Step::Kind::text:
        case Step::Kind::pattern: return texts(step, block, out);
        case Step::Kind::day: return days(step, block, out);
        case Step::Kind::presence: {
            for (std::size_t row = 0; row < out.yes.size(); ++row) {
                const bool is = present(step, block, row, space_) == step.flag;
                out.yes[row] = is ? 1 : 0;
                out.no[row] = is ? 0 : 1;
            }
            return;
        }
        case Step::Kind::negation:
            run(*step.parts[0], block, printed, out);
            std::swap(out.yes, out.no);
            return;
        case Step::Kind::conjunction:
        case Step::Kind::disjunction: {
            const bool both = step.kind == Step::Kind::conjunction;
            run(*step.parts[0], block, printed, out);
            Masks next;
            for (std::size_t i = 1; i < step.parts.size(); ++i) {
                run(*step.parts[i], block, printed, next);
                for (std::size_t row = 0; row < out.yes.size(); ++row) {
                    out.yes[row] = both ? out.yes[row] & next.yes[row] : out.yes[row] | next.yes[row];
                    out.no[row] = both ? out.no[row] | next.no[row] : out.no[row] & next.no[row];
                }
            }
            return;
        }
    }
}

}  // namespace crossfoot::columns
