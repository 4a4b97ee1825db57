// A rule over the rows of a streamed table, as far as it can be decided on whole columns. A program says of which rows
// the rule *surely holds*, and of others that it *surely contradicts* them (refute.hpp); what is left is for the plain
// evaluator. So a verdict is always the plain evaluator's, and what a program cannot express only costs time.
//
// For an expression A it computes two masks: `yes`, the rows where A is surely possible, and `no`, those where A is
// surely not certain; then yes(not A) = no(A), and `and`, `or`, `if` follow (page 1.4). In a condition, which is
// decided on printed values, they are the rows where A is surely true, and surely false.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/checking/binding/core.hpp"
#include "engine/checking/evaluation/kept.hpp"
#include "engine/dataset/table/block_columns.hpp"

namespace crossfoot::columns {

// A sum of figure columns with factors, and a constant, in base units.
struct Linear {
    std::vector<std::pair<std::size_t, Rational>> terms;  // column, factor; each column once
    Rational constant;
    bool fractional = false;  // it comes from a division by something that is no literal 1
    bool plain = false;   // one column by itself,
    bool figure = false;  // … or one figure of the tree
    std::vector<std::size_t> made_of;  // columns that the constant was worked out from
    bool loose = false;     // the constant is one of several values that it may have
    bool computed = false;  // … or no literal
};

// Adds so many times the other, which is then no column by itself.
void add(Linear& into, const Linear& other, const Rational& factor);

using Mask = std::vector<std::uint8_t>;  // by row: 0 or 1
struct Masks {
    Mask yes, no;
};

struct Step;
using StepPtr = std::unique_ptr<Step>;

struct Step {
    enum class Kind : std::uint8_t {
        undecided,  // not expressible: neither yes nor no of any row
        known,      // flag
        linear,     // left compared with 0
        quotient,   // left / under compared with right
        presence,   // column; flag: asked for `present`
        text,       // column among texts
        pattern,    // column matches regex
        day,        // column compared with the day in `right`
        negation,
        conjunction,
        disjunction,
    } kind = Kind::undecided;
    ast::Comparison comparison = ast::Comparison::equal;
    Linear left, under, right;
    Rational within;  // of `=`; linear only
    Rational scaled = 1;  // left is so many times what it was, to have finite decimals
    bool has_within = false;
    bool exactly = false;
    std::vector<std::size_t> at_print;  // columns that a number beside them is made of: one choice of true values for both
    bool same_print = false;  // both sides are columns by themselves
    // Of `=`: a column that is one side by itself; its whole cells are rounded to their last digit where the other side is
    // fractional, or a cell of these columns of it.
    struct Derived {
        std::size_t column = 0;
        bool fractional = false;
        std::vector<std::size_t> beside;
    };
    std::optional<Derived> derived;
    bool loose = false;       // what it computes is one choice of several: it says nothing against a row
    bool chain = false;       // a conjunction that is one relation, link by link
    bool implication = false; // a disjunction whose second part is not asked where the first is certain
    bool flag = false;
    std::size_t column = 0;
    std::vector<std::string> texts;  // in normal form C, sorted
    const re2::RE2* regex = nullptr;
    std::vector<StepPtr> parts;
};

// A third of a column is no decimal number: the whole relation is compared three times as large.
void make_finite(Step& step);

struct Program {
    StepPtr where;  // null: none
    StepPtr body;
    std::vector<std::size_t> columns;  // those that the rule reads, ascending
    std::vector<std::size_t> conditions;  // those that `where` compares
    bool refutes = false;              // what contradicts it can be told of columns
    bool reads_all = false;            // the columns cannot be told: `r.*`, `key(r)` …
    std::vector<NodeId> figures;       // of the tree, that it stands for: what it decides, these decide
};

// `row` is the slot of the rule's one `for`, over `table`. Numbers that are the same for all rows (figures of the tree,
// what `known` has) are taken at their printed values: one choice of true values suffices to hold.
// `doubled`: the table's columns stand there twice, the row's own and those of the row before (series_run.hpp).
[[nodiscard]] Program compile(const BoundRule& rule, const Table& table, const Dataset& dataset, const KeptNumbers* known, bool doubled = false);

using Lets = std::map<Slot, const Core*>;
// A condition on rows of `table` in the slot, or on figures of one of its columns; adds the columns it reads.
[[nodiscard]] StepPtr compile_condition(const Core& condition, Slot slot, std::optional<std::size_t> of_column, const Table& table,
                                        const Lets& lets, std::vector<std::size_t>& columns);

// Is every part of a step asked in each row that it decides against (`failing`), else in every row? And is what it
// computes the only choice? Of a condition (`printed`) that is true a part may not be computed at all.
[[nodiscard]] bool all_asked(const Step& step, bool failing, bool printed);

// Adds the columns that a step compares, with those of its parts.
void compared_columns(const Step& step, std::vector<std::size_t>& out);

// Adds the columns of the row that an expression reads; false where it uses the row otherwise.
[[nodiscard]] bool read_columns(const Core& core, Slot row, const Table& table, std::vector<std::size_t>& out);

// Adds the columns of its row that a rule reads, ascending, each once; false where they cannot be told.
[[nodiscard]] bool columns_read(const BoundRule& rule, const Table& table, std::vector<std::size_t>& out);

// What the steps of a column are: by the decimals of a cell, in base units. Nothing where its range is not closed at
// both ends (a declared rounding convention), or differs from cell to cell otherwise.
struct Scale {
    Rational size;                               // of one unit of the column
    std::vector<std::optional<Rational>> steps;  // by decimals, 0 to 17
    bool fixed = false;                          // the step is declared, the same whatever is printed
    bool fractional = false;                     // a cell without decimals is (Figure::fractional)
    Rational whole_step;                         // of a cell without decimals (Figure::whole_step), where its range is closed
};
[[nodiscard]] std::optional<Scale> scale_of(const TableColumn& column, const Units& units);

class Runner {
public:
    Runner(const Table& table, const Units& units);
    void run(const Step& step, const table::BlockColumns& block, bool printed, Masks& out);
    // A sum over a block in whole numbers of one small unit, 10^-places: its printed value and half the width of its
    // range.
    struct Whole;
    // False where the block's numbers are too large, or the range of a column is not known.
    [[nodiscard]] bool prepare(const Linear& of, const table::BlockColumns& block, bool printed,
                               const std::vector<std::size_t>& at_print, const Rational* also, const Rational& derived,
                               Whole& out) const;
    // In which rows does the derived column of a relation have a whole cell that is rounded to its last digit?
    [[nodiscard]] Mask derived_rows(const Step::Derived& of, const table::BlockColumns& block) const;
    [[nodiscard]] const std::optional<Scale>& scale(std::size_t column) const { return scales_[column]; }
    // Is a text that is not missing as a step of texts or patterns asks?
    [[nodiscard]] static bool fits(const Step& step, std::string_view text, bool ascii);
    [[nodiscard]] static bool present(const Step& step, const table::BlockColumns& block, std::size_t row, std::string& space);

private:
    // Half of what is added there to the width; 0 where none is.
    [[nodiscard]] Rational derived_half(const Step& step, bool exact) const;
    void linear(const Step& step, const table::BlockColumns& block, bool printed, Masks& out);
    void quotient(const Step& step, const table::BlockColumns& block, bool printed, Masks& out);
    void texts(const Step& step, const table::BlockColumns& block, Masks& out);
    void days(const Step& step, const table::BlockColumns& block, Masks& out);

    std::vector<std::optional<Scale>> scales_;  // by column
    std::string space_;
};

}  // namespace crossfoot::columns
