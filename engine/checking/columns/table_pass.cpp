#include "engine/checking/columns/table_pass.hpp"

#include <algorithm>
#include <filesystem>
#include <mutex>
#include <thread>

#include "engine/checking/row_runner.hpp"
#include "engine/dataset/table/scratch_row.hpp"

namespace crossfoot::columns {
namespace {

using table::Block;
using table::BlockColumns;
using table::BlockReader;
using table::CellState;
using table::Fields;
using table::ScratchRow;

constexpr std::size_t kMostProblems = 100;  // listed of one table

// A total order, so that the worst are the same whoever found them.
bool worse(const Candidate& a, const Candidate& b) {
    if (a.rank != b.rank) return a.rank < b.rank;
    if (a.gap != b.gap) return b.gap < a.gap;
    if (a.block != b.block) return a.block < b.block;
    return a.row < b.row;
}

void keep_worst(std::vector<Candidate>& all, std::size_t most) {
    if (all.size() <= most) return;
    std::nth_element(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(most), all.end(), worse);
    all.resize(most);
}

// What the threads share.
struct Shared {
    const Table& table;
    const PassAsked& asked;
    const std::vector<const BoundRule*>& rules;
    const std::vector<Program>& programs;
    const CheckOptions& check;
    const TableOptions& options;
    std::uint64_t total_bytes;
    std::mutex reading;
    BlockReader reader;
    std::uint64_t rows_told = 0;
};

struct Counted {
    std::uint64_t block;
    std::size_t part;
    std::uint64_t lines, rows;
};

class Worker {
public:
    Worker(Shared& shared, Dataset& dataset, ScratchRow scratch)
        : shared_(shared),
          scratch_(std::move(scratch)),
          runner_(dataset, quiet(shared.check)),
          columns_(shared.table, dataset.units),
          programs_(shared.table, dataset.units),
          used_(shared.table.columns.size()),
          results(shared.rules.size()) {}

    void work() {
        for (;;) {
            {
                const std::lock_guard lock(shared_.reading);
                if (!shared_.reader.next(block_)) return;
                shared_.rows_told += fields_.rows();
                if (shared_.options.progress)
                    shared_.options.progress(shared_.rows_told, shared_.reader.taken(), shared_.total_bytes);
            }
            fields_.read(block_, shared_.table.separator, problems, kMostProblems, wrong);
            columns_.read(block_, fields_, problems, kMostProblems, wrong);
            const auto lines = std::count(block_.text().begin(), block_.text().end(), '\n');
            counted.push_back({block_.number, block_.part, static_cast<std::uint64_t>(lines), fields_.rows()});
            if (wrong > 0) continue;  // nothing is evaluated
            for (const BlockVisitor& each : shared_.asked.visitors) each(block_, columns_);
            evaluate();
        }
    }

private:
    static CheckOptions quiet(CheckOptions options) {
        options.keep_holding = false;
        return options;
    }

    void evaluate() {
        const std::size_t rows = fields_.rows();
        counted_to_ = 0;
        lines_ = 0;
        filled_.assign(used_.size(), rows);  // no row's cells are in the scratch row
        for (std::size_t i = 0; i < used_.size(); ++i) used_[i].assign(rows, 0);
        for (const std::size_t each : shared_.asked.columns) used_[each].assign(rows, 1);
        for (std::size_t rule = 0; rule < shared_.rules.size(); ++rule) evaluate(rule);
        for (std::size_t i = 0; i < used_.size(); ++i) {
            const bool figure = shared_.table.columns[i].kind == ColumnKind::figure;
            const bool text = shared_.table.columns[i].kind == ColumnKind::text;
            for (std::size_t row = 0; row < rows; ++row) {
                // an empty cell that is no number is a missing figure all the same
                const bool counts = figure || (text ? columns_.text(row, i, space_).empty()
                                                    : columns_.column(i).states[row] == CellState::missing);
                figures += counts ? 1U : 0U;
                figures_checked += counts && used_[i][row] != 0 ? 1U : 0U;
            }
        }
    }

