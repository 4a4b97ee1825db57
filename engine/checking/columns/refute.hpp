// Which rows a rule surely contradicts, and how badly, from whole columns. Nothing is said of a row with a cell that is no
// plain number, of a relation with numbers that are only one choice of several, or where truncation is not decided: such
// rows are for the plain evaluator. What is said is what the plain evaluator would find (page 1.4).
#pragma once

#include <vector>

#include "engine/checking/columns/whole.hpp"

namespace crossfoot::columns {

// The gap of a relation: over / under × unit. Meant of 0 / 1 where there is no numeric relation.
struct Gap {
    Wide over = 0, under = 1;
    const Rational* unit = nullptr;  // none: the gap is 0
    [[nodiscard]] Rational exact() const;
};

struct Refuted {
    bool sure = false;       // the rule is contradicted in that row
    bool truncated = false;  // … with agreement `truncated`; else `none`, or no numeric relation
    Gap gap;                 // of the relation that its finding shows
};

class Refuter {
public:
    // All outlive this. Where the program does not refute, nothing is asked.
    Refuter(const Program& program, const Runner& runner);
    // The rows asked for next are those of this block.
    void begin(const table::BlockColumns& block);
    [[nodiscard]] Refuted row(std::size_t row);
    // The columns that a contradicted instance uses.
    [[nodiscard]] const std::vector<std::size_t>& columns() const { return columns_; }

private:
    // A relation, text, day or presence, in the order in which they are evaluated.
    struct Leaf {
        const Step* step;
        bool chained = false;      // a link of a chain
        Mask derived;              // rows in which a whole cell is rounded to its last digit, and nothing is told; empty: none
        Runner::Whole left, under, right;
        Wide alpha = 1, beta = 1;  // of a quotient: what its two sides are multiplied with
        Rational unit;             // of its gap
    };
    enum class Agreed : std::uint8_t { null, other, truncated, none };
    // The judgement of a part: what is possible, what is certain, the agreement, and the relations that may be shown.
    struct Part {
        bool known = false;
        bool possible = false, certain = false;
        Agreed agreed = Agreed::null;
        bool numeric = false;      // some relation of numbers is in it,
        bool others = false;       // … or a text, a day or whether a cell is there
        Gap first, impossible;     // of the first of them, and of the first that is impossible
        bool any_impossible = false;
        bool if_truncated = false; // of a relation: would it be possible if its figures were truncated?
    };

    void gather(const Step& step, bool chained);
    [[nodiscard]] bool prepare(Leaf& leaf, const table::BlockColumns& block) const;
    void find_derived(Leaf& leaf, const table::BlockColumns& block) const;
    [[nodiscard]] Part part(const Step& step, std::size_t row, std::size_t& leaf);
    [[nodiscard]] Part connected(const Step& step, std::size_t row, std::size_t& leaf);
    [[nodiscard]] Part of_leaf(const Leaf& leaf, std::size_t row);
    // refute_numbers.cpp
    [[nodiscard]] static bool plain(const Runner::Whole& sum, std::size_t row);
    [[nodiscard]] Part linear(const Leaf& leaf, std::size_t row) const;
    [[nodiscard]] static Part quotient(const Leaf& leaf, std::size_t row);
    // Are both sides columns whose cells have one precision, so that only the same print agrees?
    enum class Alike : std::uint8_t { no, perhaps, yes };
    [[nodiscard]] Alike alike(const Leaf& leaf, std::size_t row) const;

    const Step& body_;
    const Runner& runner_;
    bool prepared_ = false;
    std::vector<Leaf> leaves_;
    std::vector<std::size_t> columns_;
    const table::BlockColumns* block_ = nullptr;
    std::string space_;
};

}  // namespace crossfoot::columns
