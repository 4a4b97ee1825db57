#include "engine/checking/columns/table_pass.hpp"

#include <algorithm>

#include "engine/checking/columns/bar.hpp"
#include "engine/checking/columns/refute.hpp"
#include "engine/checking/evidence.hpp"
#include "engine/checking/row_runner.hpp"
#include "engine/dataset/table/scratch_row.hpp"

namespace crossfoot::columns {
namespace {

using table::Block;
using table::BlockColumns;
using table::CellState;
using table::Fields;
using table::ScratchRow;

// What the threads share.
struct Shared {
    const Table& table;
    const PassAsked& asked;
    const std::vector<const BoundRule*>& rules;
    const std::vector<Program>& programs;
    const CheckOptions& check;
    const TableOptions& options;
    table::Reading reading;
};

class Worker {
public:
    Worker(Shared& shared, Dataset& dataset, ScratchRow scratch)
        : shared_(shared),
          dataset_(dataset),
          scratch_(std::move(scratch)),
          runner_(dataset, quiet(shared.check)),
          columns_(shared.table, dataset.units),
          programs_(shared.table, dataset.units),
          used_(shared.table.columns.size()),
          bars_(shared.rules.size()),
          results(shared.rules.size()) {
        for (const Program& each : shared.programs) refuters_.emplace_back(each, programs_);
    }

    void work() {
        while (shared_.reading.next(block_, fields_, taken)) {
            columns_.read(block_, fields_, taken.problems, table::kMostProblems, taken.wrong);
            if (taken.wrong > 0) continue;  // nothing is evaluated
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
        Refuter& refuter = refuters_[index];
        const bool refutes = shared_.options.refutes && program.refutes;
        bool begun = false;
        for (std::size_t row = 0; row < rows; ++row) {
            const bool out = program.where && where_.no[row] != 0;
            const bool in = !program.where || where_.yes[row] != 0;
            if (out) continue;
            if (in && body_.yes[row] != 0) {
                ++holds;
                body_.no[row] = 2;  // decided
                if (shared_.check.keep_holding) offer(index, candidate(row, {}));
                continue;
            }
            if (refutes && in) {
                if (!begun) refuter.begin(columns_);
                begun = true;
                if (const Refuted refuted = refuter.row(row); refuted.sure) {
                    refute(index, row, refuted);
                    continue;
                }
            }
            judge(index, row);
        }
        result.summary.instances += holds;
        result.summary.holds += holds;
        for (const std::size_t column : program.columns)
            for (std::size_t row = 0; row < rows; ++row)
                if (body_.no[row] == 2) used_[column][row] = 1;
    }

    // A contradiction that the columns have found is evaluated only where it is listed.
    void refute(std::size_t index, std::size_t row, const Refuted& refuted) {
        RuleResult& result = results[index];
        ++result.summary.instances;
        ++result.summary.contradicted;
        if (refuted.truncated) result.found.add(Verdict::contradicted, severity_if_truncated(shared_.rules[index]->info.severity, dataset_));
        for (const std::size_t column : refuters_[index].columns()) used_[column][row] = 1;
        const int rank = refuted.truncated ? 1 : 0;
        if (!bars_[index].passes(rank, refuted.gap, place_of(block_.number, row))) return;
        offer(index, candidate(row, {rank, refuted.gap.exact()}));
    }

    void judge(std::size_t index, std::size_t row) {
        ++results[index].one_by_one;
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
        // a row that `where` leaves out binds nothing; whether the rule does is seen of all rows
        std::erase_if(found.findings, [](const Finding& each) { return each.verdict == Verdict::vacuous; });
        for (const Finding& each : found.findings) results[index].found.add(each.verdict, each.severity);
        for (std::size_t column = 0; column < all; ++column) {
            std::uint8_t& checked = found.figure_checked[scratch_.cell(column)];
            if (checked != 0) used_[column][row] = 1;
            checked = 0;
        }
        if (found.findings.empty()) {
            if (shared_.check.keep_holding && found.summary.holds > 0) offer(index, candidate(row, {}));
            return;
        }
        Candidate made = candidate(row, worst_of(found.findings));
        made.findings = found.findings.size();
        offer(index, std::move(made));
    }

    // Line ends of the block before `at`; rows are asked for in order, so what was counted is not counted again.
    std::uint64_t lines_before(std::uint32_t at) {
        if (at < counted_to_) counted_to_ = 0, lines_ = 0;
        const std::string_view text = block_.text();
        lines_ += static_cast<std::uint64_t>(std::count(text.begin() + counted_to_, text.begin() + at, '\n'));
        counted_to_ = at;
        return lines_;
    }

    Candidate candidate(std::size_t row, Worst worst) {
        Candidate out;
        out.worst = std::move(worst);
        out.block = block_.number;
        out.row = row;
        out.part = block_.part;
        return out;
    }

    void offer(std::size_t index, Candidate made) {
        std::vector<Candidate>& listed = results[index].listed;
        const std::size_t most = shared_.options.max_findings;
        if (most == 0 || !bars_[index].passes(made)) return;
        if (listed.size() >= 2 * most) {
            keep_worst(listed, most);
            bars_[index].raise(*std::max_element(listed.begin(), listed.end(), Worse()));
        }
        const std::size_t row = made.row;
        made.text = fields_.record(row);
        made.line = lines_before(fields_.row_begin(row));
        listed.push_back(std::move(made));
    }

    Shared& shared_;
    const Dataset& dataset_;
    ScratchRow scratch_;
    RowRunner runner_;
    BlockColumns columns_;
    Runner programs_;
    std::vector<Refuter> refuters_;  // by rule
    Block block_;
    Fields fields_;
    Masks where_, body_;
    std::vector<std::vector<std::uint8_t>> used_;  // by column and row of the block
    std::vector<std::size_t> filled_;              // by column: the row whose cell is in the scratch row
    std::string space_;
    std::vector<Bar> bars_;                        // by rule
    std::uint32_t counted_to_ = 0;
    std::uint64_t lines_ = 0;

public:
    std::vector<RuleResult> results;
    table::Taken taken;
    std::uint64_t figures = 0, figures_checked = 0;
    [[nodiscard]] Findings& found() { return runner_.out(); }
    [[nodiscard]] BlockColumns& columns() { return columns_; }
};

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
    for (const BoundRule* rule : rules) programs.push_back(compile(*rule, table, dataset, check.known));
    Shared shared{table, asked, rules, programs, check, options, table::Reading(table, options.progress)};
    const unsigned threads = table::thread_count(options.threads);
    // all nodes are made before any thread begins: from then on the dataset keeps its size
    std::vector<ScratchRow> scratch;
    for (unsigned i = 0; i < threads; ++i) scratch.emplace_back(dataset, table);
    std::vector<std::unique_ptr<Worker>> workers;
    for (unsigned i = 0; i < threads; ++i)
        workers.push_back(std::make_unique<Worker>(shared, dataset, std::move(scratch[i])));
    table::on_threads(workers, [](Worker& each) { each.work(); });