    void evaluate(std::size_t index) {
        const Program& program = shared_.programs[index];
        RuleResult& result = results[index];
        const std::size_t rows = fields_.rows();
        if (program.where) programs_.run(*program.where, columns_, true, where_);
        programs_.run(*program.body, columns_, false, body_);
        std::uint64_t holds = 0;
        for (std::size_t row = 0; row < rows; ++row) {
            const bool out = program.where && where_.no[row] != 0;
            const bool in = !program.where || where_.yes[row] != 0;
            if (out) continue;
            if (in && body_.yes[row] != 0) {
                ++holds;
                body_.no[row] = 2;  // decided
                if (shared_.check.keep_holding) offer(result, candidate(row, 3, 0));
                continue;
            }
            judge(index, row);
        }
        result.summary.instances += holds;
        result.summary.holds += holds;
        for (const std::size_t column : program.columns)
            for (std::size_t row = 0; row < rows; ++row)
                if (body_.no[row] == 2) used_[column][row] = 1;
    }

    void judge(std::size_t index, std::size_t row) {
        const Program& program = shared_.programs[index];
        const std::size_t all = used_.size();
        const auto fill = [&](std::size_t column) {
            if (filled_[column] == row) return;
            scratch_.set(column, columns_.value(row, column));
            filled_[column] = row;
        };
        if (program.reads_all)
            for (std::size_t column = 0; column < all; ++column) fill(column);
        else
            for (const std::size_t column : program.columns) fill(column);
        Findings& found = runner_.out();
        found.findings.clear();
        found.rules.clear();
        found.summary = {};
        const NodeId node = scratch_.node();
        runner_.rows(*shared_.rules[index], {&node, 1});
        Summary& sum = results[index].summary;
        sum.add_instances(found.summary);
        for (std::size_t column = 0; column < all; ++column) {
            std::uint8_t& checked = found.figure_checked[scratch_.cell(column)];
            if (checked != 0) used_[column][row] = 1;
            checked = 0;
        }
        if (found.findings.empty()) {
            if (shared_.check.keep_holding && found.summary.holds > 0) offer(results[index], candidate(row, 3, 0));
            return;
        }
        Worst worst = worst_of(found.findings);
        Candidate made = candidate(row, worst.rank, std::move(worst.gap));
        made.findings = found.findings.size();
        offer(results[index], std::move(made));
    }

    // Line ends of the block before `at`; rows are asked for in order, so what was counted is not counted again.
    std::uint64_t lines_before(std::uint32_t at) {
        if (at < counted_to_) counted_to_ = 0, lines_ = 0;
        const std::string_view text = block_.text();
        lines_ += static_cast<std::uint64_t>(std::count(text.begin() + counted_to_, text.begin() + at, '\n'));
        counted_to_ = at;
        return lines_;
    }

    Candidate candidate(std::size_t row, int rank, Rational gap) {
        Candidate out;
        out.rank = rank;
        out.gap = std::move(gap);
        out.block = block_.number;
        out.row = row;
        out.part = block_.part;
        return out;
    }

    void offer(RuleResult& result, Candidate made) {
        const std::size_t most = shared_.options.max_findings;
        const std::size_t row = made.row;
        if (result.listed.size() >= 2 * most) keep_worst(result.listed, most);
        made.text = fields_.record(row);
        made.line = lines_before(fields_.row_begin(row));
        result.listed.push_back(std::move(made));
    }

