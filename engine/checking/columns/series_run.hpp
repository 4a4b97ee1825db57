// A rule over the rows of a streamed table and the row before each: `prior(r, by: day).total + r.new = r.total`. The columns that
// it reads are gathered as blocks pass, rows are put in order once, and the rule runs over columns that are the row's own and,
// behind them, those of the row before. What is not surely so is for the plain evaluator, over these rows and those before them.
#pragma once

#include <map>
#include <mutex>

#include "engine/checking/columns/table_pass.hpp"

namespace crossfoot::columns {

// What such a rule asks: all its `prior` are of the row itself, by one column, within one or none.
struct SeriesRule {
    const BoundRule* rule = nullptr;
    const Table* table = nullptr;
    std::size_t by = 0;                      // a column of dates or figures
    std::optional<std::size_t> within;       // a column of texts or dates
};
[[nodiscard]] std::optional<SeriesRule> series_rule(const BoundRule& rule, const std::vector<const Table*>& streamed);

// Every row of the table has as many columns again: those of the row before, missing where there is none.
[[nodiscard]] Table with_row_before(const Table& table);

class SeriesRun {
public:
    SeriesRun(SeriesRule of, const Dataset& dataset, const KeptNumbers* known);
    SeriesRun(const SeriesRun&) = delete;
    SeriesRun& operator=(const SeriesRun&) = delete;

    [[nodiscard]] const SeriesRule& of() const { return of_; }
    // The columns that the rule reads, of a row or the one before.
    [[nodiscard]] const std::vector<std::size_t>& columns() const { return columns_; }
    [[nodiscard]] BlockVisitor visitor();

    struct Decided {
        std::uint64_t holds = 0;              // rows that surely hold
        std::vector<std::uint64_t> open;      // places of rows for the plain evaluator, ascending
        std::vector<std::uint64_t> beside;    // … and of the rows that it looks at for them
    };
    // When all blocks have passed. The first `listed` rows that hold are left open as well, to be listed. Nothing where the
    // keys do not put the rows in order: one is missing, or is no plain number or day.
    [[nodiscard]] std::optional<Decided> decide(std::uint64_t listed) const;

private:
    struct Block {
        std::size_t rows = 0;
        std::vector<table::Column> columns;   // as columns_
        std::vector<std::uint32_t> groups;    // by row: into names; empty where the rule has no `within`
        std::vector<std::string> names;
    };
    struct Row {
        std::uint64_t group = 0;
        std::int64_t key = 0;
        std::uint32_t block = 0, row = 0;     // in the order of blocks
    };
    using Ordered = std::vector<Row>;
    // The rows with the next lower key in the same group, as a part of the ordered rows.
    struct Before {
        std::uint32_t first = 0, count = 0;
    };
    [[nodiscard]] bool group(const table::BlockColumns& columns, Block& made) const;
    [[nodiscard]] std::optional<Ordered> ordered(const std::vector<const Block*>& blocks) const;
    [[nodiscard]] std::optional<table::Column> gathered(std::size_t index, const std::vector<const Block*>& blocks, const Ordered& rows,
                                                        const std::vector<Before>& before) const;
    [[nodiscard]] std::size_t place(std::size_t column) const;   // among columns_

    SeriesRule of_;
    const Dataset& dataset_;
    Table doubled_;
    Program program_;
    std::vector<std::size_t> columns_;
    std::mutex mutex_;
    std::map<std::uint64_t, Block> blocks_;
    bool failed_ = false;
};

}  // namespace crossfoot::columns