    PassResult out;
    out.rules.resize(rules.size());
    std::vector<table::Taken> taken;
    for (const auto& worker : workers) {
        for (std::size_t i = 0; i < rules.size(); ++i) {
            RuleResult& into = out.rules[i];
            RuleResult& from = worker->results[i];
            into.summary.add_instances(from.summary);
            into.one_by_one += from.one_by_one;
            into.found.add(from.found);
            std::move(from.listed.begin(), from.listed.end(), std::back_inserter(into.listed));
        }
        out.figures += worker->figures;
        out.figures_checked += worker->figures_checked;
        worker->taken.odd = std::move(worker->columns().odd());
        taken.push_back(std::move(worker->taken));
        const auto& checked = worker->found().figure_checked;
        for (NodeId node = 0; node < checked.size(); ++node)
            if (checked[node] != 0) out.used.push_back(node);
    }
    for (std::size_t i = 0; i < rules.size(); ++i)
        if (out.rules[i].summary.instances > 0) out.used.insert(out.used.end(), programs[i].figures.begin(), programs[i].figures.end());
    for (RuleResult& each : out.rules) {
        keep_worst(each.listed, options.max_findings);
        std::sort(each.listed.begin(), each.listed.end(), [](const Candidate& a, const Candidate& b) {
            return a.place() < b.place();
        });
    }
    shared.reading.finish(std::move(taken), out);
    return out;
}

}  // namespace crossfoot::columns