    Shared& shared_;
    ScratchRow scratch_;
    RowRunner runner_;
    BlockColumns columns_;
    Runner programs_;
    Block block_;
    Fields fields_;
    Masks where_, body_;
    std::vector<std::vector<std::uint8_t>> used_;  // by column and row of the block
    std::vector<std::size_t> filled_;              // by column: the row whose cell is in the scratch row
    std::string space_;
    std::uint32_t counted_to_ = 0;
    std::uint64_t lines_ = 0;

public:
    std::vector<RuleResult> results;
    std::vector<table::Problem> problems;
    std::vector<Counted> counted;
    std::uint64_t wrong = 0, figures = 0, figures_checked = 0;
    [[nodiscard]] Findings& found() { return runner_.out(); }
};

std::uint64_t size_of(const Table& table) {
    std::uint64_t out = 0;
    for (const TablePart& part : table.parts) {
        std::error_code error;
        const auto size = std::filesystem::file_size(part.path, error);
        if (!error) out += size;
    }
    return out;
}

}  // namespace

Worst worst_of(const std::vector<Finding>& findings) {
    Worst out;
    for (const Finding& each : findings) {
        const int rank = each.verdict == Verdict::unverifiable ? 2 : each.agreement == Agreement::truncated ? 1 : 0;
        if (rank > out.rank) continue;
        const Rational gap = each.gap.value_or(0);
        out.gap = rank < out.rank ? gap : max(out.gap, gap);
        out.rank = rank;
    }
    return out;
}

PassResult pass(Dataset& dataset, const Table& table, const PassAsked& asked, const CheckOptions& check,
                const TableOptions& options) {
    const std::vector<const BoundRule*>& rules = asked.rules;
    std::vector<Program> programs;
    for (const BoundRule* rule : rules) programs.push_back(compile(*rule, table, dataset.units));
    Shared shared{table, asked, rules, programs, check, options, size_of(table), {}, BlockReader(table), 0};
    const unsigned threads = options.threads != 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency());
    // all nodes are made before any thread begins: from then on the dataset keeps its size
    std::vector<ScratchRow> scratch;
    for (unsigned i = 0; i < threads; ++i) scratch.emplace_back(dataset, table);
    std::vector<std::unique_ptr<Worker>> workers;
    for (unsigned i = 0; i < threads; ++i)
        workers.push_back(std::make_unique<Worker>(shared, dataset, std::move(scratch[i])));
    {
        std::vector<std::jthread> others;  // joined at the end of the block
        for (unsigned i = 1; i < threads; ++i) others.emplace_back([&, i] { workers[i]->work(); });
        workers[0]->work();
    }

    PassResult out;
    out.rules.resize(rules.size());
    std::vector<Counted> blocks;
    for (const auto& worker : workers) {
        for (std::size_t i = 0; i < rules.size(); ++i) {
            RuleResult& into = out.rules[i];
            RuleResult& from = worker->results[i];
            into.summary.add_instances(from.summary);
            std::move(from.listed.begin(), from.listed.end(), std::back_inserter(into.listed));
        }
        out.figures += worker->figures;
        out.figures_checked += worker->figures_checked;
        out.wrong += worker->wrong;
        std::move(worker->problems.begin(), worker->problems.end(), std::back_inserter(out.problems));
        blocks.insert(blocks.end(), worker->counted.begin(), worker->counted.end());
        const auto& checked = worker->found().figure_checked;
        for (NodeId node = 0; node < checked.size(); ++node)
            if (checked[node] != 0) out.used.push_back(node);
    }
    for (RuleResult& each : out.rules) {
        keep_worst(each.listed, options.max_findings);
        std::sort(each.listed.begin(), each.listed.end(), [](const Candidate& a, const Candidate& b) {
            return a.block != b.block ? a.block < b.block : a.row < b.row;
        });
    }
    std::sort(blocks.begin(), blocks.end(), [](const Counted& a, const Counted& b) { return a.block < b.block; });
    std::size_t part = table.parts.size();
    std::uint64_t line = 1;
    for (const Counted& each : blocks) {
        if (each.part != part) line = 1 + shared.reader.header_lines()[each.part];
        part = each.part;
        out.first_line.resize(each.block + 1, line);
        out.first_row.resize(each.block + 1, out.rows);
        line += each.lines;
        out.rows += each.rows;
    }
    out.headers = shared.reader.headers();
    for (table::Problem& each : shared.reader.problems()) {
        ++out.wrong;
        if (each.block >= out.first_line.size()) each.line += line - 1, each.block = out.first_line.size();
        out.problems.push_back(std::move(each));
    }
    table::forget_rows_of_failed_files(out.problems, out.wrong);
    std::stable_sort(out.problems.begin(), out.problems.end(), [](const auto& a, const auto& b) {
        return a.block != b.block ? a.block < b.block : a.line < b.line;
    });
    if (out.problems.size() > kMostProblems) out.problems.resize(kMostProblems);
    return out;
}

}  // namespace crossfoot::columns
