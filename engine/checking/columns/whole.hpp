// A sum over a block in whole numbers of one small unit: what programs compute with.
#pragma once

#include <array>

#include "engine/checking/columns/program.hpp"
#include "engine/checking/columns/wide.hpp"

namespace crossfoot::columns {

constexpr Wide kNarrow = Wide{1} << 62, kWide = Wide{1} << 124;

struct Runner::Whole {
    struct Term {
        const table::Column* column;
        std::int64_t factor = 0;
        std::array<std::int64_t, 18> half{};  // half the width that a cell adds, by its decimals
        [[nodiscard]] std::int64_t half_of(std::size_t row) const {
            const std::uint8_t decimals = column->mixed ? column->printed_decimals[row] : column->decimals;
            return half[decimals < 18 ? decimals : 0];
        }
    };
    std::vector<Term> terms;
    std::int64_t constant = 0, also = 0, derived = 0;
    int places = 0;
    Wide largest = 0;  // no end lies further from 0; below 2^124
};

// The printed value of a row, and half the width of its range.
template <class Int>
struct Ends {
    Int middle, half;
};

// The ends of a sum, row by row. What does not differ from row to row is worked out once: the width, where no column mixes decimals.
template <class Int>
class EndsOf {
public:
    EndsOf(const std::vector<Runner::Whole::Term>& terms, Int constant) : terms_(terms), constant_(constant) {
        for (const auto& term : terms) {
            if (term.column->mixed) mixed_ = true;
            else half_ += static_cast<Int>(term.half_of(0));
        }
    }
    [[nodiscard]] Ends<Int> operator()(std::size_t row) const {
        Ends<Int> out{constant_, half_};
        for (const auto& term : terms_) out.middle += static_cast<Int>(term.factor) * static_cast<Int>(term.column->numbers[row]);
        if (mixed_)
            for (const auto& term : terms_)
                if (term.column->mixed) out.half += static_cast<Int>(term.half_of(row));
        return out;
    }

private:
    const std::vector<Runner::Whole::Term>& terms_;
    Int constant_, half_ = 0;
    bool mixed_ = false;
};

}  // namespace crossfoot::columns
